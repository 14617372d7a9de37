"""Pauses: until a date nothing unasked is sent to somebody; the partner knows of it only if they want."""

from datetime import datetime

from sqlalchemy.orm import Session

from db import deliveries
from db.people import Person


def lasts(person: Person, now: datetime) -> datetime | None:
    """When somebody's pause ends; None while there is none."""
    until = person.paused_until
    return until if until and until > now else None


def shared(person: Person, now: datetime) -> datetime | None:
    """The same, as others may know it."""
    return lasts(person, now) if person.pause_shared else None


def begin(session: Session, person: Person, until: datetime, now: datetime) -> None:
    """Pause until a moment, in place of any pause before; nobody else knows of it yet."""
    if person.paused_until != until:
        person.paused_until, person.pause_shared = until, False
        deliveries.resume(session, person.id, now)


def end(session: Session, person: Person, now: datetime) -> None:
    """No pause any more: what has waited for its end is due."""
    person.paused_until, person.pause_shared = None, False
    deliveries.resume(session, person.id, now)
