"""Seats: who sits in which small group when all meet, and who will not be there."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import rounds
from db.base import Numbered, insert_new
from db.people import Person
from db.rounds import Round


class Seat(Numbered):
    """Somebody's place in a small group, whose `number` counts from 1; without one they will not be there."""

    __tablename__ = "seats"
    __table_args__ = (UniqueConstraint("round_id", "person_id"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    number: Mapped[int | None]
    person: Mapped[Person] = relationship(lazy="raise")
    round: Mapped[Round] = relationship(lazy="raise")


def absent(session: Session, found: Round) -> set[int]:
    """Who (ids) will not be there."""
    theirs = select(Seat.person_id).where(Seat.round_id == found.id, Seat.number.is_(None))
    return set(session.scalars(theirs))


def mark(session: Session, found: Round, person_id: int, comes: bool) -> None:
    """Somebody (by id) will be there, or not; they leave the group they were in."""
    rounds.hold(session, found)
    if comes and person_id not in absent(session, found):
        return
    session.execute(delete(Seat).where(Seat.round_id == found.id, Seat.person_id == person_id))
    if not comes:
        insert_new(session, Seat, round_id=found.id, person_id=person_id, number=None)


def keep(session: Session, found: Round, tables: Iterable[Sequence[int]]) -> None:
    """Seat people (ids) in these groups and nobody else."""
    session.execute(delete(Seat).where(Seat.round_id == found.id, Seat.number.is_not(None)))
    for number, table in enumerate(tables, 1):
        session.add_all(Seat(round_id=found.id, person_id=each, number=number) for each in table)
    session.flush()


def of_round(session: Session, found: Round) -> dict[int, list[Person]]:
    """Who sits where, for those who are still asked."""
    theirs = select(Seat).options(joinedload(Seat.person)).where(Seat.round_id == found.id)
    theirs = theirs.where(Seat.number.is_not(None), Seat.person_id.in_(rounds.asked(found.programme_id)))
    groups: dict[int, list[Person]] = {}
    for seat in session.scalars(theirs.order_by(Seat.number, Seat.id)):
        groups.setdefault(seat.number or 0, []).append(seat.person)
    return groups


def of_person(session: Session, person: Person) -> list[Seat]:
    """Somebody's places in all rounds that are kept."""
    whole = select(Seat).options(joinedload(Seat.round).joinedload(Round.programme))
    return list(session.scalars(whole.where(Seat.person_id == person.id).order_by(Seat.id)))
