"""Some months after its end all of a pair is erased by itself, on the day that was said before."""

from datetime import timedelta

from db import programmes
from db.engine import Database
from tests.handlers.seasons import ERASED, LATER, OVER, ends, full, moves_to
from tests.handlers.test_ending import DID, ERASING, lives
from tests.handlers.test_settings import GONE
from tests.people import Cast
from tests.phones import Phone
from tests.talk import START, Talk

FILLED = {
    "pairs",
    "partners",
    "partings",
    "goals",
    "steps",
    "lessons",
    "acts",
    "meetings",
    "comings",
    "places",
}
FILLED |= {"icebreakings", "openings", "wishes", "pulses", "remarks", "thanks", "stayings", "ballots"}
STAYS = {"programmes", "members", "people", "addresses", "invitations", "tallies"}
"""What is kept when a pair is erased."""


def test_six_months_later_everything_of_it_is_erased(ada: Phone, nia: Phone, cast: Cast) -> None:
    talk = cast.talk
    lives(ada, nia, talk)
    ada.forges("staying.choose:1:write:1")
    ada.forges("matters.toggle:1:work")
    ada.forges("pulse.answer:1:4")
    ada.forges("remarks.keep:1:talk")
    ends(talk)
    ada.forges("survey.give:1:goal:yes")
    moves_to(talk, START.replace(year=2028, month=2, day=29, hour=22))
    assert {table for table, rows in talk.rows().items() if rows} >= FILLED
    moves_to(talk, START.replace(year=2028, month=2, day=29, hour=23))
    left = {table for table, rows in talk.rows().items() if rows} - {"deliveries", "heard", "leases"}
    assert left <= STAYS
    assert "tallies" in left
    assert [row for row in talk.rows()["deliveries"] if row["claimed_at"] is None] == []
    shown = ada.last
    moves_to(talk, talk.clock.now() + timedelta(days=30))
    assert ada.last == shown
    ada.opens()
    ada.may_not_press(DID, names="Nia")
    with talk.nothing_changes():
        for link in ("ending.show:1", "ending.get:1", "path.overview:1:0", "survey.ask:1:goal"):
            ada.forges(link)
            ada.sees(GONE)


def test_a_programme_says_how_long(ada: Phone, talk: Talk, cast: Cast, database: Database) -> None:
    changed = {"keep_months": 1, "season_months": None}
    assert database.work(lambda session: programmes.change(session, cast.programme, changed))
    ends(talk)
    ada.sees(ERASING, day=full(ada, OVER.date().replace(month=10, day=1)))
    moves_to(talk, OVER + timedelta(days=31))
    assert talk.rows()["pairs"] == []
    moves_to(talk, LATER)
    assert talk.rows()["ballots"] == []


def test_what_we_know_of_somebody_says_when_it_goes(ada: Phone, talk: Talk) -> None:
    for goes_on in (ends, None):
        ada.opens()
        ada.presses("Settings", "What you know of me")
        ada.sees(ERASING, day=full(ada, ERASED))
        if goes_on:
            goes_on(talk)
