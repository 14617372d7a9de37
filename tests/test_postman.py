"""What an error means for a message that is due: again, later, elsewhere or never; and what is known."""

from functools import partial

import pytest

from bot.postman import MOST_TRIES
from bot.undeliverable import Bug, GoneForGood, Moved, SlowDown, TryAgain, Uncertain
from db import deliveries
from db.deliveries import Outcome
from db.engine import Database
from tests.handlers.test_announcements import confirms, sends, writes
from tests.people import Cast, gather
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk
from tests.weekly import goes_well


@pytest.fixture
def cast(database: Database) -> Cast:
    found = gather(Talk(database))
    goes_well(found.talk)
    return found


@pytest.fixture
def nia(cast: Cast) -> Phone:
    return cast.phones["Nia"]


def announces(cast: Cast) -> None:
    """Rosa sends an announcement to all five."""
    writes(cast.phones["Rosa"])
    sends(cast.phones["Rosa"])


def outcomes(talk: Talk, phone: Phone) -> list[tuple[str, Outcome | None]]:
    """Kind and outcome of all that was ever claimed for somebody."""
    person = next(row["person_id"] for row in talk.rows()["addresses"] if row["ref"] == phone.number)
    found = [row for row in talk.rows()["deliveries"] if row["person_id"] == person and row["claimed_at"]]
    return [(row["kind"], row["outcome"]) for row in found]


def test_what_surely_did_not_leave_is_tried_again(cast: Cast, nia: Phone) -> None:
    announces(cast)
    cast.talk.troubles[nia.number] = TryAgain("no connection")
    assert cast.talk.delivers() == 4
    assert cast.talk.passes(seconds=19) >= 0
    assert nia.last == 0
    cast.talk.passes(seconds=1)
    nia.sees("Picnic on Sunday.")
    assert outcomes(cast.talk, nia) == [("announcement", Outcome.SENT)]


def test_nobody_is_tried_for_ever(cast: Cast, nia: Phone) -> None:
    announces(cast)
    for _ in range(MOST_TRIES):
        cast.talk.troubles[nia.number] = TryAgain("no connection")
        cast.talk.passes(minutes=15)
    assert cast.talk.passes(hours=3) == 0
    assert outcomes(cast.talk, nia) == [("announcement", Outcome.FAILED)]


def test_a_flood_postpones_and_counts_for_nothing(cast: Cast, nia: Phone) -> None:
    announces(cast)
    for _ in range(MOST_TRIES + 2):
        cast.talk.troubles[nia.number] = SlowDown("Too Many Requests", seconds=60)
        cast.talk.passes(minutes=1)
    assert nia.last == 0
    cast.talk.passes(minutes=1)
    nia.sees("Picnic on Sunday.")


def test_what_a_human_asked_for_may_come_twice_rather_than_never(cast: Cast, nia: Phone) -> None:
    announces(cast)
    cast.talk.troubles[nia.number] = Uncertain("Timed out")
    cast.talk.delivers()
    cast.talk.passes(seconds=20)
    nia.sees("Picnic on Sunday.")


def test_what_nobody_asked_for_is_rather_let_go(cast: Cast, nia: Phone) -> None:
    cast.talk.troubles[nia.number] = Uncertain("Timed out")
    cast.talk.clock.at("Thursday 18:00")
    cast.talk.delivers()
    assert cast.talk.passes(hours=1) == 0
    assert outcomes(cast.talk, nia) == [("nudge", Outcome.LET_GO)]
    cast.talk.clock.at("Thursday 18:00")
    cast.talk.delivers()
    nia.sees("Idea to share")


def test_a_fault_of_ours_is_not_repeated(cast: Cast, nia: Phone) -> None:
    announces(cast)
    cast.talk.troubles[nia.number] = Bug("Bad Request: can't parse entities")
    cast.talk.delivers()
    assert cast.talk.passes(minutes=5) <= 1, "only Rosa's report"
    assert outcomes(cast.talk, nia) == [("announcement", Outcome.FAILED)]


def test_a_group_that_moved_meanwhile_gets_it_under_its_new_number(cast: Cast) -> None:
    room = Room(cast.talk, -500)
    confirms(cast.phones["Rosa"], room)
    writes(cast.phones["Rosa"])
    sends(cast.phones["Rosa"], 6)
    cast.talk.troubles[-500] = Moved("Bad Request: group chat was upgraded", chat=-1005)
    cast.talk.listeners[-1005] = room
    cast.talk.delivers()
    cast.talk.passes(seconds=1)
    room.sees("Picnic on Sunday.")


def test_whoever_is_gone_is_left_in_peace(cast: Cast, nia: Phone) -> None:
    announces(cast)
    cast.talk.troubles[nia.number] = GoneForGood("Forbidden: user is deactivated")
    cast.talk.delivers()
    cast.talk.clock.at("Thursday 18:00")
    cast.talk.delivers()
    assert nia.last == 0
    assert [outcome for _, outcome in outcomes(cast.talk, nia)] == [Outcome.UNREACHABLE] * 2


def test_after_a_crash_what_was_asked_for_goes_again(cast: Cast, nia: Phone) -> None:
    announces(cast)
    now = cast.talk.clock.now()
    lost = cast.talk.look(lambda session: deliveries.claim(session, now, limit=5))
    assert len(lost) == 5
    assert cast.talk.delivers() == 0
    assert cast.talk.look(lambda session: deliveries.recover(session, now)) == 5
    assert cast.talk.delivers() == 5
    nia.sees("Picnic on Sunday.")


def test_after_a_crash_what_nobody_asked_for_is_let_go_if_it_may_have_left(cast: Cast, nia: Phone) -> None:
    cast.talk.clock.at("Thursday 18:00")
    now = cast.talk.clock.now()
    lost = cast.talk.look(lambda session: deliveries.claim(session, now, limit=9))
    for claim in lost[:2]:
        cast.talk.look(partial(cast.talk.postman.prepare, claim=claim, now=now))
    assert cast.talk.look(lambda session: deliveries.recover(session, now)) == len(lost) == 4
    assert cast.talk.delivers() == 2
    cast.talk.clock.at("Thursday 18:00")
    assert cast.talk.delivers() == 4, "and next week goes on for everybody"


def test_whoever_comes_back_hears_the_weekly_word_again(cast: Cast, nia: Phone) -> None:
    nia.blocks()
    for _ in range(3):
        cast.talk.clock.at("Thursday 18:00")
        cast.talk.delivers()
    nia.unblocks()
    cast.talk.clock.at("Thursday 18:00")
    cast.talk.delivers()
    nia.sees("Idea to share")


def test_a_fault_of_one_week_does_not_end_the_weekly_word(cast: Cast, nia: Phone) -> None:
    cast.talk.clock.at("Thursday 18:00")
    now = cast.talk.clock.now()
    for claim in cast.talk.look(lambda session: deliveries.claim(session, now, limit=9)):
        cast.talk.look(partial(cast.talk.postman.broken, claim=claim, fault="Fault", now=now))
    cast.talk.clock.at("Thursday 18:00")
    assert cast.talk.delivers() == 4
    nia.sees("Idea to share")
