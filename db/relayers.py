"""Relayers: who asked to pass messages on from a group, and what a coordinator answered."""

from datetime import datetime
from typing import Self

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    String,
    UniqueConstraint,
    delete,
    exists,
    func,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Numbered, change_once, changing, insert_new
from db.groups import Group
from db.people import NAME_LENGTH, Address, Person
from db.programmes import coordinators

WAITING = 5
"""So many requests of a group wait at most; nobody else is noted until they are answered."""


class Relayer(Numbered):
    """Somebody of a group who asked once, by the number and first name their app shows there.

    `allowed` is empty until a coordinator answers. `person_id` is who it is, if we know them: they need not
    be a member. What they pass on comes to `named_by`, who allowed it.
    """

    __tablename__ = "relayers"
    __table_args__ = (UniqueConstraint("group_id", "channel", "ref"),)

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    channel: Mapped[str]
    ref: Mapped[int] = mapped_column(BigInteger, index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(NAME_LENGTH))
    asked_at: Mapped[datetime]
    allowed: Mapped[bool | None]
    named_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """Who asked, for the coordinators of the group."""
        found = session.get(cls, id)
        return found if found and Group.coordinated_by(session, person, found.group_id) else None

    def answer_once(self, session: Session, by: Person, *, allowed: bool) -> bool:
        """Allow it or not. False when another coordinator came first."""
        return change_once(session, self, IF_ASKED, allowed=allowed, named_by_id=by.id)


IF_ASKED = changing(Relayer, Relayer.allowed.is_(None))


def ask(
    session: Session, group: Group, by: Person, address: tuple[str, int], now: datetime
) -> Relayer | None:
    """Note that somebody wants to pass messages on. None if they asked before, or too many wait already.

    `by` need not be kept: then only the first name is, and the number of the address.
    """
    channel, ref = address
    asking = select(func.count()).where(Relayer.group_id == group.id, Relayer.allowed.is_(None))
    if at(session, group, address) or session.scalars(asking).one() >= WAITING:
        return None
    who = {"channel": channel, "ref": ref, "person_id": by.id, "name": by.called}
    insert_new(session, Relayer, group_id=group.id, **who, asked_at=now)
    return at(session, group, address)


def at(session: Session, group: Group, address: tuple[str, int]) -> Relayer | None:
    """Whoever asked from that address, in that group."""
    channel, ref = address
    asked = select(Relayer).where(Relayer.group_id == group.id)
    return session.scalar(asked.where(Relayer.channel == channel, Relayer.ref == ref))


def receiver(session: Session, group: Group, by: Person, address: tuple[str, int]) -> Person | None:
    """Which coordinator gets what somebody passes on; None where they may not.

    A coordinator gets it themselves; of somebody who was named, it comes to whoever named them, or to the
    coordinator who is there longest.
    """
    known = coordinators(session, group.programme_id) if group.programme_id else []
    if by in known:
        return by
    found = at(session, group, address)
    if found is None or not found.allowed or not known:
        return None
    return next((each for each in known if each.id == found.named_by_id), known[0])


def of_group(session: Session, group: Group) -> list[Relayer]:
    """Who may, and who asks to, in the order of asking."""
    asked = select(Relayer).where(Relayer.group_id == group.id, Relayer.allowed.is_not(False))
    return list(session.scalars(asked.order_by(Relayer.id)))


def _theirs(person: Person) -> ColumnElement[bool]:
    """What somebody asked, as whom we know or from an address that is theirs by now."""
    address = exists().where(
        Address.person_id == person.id, Address.channel == Relayer.channel, Address.ref == Relayer.ref
    )
    return (Relayer.person_id == person.id) | address


def titles(session: Session, person: Person) -> list[str]:
    """The groups in which somebody asked."""
    asked = select(Group.title).join(Relayer, Relayer.group_id == Group.id)
    return list(session.scalars(asked.where(_theirs(person)).order_by(Relayer.id)))


def forget(session: Session, person: Person) -> None:
    """Delete whatever somebody asked, also before we knew them."""
    for each in session.scalars(select(Relayer).where(_theirs(person))):
        session.delete(each)
    session.flush()


def forget_all(session: Session, group: Group) -> None:
    """Nobody of a group may pass anything on any more, or asks to."""
    session.execute(delete(Relayer).where(Relayer.group_id == group.id))


def purge(session: Session, before: datetime) -> None:
    """Delete requests from before a moment that nobody granted: they may be made again."""
    session.execute(delete(Relayer).where(Relayer.allowed.is_not(True), Relayer.asked_at < before))
