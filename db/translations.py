"""Translations: a version that a machine elsewhere was asked for, until its answer or its failure is kept."""

import enum
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship, selectinload

from db.announcements import Announcement
from db.base import Numbered, choice
from db.people import Person

PATIENCE = timedelta(minutes=1)
"""So long a try may take before another process may make the next one."""

MOST_TRIES = 4
SOON = timedelta(seconds=5)
"""The first wait before another try; it doubles with each."""


class Failure(enum.StrEnum):
    """Why a machine gave nothing."""

    KEY = "key"
    LANGUAGE = "language"
    QUOTA = "quota"
    AWAY = "away"
    UNCLEAR = "unclear"


class Translation(Numbered):
    """The words of an announcement, to be put into `language` by a machine for `asker`.

    Open until `done_at`; then it has a `failure`, or its version is kept. The next try is `due_at`.
    """

    __tablename__ = "translations"
    __table_args__ = (UniqueConstraint("announcement_id", "language"),)

    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"))
    language: Mapped[str]
    asker_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0, server_default="0")
    done_at: Mapped[datetime | None]
    failure: Mapped[Failure | None] = mapped_column(choice(Failure))
    announcement: Mapped[Announcement] = relationship(lazy="raise")
    asker: Mapped[Person | None] = relationship(lazy="raise")

    @classmethod
    def kept(cls, session: Session, _reader: object, id: int) -> Self | None:
        """With its announcement and whoever asked."""
        beside = joinedload(cls.announcement).options(
            joinedload(Announcement.programme), selectinload(Announcement.versions)
        )
        return session.scalar(select(cls).options(beside, joinedload(cls.asker)).where(cls.id == id))


def of_version(session: Session, announcement: Announcement, language: str) -> Translation | None:
    """What a machine was asked for in a language."""
    asked = select(Translation).where(Translation.announcement_id == announcement.id)
    return session.scalar(asked.where(Translation.language == language))


def ask(session: Session, announcement: Announcement, language: str, asker: Person, now: datetime) -> None:
    """Have it asked for, unless that is under way."""
    found = of_version(session, announcement, language)
    if found is None:
        found = Translation(announcement_id=announcement.id, language=language)
        session.add(found)
    elif found.done_at is None:
        return
    found.asker_id, found.due_at, found.tries = asker.id, now, 0
    found.done_at = found.failure = None
    session.flush()


def claim(session: Session, now: datetime) -> Translation | None:
    """Take the next one that is due, for so long as patience lasts; nobody else gets it meanwhile."""
    due = select(Translation.id).where(Translation.done_at.is_(None), Translation.due_at <= now)
    number = session.scalar(due.order_by(Translation.due_at).limit(1).with_for_update(skip_locked=True))
    found = Translation.kept(session, None, number) if number else None
    if found:
        found.due_at, found.tries = now + PATIENCE, found.tries + 1
    return found


def settle(found: Translation, now: datetime, failure: Failure | None = None) -> None:
    """Its answer is kept; or it failed, and is tried again as long as that may help."""
    if failure is Failure.AWAY and found.tries < MOST_TRIES:
        found.due_at = now + SOON * 2 ** (found.tries - 1)
    else:
        found.done_at, found.failure = now, failure
