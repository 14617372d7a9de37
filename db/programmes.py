"""A programme: an association's season of mentoring, with its own zone and language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Self

from sqlalchemy import ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import closed
from db.base import Numbered, choice
from db.offices import Attended
from db.people import EVENING, THURSDAY, Address, Person, Role
from db.seasons import MONTHS
from db.waking import Waking


class Programme(Waking, Attended, Numbered):
    """An association's programme. `zone` is an IANA name, `language` what its coordinators read.

    `country` (ISO 3166) is whose public holidays count, if the zone lies in one or an operator says so.

    Pairs have `season_months` together; so many `keep_months` after its end all of a pair is erased.
    `weekday` (from Monday, 0), `hour`, quiet and reach hours are what people begin with, who may change
    them; nobody gets more than `cap` unasked messages a week. For `grace` seconds after *Send* an
    announcement can be stopped before anybody reads it.
    """

    __tablename__ = "programmes"

    name: Mapped[str] = mapped_column(unique=True)
    zone: Mapped[str]
    language: Mapped[str]
    created_at: Mapped[datetime]
    season_months: Mapped[int] = mapped_column(default=MONTHS, server_default=str(MONTHS))
    keep_months: Mapped[int] = mapped_column(default=MONTHS, server_default=str(MONTHS))
    country: Mapped[str | None] = mapped_column(String(2))
    weekday: Mapped[int] = mapped_column(default=THURSDAY, server_default=str(THURSDAY))
    hour: Mapped[int] = mapped_column(default=EVENING, server_default=str(EVENING))
    cap: Mapped[int] = mapped_column(default=1, server_default="1")
    grace: Mapped[int] = mapped_column(default=60, server_default="60")

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The programme, for those who coordinate it."""
        return session.scalar(
            select(cls)
            .join(Member, Member.programme_id == cls.id)
            .where(cls.id == id, Member.person_id == person.id, Member.role == Role.COORDINATOR)
            .where(Member.joined_at.is_not(None))
        )

    def lends(self, person: Person) -> None:
        """Somebody who joins begins with the programme's zone and hours."""
        for name in HOURS:
            setattr(person, name, getattr(self, name))


HOURS = ("zone", "weekday", "hour", "quiet_from", "quiet_to", "reach_from", "reach_to")


class Member(Numbered):
    """Somebody's place in a programme. `joined_at` is empty until the last question is answered."""

    __tablename__ = "members"
    __table_args__ = (UniqueConstraint("person_id", "programme_id", "role"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role] = mapped_column(choice(Role))
    needs: Mapped[list[str] | None]
    joined_at: Mapped[datetime | None]
    person: Mapped[Person] = relationship(lazy="raise")
    programme: Mapped[Programme] = relationship(lazy="raise")

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """Anybody's place, for the coordinators of the programme."""
        member = session.scalar(
            select(cls).options(joinedload(cls.person), joinedload(cls.programme)).where(cls.id == id)
        )
        if member is None:
            return None
        return member if Programme.coordinated_by(session, person, member.programme_id) else None


def add(session: Session, programme: Programme) -> Programme:
    """Keep a new programme; its country is that of its zone, unless it has one."""
    programme.country = programme.country or closed.country_of(programme.zone)
    session.add(programme)
    session.flush()
    return programme


def hold(session: Session, programme: Programme) -> None:
    """Hold the programme until the end of the turn: of two who match the same people at once, one does."""
    session.execute(select(Programme.id).where(Programme.id == programme.id).with_for_update(key_share=True))


def named(session: Session, name: str) -> Programme | None:
    """The programme of that name, to the letter."""
    return session.scalar(select(Programme).where(Programme.name == name))


def change(session: Session, programme: Programme, given: Mapping[str, int | str | None]) -> Programme:
    """The programme with other columns, as far as they are given."""
    programme = session.merge(programme)
    for column, value in given.items():
        if value is not None:
            setattr(programme, column, value)
    return programme


def every(session: Session) -> list[Programme]:
    """All programmes, oldest first."""
    return list(session.scalars(select(Programme).order_by(Programme.id)))


def admit(session: Session, person: Person, programme: Programme, role: Role) -> Member:
    """The person's place in the programme, made if there is none yet."""
    member = session.scalar(
        select(Member).where(
            Member.person_id == person.id, Member.programme_id == programme.id, Member.role == role
        )
    )
    if member is None:
        member = Member(person_id=person.id, programme_id=programme.id, role=role)
        session.add(member)
        session.flush()
    return member


def places(session: Session, person: Person) -> list[Member]:
    """A person's places in programmes, oldest first, each with its programme."""
    mine = select(Member).options(joinedload(Member.programme)).where(Member.person_id == person.id)
    return list(session.scalars(mine.order_by(Member.id)))


def joined(session: Session, person: Person, programme_id: int | None) -> bool:
    """Whether somebody is in a programme (by id), every question answered."""
    asked = select(Member.id).where(Member.person_id == person.id, Member.programme_id == programme_id)
    return session.scalar(asked.where(Member.joined_at.is_not(None)).limit(1)) is not None


def unfinished(session: Session, person: Person) -> Member | None:
    """The place somebody is still being asked about, the newest if there are several."""
    return session.scalar(
        select(Member)
        .options(joinedload(Member.programme))
        .where(Member.person_id == person.id, Member.joined_at.is_(None))
        .order_by(Member.id.desc())
        .limit(1)
    )


def members(session: Session, programme: Programme, role: Role | None = None) -> list[Member]:
    """Everybody who has joined, longest first, each with the person."""
    asked = (
        select(Member)
        .options(joinedload(Member.person))
        .where(Member.programme_id == programme.id, Member.joined_at.is_not(None))
        .order_by(Member.joined_at, Member.id)
    )
    return list(session.scalars(asked.where(Member.role == role) if role else asked))


def coordinators(session: Session, programme_id: int) -> list[Person]:
    """Who coordinates a programme (by id), longest first."""
    asked = select(Person).join(Member, Member.person_id == Person.id)
    return list(
        session.scalars(
            asked.where(Member.programme_id == programme_id, Member.role == Role.COORDINATOR)
            .where(Member.joined_at.is_not(None))
            .order_by(Member.joined_at, Member.id)
        )
    )


def languages(session: Session, programme: Programme) -> list[str]:
    """What a programme's people read: its own language, then the others, the most frequent first."""
    asked = (
        select(Person.language, func.count())
        .join(Member, Member.person_id == Person.id)
        .where(Member.programme_id == programme.id, Member.joined_at.is_not(None))
        .group_by(Person.language)
        .order_by(func.count().desc(), Person.language)
    )
    return list(dict.fromkeys([programme.language, *(code for code, _ in session.execute(asked) if code)]))


def coordinators_chats(session: Session) -> list[tuple[int, str]]:
    """Where coordinators are reached: the channel's number and the language they read."""
    found = (
        select(Address.ref, Person.language)
        .join(Person, Person.id == Address.person_id)
        .join(Member, Member.person_id == Person.id)
        .where(Member.role == Role.COORDINATOR, Member.joined_at.is_not(None))
        .distinct()
    )
    return [(ref, language or "en") for ref, language in session.execute(found)]
