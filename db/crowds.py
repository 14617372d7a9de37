"""Crowds: where more is due at one hour than leaves in time, some of it goes a little before.

At a million people most keep the hour we propose, so that tens of thousands are due at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from db.deliveries import PENDING, UNSYNCHRONIZED, Delivery
from db.kinds import UNASKED
from db.rhythm import Reason

PACE = 20
"""Messages a second that are counted on; the gate lets out 25, of which others take their part."""
PUNCTUAL = timedelta(minutes=30)
"""How long after its hour what nobody asked for may still leave."""
EARLIEST = timedelta(hours=3)
"""How long before its hour it may leave at most."""
AHEAD = timedelta(days=1)
"""How far ahead we look."""
NEVER = datetime.max.replace(tzinfo=UTC)
CHUNK = timedelta(minutes=1)
"""What is moved goes in chunks so far apart."""


@dataclass(frozen=True)
class Shift:
    """Of what is due at one moment, so many are due at another instead."""

    due: datetime
    count: int
    to: datetime


def spread(crowds: Mapping[datetime, int], pace: float = PACE) -> list[Shift]:
    """What has to go before its moment, so that all leave at most `PUNCTUAL` after theirs.

    `crowds` says how many are due when, `pace` how many leave in a second. The last crowd is looked at
    first: each has to be through when the one after it begins.
    """
    shifts: list[Shift] = []
    free = NEVER
    for due in sorted(crowds, reverse=True):
        ends = min(due + PUNCTUAL, free)
        free = max(ends - timedelta(seconds=crowds[due] / pace), due - EARLIEST)
        ahead = round((due - free).total_seconds() * pace)
        shifts += _before(due, free, min(ahead, crowds[due]), pace)
    return shifts


def _before(due: datetime, begins: datetime, count: int, pace: float) -> list[Shift]:
    """So many of a crowd, chunk by chunk from a moment on."""
    chunk = max(1, round(pace * CHUNK.total_seconds()))
    starts = range(0, count, chunk)
    return [Shift(due, min(chunk, count - start), begins + (start // chunk) * CHUNK) for start in starts]


def ease(session: Session, now: datetime, pace: float = PACE) -> int:
    """Move what would leave too late, and say how many that were. Doing it again is harmless."""
    crowds = {due: count for due, count in _crowds(session, now) if due > now}
    return sum(_shift(session, shift) for shift in spread(crowds, pace) if shift.to > now)


def _crowds(session: Session, now: datetime) -> list[tuple[datetime, int]]:
    asked = (
        select(Delivery.due_at, func.count())
        .where(PENDING, Delivery.due_at.between(now, now + AHEAD), Delivery.kind.in_(UNASKED))
        .group_by(Delivery.due_at)
    )
    return [(due, count) for due, count in session.execute(asked)]


def _shift(session: Session, shift: Shift) -> int:
    first = (
        select(Delivery.id)
        .where(PENDING, Delivery.due_at == shift.due, Delivery.kind.in_(UNASKED))
        .order_by(Delivery.id)
        .limit(shift.count)
    )
    moved = update(Delivery).where(Delivery.id.in_(first)).values(due_at=shift.to, reason=Reason.CROWDED)
    rows = session.execute(moved.returning(Delivery.id), execution_options=UNSYNCHRONIZED)
    return len(rows.all())
