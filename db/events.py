"""Events: when and where an announcement invites to, and how many find a place there."""

from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ForeignKey, String, delete, or_, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from db import programmes
from db.announcements import Announcement, link
from db.base import Numbered, choice
from db.deliveries import Delivery
from db.groups import Group
from db.guests import MOST_BROUGHT, Guest
from db.people import Person
from db.places import WORDS_LENGTH, Place, Spot
from db.programmes import Programme

USUAL = 120
"""Minutes an event takes, unless a coordinator says otherwise."""
MOST_PLACES = 9999


class Event(Numbered):
    """What one announcement invites to; `begins_at` is the moment it begins.

    The place is a `spot`, or `words` somebody wrote or shared as coordinates. No `capacity`: there is room
    for everybody. `most_brought`: how many each may bring. `version` counts the times it was moved. What a
    coordinator changes once it has gone out waits until `settles_at`: moved to `next_begins_at` and its
    place, or called off where that is empty. `counted` came of whom we keep nothing any more.
    """

    __tablename__ = "events"

    announcement_id: Mapped[int] = mapped_column(
        ForeignKey("announcements.id", ondelete="CASCADE"), unique=True
    )
    begins_at: Mapped[datetime]
    minutes: Mapped[int] = mapped_column(default=USUAL)
    words: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    spot: Mapped[Spot | None] = mapped_column(choice(Spot))
    capacity: Mapped[int | None]
    most_brought: Mapped[int] = mapped_column(default=MOST_BROUGHT)
    version: Mapped[int] = mapped_column(default=1)
    called_off_at: Mapped[datetime | None]
    settles_at: Mapped[datetime | None]
    next_begins_at: Mapped[datetime | None]
    next_words: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    next_spot: Mapped[Spot | None] = mapped_column(choice(Spot))
    counted: Mapped[int] = mapped_column(default=0)
    announcement: Mapped[Announcement] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The event once it has gone out, for those it was meant for, who answered, or whose group has it."""
        found = cls.kept(session, None, id)
        if found is None or found.announcement.started_at is None or person.id is None:
            return None
        if not programmes.joined(session, person, found.programme.id):
            return None
        if session.scalar(select(Guest.id).where(Guest.event_id == id, Guest.person_id == person.id)):
            return found
        return (
            found if found.announcement.taken_back_at is None and _reaches(session, person, found) else None
        )

    @classmethod
    def posted_in(cls, session: Session, group: Group, id: int) -> Self | None:
        """The event once it has gone out, for the groups of its programme, unless it was taken back."""
        found = cls.kept(session, None, id)
        if found is None or found.announcement.taken_back_at:
            return None
        return found if Announcement.posted_in(session, group, found.announcement_id) else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The event, on a draft or sent, for the coordinators of its programme."""
        found = cls.kept(session, None, id)
        return found if found and Programme.coordinated_by(session, person, found.programme.id) else None

    @classmethod
    def kept(cls, session: Session, _reader: object, id: int) -> Self | None:
        """The event with its announcement, whoever reads."""
        return session.scalar(select(cls).options(BESIDE).where(cls.id == id))

    @property
    def programme(self) -> Programme:
        """Whose event it is; its clock is that of the event."""
        return self.announcement.programme

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.begins_at + timedelta(minutes=self.minutes)

    @property
    def place(self) -> Place:
        """Where it is, as the places of meetings are."""
        return Place(words=self.words, spot=self.spot)

    @property
    def next_place(self) -> Place:
        """Where it is once what was asked for has happened."""
        return Place(words=self.next_words, spot=self.next_spot) if self.next_begins_at else self.place

    def stands(self, now: datetime) -> bool:
        """Whether it is still to come, so that one can answer."""
        return self.called_off_at is None and self.begins_at > now

    def over(self, now: datetime) -> bool:
        """Whether it has taken place."""
        return self.called_off_at is None and self.ends_at <= now

    def ask_move(self, begins: datetime, place: Place, settles: datetime) -> None:
        """Have it be at another time or place, unless that is undone before it settles or changes nothing."""
        if (begins, place.words, place.spot) == (self.begins_at, self.words, self.spot):
            self.undo()
            return
        self.next_begins_at, self.next_words, self.next_spot = begins, place.words, place.spot
        self.settles_at = settles

    def ask_call_off(self, settles: datetime) -> None:
        """Have it not take place, unless that is undone before it settles."""
        self.next_begins_at = self.next_words = self.next_spot = None
        self.settles_at = settles

    def undo(self) -> None:
        """Nothing of what was asked for happens."""
        self.settles_at = self.next_begins_at = self.next_words = self.next_spot = None

    def settle(self, now: datetime) -> None:
        """What was asked for happens now."""
        if self.next_begins_at:
            self.begins_at, self.words, self.spot = self.next_begins_at, self.next_words, self.next_spot
            self.version += 1
        else:
            self.called_off_at = now
        self.undo()


def _reaches(session: Session, person: Person, event: Event) -> bool:
    """Whether its announcement goes to all, to them, or to a group chat, where anybody may read it."""
    if event.announcement.audience is None:
        return True
    theirs = or_(Delivery.person_id == person.id, Delivery.group_id.is_not(None))
    row = select(Delivery.id).where(Delivery.link == link(event.announcement_id), theirs)
    return session.scalar(row.limit(1)) is not None


BESIDE = joinedload(Event.announcement).options(
    joinedload(Announcement.programme),
    joinedload(Announcement.author),
    joinedload(Announcement.editor),
    selectinload(Announcement.versions),
)
"""All that a page shows of an event but its guests."""


def of(session: Session, announcement: Announcement) -> Event | None:
    """What an announcement invites to, if it does. The announcement comes from one of its finders."""
    event = session.scalar(select(Event).where(Event.announcement_id == announcement.id))
    if event:
        set_committed_value(event, "announcement", announcement)
    return event


def arrange(session: Session, announcement: Announcement, begins: datetime) -> Event:
    """The announcement's event, made if there is none yet, at that moment."""
    event = of(session, announcement)
    if event is None:
        event = Event(announcement=announcement, begins_at=begins)
        session.add(event)
    event.begins_at = begins
    session.flush()
    return event


def remove(session: Session, event: Event) -> None:
    """The announcement invites to nothing any more. Only a draft's: nobody has answered."""
    session.execute(delete(Event).where(Event.id == event.id))


def of_programme(session: Session, programme: Programme, since: datetime) -> list[Event]:
    """The programme's events that have gone out and begin after a moment, soonest first."""
    asked = (
        select(Event)
        .options(BESIDE)
        .join(Event.announcement)
        .where(Announcement.programme_id == programme.id, Announcement.started_at.is_not(None))
        .where(Event.begins_at >= since, Event.called_off_at.is_(None))
        .order_by(Event.begins_at, Event.id)
    )
    return list(session.scalars(asked))
