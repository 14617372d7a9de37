"""Starts: when an announcement is to go out, and when that is for each."""

import enum
from datetime import datetime

from sqlalchemy import ColumnElement, Select, case, literal, select
from sqlalchemy.orm import Session

from db.base import Instant
from db.people import Person
from db.programmes import Programme
from db.rhythm import next_hour


class Timing(enum.StrEnum):
    """As soon as it is sent, at a time, or for each when their quiet hours end next."""

    NOW = "now"
    AT = "at"
    QUIET = "quiet"


def for_each(session: Session, timing: Timing, people: Select[int], now: datetime) -> Select[int, datetime]:
    """Each of these people (ids) with when it is due for them, asked once for all who share their hours."""
    chosen = Person.id.in_(people)
    if timing is not Timing.QUIET:
        return select(Person.id, literal(now, Instant)).where(chosen)
    clocks = session.execute(select(Person.zone, Person.quiet_to).where(chosen).distinct()).all()
    mornings = [_morning(zone, hour, now) for zone, hour in clocks]
    due = case(*mornings, else_=literal(now, Instant)) if mornings else literal(now, Instant)
    return select(Person.id, due).where(chosen)


def _morning(zone: str, hour: int, now: datetime) -> tuple[ColumnElement[bool], ColumnElement[datetime]]:
    theirs = (Person.zone == zone) & (Person.quiet_to == hour)
    return theirs, literal(next_hour(now, zone, hour), Instant)


def for_groups(timing: Timing, programme: Programme, now: datetime) -> datetime:
    """When it is due for the programme's groups, whose clock is the programme's."""
    return next_hour(now, programme.zone, programme.quiet_to) if timing is Timing.QUIET else now
