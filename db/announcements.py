"""Announcements: what a coordinator tells the community, from its draft to the last who got it."""

from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import JSON, ForeignKey, false, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship, selectinload

from db import programmes, versions
from db.base import Numbered, change_once, changing, choice
from db.contents import Item
from db.deliveries import Delivery
from db.groups import Group
from db.people import Person
from db.programmes import Programme
from db.starts import Timing
from db.versions import Version

TEXT_LENGTH = 3000
URGENT_GRACE = 10
"""Seconds: as long what presses can be stopped, at the most."""

THERE = "and_(Version.announcement_id == Announcement.id, Version.removed_at.is_(None))"
"""A version that was removed is none of its announcement any more."""


class Announcement(Numbered):
    """A coordinator's words to the programme.

    A draft until `sent_at`, when *Send* was pressed; `starts_at` is when the first may leave, and while it is
    a draft when somebody wishes that, if its `timing` is a time. At `started_at` its recipients were frozen,
    one row of what is due each. `stopped_at`: the rest is held. `taken_back_at`: it leaves the chats again.
    `dropped_at`: a draft that was thrown away.
    `language` is that of its first version; `audience` is to whom (`db.audiences`), None for all.
    `editor` worked on it last, at `edited_at`.
    """

    __tablename__ = "announcements"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    editor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    language: Mapped[str]
    urgent: Mapped[bool] = mapped_column(default=False, server_default=false())
    audience: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    written_at: Mapped[datetime]
    edited_at: Mapped[datetime]
    starts_at: Mapped[datetime | None]
    timing: Mapped[Timing] = mapped_column(choice(Timing), default=Timing.NOW, server_default="now")
    sent_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    corrected_at: Mapped[datetime | None]
    taken_back_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]
    programme: Mapped[Programme] = relationship(lazy="raise")
    author: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=author_id)
    editor: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=editor_id)
    versions: Mapped[list[Version]] = relationship(lazy="raise", order_by=Version.id, primaryjoin=THERE)

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The announcement once it has gone out, for those of its programme it was meant for."""
        found = cls.kept(session, None, id)
        if found is None or found.started_at is None:
            return None
        if not programmes.joined(session, person, found.programme_id):
            return None
        row = select(Delivery.id).where(Delivery.link == link(id), Delivery.person_id == person.id)
        return found if found.audience is None or session.scalar(row.limit(1)) else None

    @classmethod
    def posted_in(cls, session: Session, group: Group, id: int) -> Self | None:
        """The announcement once it has gone out, for the groups of its programme it was meant for."""
        found = cls.kept(session, None, id)
        if found is None or found.started_at is None:
            return None
        if found.programme_id != group.programme_id:
            return None
        row = select(Delivery.id).where(Delivery.link == link(id), Delivery.group_id == group.id)
        return found if found.audience is None or session.scalar(row.limit(1)) else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The announcement, draft or sent, for the coordinators of its programme."""
        found = cls.kept(session, None, id)
        return found if found and Programme.coordinated_by(session, person, found.programme_id) else None

    @classmethod
    def kept(cls, session: Session, _reader: object, id: int) -> Self | None:
        """The announcement with its programme, its people and its versions, whoever reads."""
        beside = (joinedload(cls.programme), joinedload(cls.author), joinedload(cls.editor))
        return session.scalar(select(cls).options(*beside, selectinload(cls.versions)).where(cls.id == id))

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed: neither sent nor thrown away."""
        return self.sent_at is None and self.dropped_at is None

    @property
    def words(self) -> str:
        """The words of its first version."""
        return self.first.words

    @property
    def first(self) -> Version:
        """The version it was written in."""
        return next(each for each in self.versions if each.language == self.language)

    def items(self, version: Version) -> list[Item]:
        """The files and the place that go with a version."""
        return version.items or self.first.items or []

    @property
    def grace(self) -> timedelta:
        """So long what was decided can still be stopped before anybody notices."""
        seconds = self.programme.grace
        return timedelta(seconds=min(seconds, URGENT_GRACE) if self.urgent else seconds)

    def send_once(self, session: Session, now: datetime, starts: datetime) -> bool:
        """Take the draft to sent. False when somebody else's press came first."""
        return change_once(session, self, IF_DRAFT, sent_at=now, starts_at=starts)

    def unsend_once(self, session: Session) -> bool:
        """Take it back to a draft, as long as nobody got it."""
        wished = self.starts_at if self.timing is Timing.AT else None
        return change_once(session, self, IF_WAITING, sent_at=None, starts_at=wished)

    def start_once(self, session: Session, now: datetime) -> bool:
        """Freeze its recipients now, unless it was taken back, or has another time by now."""
        if self.starts_at is None or self.starts_at > now:
            return False
        return change_once(session, self, IF_WAITING, started_at=now)

    def stop_once(self, session: Session, now: datetime) -> bool:
        """Hold what has not left yet."""
        return change_once(session, self, IF_GOING, stopped_at=now)

    def go_on_once(self, session: Session) -> bool:
        """Let what was held go on."""
        return change_once(session, self, IF_STOPPED, stopped_at=None)

    def take_back_once(self, session: Session, now: datetime) -> bool:
        """Nobody else gets it, and soon it leaves the chats it is in."""
        return change_once(session, self, IF_OUT, taken_back_at=now)

    def leave_once(self, session: Session) -> bool:
        """Let it stand after all."""
        return change_once(session, self, IF_TAKEN_BACK, taken_back_at=None)

    def edited(self, editor: Person, now: datetime) -> None:
        """Somebody works on it."""
        self.editor, self.edited_at = editor, now


IF_DRAFT = changing(Announcement, Announcement.sent_at.is_(None) & Announcement.dropped_at.is_(None))
IF_WAITING = changing(Announcement, Announcement.sent_at.is_not(None) & Announcement.started_at.is_(None))
IF_OUT = changing(Announcement, Announcement.started_at.is_not(None) & Announcement.taken_back_at.is_(None))
IF_GOING = changing(Announcement, Announcement.started_at.is_not(None) & Announcement.stopped_at.is_(None))
IF_STOPPED = changing(
    Announcement, Announcement.stopped_at.is_not(None) & Announcement.taken_back_at.is_(None)
)
IF_TAKEN_BACK = changing(Announcement, Announcement.taken_back_at.is_not(None))
PAGE = "bulletin.read"
"""The page that members and groups read; what is due of an announcement leads there."""


def link(number: int) -> str:
    """What is due of an announcement, by its number."""
    return f"{PAGE}:{number}"


def write(session: Session, programme: Programme, author: Person, words: str, now: datetime) -> Announcement:
    """A new draft, in the language of whoever writes it."""
    language = author.language or programme.language
    draft = Announcement(
        programme=programme,
        author=author,
        editor=author,
        language=language,
        written_at=now,
        edited_at=now,
        versions=[versions.by_coordinator(author, language, words, now)],
    )
    session.add(draft)
    session.flush()
    return draft
