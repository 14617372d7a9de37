"""Make it smaller: first thing, who, when, what could get in the way; the large step rests."""

from datetime import date

from tests.handlers.test_goals import ORDER
from tests.handlers.test_ready import called
from tests.handlers.test_steps import FIVE, adds_a_step, at_once, step
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

OFFER = "Make it smaller"


def test_four_screens_by_taps_alone(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    talk.passes(minutes=2)
    ada.presses("Change it", OFFER)
    ada.sees(FIVE, "What is the very first thing to do? Ten minutes are enough.")
    ada.presses(called(ada, "ten-minutes"))
    ada.sees(called(ada, "ten-minutes"), "Who does it?")
    ada.presses("Me")
    ada.sees("Until when?")
    ada.presses("Tomorrow")
    ada.sees("What could get in the way?")
    ada.presses("Missing words")
    ada.sees("A small step is enough. The large one can wait.", "Put aside: {step}", step=FIVE)
    ada.sees("Until: {day}", day=ada.words.day(date(2027, 3, 2)))
    ada.may_press(called(ada, "ten-minutes"), called(ada, "practise-the-words"))
    talk.passes(minutes=2)
    nia.sees("Step put aside by {name}: {step}", name="Ada", step=FIVE)
    nia.sees("New step from {name}: {step}", name="Ada", step=called(nia, "ten-minutes"))


def test_in_ones_own_words(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Change it", OFFER)
    ada.says("Open the book")
    ada.presses("Together", "Today")
    ada.says("Put the book on the table")
    ada.may_press("Open the book", "Put the book on the table")
    assert [(row["words"], row["rested_at"] is None) for row in talk.rows()["steps"]] == [
        (FIVE, False),
        ("Open the book", True),
        ("Put the book on the table", True),
    ]


def test_nothing_in_the_way_leaves_one_step(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Change it", OFFER, called(ada, "ask-somebody"), "Anyone of us", "This week", "Nothing")
    assert len(talk.rows()["steps"]) == 2
    ada.opens()
    ada.sees("Next step: {step}", step=called(ada, "ask-somebody"))


def test_a_small_step_is_not_offered_in_its_own_place(ada: Phone) -> None:
    adds_a_step(ada)
    ada.presses("Change it", OFFER, called(ada, "ten-minutes"), "Me", "Today", "Nothing")
    ada.presses(called(ada, "ten-minutes"), "Change it", OFFER)
    ada.may_not_press(called(ada, "ten-minutes"))
    ada.may_press(called(ada, "ask-somebody"))


def test_each_answer_is_kept_at_once(ada: Phone) -> None:
    adds_a_step(ada)
    ada.presses("Change it", OFFER, called(ada, "ten-minutes"))
    ada.opens()
    ada.sees("Next step: {step}", step=called(ada, "ten-minutes"))


def test_pressing_twice_or_both_at_once_makes_one(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    large = step(talk)
    ada.presses("Change it", OFFER)
    ada.presses_again(called(ada, "ten-minutes"))
    ada.sees("Who does it?")
    nia.forges(f"smaller.first:{large}:ten-minutes")
    ada.presses("Me", "Today")
    at_once(talk, f"smaller.overcome:{step(talk)}:time", ada, nia)
    assert [row["ready"] for row in talk.rows()["steps"]] == [None, "ten-minutes", "choose-a-day"]


def test_the_large_step_is_taken_up_again(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Change it", OFFER, called(ada, "ten-minutes"), "Me", "Today", "Nothing", FIVE)
    ada.sees("This step is put aside.")
    talk.passes(minutes=2)
    ada.presses("Take it up again")
    ada.may_press("Done")
    talk.passes(minutes=2)
    nia.sees("Step open again, says {name}: {step}", name="Ada", step=FIVE)


def test_it_is_offered_when_a_date_has_gone_by_twice(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Change it", "Tomorrow")
    talk.clock.forward(days=3)
    ada.presses("Change it", "Tomorrow")
    ada.may_not_press(OFFER)
    talk.clock.forward(days=3)
    ada.forges(f"steps.show:{step(talk)}")
    ada.may_press(OFFER)


def test_the_weekly_word_offers_it(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Change it", "Change date", "Today")
    talk.clock.at("Thursday 18:00")
    talk.delivers()
    ada.presses(OFFER)
    ada.sees(FIVE, "What is the very first thing to do? Ten minutes are enough.")


def test_what_is_done_is_not_made_smaller(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Done")
    with talk.nothing_changes():
        for page in ("ask_first:{}", "first:{}:ten-minutes", "overcome:{}:time"):
            ada.forges("smaller." + page.format(step(talk)))
            ada.sees("Done.")


def test_samir_makes_nothing_of_adas_smaller(samir: Phone, ada: Phone, cast: Cast) -> None:
    adds_a_step(ada)
    number = step(cast.talk)
    pages = ["ask_first:{}", "first:{}:ten-minutes", "ask_who:{}", "set_who:{}:0", "ask_when:{}"]
    pages += ("set_when:{}:today", "ask_obstacle:{}", "overcome:{}:time", "nothing:{}")
    with cast.talk.nothing_changes():
        for page in pages:
            samir.forges("smaller." + page.format(number))
            samir.sees_not(FIVE, ORDER)
