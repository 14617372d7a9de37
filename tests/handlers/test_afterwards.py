"""After a meeting: did you meet, how was it for each alone, the next step, the next date; in three taps."""

from datetime import date

import pytest

from tests.handlers.test_meetings import LIBRARY, agreed, line, meeting, met_before
from tests.handlers.test_steps import FIVE, adds_a_step
from tests.phones import Phone
from tests.talk import Talk

FACE = "😊"


@pytest.fixture
def met(ada: Phone, nia: Phone, talk: Talk) -> None:
    """Both had agreed on Thursday at six; it is Thursday at eight, and both are asked."""
    agreed(ada, nia, talk)
    talk.clock.at("Thursday 17:59")
    talk.delivers()
    talk.clock.at("Thursday 20:00")
    talk.delivers()


@pytest.mark.usefixtures("met")
def test_two_hours_after_both_are_asked(ada: Phone, nia: Phone) -> None:
    for phone in (ada, nia):
        phone.sees("Did you meet?", line(phone))
        phone.may_press("Yes", "Moved", "Not this time")


@pytest.mark.usefixtures("met")
def test_yes_a_face_and_the_next_date_are_three_taps(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Yes")
    ada.sees("How was it for you?", "Nobody else sees your answer.")
    ada.presses(FACE)
    ada.sees("Thank you.", ada.words.day(date(2027, 3, 18)), "18:00", LIBRARY)
    ada.presses("Propose it")
    ada.sees(ada.words.day(date(2027, 3, 18)), "18:00", "You come.")
    talk.delivers()
    nia.sees("Meeting proposed by {name}:", name="Ada")


def test_the_next_step_is_named(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    met_before(ada, talk)
    ada.presses("Skip")
    ada.sees("Next step: {step}", step=FIVE)
    ada.presses(FIVE, "Done")
    ada.sees("Done.")


@pytest.mark.usefixtures("met")
def test_a_face_is_for_nobody_else(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    ada.presses("Yes", FACE)
    ada.forges(f"meeting.show:{meeting(talk)}")
    ada.sees("For you: {face} (only you see this)", face=FACE)
    nia.forges(f"meeting.show:{meeting(talk)}")
    nia.sees("You met.")
    nia.sees_not(FACE)
    for phone in (nia, rosa):
        phone.opens()
        phone.presses("Settings", "What you know of me")
        phone.sees_not(FACE)
    rosa.forges(f"meeting.show:{meeting(talk)}")
    rosa.sees_not(FACE, line(rosa))
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees(FACE, line(ada))


@pytest.mark.usefixtures("met")
def test_not_this_time_is_a_full_answer(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Not this time")
    ada.sees("All right. That happens.", "You did not meet this time.")
    nia.presses("Yes", FACE)
    ada.forges(f"meeting.show:{meeting(talk)}")
    ada.sees("You met.")


@pytest.mark.usefixtures("met")
def test_moved_leads_to_another_day(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Moved", "6", "18:00", "Propose it")
    talk.delivers()
    nia.sees("Another time, proposed by {name}:", name="Ada")
    nia.presses("I come")
    assert len(talk.rows()["meetings"]) == 1


@pytest.mark.usefixtures("met")
def test_what_has_happened_is_not_moved_any_more(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Yes")
    with talk.nothing_changes():
        nia.presses("Moved", "6", "18:00", "Propose it")
    nia.sees("You met.")


@pytest.mark.usefixtures("met")
def test_an_old_question_asks_nothing_of_what_was_moved(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.presses("Moved", "6", "18:00", "Propose it")
    with talk.nothing_changes():
        nia.presses("Yes")
    nia.sees("Does this suit you?")


def test_whoever_is_asked_in_the_night_is_asked_in_the_morning(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    ada.presses("Another time", "4", "20:00", "Propose it")
    nia.forges(f"agreeing.accept:{meeting(talk)}:2")
    talk.clock.at("Thursday 22:00")
    talk.delivers()
    nia.sees_not("Did you meet?")
    talk.clock.at("Friday 09:00")
    talk.delivers()
    nia.sees("Did you meet?")


def test_a_meeting_is_noted_afterwards(ada: Phone, nia: Phone, talk: Talk) -> None:
    met_before(ada, talk)
    ada.sees("How was it for you?", "Café du Port", "17:30", ada.words.day(date(2027, 2, 26)))
    assert talk.delivers() == 1
    nia.sees("A meeting of yours was noted:", "Café du Port")
    nia.presses("😄")
    nia.sees("Thank you.")
    assert [row["face"] for row in talk.rows()["comings"]] == [None, 5]


def test_noting_twice_is_noting_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    met_before(ada, talk)
    met_before(nia, talk)
    assert len(talk.rows()["meetings"]) == 1


def test_what_is_to_come_cannot_be_noted(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Note a meeting", str(ada.words.day(date(2027, 3, 1)).striptags()))
    ada.may_press("09:00", "10:00")
    ada.may_not_press("11:00")
    ada.says("18:00")
    ada.sees("At which hour? Tap it, or write it.")


def test_earlier_days_are_a_tap_away_to_a_limit(ada: Phone) -> None:
    ada.opens()
    ada.presses("Meetings", "Note a meeting", *["Earlier"] * 20)
    ada.sees("On which day did you meet?")


def test_the_date_follows_the_rhythm(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Change rhythm", "Every week")
    met_before(ada, talk)
    ada.presses("Skip")
    ada.sees(ada.words.day(date(2027, 3, 5)), "17:30", "Café du Port")
