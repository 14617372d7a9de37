"""What will come: the next three with day, hour and why; not this one; later; and what became of others."""

import pytest

from tests.handlers.test_meetings import agreed
from tests.handlers.test_settings import GONE
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import goes_well, thursday

WORD = "A word from us, on the day you chose"


@pytest.fixture(autouse=True)
def settled(cast: Cast) -> None:
    """Both pairs have a goal and a meeting to come."""
    goes_well(cast.talk)


def looks_ahead(phone: Phone) -> None:
    phone.opens()
    phone.presses("What will come")


def test_the_next_three_with_day_and_hour_and_why(ada: Phone, talk: Talk) -> None:
    looks_ahead(ada)
    ada.sees(WORD, "A word, because your time together ends")
    assert len([label for label in ada.labels if "18:00" in label or "17:58" in label]) == 3


def test_a_meeting_is_reminded_of(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    looks_ahead(ada)
    ada.sees("A reminder, because you agreed to meet", WORD)


def test_not_this_one(ada: Phone, talk: Talk) -> None:
    looks_ahead(ada)
    pressed = ada.labels[0]
    ada.presses(pressed, "Not this one")
    ada.may_not_press(pressed)
    ada.sees(WORD)
    shown = ada.last
    thursday(talk)
    assert ada.last == shown
    thursday(talk)
    assert ada.last == shown + 1, "the one after it comes"
    looks_ahead(ada)
    ada.presses("What became of it")
    ada.sees("Not sent. You did not want it.", "It came because you get an idea now and then.")


def test_what_was_declined_stays_declined_when_the_hour_is_changed(ada: Phone, talk: Talk) -> None:
    looks_ahead(ada)
    ada.presses(ada.labels[0], "Not this one")
    ada.forges("timing.set_hour:3:18")
    thursday(talk)
    ada.sees("Idea to share")


def test_later_from_the_list(ada: Phone, talk: Talk) -> None:
    looks_ahead(ada)
    ada.presses(ada.labels[0], "Later")
    ada.sees("When would you like it?")
    ada.presses("Tomorrow")
    talk.clock.at("Tuesday 18:00")
    talk.delivers()
    ada.sees("Idea to share")


def test_later_from_a_message(ada: Phone, talk: Talk) -> None:
    thursday(talk)
    ada.presses("Later")
    ada.presses("Next week")
    ada.sees(str(ada.words.weekday(3)))
    looks_ahead(ada)
    ada.sees("Something you wanted later", WORD)
    talk.clock.at("Thursday 18:00")
    assert talk.delivers() >= 3, "what was asked for comes beside the weekly word"


def test_tonight_while_there_is_an_evening(ada: Phone, talk: Talk) -> None:
    thursday(talk)
    word = ada.last
    ada.presses("Later", "Tonight")
    talk.clock.at("Thursday 20:00")
    talk.delivers()
    ada.sees("Idea to share")
    ada.may_press("Later", "Fewer messages")
    assert ada.last > word
    ada.presses("Later")
    ada.may_not_press("Tonight")


def test_two_choices_leave_one(ada: Phone, talk: Talk) -> None:
    thursday(talk)
    ada.presses("Later", "Tomorrow")
    snoozed = [row for row in talk.rows()["deliveries"] if row["kind"] == "snoozed"]
    ada.forges(f"later.until:{snoozed[0]['id']}:next-week")
    assert [row["kind"] for row in talk.rows()["deliveries"]].count("snoozed") == 1


def test_fewer_messages_says_why_this_one_came(ada: Phone, talk: Talk) -> None:
    thursday(talk)
    ada.presses("Fewer messages")
    ada.sees("It came because you get an idea now and then.", "How often may we write to you?")
    ada.presses("Every month")
    ada.sees("Now: every month.")


def test_what_was_put_off_says_why(ada: Phone, talk: Talk) -> None:
    talk.clock.at("Thursday 23:30")
    talk.delivers()
    looks_ahead(ada)
    ada.sees("It waits for the end of the quiet hours.")


def test_it_is_nobody_elses(ada: Phone, samir: Phone, talk: Talk) -> None:
    mine = [
        row["id"] for row in talk.rows()["deliveries"] if row["person_id"] == talk.rows()["people"][1]["id"]
    ]
    with talk.nothing_changes():
        for page in ("coming.show", "coming.decline", "later.ask", "timing.fewer"):
            samir.forges(f"{page}:{mine[0]}")
            samir.sees(GONE)
        samir.forges(f"later.until:{mine[0]}:tomorrow")
        samir.sees(GONE)
