"""After the first meeting: each is asked alone, and what comes of it tells nobody's answer."""

import pytest

from tests.handlers.test_meetings import met_before
from tests.handlers.test_settings import GONE
from tests.handlers.test_steps import at_once
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

ASKED = "Would you like to go on with {names}?"
NO_FIT = "{names}: this time it did not fit."
BOTH = "Each of you would like to go on."


@pytest.fixture
def asked(ada: Phone, nia: Phone, talk: Talk) -> None:
    """They have met before this Monday; on Tuesday at six each is asked."""
    met_before(ada, talk)
    ada.presses("Skip")
    talk.delivers()
    talk.clock.at("Tuesday 18:00")
    talk.delivers()


@pytest.mark.usefixtures("asked")
def test_each_is_asked_alone_on_the_next_day(ada: Phone, nia: Phone) -> None:
    for phone, other in ((ada, "Nia"), (nia, "Ada")):
        phone.sees(ASKED, names=other)
        phone.sees("We ask each of you alone. Nobody sees your answer.")
        phone.may_press("Go on", "Rather not", "Home")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("answers", [("Rather not", "Go on"), ("Go on", "Rather not"), ("Rather not",) * 2])
def test_a_no_of_either_is_told_to_both_alike(cast: Cast, answers: tuple[str, str]) -> None:
    ada, nia, rosa = (cast.phones[name] for name in ("Ada", "Nia", "Rosa"))
    ada.presses(answers[0])
    assert cast.talk.passes(hours=20) == 0, "nothing is told before both have answered"
    nia.presses(answers[1])
    assert cast.talk.passes(minutes=59) == 0
    assert cast.talk.passes(minutes=1) == 3
    for phone in (ada, nia):
        phone.sees(NO_FIT, names=phone.words.listed(["Ada", "Nia"]))
        phone.sees("That happens often. Nobody is at fault.")
    rosa.sees("The first meeting did not fit: {names}", names=rosa.words.listed(["Ada", "Nia"]))
    assert {row["goes_on"] for row in cast.talk.rows()["decisions"]} == {None}, "nobody's answer is kept"
    assert len({row["settled_at"] for row in cast.talk.rows()["deliveries"] if sent(row, "parting")}) == 1


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("answers", [("Rather not", "Go on"), ("Go on", "Rather not")])
def test_what_is_on_the_screen_and_in_the_plan_tells_nothing(cast: Cast, answers: tuple[str, str]) -> None:
    ada, nia = cast.phones["Ada"], cast.phones["Nia"]
    ada.presses(answers[0])
    due = [row["due_at"] for row in planned(cast.talk)]
    assert len(due) == 2
    assert due[0] == due[1], "both hear at one time, whatever was said"
    nia.opens()
    nia.may_press("See goals")
    for page in ("going_on.outcome:1", "parting.told:1"):
        nia.forges(page)
        nia.sees(GONE)


@pytest.mark.usefixtures("asked")
def test_both_would_like_to_go_on(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Go on")
    ada.sees("You would like to go on.", "Thank you. Nobody sees your answer.")
    nia.presses("Go on")
    assert talk.passes(hours=1) == 2
    for phone in (ada, nia):
        phone.sees(BOTH)
        phone.presses("See goals")
        phone.forges("going_on.ask:1")
        phone.sees(GONE)


@pytest.mark.usefixtures("asked")
def test_without_the_others_answer_a_no_is_told_after_four_days(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Rather not")
    talk.clock.at("Saturday 17:59")
    talk.delivers()
    nia.sees_not(NO_FIT, names=nia.words.listed(["Ada", "Nia"]))
    talk.passes(minutes=1)
    for phone in (ada, nia):
        phone.sees(NO_FIT, names=phone.words.listed(["Ada", "Nia"]))


@pytest.mark.usefixtures("asked")
def test_a_yes_without_the_others_answer_tells_nothing(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Go on")
    shown = nia.last
    talk.clock.at("Saturday 19:00")
    assert talk.delivers() == 0
    assert nia.last == shown
    nia.forges("going_on.answer:1:1")
    talk.passes(hours=1)
    for phone in (ada, nia):
        phone.sees(BOTH)


@pytest.mark.usefixtures("asked")
def test_silence_changes_nothing(ada: Phone, nia: Phone, talk: Talk) -> None:
    talk.passes(days=20)
    assert talk.rows()["partings"] == []
    for phone in (ada, nia):
        phone.opens()
        phone.may_press("See goals")


@pytest.mark.usefixtures("asked")
def test_a_second_thought_counts(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Rather not")
    nia.presses("Go on")
    talk.passes(minutes=30)
    ada.presses("Change my answer", "Go on")
    assert talk.passes(minutes=30) == 0
    assert talk.passes(minutes=30) == 2
    nia.sees(BOTH)


@pytest.mark.usefixtures("asked")
def test_both_answer_at_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    at_once(talk, "going_on.answer:1:0", ada, nia)
    assert talk.passes(hours=1) == 3
    assert len(talk.rows()["partings"]) == 1


@pytest.mark.usefixtures("asked")
def test_pressing_twice_is_one_answer(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses_again("Rather not")
    assert len(planned(talk)) == 2


@pytest.mark.usefixtures("asked")
def test_nobody_else_sees_or_gives_an_answer(cast: Cast) -> None:
    ada = cast.phones["Ada"]
    ada.presses("Rather not")
    for name in ("Samir", "Rosa", "Bea", "Nia"):
        phone = cast.phones[name]
        phone.opens()
        phone.presses("Settings", "What you know of me")
        phone.sees_not("You would rather not go on.")
    with cast.talk.nothing_changes():
        for link in ("going_on.ask:1", "going_on.answer:1:1", "going_on.outcome:1"):
            cast.phones["Samir"].forges(link)
            cast.phones["Samir"].sees(GONE)
        ada.forges("going_on.answer:1:2")
        ada.sees(GONE)
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees("You would rather not go on.")


def test_before_the_question_there_is_nothing_to_answer(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for link in ("going_on.ask:1", "going_on.answer:1:0", "going_on.outcome:1"):
            ada.forges(link)
            ada.sees(GONE)


def test_whoever_takes_the_meeting_back_is_not_asked(ada: Phone, nia: Phone, talk: Talk) -> None:
    met_before(ada, talk)
    ada.forges("afterwards.not_this_time:1")
    talk.clock.at("Tuesday 18:00")
    talk.delivers()
    assert nia.last == 0
    ada.forges("afterwards.yes:1")
    talk.clock.at("Wednesday 18:00")
    talk.delivers()
    nia.sees(ASKED, names="Ada")


@pytest.mark.usefixtures("asked")
def test_only_the_first_meeting_asks(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Note a meeting", str(ada.words.day(talk.clock.now().date()).striptags()))
    ada.says("12:00")
    ada.says("Café du Port")
    assert [
        row for row in talk.rows()["deliveries"] if row["kind"] == "going-on" and not row["claimed_at"]
    ] == []


def test_whoever_pauses_is_asked_afterwards_and_nobody_waits_for_ever(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    met_before(ada, talk)
    ada.forges("pausing.until:2027-03-15")
    talk.delivers()
    talk.clock.at("Tuesday 18:00")
    talk.delivers()
    ada.sees_not(ASKED, names="Nia")
    nia.presses("Rather not")
    talk.clock.at("Saturday 18:00")
    talk.delivers()
    for phone in (ada, nia):
        phone.sees(NO_FIT, names=phone.words.listed(["Ada", "Nia"]))
    talk.clock.at("Monday 09:00")
    talk.clock.at("Monday 09:00")
    talk.delivers()
    ada.sees_not(ASKED, names="Nia")


@pytest.mark.usefixtures("asked")
def test_who_ends_it_meanwhile_leaves_nothing_to_decide(ada: Phone, nia: Phone, talk: Talk) -> None:
    nia.presses("Rather not")
    ada.opens()
    ada.presses("How we are", "End our pair", "End our pair")
    assert talk.passes(days=5) == 2, "the kind word to Nia, the row for Rosa"
    nia.sees("Your pair with {names} has come to its end.", names="Ada")


def planned(talk: Talk) -> list[dict[str, object]]:
    """When what comes of it is to be told."""
    rows = talk.rows()["deliveries"]
    return [row for row in rows if row["link"].startswith("going_on.outcome") and not row["claimed_at"]]


def sent(row: dict[str, object], kind: str) -> bool:
    return row["kind"] == kind and row["outcome"] == "sent"
