"""Office hours: changed by taps, and what members are told outside them, by their own clock."""

from datetime import timedelta

import pytest

from tests.handlers.test_announcements import number, tells
from tests.phones import Phone
from tests.talk import Talk

SOON = "Somebody answers soon."
TODAY = "Somebody looks at it today from {clock}."
LATER = "Somebody looks at it on {day}, from {clock}."


@pytest.fixture
def office(rosa: Phone) -> Phone:
    """Rosa looks at the office hours."""
    rosa.opens()
    rosa.presses("Open my desk", "Messages to us", "Office hours")
    return rosa


def hears(phone: Phone, rosa: Phone, when: str) -> None:
    """Somebody answers an announcement at a moment in Marseille."""
    talk = phone.talk
    announcement = number(talk) if talk.rows()["announcements"] else tells(rosa)
    talk.clock.at(when)
    phone.forges(f"answering_back.ask:{announcement}")
    phone.says("Hello")
    phone.sees("Thank you.")


@pytest.mark.parametrize("name", ["ada", "nia", "samir"])
def test_in_them_and_outside(name: str, rosa: Phone, talk: Talk, request: pytest.FixtureRequest) -> None:
    phone = request.getfixturevalue(name)
    hears(phone, rosa, "Tuesday 10:00")
    phone.sees(SOON)
    hears(phone, rosa, "Wednesday 07:30")
    phone.sees(TODAY, clock="09:00")
    hears(phone, rosa, "Friday 17:00")
    talk.clock.at("Monday 08:00")
    phone.sees(LATER, day=phone.words.day(talk.clock.now().date()), clock="09:00")


@pytest.mark.usefixtures("told")
def test_at_night_it_waits_for_the_morning(rosa: Phone, samir: Phone, talk: Talk) -> None:
    seen = rosa.last
    talk.clock.at("Monday 21:30")
    tomorrow = samir.words.day(talk.clock.now().date() + timedelta(days=1))
    samir.replies("Where is it?")
    samir.sees(LATER, day=tomorrow, clock="09:00")
    assert talk.passes(minutes=2) == 0
    assert rosa.last == seen
    talk.clock.at("Tuesday 09:00")
    assert talk.delivers() == 1
    rosa.sees("Where is it?")


def test_each_reads_it_by_their_own_clock(samir: Phone, rosa: Phone) -> None:
    samir.forges("timing.set_zone:Asia/Kathmandu")
    hears(samir, rosa, "Wednesday 07:30")
    samir.sees(TODAY, clock="13:45")


def test_days_are_ticked(office: Phone, samir: Phone) -> None:
    saturday = office.words.weekday(5)
    office.may_press(saturday)
    office.presses_again(saturday)
    assert f"{saturday} ✓" in office.labels
    hears(samir, office, "Saturday 10:00")
    samir.sees(SOON)


def test_one_day_stays(office: Phone) -> None:
    for day in range(4):
        office.presses(office.words.weekday(day))
    office.presses(office.words.weekday(4))
    office.sees("One day has to stay.")
    assert f"{office.words.weekday(4)} ✓" in office.labels


def test_hours_are_chosen_within_a_day(office: Phone, samir: Phone, talk: Talk) -> None:
    office.sees("{hours}, on the days with a tick.", hours="09:00–17:00")
    office.presses("Change hours", "14:00")
    office.sees("When do they end?")
    office.may_not_press("14:00")
    office.presses("20:00")
    office.sees("{hours}, on the days with a tick.", hours="14:00–20:00")
    programme = talk.rows()["programmes"][0]["id"]
    with talk.nothing_changes():
        for link in (
            f"office.keep:{programme}:20:14",
            f"office.keep:{programme}:5:14",
            f"office.ask_last:{programme}:23",
            f"office.set_day:{programme}:7:1",
            f"office.set_day:{programme}:5:2",
        ):
            office.forges(link)
            office.sees("That is not here any more. Nothing has changed.")
    hears(samir, office, "Tuesday 10:00")
    samir.sees(TODAY, clock="14:00")
