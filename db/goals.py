"""Goals: what a pair works towards, in the words of whoever wrote them, or ready ones of a category."""

from datetime import datetime
from typing import Self

from sqlalchemy import ForeignKey, String, bindparam, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Numbered, change_once, changing, choice
from db.needs import Need
from db.pairs import PEOPLE, Pair, Partner
from db.people import Person

WORDS_LENGTH = 300
MOST = 3
"""How many goals a pair works on at once (facts of the field)."""


class Goal(Numbered):
    """One goal of a pair; open until it is finished, put aside or dropped. Words and why have their writers.

    A goal chosen by its category `need` has no words of its own: each reader is shown the ready ones, until
    somebody writes others.
    """

    __tablename__ = "goals"

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), index=True)
    written_by_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    added_at: Mapped[datetime]
    words: Mapped[str] = mapped_column(String(WORDS_LENGTH))
    why: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    why_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    language: Mapped[str]
    why_language: Mapped[str | None]
    need: Mapped[Need | None] = mapped_column(choice(Need))
    finished_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]
    rested_at: Mapped[datetime | None]
    pair: Mapped[Pair] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The goal with its pair, for those in the pair while it lasts."""
        return session.scalar(
            select(cls)
            .join(cls.pair)
            .join(Partner, Partner.pair_id == Pair.id)
            .options(joinedload(cls.pair).options(PEOPLE))
            .where(cls.id == id, Partner.person_id == person.id, Pair.ended_at.is_(None))
        )

    @property
    def open(self) -> bool:
        """Whether the pair still works on it."""
        return self.finished_at is None and self.dropped_at is None and self.rested_at is None

    def reword(self, by: Person, words: str) -> None:
        """Say it in other words, which from then on are this person's."""
        self.words, self.written_by_id, self.language = words, by.id, by.language or "en"

    def explain(self, by: Person, why: str) -> None:
        """Say why it matters."""
        self.why, self.why_by_id, self.why_language = why, by.id, by.language or "en"

    def finish(self, session: Session, now: datetime) -> bool:
        """The pair has got there. False when it was no longer open."""
        return change_once(session, self, IF_OPEN, finished_at=now)

    def drop(self, session: Session, now: datetime) -> bool:
        """Let it go. False when it was no longer open."""
        return change_once(session, self, IF_OPEN, dropped_at=now)

    def rest(self, session: Session, now: datetime) -> bool:
        """Put it aside for a while. False when it was no longer open."""
        return change_once(session, self, IF_OPEN, rested_at=now)

    def reopen(self, session: Session) -> bool:
        """Take a finished or dropped goal back, or one put aside. False when it was open."""
        return change_once(session, self, IF_CLOSED, finished_at=None, dropped_at=None, rested_at=None)


OPEN = Goal.finished_at.is_(None) & Goal.dropped_at.is_(None) & Goal.rested_at.is_(None)
IF_OPEN, IF_CLOSED = changing(Goal, OPEN), changing(Goal, ~OPEN)


def add(session: Session, pair: Pair, by: Person, words: str, now: datetime) -> Goal:
    """A new goal in the writer's words."""
    goal = Goal(
        pair=pair,
        pair_id=pair.id,
        written_by_id=by.id,
        added_at=now,
        words=words,
        language=by.language or "en",
    )
    session.add(goal)
    session.flush()
    return goal


OF_PAIR = select(Goal).where(Goal.pair_id == bindparam("pair"), OPEN).order_by(Goal.id)


def of_pair(session: Session, pair: Pair) -> list[Goal]:
    """The pair's open goals, oldest first."""
    return list(session.scalars(OF_PAIR, {"pair": pair.id}))


def choose(session: Session, pair: Pair, by: Person, need: Need, now: datetime) -> Goal:
    """A new goal in the ready words of a category."""
    goal = add(session, pair, by, "", now)
    goal.need = need
    return goal


def put_aside(session: Session, pair: Pair) -> list[Goal]:
    """The pair's goals that were put aside, oldest first."""
    aside = Goal.rested_at.is_not(None)
    return list(session.scalars(select(Goal).where(Goal.pair_id == pair.id, aside).order_by(Goal.id)))


def any_yet(session: Session, pair: Pair) -> bool:
    """Whether the pair ever had a goal."""
    return session.scalar(select(Goal.id).where(Goal.pair_id == pair.id).limit(1)) is not None
