"""Versions: an announcement in one language each, by whom, and which of them somebody reads."""

import enum
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Numbered, change_once, changing, choice
from db.contents import Item, Items
from db.people import Person


class Origin(enum.StrEnum):
    """Who put a version into its language."""

    COORDINATOR = "coordinator"
    MEMBER = "member"
    ENGINE = "engine"


class Version(Numbered):
    """An announcement in one language: words, files, a place. Members read it once it is `approved_at`.

    One without `items` of its own goes with those of the first version, so that a picture needs no language.
    A `correction` takes the place of the words at `corrects_at`, when it was confirmed.
    """

    __tablename__ = "announcement_versions"
    __table_args__ = (UniqueConstraint("announcement_id", "language"),)

    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"))
    language: Mapped[str]
    words: Mapped[str] = mapped_column(Text)
    items: Mapped[list[Item] | None] = mapped_column(Items)
    writer_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    origin: Mapped[Origin] = mapped_column(choice(Origin))
    written_at: Mapped[datetime]
    approved_at: Mapped[datetime | None]
    correction: Mapped[str | None] = mapped_column(Text)
    corrects_at: Mapped[datetime | None]

    def correct_once(self, session: Session, now: datetime) -> bool:
        """Have the correction be the words from now on, if its time has come. False where it was done."""
        if self.corrects_at is None or self.corrects_at > now or not self.correction:
            return False
        words = self.correction
        return change_once(session, self, IF_CORRECTED, words=words, correction=None, corrects_at=None)


IF_CORRECTED = changing(Version, Version.corrects_at.is_not(None))


def best(versions: Sequence[Version], languages: Sequence[str]) -> Version:
    """The version that a reader of these languages gets, dearest first; else the first that was written.

    Raises IndexError where there is none: an announcement is never without its first version.
    """
    ready = [each for each in versions if each.approved_at]
    found = {each.language: each for each in ready}
    return next((found[code] for code in languages if code in found), ready[0])


def read_by(person: Person) -> list[str]:
    """The languages somebody reads, dearest first."""
    return list(dict.fromkeys([person.language or person.app_language, *(person.speaks or [])]))
