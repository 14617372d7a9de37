"""Signs of life: pairs of which nothing was heard for a while, and people who do not answer."""

from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from db.deliveries import UNSYNCHRONIZED
from db.meetings import STANDS, Meeting
from db.pairs import LASTING, Hush, Pair
from db.people import Person
from db.programmes import Member, Programme, members
from db.rhythm import NONE

ASKED, TOLD = timedelta(days=14), timedelta(days=21)
"""Silence after which a pair is asked, and after which the coordinators hear of it (facts of the field)."""

SINCE = func.coalesce(Pair.stirred_at, Pair.matched_at)
"""Since when nothing was heard of a pair."""


def silent(session: Session, hush: Hush | None, now: datetime) -> list[Pair]:
    """Open pairs so far, silent for long enough to go on, with no meeting to come and nobody on a pause.

    A pause is no silence: after it the time begins anew.
    """
    since = now - (TOLD if hush else ASKED)
    planned = select(Meeting.pair_id).where(STANDS, Meeting.begins_at > now)
    found = session.scalars(LASTING.where(Pair.hush == hush, since >= SINCE, Pair.id.not_in(planned)))
    return [pair for pair in found if all((each.paused_until or since) <= since for each in pair.people)]


def listed(session: Session, programme: Programme, limit: int) -> list[Pair]:
    """The programme's pairs whose silence the coordinators know of, and nobody has noted yet."""
    found = LASTING.where(Pair.programme_id == programme.id, Pair.hush == Hush.TOLD)
    return list(session.scalars(found.limit(limit)))


def unheard(session: Session, programme: Programme) -> list[Member]:
    """Those of whom nothing was heard for so long that nothing unasked goes to them any more."""
    return [each for each in members(session, programme) if each.person.unanswered >= NONE]


def unanswered(session: Session, person_id: int) -> int:
    """One more unasked message has gone to somebody (by id): how many have, since the last sign from them."""
    one_more = update(Person).where(Person.id == person_id).values(unanswered=Person.unanswered + 1)
    return session.scalar(one_more.returning(Person.unanswered), execution_options=UNSYNCHRONIZED) or 0
