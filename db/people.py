"""People: who they are to us, what language and hour they chose, where they can be reached."""

import enum
from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    false,
    select,
    true,
    update,
)
from sqlalchemy.orm import Mapped, Session, contains_eager, mapped_column, relationship

from db import heard
from db.base import Id, Numbered, choice
from db.contents import Item, Items
from db.rhythm import Weekly
from db.waking import Waking

NAME_LENGTH = 40
LEFT = 0
"""No message's number: what shows an album was left for something else."""

THURSDAY = 3
EVENING = 18


class Role(enum.StrEnum):
    """What somebody is in a programme."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


class Appetite(enum.StrEnum):
    """How often somebody wants to hear from us unasked."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"

    @property
    def weeks(self) -> int:
        """Weeks from one unasked message to the next."""
        return {Appetite.WEEKLY: 1, Appetite.FORTNIGHTLY: 2, Appetite.MONTHLY: 4}[self]


class Asking(enum.StrEnum):
    """Which question of joining somebody is at."""

    LANGUAGE = "language"
    CONSENT = "consent"
    NAME = "name"
    SPEAKS = "speaks"
    NEEDS = "needs"


class Person(Waking, Numbered):
    """Somebody who opened an invitation. What is still empty has not been asked yet.

    `joining` is the question they are at, empty once they are in. `zone` is an IANA name; `weekday`
    counts from Monday (0) and `hour` is local; `awaits` is the reply their next words go to. `held` are
    words that wait for them to say whether to keep them, or what for, and `held_media` what came with them.
    The last `album` they sent goes to the reply `album_to`; `album_message` shows it, until it is LEFT.
    Others know of a pause only if it is `shared`. `closed_days`: they want to hear when offices are closed.
    `translates`: they agreed to be asked for an announcement in another language they know. `seen_on` is the
    last local date on which they pressed or wrote something, and `unanswered` counts what came unasked since.
    """

    __tablename__ = "people"

    app_language: Mapped[str]
    joining: Mapped[Asking | None] = mapped_column(choice(Asking))
    language: Mapped[str | None]
    speaks: Mapped[list[str] | None]
    name: Mapped[str | None] = mapped_column(String(NAME_LENGTH))
    zone: Mapped[str]
    weekday: Mapped[int] = mapped_column(default=THURSDAY)
    hour: Mapped[int] = mapped_column(default=EVENING)
    appetite: Mapped[Appetite] = mapped_column(choice(Appetite), default=Appetite.WEEKLY)
    paused_until: Mapped[datetime | None]
    pause_shared: Mapped[bool] = mapped_column(default=False, server_default=false())
    closed_days: Mapped[bool] = mapped_column(default=True, server_default=true())
    translates: Mapped[bool] = mapped_column(default=False, server_default=false())
    consented_at: Mapped[datetime | None]
    consent_version: Mapped[int | None]
    awaits: Mapped[str | None]
    awaits_since: Mapped[datetime | None]
    held: Mapped[str | None] = mapped_column(Text)
    held_media: Mapped[list[Item] | None] = mapped_column(Items)
    album: Mapped[str | None]
    album_to: Mapped[str | None]
    album_message: Mapped[int | None] = mapped_column(Id)
    created_at: Mapped[datetime]
    seen_on: Mapped[date | None]
    unanswered: Mapped[int] = mapped_column(default=0, server_default="0")

    @property
    def called(self) -> str:
        """The name they gave; empty while they have not."""
        return self.name or ""

    @property
    def weekly(self) -> Weekly:
        """When they want to hear from us."""
        return self.weekly_in(self.appetite.weeks)

    def weekly_in(self, weeks: int) -> Weekly:
        """The same every so many weeks."""
        return Weekly(self.zone, self.weekday, self.hour, weeks)

    def sleeps(self, first: int, last: int) -> None:
        """Choose the quiet hours, and hear from us right after them rather than in them."""
        self.quiet_from, self.quiet_to = first, last
        if self.hour in self.quiet:
            self.hour = last

    def seen(self, today: date) -> None:
        """They pressed or wrote something: a sign, kept once a day."""
        if self.seen_on != today or self.unanswered:
            self.seen_on, self.unanswered = today, 0


class Address(Numbered):
    """One way to reach a person: a channel and what it calls them. Off while `unreachable_since`."""

    __tablename__ = "addresses"
    __table_args__ = (UniqueConstraint("channel", "ref"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    channel: Mapped[str]
    ref: Mapped[int] = mapped_column(BigInteger)
    unreachable_since: Mapped[datetime | None]
    person: Mapped[Person] = relationship(lazy="raise")


AT = (
    select(Address)
    .join(Address.person)
    .options(contains_eager(Address.person))
    .where(Address.channel == bindparam("channel"), Address.ref == bindparam("ref"))
    # others may point at the row meanwhile: partners' turns, each telling the other, must not wait in a ring
    .with_for_update(of=Person, key_share=True)
)


def at(session: Session, channel: str, ref: int) -> Address | None:
    """The address with its person, whose row is locked: turns of one person queue up here."""
    return session.scalar(AT, {"channel": channel, "ref": ref})


REACHED = (
    select(Address)
    .join(Address.person)
    .options(contains_eager(Address.person))
    .where(Person.id == bindparam("person"), Address.unreachable_since.is_(None))
    .order_by(Address.id)
    .limit(1)
    .with_for_update(of=Person, key_share=True)
)


def reached(session: Session, person_id: int) -> Address | None:
    """The address where a person (by id) can be reached, if any; the person's row is locked."""
    return session.scalar(REACHED, {"person": person_id})


def lost(session: Session, address: tuple[str, int], now: datetime) -> None:
    """Switch an address off until its owner writes to us again."""
    channel, ref = address
    session.execute(
        update(Address).where(Address.channel == channel, Address.ref == ref).values(unreachable_since=now)
    )


def welcome(session: Session, person: Person, address: tuple[str, int]) -> Address:
    """Keep somebody new, with the address they wrote from."""
    session.add(person)
    session.flush()
    channel, ref = address
    found = Address(person_id=person.id, channel=channel, ref=ref, person=person)
    session.add(found)
    session.flush()
    return found


def unreachable(session: Session, people: list[int]) -> set[int]:
    """Which of these people (ids) no address reaches."""
    reached = select(Address.person_id).where(Address.unreachable_since.is_(None))
    return set(session.scalars(select(Person.id).where(Person.id.in_(people), Person.id.not_in(reached))))


def shows_album(session: Session, person_id: int, message: int) -> None:
    """Know which message shows the album that a person (by id) is sending, unless they have left it."""
    there = update(Person).where(Person.id == person_id, Person.album_message.is_distinct_from(LEFT))
    session.execute(there.values(album_message=message), execution_options={"synchronize_session": False})


def let_go(session: Session, before: datetime) -> None:
    """Forget what was held for a question that has stood open since before a moment, or for none."""
    alone = Person.awaits_since.is_(None) & (Person.seen_on < before.date())
    held = Person.held.is_not(None) & ((Person.awaits_since < before) | alone)
    session.execute(
        update(Person).where(held).values(held=None, held_media=None),
        execution_options={"synchronize_session": False},
    )


def erase(session: Session, person: Person) -> None:
    """Delete the person and, through the database's own cascades, every row about them."""
    session.flush()
    for lane in session.scalars(select(Address.ref).where(Address.person_id == person.id)):
        heard.forget(session, lane)
    session.execute(delete(Person).where(Person.id == person.id))
    session.expunge_all()
