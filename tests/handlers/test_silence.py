"""Silence of a pair, and of a person: soft words, three choices, and a row on the desk."""

from datetime import timedelta

import pytest

from tests.handlers.test_goals import adds_a_goal
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import goes_well

QUIET = "It was quiet for a while. That happens."


def days_pass(talk: Talk, days: int) -> None:
    """Day after day the house is kept, at noon and at six."""
    for _ in range(days):
        talk.clock.forward(hours=16)
        talk.keeps_house()
        talk.clock.forward(hours=8)
        talk.keeps_house()


def asked(talk: Talk) -> list[str]:
    """What became of the soft words."""
    return [row["outcome"] for row in talk.rows()["deliveries"] if row["kind"] == "silence"]


def test_after_two_weeks_each_is_asked_softly_and_not_before(ada: Phone, nia: Phone, talk: Talk) -> None:
    days_pass(talk, 13)
    assert asked(talk) == []
    days_pass(talk, 8)
    assert asked(talk) == ["sent"] * 4
    for phone in (ada, nia):
        texts = [str(screen.text) for screen in phone.messages.values()]
        assert any(phone.say("What would be good now?") in text for text in texts)


def test_all_fine_ends_it_for_both(ada: Phone, nia: Phone, talk: Talk) -> None:
    reaches_silence(ada, talk)
    ada.presses("All fine")
    ada.sees("Good to know. Thank you.")
    assert talk.rows()["pairs"][0]["hush"] is None
    shown = nia.last
    days_pass(talk, 2)
    assert nia.last == shown, "the other hears nothing of it"


def test_a_date_is_proposed(ada: Phone, talk: Talk) -> None:
    reaches_silence(ada, talk)
    ada.presses("Propose a date")
    ada.sees("Which day suits you?")


def test_a_hand_is_asked_for_by_name(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    reaches_silence(ada, talk)
    ada.presses("I need a hand")
    ada.sees("It goes to: {names}. To nobody else.", names="Rosa")
    ada.presses("Send to {names}", names="Rosa")
    talk.delivers()
    rosa.sees("I need a hand")
    assert "received" not in str(nia.screen.here)


def test_after_three_weeks_the_coordinator_knows_once(rosa: Phone, ada: Phone, talk: Talk) -> None:
    days_pass(talk, 20)
    assert rosa.last == 0
    days_pass(talk, 2)
    both = rosa.words.listed(["Ada", "Nia"])
    rosa.may_press("Silent: {names}", names=both)
    shown = rosa.last
    days_pass(talk, 4)
    assert rosa.last == shown
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.presses("Silent: {names}", names=both)
    rosa.sees("Nobody is at fault. A friendly word helps.")
    rosa.presses("Done")
    rosa.may_not_press("Silent: {names}", names=both)


def test_a_sign_ends_it(ada: Phone, rosa: Phone, talk: Talk) -> None:
    days_pass(talk, 22)
    adds_a_goal(ada)
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.may_not_press("Silent: {names}", names=rosa.words.listed(["Ada", "Nia"]))


def test_who_will_meet_is_not_silent(ada: Phone, talk: Talk) -> None:
    goes_well(talk)
    days_pass(talk, 30)
    assert asked(talk) == []


def test_after_a_pause_the_time_begins_anew(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.forges(f"pausing.until:{talk.clock.now().date() + timedelta(days=20)}")
    days_pass(talk, 30)
    assert asked(talk).count("sent") == 2, "the other pair was asked"
    assert talk.rows()["pairs"][0]["hush"] is None


def test_samir_says_nothing_for_ada(samir: Phone, ada: Phone, talk: Talk) -> None:
    reaches_silence(ada, talk)
    with talk.nothing_changes():
        for page in ("ask", "fine"):
            samir.forges(f"silence.{page}:{talk.rows()['pairs'][0]['id']}")
            samir.sees("That is not here any more. Nothing has changed.")


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
def test_who_never_answers_hears_less_then_nothing_and_the_coordinator_learns_it(
    ada: Phone, rosa: Phone, cast: Cast
) -> None:
    talk = cast.talk
    goes_well(talk)
    came = []
    for week in range(1, 21):
        before = ada.last
        talk.clock.at("Thursday 18:00")
        talk.delivers()
        came += [week] if ada.last > before else []
    assert came == [1, 2, 3, 7, 11, 15]
    rosa.may_press("No answer yet: {name}", name="Ada")
    rosa.presses("No answer yet: {name}", name="Ada")
    rosa.sees("We send nothing of our own now.")
    ada.opens()
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.may_not_press("No answer yet: {name}", name="Ada")
    shown = ada.last
    talk.clock.at("Thursday 18:00")
    talk.delivers()
    assert ada.last > shown, "any sign ends it"


def reaches_silence(ada: Phone, talk: Talk) -> None:
    """Until the soft word stands on Ada's phone."""
    for _ in range(21):
        days_pass(talk, 1)
        if ada.last and ada.say(QUIET) in ada.text:
            return
    raise AssertionError("no soft word came")
