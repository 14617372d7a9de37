"""Crowds: what is due at one hour leaves soon after it, because some of it leaves a little before."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from db import crowds
from db.crowds import CHUNK, EARLIEST, PUNCTUAL, spread
from db.deliveries import Delivery
from db.kinds import Kind
from tests.db.cast import NOW, Cast

PACE = 20.0
SIX = datetime(2027, 3, 4, 17, tzinfo=UTC)
IN_TIME = int(PUNCTUAL.total_seconds() * PACE)
"""How many leave in time without going before."""


def eased(found: dict[datetime, int], pace: float = PACE) -> Counter[datetime]:
    """The crowds after they are spread."""
    after = Counter(found)
    for shift in spread(found, pace):
        after[shift.due] -= shift.count
        after[shift.to] += shift.count
    return after


def leaves(found: Counter[datetime], pace: float = PACE) -> dict[datetime, datetime]:
    """When the last one of each crowd leaves, one after the other in the order of their moments."""
    free, last = min(found), {}
    for due in sorted(found):
        free = max(free, due) + timedelta(seconds=found[due] / pace)
        last[due] = free
    return last


def test_who_leaves_in_time_stays() -> None:
    assert spread({SIX: IN_TIME, SIX + timedelta(hours=1): IN_TIME}) == []
    assert spread({}) == []


def test_fifty_thousand_at_six_begin_before_it() -> None:
    after = eased({SIX: 50_000})
    assert after[SIX] == IN_TIME == 36_000
    assert min(after) == SIX - timedelta(seconds=14_000 / PACE)
    assert max(leaves(after).values()) <= SIX + PUNCTUAL


def test_of_two_hours_the_first_makes_room_for_the_second() -> None:
    after = eased({SIX: 50_000, SIX - timedelta(minutes=20): 30_000})
    assert leaves(after)[SIX] <= SIX + PUNCTUAL
    assert leaves(after)[SIX - timedelta(minutes=20)] <= SIX


hours = st.integers(0, 200).map(lambda quarter: SIX + quarter * timedelta(minutes=15))


@given(st.dictionaries(hours, st.integers(1, 60_000), max_size=12))
@example({SIX: 1_000_000})
def test_nobody_is_lost_nobody_goes_later_and_all_leave_in_time(found: dict[datetime, int]) -> None:
    shifts = spread(found, PACE)
    after = eased(found)
    assert sum(after.values()) == sum(found.values())
    assert min(after.values(), default=0) >= 0
    assert all(shift.due - EARLIEST <= shift.to < shift.due for shift in shifts)
    if found and all(shift.to > shift.due - EARLIEST for shift in shifts):
        last = leaves(+after)
        assert all(last[due] <= due + PUNCTUAL + CHUNK for due in found if after[due])


@given(st.dictionaries(hours, st.integers(1, 60_000), max_size=8))
def test_spreading_again_hardly_moves_anything(found: dict[datetime, int]) -> None:
    moved = sum(shift.count for shift in spread(eased(found), PACE))
    assert moved <= PACE * CHUNK.total_seconds() * (len(found) + len(spread(found, PACE)))


def test_rows_move_and_what_was_asked_for_stays(session: Session, cast: Cast) -> None:
    due = NOW + timedelta(hours=5)
    people = [cast.ada.id, cast.nia.id, cast.samir.id, cast.maud.id]
    for kind in (Kind.NUDGE, Kind.REMINDER):
        rows = [
            {"person_id": id, "link": f"{kind}:1", "kind": kind, "due_at": due, "tries": 0} for id in people
        ]
        session.execute(insert(Delivery), rows)
    pace = 3 / PUNCTUAL.total_seconds()
    assert crowds.ease(session, NOW, pace) == 1
    assert crowds.ease(session, NOW, pace) == 0
    found = select(Delivery.kind, Delivery.due_at, func.count()).group_by(Delivery.kind, Delivery.due_at)
    assert {tuple(row) for row in session.execute(found)} == {
        (Kind.REMINDER, due, 4),
        (Kind.NUDGE, due, 3),
        (Kind.NUDGE, due - PUNCTUAL / 3, 1),
    }
