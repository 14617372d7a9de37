"""Remarks: a few words about one's pair, one's own until they are sent to the coordinators named before."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Numbered, change_once, changing, choice
from db.goals import WORDS_LENGTH
from db.pairs import PEOPLE, Pair
from db.people import Person
from db.programmes import Programme


class Ready(enum.StrEnum):
    """What can be said by one tap, read by each in their own language."""

    CALL = "call"
    TALK = "talk"
    TIME = "time"
    FIT = "fit"
    HAND = "hand"


class Remark(Numbered):
    """What somebody says about their pair, typed in their language or one of the ready ones.

    Nobody else sees it until `sent_at`, and then only its `readers`; the partner never does. It stands on
    the desk until somebody has noted it.
    """

    __tablename__ = "remarks"

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    ready: Mapped[Ready | None] = mapped_column(choice(Ready))
    words: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    language: Mapped[str]
    written_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    noted_at: Mapped[datetime | None]
    pair: Mapped[Pair] = relationship(lazy="raise")
    person: Mapped[Person] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Remark | None":
        """A remark with its pair, for whoever wrote it, also after the pair's end."""
        return session.scalar(_whole(select(cls)).where(cls.id == id, cls.person_id == person.id))

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> "Remark | None":
        """A remark that was sent, for the coordinators it went to, as long as they are some."""
        read = select(Reader.remark_id).where(Reader.person_id == person.id)
        found = session.scalar(_whole(select(cls)).where(cls.id == id, cls.id.in_(read)))
        return found if found and Programme.coordinated_by(session, person, found.pair.programme_id) else None

    def reword(self, words: str | None, ready: Ready | None, language: str) -> bool:
        """Say it otherwise. False once it was sent."""
        if self.sent_at is None:
            self.words, self.ready, self.language = words, ready, language
        return self.sent_at is None

    def send(self, session: Session, readers: list[Person], now: datetime) -> bool:
        """Let these people read it. False when it was sent before."""
        if not change_once(session, self, IF_UNSENT, sent_at=now):
            return False
        session.add_all(Reader(remark_id=self.id, person_id=each.id) for each in readers)
        session.flush()
        return True


IF_UNSENT = changing(Remark, Remark.sent_at.is_(None))


class Reader(Numbered):
    """A coordinator a remark went to."""

    __tablename__ = "readers"
    __table_args__ = (UniqueConstraint("remark_id", "person_id"),)

    remark_id: Mapped[int] = mapped_column(ForeignKey("remarks.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)


def _whole(remarks: Select[Remark]) -> Select[Remark]:
    return remarks.options(joinedload(Remark.pair).options(PEOPLE), joinedload(Remark.person))


def write(session: Session, remark: Remark) -> Remark:
    """Keep a new remark."""
    session.add(remark)
    session.flush()
    return remark


def of_person(session: Session, person: Person) -> list[Remark]:
    """Everything somebody said about their pairs, oldest first."""
    return list(
        session.scalars(_whole(select(Remark)).where(Remark.person_id == person.id).order_by(Remark.id))
    )


def to_note(session: Session, programme: Programme, reader: Person, limit: int) -> list[Remark]:
    """What was sent to a coordinator and nobody has noted, oldest first."""
    return list(
        session.scalars(
            _whole(select(Remark))
            .join(Remark.pair)
            .join(Reader, Reader.remark_id == Remark.id)
            .where(Pair.programme_id == programme.id, Reader.person_id == reader.id)
            .where(Remark.noted_at.is_(None))
            .order_by(Remark.id)
            .limit(limit)
        )
    )
