"""Public holidays: one line the day before to those in a pair, until they switch it off."""

from datetime import date, datetime

import pytest
from sqlalchemy.orm import Session

from db import programmes
from db.observances import Observance
from db.people import Role
from handlers.culture import days
from tests.days import at, begins, coming, settings, tells
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

EASTER_MONDAY = "Lundi de Pâques"


@pytest.fixture(autouse=True)
def quiet(talk: Talk, cast: Cast) -> None:
    """Nothing else comes by itself."""
    with talk.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM deliveries")


def test_the_eve_of_a_public_holiday_is_one_line(ada: Phone, nia: Phone, talk: Talk) -> None:
    begins(ada, nia)
    assert at(talk, "2027-03-28 15:59") == 0
    assert at(talk, "2027-03-28 16:00") == 2
    for phone in (ada, nia):
        phone.sees("Tomorrow: {name}. Offices and many shops are closed.", name=EASTER_MONDAY)
        assert "\n" not in phone.text.strip()
    ada.presses("No public holidays")
    ada.sees("We do not tell you of public holidays.")
    assert coming(talk, "Ada") == []
    assert coming(talk, "Nia") == [("days.come:2027-04-30:evening", "2027-04-30 16:00")]


def test_public_holidays_are_for_those_in_a_pair(cast: Cast, talk: Talk) -> None:
    zoe = cast.joined(Who("Zoe", Role.MENTOR))
    begins(zoe)
    assert coming(talk, "Zoe") == []


def test_of_the_country_an_operator_named(ada: Phone, talk: Talk) -> None:
    talk.look(lambda session: name_country(session, "GR", talk.clock.now()))
    begins(ada)
    assert at(talk, "2027-03-14 17:00") == 1
    ada.sees("Tomorrow: {name}. Offices and many shops are closed.", name="Καθαρά Δευτέρα")


def test_a_country_named_later_counts_at_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    begins(ada, nia)
    talk.look(lambda session: name_country(session, "GR", talk.clock.now()))
    assert talk.passes(minutes=1) == 0
    for name in ("Ada", "Nia"):
        assert coming(talk, name) == [("days.come:2027-03-14:evening", "2027-03-14 17:00")]


def name_country(session: Session, country: str, now: datetime) -> None:
    """As an operator does."""
    [programme, _] = programmes.every(session)
    programme.country = country
    days.begin_again(session, programme, now)


def test_with_a_partners_day_it_is_one_message(ada: Phone, nia: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.CHRISTMAS)
    begins(nia)
    at(talk, "2027-12-23 12:00")
    assert at(talk, "2027-12-24 17:00") == 2
    nia.sees("Tomorrow is special for {name}: <b>{day}</b>", name="Ada", day=nia.say("Christmas"))
    nia.sees("Tomorrow: {name}. Offices and many shops are closed.", name="Noël")


def test_a_pair_that_is_made_begins_to_hear(cast: Cast, rosa: Phone, talk: Talk) -> None:
    for name, role in (("Omar", Role.MENTEE), ("Lea", Role.MENTOR)):
        cast.joined(Who(name, role))
    omar, lea = cast.place("Omar"), cast.place("Lea")
    rosa.forges(f"matching.make:{omar}:{lea}")
    for name in ("Omar", "Lea"):
        assert coming(talk, name) == [("days.come:2027-03-28:evening", "2027-03-28 16:00")]


def test_the_switch_is_one_tap_and_says_how_it_stands(ada: Phone, talk: Talk) -> None:
    settings(ada)
    assert f"{ada.say('Public holidays')} ✓" in ada.labels
    ada.presses("Public holidays")
    assert ada.say("Public holidays") in ada.labels
    assert [row["closed_days"] for row in talk.rows()["people"] if row["name"] == "Ada"] == [False]
    ada.presses("Days to come")
    ada.sees_not(EASTER_MONDAY)
    ada.forges("choosing.switch:1")
    ada.presses("Days to come")
    ada.sees("Offices and many shops are closed:", EASTER_MONDAY)
    assert ada.words.month_day(date(2027, 3, 29)) in ada.text


def test_another_hour_moves_what_is_planned(ada: Phone, nia: Phone, talk: Talk) -> None:
    begins(nia)
    nia.forges("timing.set_hour:1:10")
    assert coming(talk, "Nia") == [("days.come:2027-03-28:evening", "2027-03-28 08:00")]
