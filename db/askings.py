"""Askings: a version in another language, asked of somebody who knows both and agreed to help."""

from datetime import datetime, timedelta
from typing import Self, TypeVar

from sqlalchemy import ForeignKey, Select, String, Text, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship, selectinload

from db import deliveries, programmes, versions
from db.announcements import Announcement
from db.base import Numbered, change_once, changing
from db.kinds import Kind
from db.people import Person, Role
from db.programmes import Member, Programme
from db.versions import Origin, Version

T = TypeVar("T", bound="Asked")
WISH_LENGTH = 400
PAGE = "helping.show"
"""The page on which the one who was asked reads, writes and hands in."""

THANKS = "helping.thanks"
"""The page that thanks them."""

COUNTED = timedelta(hours=1)
"""So long after an announcement started most have got it, and can be counted for those who helped."""


class Asked(Numbered):
    """Somebody, the `helper`, was asked for a version in `language`.

    `words` are theirs alone until `handed_in_at`; with a `wish`, what a coordinator would like changed,
    they are so again. Silent as long as there are none and nothing is `declined_at`.
    """

    __tablename__ = "asked_versions"
    __table_args__ = (UniqueConstraint("announcement_id", "language", "helper_id"),)

    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"))
    language: Mapped[str]
    helper_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    asker_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    asked_at: Mapped[datetime]
    declined_at: Mapped[datetime | None]
    words: Mapped[str | None] = mapped_column(Text)
    handed_in_at: Mapped[datetime | None]
    wish: Mapped[str | None] = mapped_column(String(WISH_LENGTH))
    approved_at: Mapped[datetime | None]
    announcement: Mapped[Announcement] = relationship(lazy="raise")
    helper: Mapped[Person] = relationship(lazy="raise", foreign_keys=helper_id)
    asker: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=asker_id)

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """For whoever was asked, as long as they are in the programme."""
        found = cls.kept(session, None, id)
        if found is None or found.helper_id != person.id:
            return None
        return found if programmes.joined(session, person, found.announcement.programme_id) else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """For the coordinators of the programme."""
        found = cls.kept(session, None, id)
        if found is None or not Programme.coordinated_by(session, person, found.announcement.programme_id):
            return None
        return found

    @classmethod
    def kept(cls, session: Session, _reader: object, id: int) -> Self | None:
        """With its announcement and people, whoever reads."""
        return session.scalar(_whole(select(cls)).where(cls.id == id))

    @property
    def silent(self) -> bool:
        """Whether nothing came back yet."""
        return not (self.declined_at or self.handed_in_at or self.wish)

    @property
    def over(self) -> bool:
        """Whether nobody waits for it any more: declined, taken, or its announcement is gone."""
        gone = self.announcement.dropped_at or self.announcement.taken_back_at
        return bool(self.declined_at or self.approved_at or gone)

    def version(self, now: datetime) -> Version:
        """The words as a version that members may read."""
        return Version(
            language=self.language,
            words=self.words or "",
            writer_id=self.helper_id,
            origin=Origin.MEMBER,
            written_at=now,
            approved_at=now,
        )

    def decline_once(self, session: Session, now: datetime) -> bool:
        """They cannot. False when they did before, or their words are being read."""
        return change_once(session, self, IF_OPEN, declined_at=now, wish=None)

    def hand_in_once(self, session: Session, now: datetime) -> bool:
        """Let the coordinators read the words. False when they are theirs already."""
        return change_once(session, self, IF_OPEN, handed_in_at=now, wish=None)

    def approve_once(self, session: Session, now: datetime) -> bool:
        """They are fine. False when somebody else said something before."""
        return change_once(session, self, IF_READ, approved_at=now)

    def wish_once(self, session: Session, wish: str, wisher: Person) -> bool:
        """Ask for a change, and go on as the asker. False when somebody else said something before."""
        return change_once(session, self, IF_READ, handed_in_at=None, wish=wish, asker_id=wisher.id)


OPEN = Asked.declined_at.is_(None) & Asked.approved_at.is_(None)
IF_OPEN = changing(Asked, OPEN & Asked.handed_in_at.is_(None))
IF_READ = changing(Asked, OPEN & Asked.handed_in_at.is_not(None))


def link(asked: Asked, page: str = PAGE) -> str:
    """Where the one who was asked is led."""
    return f"{page}:{asked.id}"


def _whole(askings: Select[T]) -> Select[T]:
    announcement = joinedload(Asked.announcement).options(
        joinedload(Announcement.programme),
        joinedload(Announcement.author),
        selectinload(Announcement.versions),
    )
    return askings.options(announcement, joinedload(Asked.helper), joinedload(Asked.asker))


def ask(session: Session, new: Asked) -> Asked | None:
    """Ask somebody; once more, if they could not before. None where they are asked already."""
    asked = select(Asked).where(
        Asked.announcement_id == new.announcement_id,
        Asked.language == new.language,
        Asked.helper_id == new.helper_id,
    )
    found = session.scalar(asked)
    if found is None:
        session.add(new)
        session.flush()
        return new
    if found.declined_at is None:
        return None
    found.declined_at, found.asked_at, found.asker_id = None, new.asked_at, new.asker_id
    return found


def of_version(session: Session, announcement: Announcement, language: str) -> list[Asked]:
    """Who was asked for a language, oldest first, but for those who could not."""
    asked = _whole(select(Asked)).where(Asked.announcement_id == announcement.id, Asked.language == language)
    return list(session.scalars(asked.where(Asked.declined_at.is_(None)).order_by(Asked.id)))


def of_helper(session: Session, person: Person) -> list[Asked]:
    """What somebody is asked for and has not handed in, newest first."""
    asked = _whole(select(Asked)).where(Asked.helper_id == person.id, OPEN, Asked.handed_in_at.is_(None))
    found = session.scalars(asked.order_by(Asked.asked_at.desc(), Asked.id.desc()))
    return [each for each in found if not each.over]


def thank_all(session: Session, announcement: Announcement, now: datetime) -> None:
    """It has started: thanks will come to everybody whose words came back."""
    asked = select(Asked).where(Asked.announcement_id == announcement.id, Asked.handed_in_at.is_not(None))
    for each in session.scalars(asked):
        thank(session, each, now)


def thank(session: Session, asked: Asked, now: datetime) -> None:
    """Have thanks come to one of them, when most have got the words and can be counted."""
    deliveries.plan_once(session, Kind.HELPING, link(asked, THANKS), now + COUNTED, asked.helper_id)


def helpers(session: Session, announcement: Announcement, language: str) -> list[Member]:
    """Who knows a language and one that it is written in, and agreed to help; and who coordinates.

    Longest first, each person once.
    """
    found = session.scalars(
        select(Member)
        .join(Member.person)
        .options(joinedload(Member.person))
        .where(Member.programme_id == announcement.programme_id, Member.joined_at.is_not(None))
        .where(or_(Person.translates, Member.role == Role.COORDINATOR))
        .order_by(Member.joined_at, Member.id)
    )
    written = {each.language for each in versions.approved(announcement.versions)} - {language}
    able = {each.person_id: each for each in reversed(list(found)) if _able(each.person, language, written)}
    return sorted(able.values(), key=lambda each: (each.joined_at, each.id))


def _able(person: Person, language: str, written: set[str]) -> bool:
    known = set(versions.read_by(person))
    return language in known and bool(known & written)
