"""Versions: an announcement in one language each, by whom, and which of them somebody reads."""

import enum
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import UNDO, Numbered, change_once, changing, choice
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
    One that is `removed_at` is none any more; for a minute it can be brought back.
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
    removed_at: Mapped[datetime | None]

    def correct_once(self, session: Session, now: datetime) -> bool:
        """Have the correction be the words from now on, if its time has come. False where it was done."""
        if self.corrects_at is None or self.corrects_at > now or not self.correction:
            return False
        origin = Origin.COORDINATOR if self.origin is Origin.ENGINE else self.origin
        new = {"words": self.correction, "origin": origin, "correction": None, "corrects_at": None}
        return change_once(session, self, IF_CORRECTED, **new)


IF_CORRECTED = changing(Version, Version.corrects_at.is_not(None))
SAID = ("words", "writer_id", "origin", "written_at", "approved_at")
"""What is another when a version is written anew."""


def among(versions: Sequence[Version], language: str) -> Version | None:
    """The one in a language, approved or not."""
    return next((each for each in versions if each.language == language), None)


def approved(versions: Sequence[Version]) -> list[Version]:
    """Those that members read, in the order they were written."""
    return [each for each in versions if each.approved_at]


def keep(session: Session, beside: list[Version], new: Version) -> None:
    """Have a version beside an announcement's others, in place of the one its language had."""
    found = among(beside, new.language)
    if found is None:
        _clear(session, beside, new.language)
        beside.append(new)
        session.flush()
        return
    for name in SAID:
        setattr(found, name, getattr(new, name))


def rename(session: Session, beside: list[Version], version: Version, language: str) -> None:
    """It turns out to be in another language, in which there is none."""
    _clear(session, beside, language)
    version.language = language


def bring_back(session: Session, announcement_id: int, language: str, now: datetime) -> bool:
    """Have again what was removed in a language, within the minute. False when there is nothing to have."""
    asked = select(Version).where(Version.announcement_id == announcement_id, Version.language == language)
    found = session.scalar(asked.where(Version.removed_at >= now - UNDO))
    if found:
        found.removed_at = None
    return found is not None


def purge(session: Session, before: datetime) -> None:
    """Erase versions that were removed before a moment."""
    session.execute(delete(Version).where(Version.removed_at < before))


def _clear(session: Session, beside: list[Version], language: str) -> None:
    """What was removed in a language makes room for something else."""
    gone = delete(Version).where(Version.announcement_id == beside[0].announcement_id)
    session.execute(gone.where(Version.language == language, Version.removed_at.is_not(None)))


def choose(written: Sequence[str], languages: Sequence[str]) -> str:
    """Of the languages something is written in, the one that a reader of these gets, dearest first.

    Else the first that was written. Raises IndexError where there is none.
    """
    return next((code for code in languages if code in written), written[0])


def by_coordinator(person: Person, language: str, words: str, now: datetime) -> Version:
    """What a coordinator wrote: members may read it."""
    said = {"language": language, "words": words, "writer_id": person.id}
    return Version(**said, origin=Origin.COORDINATOR, written_at=now, approved_at=now)


def best(versions: Sequence[Version], languages: Sequence[str]) -> Version:
    """The version that a reader of these languages gets, dearest first; else the first that was written.

    Raises IndexError where there is none: an announcement is never without its first version.
    """
    found = {each.language: each for each in approved(versions)}
    return found[choose(list(found), languages)]


def read_by(person: Person) -> list[str]:
    """The languages somebody reads, dearest first."""
    return known(person.language or person.app_language, person.speaks)


def known(first: str, speaks: Sequence[str] | None) -> list[str]:
    """The language somebody reads and those they speak, each once, dearest first."""
    return list(dict.fromkeys([first, *(speaks or [])]))
