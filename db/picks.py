"""Picks: people whom a coordinator ticked by name for a draft, to get it or not to."""

import enum

from sqlalchemy import ForeignKey, Select, UniqueConstraint, delete, exists, func, select
from sqlalchemy.orm import Mapped, Session, contains_eager, mapped_column

from db.base import Numbered, choice, insert_new
from db.people import Person
from db.programmes import Member


class Side(enum.StrEnum):
    """Whether a rule says who gets an announcement, or who does not."""

    ONLY = "only"
    WITHOUT = "without"


class Pick(Numbered):
    """One person ticked for one draft. It goes with the person, and once the announcement has started."""

    __tablename__ = "announcement_picks"
    __table_args__ = (UniqueConstraint("announcement_id", "person_id", "side"),)

    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    side: Mapped[Side] = mapped_column(choice(Side))


def of(announcement_id: int, side: Side) -> Select[int]:
    """Ids of those who are ticked on one side of a draft (by id)."""
    return select(Pick.person_id).where(Pick.announcement_id == announcement_id, Pick.side == side)


def toggle(session: Session, announcement_id: int, person_id: int, side: Side) -> bool:
    """Tick somebody (by id), or take the tick away. Whether anybody is ticked on that side now."""
    row = {"announcement_id": announcement_id, "person_id": person_id, "side": side}
    if not insert_new(session, Pick, **row):
        session.execute(delete(Pick).filter_by(**row))
    return bool(session.scalar(select(exists(of(announcement_id, side)))))


def people(session: Session, announcement_id: int, side: Side) -> list[Person]:
    """Who is ticked, by name."""
    theirs = select(Person).where(Person.id.in_(of(announcement_id, side)))
    return list(session.scalars(theirs.order_by(Person.name, Person.id)))


def forget(session: Session, announcement_id: int, *sides: Side) -> None:
    """Take the ticks of a side away, or of both."""
    theirs = delete(Pick).where(Pick.announcement_id == announcement_id)
    session.execute(theirs.where(Pick.side.in_(sides or Side)))


def offered(session: Session, programme_id: int, within: tuple[int, int]) -> list[Member]:
    """Whom one may tick, everybody in a programme (by id) once, by name: from which on, and how many."""
    start, many = within
    asked = _once(programme_id).options(contains_eager(Member.person))
    return list(session.scalars(asked.order_by(Person.name, Person.id).offset(start).limit(many)))


def count(session: Session, programme_id: int) -> int:
    """How many those are."""
    return session.scalars(select(func.count()).select_from(_once(programme_id).subquery())).one()


def before(session: Session, member: Member) -> int:
    """How many of them come before somebody."""
    person = member.person
    earlier = (Person.name < person.name) | ((Person.name == person.name) & (Person.id < person.id))
    asked = _once(member.programme_id).where(earlier)
    return session.scalars(select(func.count()).select_from(asked.subquery())).one()


def _once(programme_id: int) -> Select[Member]:
    here = (Member.programme_id == programme_id, Member.joined_at.is_not(None))
    first = select(func.min(Member.id)).where(*here).group_by(Member.person_id)
    return select(Member).join(Member.person).where(Member.id.in_(first))
