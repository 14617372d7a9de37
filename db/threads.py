"""Threads: what members answer to an announcement, and what the coordinators of its programme answer them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, String, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import programmes
from db.announcements import Announcement
from db.base import Numbered, change_once, changing, choice, insert_new
from db.contents import Medium
from db.people import Person
from db.programmes import Programme

WORDS_LENGTH = 1000


class Thread(Numbered):
    """What one member and the coordinators write to each other about one announcement; nobody else reads it.

    It waits since `waits_since` for a coordinator to answer, or to put it aside. `taken_by` sees to it, since
    `taken_at`. A number is never given twice: an old button leads to nobody else's.
    """

    __tablename__ = "threads"
    __table_args__ = (UniqueConstraint("announcement_id", "person_id"), {"sqlite_autoincrement": True})

    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    waits_since: Mapped[datetime | None]
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    taken_at: Mapped[datetime | None]
    announcement: Mapped[Announcement] = relationship(lazy="raise")
    person: Mapped[Person] = relationship(lazy="raise", foreign_keys=person_id)
    taken_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=taken_by_id)

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Thread | None":
        """A thread of the person's own, as long as they are in the programme."""
        found = session.scalar(THREADS.where(cls.id == id, cls.person_id == person.id))
        return found if found and programmes.joined(session, person, found.programme_id) else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> "Thread | None":
        """A member's thread, for the coordinators of the programme; nobody answers themselves."""
        found = session.scalar(THREADS.where(cls.id == id, cls.person_id != person.id))
        return found if found and Programme.coordinated_by(session, person, found.programme_id) else None

    @property
    def programme_id(self) -> int:
        """Whose coordinators read it."""
        return self.announcement.programme_id

    def take(self, session: Session, person: Person, now: datetime) -> bool:
        """Have somebody see to it, unless another does. Of two who press at once, one does."""
        if self.taken_by_id is None:
            change_once(session, self, IF_FREE, taken_by_id=person.id, taken_at=now)
            session.refresh(self, ["taken_by"])
        return self.taken_by_id == person.id

    def take_over(self, session: Session, person: Person, now: datetime) -> None:
        """Have somebody see to it in another's place."""
        self.taken_by_id, self.taken_at = person.id, now
        session.flush()
        session.refresh(self, ["taken_by"])


VERSIONS = joinedload(Thread.announcement).selectinload(Announcement.versions)
WHOLE = (VERSIONS, joinedload(Thread.person), joinedload(Thread.taken_by))
THREADS = select(Thread).options(*WHOLE)
IF_FREE = changing(Thread, Thread.taken_by_id.is_(None))


class Message(Numbered):
    """What one of them wrote in their language: words, perhaps below a voice message or photo, or only that.

    The channel keeps the sound or picture; `file` is its name for it. Only the author sees what has no
    `sent_at`; a coordinator has seen what has `read_at`.
    """

    __tablename__ = "thread_messages"
    __table_args__ = ({"sqlite_autoincrement": True},)

    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    words: Mapped[str | None] = mapped_column(Text)
    medium: Mapped[Medium | None] = mapped_column(choice(Medium))
    channel: Mapped[str | None]
    file: Mapped[str | None] = mapped_column(String(255))
    language: Mapped[str]
    written_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    thread: Mapped[Thread] = relationship(lazy="raise")
    author: Mapped[Person] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Message | None":
        """What was sent in a thread of the person's own."""
        found = cls._found(session, id)
        if found is None or found.sent_at is None:
            return None
        return found if Thread.seen_by(session, person, found.thread_id) else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> "Message | None":
        """What was sent in a thread of the programme; what was not, for its author."""
        found = cls._found(session, id)
        if found is None or (found.sent_at is None and found.author_id != person.id):
            return None
        return found if Thread.coordinated_by(session, person, found.thread_id) else None

    @classmethod
    def _found(cls, session: Session, id: int) -> "Message | None":
        whole = select(cls).options(joinedload(cls.thread).options(*WHOLE), joinedload(cls.author))
        return session.scalar(whole.where(cls.id == id))

    def send(self, session: Session, now: datetime) -> bool:
        """Have the other side read it. False when it was sent before."""
        return change_once(session, self, IF_UNSENT, sent_at=now)


IF_UNSENT = changing(Message, Message.sent_at.is_(None))


def about(session: Session, announcement: Announcement, person: Person) -> Thread:
    """Somebody's thread about an announcement, begun if there is none yet."""
    insert_new(session, Thread, announcement_id=announcement.id, person_id=person.id)
    asked = THREADS.where(Thread.person_id == person.id)
    return session.scalars(asked.where(Thread.announcement_id == announcement.id)).one()


def keep(session: Session, message: Message) -> None:
    """Keep what somebody wrote."""
    session.add(message)
    session.flush()


def messages(session: Session, thread: Thread) -> list[Message]:
    """All that was sent, oldest first, each with its author."""
    asked = select(Message).options(joinedload(Message.author)).where(Message.thread_id == thread.id)
    sent = asked.where(Message.sent_at.is_not(None))
    return list(session.scalars(sent.order_by(Message.sent_at, Message.id)))


def unanswered(thread: Thread, found: Sequence[Message]) -> list[Message]:
    """Of a thread's messages, those for which it waits."""
    since = thread.waits_since
    theirs = [each for each in found if each.author_id == thread.person_id]
    return [each for each in theirs if since and each.sent_at and each.sent_at >= since]


def read(session: Session, found: Sequence[Message], now: datetime) -> None:
    """A coordinator has seen these."""
    for each in found:
        each.read_at = each.read_at or now
    session.flush()


def hold(session: Session, thread: Thread) -> None:
    """Hold a thread, as it is by now, until the end of the turn: nobody settles what somebody writes now."""
    session.flush()
    session.refresh(thread, ["waits_since"], with_for_update={"key_share": True})


def settle(session: Session, thread: Thread) -> datetime | None:
    """It waits no more, but for what no coordinator has seen: since when, if there is any."""
    hold(session, thread)
    theirs = (Message.thread_id == thread.id) & (Message.author_id == thread.person_id)
    asked = select(func.min(Message.sent_at)).where(theirs, Message.read_at.is_(None))
    thread.waits_since = session.scalar(asked)
    return thread.waits_since


def waiting(session: Session, programme: Programme, reader: Person) -> list[Thread]:
    """What waits for an answer of the reader or of another coordinator, the longest first."""
    asked = THREADS.where(_waits(programme, reader))
    return list(session.scalars(asked.order_by(Thread.waits_since, Thread.id)))


def count_waiting(session: Session, programme: Programme, reader: Person) -> int:
    """How many that are."""
    return session.scalars(select(func.count(Thread.id)).where(_waits(programme, reader))).one()


def _waits(programme: Programme, reader: Person) -> ColumnElement[bool]:
    of_programme = select(Announcement.id).where(Announcement.programme_id == programme.id)
    theirs = Thread.announcement_id.in_(of_programme) & (Thread.person_id != reader.id)
    return theirs & Thread.waits_since.is_not(None)


def of_person(session: Session, person: Person) -> list[Thread]:
    """All threads of somebody, the newest first."""
    return list(session.scalars(THREADS.where(Thread.person_id == person.id).order_by(Thread.id.desc())))


def sent_media(session: Session, person: Person) -> int:
    """How many voice messages and photos somebody sent."""
    return session.scalars(select(func.count(Message.medium)).where(Message.author_id == person.id)).one()
