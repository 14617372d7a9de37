"""Rounds: what a group does together. An idea that all may answer, or a game on a card of nine fields."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Numbered, changing, change_once, choice
from db.groups import Group
from db.people import NAME_LENGTH, Person
from db.programmes import Member, Programme

LASTS = timedelta(days=7)
KEPT = timedelta(days=30)
"""How long after a round began names and words are kept."""
WORDS_LENGTH = 200
MOST = 60
"""How many answers a round takes."""


class Play(enum.StrEnum):
    """What a round is."""

    IDEA = "idea"
    NAMES = "names"
    WORDS = "words"


class Medium(enum.StrEnum):
    """How somebody answered. Only what was typed is kept; of all else, that it came."""

    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
    OTHER = "other"


class Round(Numbered):
    """An idea or a game of a group; `keys` name what is asked, in the order of the fields.

    Without `begun_at` it waits for its hour. It takes answers for `LASTS`, unless it is ended before.
    """

    __tablename__ = "rounds"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    play: Mapped[Play] = mapped_column(choice(Play))
    keys: Mapped[list[str]]
    begun_at: Mapped[datetime | None] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    group: Mapped[Group] = relationship(lazy="raise")

    @classmethod
    def posted_in(cls, session: Session, group: Group, id: int) -> Self | None:
        """The round, for the group it belongs to."""
        found = cls._found(session, id)
        return found if found and found.group_id == group.id else None

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The round once it has begun, for every member of the group's programme."""
        found = cls._found(session, id)
        if found is None or found.begun_at is None:
            return None
        place = select(Member.id).where(
            Member.person_id == person.id,
            Member.programme_id == found.group.programme_id,
            Member.joined_at.is_not(None),
        )
        return found if session.scalar(place.limit(1)) else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The round, for the coordinators of the group's programme."""
        found = cls._found(session, id)
        return found if found and Group.coordinated_by(session, person, found.group_id) else None

    @classmethod
    def _found(cls, session: Session, id: int) -> Self | None:
        return session.scalar(select(cls).options(joinedload(cls.group)).where(cls.id == id))

    def lasts(self, now: datetime) -> bool:
        """Whether it takes answers."""
        return self.begun_at is not None and self.ended_at is None and now < self.begun_at + LASTS

    def begin_once(self, session: Session, now: datetime) -> bool:
        """Begin what has waited for its hour. False where it has begun."""
        return change_once(session, self, IF_WAITING, begun_at=now)

    def end_once(self, session: Session, now: datetime) -> bool:
        """End it. False where it has ended."""
        return change_once(session, self, IF_OPEN, ended_at=now)


IF_WAITING = changing(Round, Round.begun_at.is_(None))
IF_OPEN = changing(Round, Round.ended_at.is_(None))


class Contribution(Numbered):
    """What somebody gave to a field of a round; an idea has one field, 0.

    A member stands here as a person; of anybody else only the first name is kept. In which `language`
    the words are may be unknown.
    """

    __tablename__ = "contributions"
    __table_args__ = (UniqueConstraint("round_id", "person_id", "cell"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    cell: Mapped[int]
    name: Mapped[str | None] = mapped_column(String(NAME_LENGTH))
    medium: Mapped[Medium] = mapped_column(choice(Medium))
    words: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    language: Mapped[str | None]
    given_at: Mapped[datetime]
    person: Mapped[Person | None] = relationship(lazy="raise")
    round: Mapped[Round] = relationship(lazy="raise")

    @property
    def called(self) -> str:
        """Whose it is."""
        return self.person.called if self.person else self.name or ""

    def by(self, person: Person) -> bool:
        """Whether it is theirs. Of those who are not members, we know each other by the name alone."""
        if self.person_id or person.id:
            return self.person_id == person.id
        return self.name == person.name


def begin(session: Session, group: Group, play: Play, keys: Sequence[str], now: datetime | None) -> Round:
    """A new round, from `now` on, or waiting."""
    round = Round(group=group, play=play, keys=list(keys), begun_at=now)
    session.add(round)
    session.flush()
    return round


def hold(session: Session, round: Round) -> None:
    """Hold a round until the end of the turn: of two who press at once, one comes second."""
    session.execute(select(Round.id).where(Round.id == round.id).with_for_update(key_share=True))


def given(session: Session, round: Round) -> list[Contribution]:
    """What was given to a round, in order."""
    return list(session.scalars(_asked().where(Contribution.round_id == round.id)))


def of_person(session: Session, person: Person) -> list[Contribution]:
    """What a member gave to rounds, with these and their groups."""
    whole = joinedload(Contribution.round).joinedload(Round.group)
    return list(session.scalars(_asked().options(whole).where(Contribution.person_id == person.id)))


def _asked() -> Select[Contribution]:
    return select(Contribution).options(joinedload(Contribution.person)).order_by(Contribution.id)


def of_group(session: Session, group: Group) -> list[Round]:
    """A group's rounds, oldest first; those that wait for their hour among them."""
    return list(session.scalars(select(Round).where(Round.group_id == group.id).order_by(Round.id)))


def forget(session: Session, group: Group) -> None:
    """Delete all rounds of a group, with every answer."""
    session.execute(delete(Round).where(Round.group_id == group.id))


def erase(session: Session, before: datetime) -> None:
    """Delete what was given to rounds that began before a moment."""
    old = select(Round.id).where(Round.begun_at < before)
    session.execute(
        delete(Contribution).where(Contribution.round_id.in_(old)),
        execution_options={"synchronize_session": False},
    )
