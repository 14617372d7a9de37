"""Steps: what, who of us, until when; ticked by either, taken back, dropped, and always the same truth."""

import asyncio
from datetime import date

from bot.answers import Answer, Hint
from bot.events import Event, Pressed
from db import heard
from tests.handlers.test_goals import GONE, adds_a_goal
from tests.people import Cast
from tests.phones import Phone
from tests.talk import CHANNEL, Talk

FIVE = "Learn five sentences"


def test_a_step_is_planned_in_three_answers(ada: Phone, nia: Phone) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step")
    ada.sees("What is the next small step? Please write one sentence.")
    ada.says(FIVE)
    ada.sees(FIVE, "Who does it?")
    ada.may_press("Me", "Nia", "Together")
    ada.presses("Nia")
    ada.sees("Until when?")
    ada.presses("This week")
    ada.sees("{name} does it.", name="Nia")
    ada.sees("Until: {day}", day=ada.words.day(date(2027, 3, 7)))
    nia.opens()
    nia.sees("Next step: {step}", step=FIVE)
    nia.presses("See goals", "Order food in French", FIVE)
    nia.sees("You do it.")


def test_until_when_by_one_tap(ada: Phone) -> None:
    adds_a_step(ada)
    for label, day in (("Today", 1), ("This week", 7), ("Next week", 14)):
        ada.presses("Change it", "Change date", label)
        ada.sees("Until: {day}", day=ada.words.day(date(2027, 3, day)))
    ada.presses("Change it", "Change date", "No date")
    assert ada.words.day(date(2027, 3, 14)) not in ada.text


def test_a_step_is_moved_up_once_however_often_it_is_pressed(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_three(ada)
    ada.presses("Salt", "Change it")
    ada.presses_again("Move up")
    assert order(ada) == ["Bread", "Salt", "Tea"]
    ada.presses("Salt", "Change it", "Move up")
    assert order(ada) == ["Salt", "Bread", "Tea"]
    ada.presses("Salt", "Change it")
    ada.may_not_press("Move up")
    nia.opens()
    nia.sees("Next step: {step}", step="Salt")


def test_both_move_the_same_step_at_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_three(ada)
    _, tea, salt = [row["id"] for row in talk.rows()["steps"]]
    at_once(talk, f"steps.move_up:{salt}:{tea}", ada, nia)
    assert order(ada) == order(nia) == ["Bread", "Salt", "Tea"]


def test_nothing_moves_over_what_is_not_right_above(ada: Phone, samir: Phone, talk: Talk) -> None:
    adds_three(ada)
    bread, tea, salt = [row["id"] for row in talk.rows()["steps"]]
    with talk.nothing_changes():
        for step, over in ((salt, bread), (tea, salt), (tea, tea), (bread, bread)):
            ada.forges(f"steps.move_up:{step}:{over}")
        samir.forges(f"steps.move_up:{salt}:{tea}")


def adds_three(phone: Phone) -> None:
    """A goal with three steps, and a look at it."""
    adds_a_goal(phone)
    for words in ("Bread", "Tea", "Salt"):
        phone.presses("Add a step")
        phone.says(words)
        phone.presses("Together", "No date", "Go back")


def order(phone: Phone) -> list[str]:
    """The steps of the goal on the screen."""
    return [label for label in phone.labels if label in ("Bread", "Tea", "Salt")]


def test_until_a_date_from_the_calendar(ada: Phone) -> None:
    adds_a_step(ada)
    ada.talk.clock.at("Wednesday 10:00")
    ada.presses("Change it", "Change date", "Choose a date")
    ada.may_press(ada.words.month(date(2027, 3, 1)), "3", "31", "Next month")
    ada.may_not_press("1", "2", "Previous month")
    ada.presses("·")
    ada.presses("Next month")
    ada.may_press(ada.words.month(date(2027, 4, 1)), "1", "Previous month")
    ada.presses("15")
    ada.sees("Until: {day}", day=ada.words.day(date(2027, 4, 15)))


def test_a_day_gone_by_meanwhile_asks_again(ada: Phone) -> None:
    adds_a_step(ada)
    ada.presses("Change it", "Change date", "Choose a date")
    ada.talk.clock.forward(days=3)
    with ada.talk.nothing_changes():
        ada.presses("2")
    ada.sees("Until when?")


def test_a_tick_can_be_taken_back(ada: Phone, nia: Phone) -> None:
    adds_a_step(ada)
    ada.presses("Done")
    ada.sees("Done.")
    nia.opens()
    nia.sees("No open step at the moment.")
    nia.presses("See goals", "Order food in French")
    nia.sees("Done: {step}", step=FIVE)
    nia.presses(FIVE, "Undo")
    nia.may_press("Done")
    ada.opens()
    ada.sees("Next step: {step}", step=FIVE)


def test_a_step_is_dropped_and_restored(ada: Phone) -> None:
    adds_a_step(ada)
    ada.presses("Change it", "Drop it")
    ada.sees("This step was dropped.")
    ada.presses("Go back")
    ada.may_not_press(FIVE)
    ada.forges(f"steps.show:{step(ada.talk)}")
    ada.presses("Take it back")
    ada.may_press("Done")


def test_a_step_is_said_in_other_words_and_given_to_another(ada: Phone) -> None:
    adds_a_step(ada)
    ada.presses("Change it", "Change words")
    ada.says("Learn six sentences")
    ada.sees("Learn six sentences")
    ada.presses("Change it", "Change who", "Me")
    ada.sees("You do it.")
    ada.presses("Change it", "Change who", "Together")
    ada.sees("You do it together.")


def test_each_answer_is_kept_at_once(ada: Phone) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step")
    ada.says(FIVE)
    ada.opens()
    ada.sees("Next step: {step}", step=FIVE)


def test_not_yet_is_a_full_answer(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    with talk.nothing_changes():
        ada.forges(f"steps.not_yet:{step(talk)}")
    ada.sees("All right. It stays open.")
    ada.presses("Done")
    ada.forges(f"steps.not_yet:{step(talk)}")
    ada.sees_not("All right. It stays open.")


def test_what_is_ticked_is_not_dropped_and_the_other_way_round(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Done")
    with talk.nothing_changes():
        ada.forges(f"steps.drop:{step(talk)}")
    ada.sees("Done.")
    ada.presses("Undo", "Change it", "Drop it")
    with talk.nothing_changes():
        ada.forges(f"steps.finish:{step(talk)}")
    ada.sees("This step was dropped.")


def test_both_press_done_at_once_and_it_is_ticked_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    at_once(talk, f"steps.finish:{step(talk)}", ada, nia)
    done = [row for row in talk.rows()["acts"] if row["verb"] == "step-done"]
    assert len(done) == 1
    for each in (ada, nia):
        each.forges(f"steps.show:{step(talk)}")
        each.sees("Done.")


def test_samir_finds_no_step_of_adas(samir: Phone, ada: Phone, cast: Cast) -> None:
    adds_a_step(ada)
    number, someone = step(cast.talk), cast.talk.rows()["people"][1]["id"]
    pages = ("finish", "reopen", "not_yet", "change", "drop", "restore", "show")
    forged = [f"steps.{page}:{number}" for page in pages]
    forged += [f"planning.ask_words:{number}", f"planning.ask_until:{number}"]
    forged += [f"planning.set_who:{number}:{someone}:step", f"planning.set_when:{number}:today"]
    forged += [f"planning.set_until:{number}:2027-03-20", f"planning.month:{number}:2027-03-01"]
    with cast.talk.nothing_changes():
        for link in forged:
            samir.forges(link)
            samir.sees(GONE)
            samir.sees_not(FIVE, "Ada", "Nia")


def test_a_stranger_cannot_be_given_a_step(ada: Phone, samir: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    stranger = next(row["id"] for row in talk.rows()["people"] if row["name"] == "Samir")
    with talk.nothing_changes():
        ada.forges(f"planning.set_who:{step(talk)}:{stranger}:step")
    ada.sees(GONE)


def adds_a_step(ada: Phone, words: str = FIVE) -> None:
    """Ada adds a goal and a step for both, without a date."""
    adds_a_goal(ada)
    ada.presses("Add a step")
    ada.says(words)
    ada.presses("Together", "No date")


def step(talk: Talk) -> int:
    """The number of the newest step."""
    return int(talk.rows()["steps"][-1]["id"])


def at_once(talk: Talk, link: str, *phones: Phone) -> None:
    """Several people press the same in one moment."""
    each_at_once(talk, dict.fromkeys(phones, link))


def each_at_once(talk: Talk, pressed: dict[Phone, str]) -> None:
    """Several people press in the same moment, each a link, and then look at what it shows."""

    async def press(phone: Phone, link: str, number: int) -> Answer | Hint | None:
        row = {"update_id": number, "lane": phone.number, "raw": "{}", "heard_at": talk.clock.now()}
        await talk.database.run(lambda session: heard.keep(session, [row]))
        event = Event(number, CHANNEL, phone.number, phone.app, Pressed(link, None, "press"))
        return await talk.database.run(
            lambda session: talk.conversation.take(session, event, talk.clock.now())
        )

    async def all_of_them() -> list[Answer | Hint | None]:
        presses = (press(phone, link, 9000 + phone.number) for phone, link in pressed.items())
        return await asyncio.gather(*presses)

    for phone, answer in zip(pressed, asyncio.run(all_of_them()), strict=True):
        assert isinstance(answer, Answer)
        phone.receives(answer.screen)
