"""Attendance: who comes to an event and who does not, kept and counted, and how many were there.

Whatever changes who has a place holds the event until the end of the turn: of two who press at once on the
last place, one gets it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, delete, func, select
from sqlalchemy.orm import Session, joinedload

from db import events, seating
from db.events import Event
from db.guests import Guest, Says
from db.people import Person

COLUMNS = [column.key for column in Event.__table__.columns if not column.primary_key]


@dataclass(frozen=True)
class Counts:
    """How many people come with all they bring, and how many gave another answer. `left`: free places."""

    come: int
    maybe: int
    cannot: int
    waiting: int
    left: int | None


def hold(session: Session, event: Event) -> None:
    """Hold the event until the end of the turn, and look at it again: two who press at once queue up here."""
    session.flush()
    session.refresh(event, COLUMNS, with_for_update={"key_share": True})


def _held(session: Session, event: Event) -> list[Guest]:
    """Everybody's answers, which nobody else changes meanwhile."""
    hold(session, event)
    return guests(session, event)


def guests(session: Session, event: Event) -> list[Guest]:
    """Everybody's answers, with the people, in the order they first answered."""
    asked = select(Guest).options(joinedload(Guest.person)).where(Guest.event_id == event.id)
    return list(session.scalars(asked.order_by(Guest.id), execution_options={"populate_existing": True}))


def of(session: Session, event: Event, person: Person) -> Guest | None:
    """Somebody's answer to an event."""
    asked = select(Guest).options(joinedload(Guest.person)).where(Guest.event_id == event.id)
    return session.scalar(asked.where(Guest.person_id == person.id))


def of_person(session: Session, person: Person) -> list[tuple[Event, Guest]]:
    """Every event somebody has answered, soonest first, each with their answer."""
    asked = select(Event, Guest).join(Guest, Guest.event_id == Event.id).where(Guest.person_id == person.id)
    whole = asked.options(events.BESIDE, joinedload(Guest.person)).order_by(Event.begins_at, Event.id)
    return [(event, guest) for event, guest in session.execute(whole)]


def counts(session: Session, event: Event) -> Counts:
    """The answers there are, counted."""
    waits = case((Guest.waiting_since.is_(None), 0), else_=1)
    asked = select(Guest.says, waits, func.count(), func.sum(Guest.brings + 1))
    rows = session.execute(asked.where(Guest.event_id == event.id).group_by(Guest.says, waits))
    found = {(says, bool(waits)): (answers, people) for says, waits, answers, people in rows}
    none = (0, 0)
    come = int(found.get((Says.COMES, False), none)[1])
    return Counts(
        come,
        found.get((Says.MAYBE, False), none)[0],
        found.get((Says.CANNOT, False), none)[0],
        found.get((Says.COMES, True), none)[0],
        None if event.capacity is None else max(event.capacity - come, 0),
    )


def say(session: Session, event: Event, person: Person, says: Says, now: datetime) -> list[Guest]:
    """Keep what somebody answers to an event that is held already; who moves up because of it."""
    everybody = guests(session, event)
    own = _own(session, event, everybody, person)
    seating.answer(event, everybody, own, (says, now))
    moved = seating.move_up(event, everybody)
    session.flush()
    return moved


def put(session: Session, event: Event, person: Person, now: datetime) -> Guest:
    """Put somebody on the list for a coordinator; of those whom we do not know, only the name is kept."""
    everybody = _held(session, event)
    own = _own(session, event, everybody, person)
    seating.answer(event, everybody, own, (Says.COMES, now))
    session.flush()
    session.refresh(own, ["person"])
    return own


def _own(session: Session, event: Event, everybody: list[Guest], person: Person) -> Guest:
    """Somebody's answer, made and put last where there is none."""
    known = (each for each in everybody if person.id and each.person_id == person.id)
    own = next(known, None)
    if own is None:
        name = None if person.id else person.name
        own = Guest(event_id=event.id, person_id=person.id, name=name, brings=0)
        everybody.append(own)
        session.add(own)
    return own


def bring(session: Session, event: Event, person: Person, brings: int) -> tuple[bool, list[Guest]]:
    """Come with so many. False where there are not so many places; and who moves up because of it."""
    everybody = _held(session, event)
    own = next((each for each in everybody if each.person_id == person.id), None)
    if own is None or not seating.bring(event, everybody, own, brings):
        return False, []
    moved = seating.move_up(event, everybody)
    session.flush()
    return True, moved


def make_room(session: Session, event: Event, capacity: int | None) -> tuple[bool, list[Guest]]:
    """Have so many places, or room for all; who moves up. False where more people come already."""
    everybody = _held(session, event)
    if capacity is not None and capacity < seating.taken(everybody):
        return False, []
    event.capacity = capacity
    moved = seating.move_up(event, everybody)
    session.flush()
    return True, moved


def leave(session: Session, event: Event, guest: Guest, now: datetime) -> list[Guest]:
    """Keep nothing of an answer but that so many came; who moves up because of it, until it begins."""
    everybody = [each for each in _held(session, event) if each is not guest]
    if guest.there:
        event.counted += guest.party
    session.delete(guest)
    moved = seating.move_up(event, everybody) if event.stands(now) else []
    session.flush()
    return moved


def came(session: Session, *held: Event) -> int:
    """How many were there at these events, with all they brought."""
    party = func.coalesce(func.sum(Guest.brings + 1), 0)
    theirs = Guest.event_id.in_([each.id for each in held])
    there = select(party).where(theirs, Guest.there.is_(True))
    return sum(each.counted for each in held) + int(session.scalars(there).one())


def forget_names(session: Session, before: datetime) -> None:
    """Delete those who were put down by name at events that began before a moment; their number stays."""
    old = select(Guest, Event).join(Event, Event.id == Guest.event_id)
    rows = session.execute(old.where(Guest.person_id.is_(None), Event.begins_at < before)).all()
    for guest, event in rows:
        event.counted += guest.party if guest.there else 0
    session.flush()
    gone = [guest.id for guest, _ in rows]
    session.execute(delete(Guest).where(Guest.id.in_(gone)), execution_options={"synchronize_session": False})
