"""Habits looked up: all that decides when somebody may be written to, as the rules of time want it."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnClause, bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from db.deliveries import Delivery, Outcome
from db.kinds import COUNTED, Rule
from db.people import Person
from db.programmes import Member, Programme
from db.rhythm import SELDOM, WEEK, Habits

KINDS: list[ColumnClause[str]] = [literal_column(f"'{kind.value}'") for kind in COUNTED]
"""Ours, and the same for everybody: written out rather than bound anew each time."""

LATELY = (
    select(Delivery.settled_at)
    .where(Delivery.person_id == bindparam("person"), Delivery.settled_at > bindparam("since"))
    .where(Delivery.kind.in_(KINDS), Delivery.outcome == Outcome.SENT)
)
CAP = (
    select(func.min(Programme.cap))
    .join(Member, Member.programme_id == Programme.id)
    .where(Member.person_id == bindparam("person"))
)
"""How many unasked messages a week somebody gets at most: as the strictest of their programmes says."""


def of(session: Session, person: Person, rule: Rule, now: datetime) -> Habits:
    """What decides; what only counts for the unasked is looked up for these alone."""
    habits = Habits(person.zone, person.quiet, person.reach, person.paused_until, person.awaits_since)
    if rule.asked:
        return habits
    found = lately(session, person.id, now - SELDOM * WEEK)
    cap = session.scalar(CAP, {"person": person.id}) if found else None
    weeks, unanswered = person.appetite.weeks, person.unanswered
    return replace(habits, lately=found, weeks=weeks, cap=cap or 1, unanswered=unanswered)


def lately(session: Session, person_id: int, since: datetime) -> tuple[datetime, ...]:
    """When somebody got something that nobody asked for, or what stands for it."""
    found = session.connection().scalars(LATELY, {"person": person_id, "since": since})
    return tuple(each for each in found if each)
