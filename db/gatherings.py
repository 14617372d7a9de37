"""Gatherings: whom a coordinator means to bring together, ticked one by one before anybody hears of it."""

from sqlalchemy import ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Numbered, insert_new
from db.people import Person
from db.programmes import Member


class Gathered(Numbered):
    """One member whom one coordinator has ticked."""

    __tablename__ = "gathered"
    __table_args__ = (UniqueConstraint("by_id", "member_id"),)

    by_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)


def of(session: Session, by: Person) -> set[int]:
    """The members (ids) somebody has ticked."""
    return set(session.scalars(select(Gathered.member_id).where(Gathered.by_id == by.id)))


def begin(session: Session, by: Person, members: list[Member]) -> None:
    """Tick these and nobody else."""
    session.execute(delete(Gathered).where(Gathered.by_id == by.id))
    for member in members:
        tick(session, by, member)


def tick(session: Session, by: Person, member: Member) -> None:
    """Tick one more."""
    insert_new(session, Gathered, by_id=by.id, member_id=member.id)
