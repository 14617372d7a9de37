"""Sendings: an announcement's recipients, frozen when it starts, and what became of each."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Case, ColumnElement, case, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session

from db import deliveries, picks, recipients, starts
from db.announcements import Announcement, link
from db.base import Instant, choice
from db.deliveries import PENDING, Delivery, Outcome
from db.groups import Group
from db.kinds import ANNOUNCED, Kind
from db.people import Person
from db.rhythm import Reason
from db.starts import Timing

SILENTLY = {"synchronize_session": False}


Which = tuple[ColumnElement[bool], ...]


def kind(announcement: Announcement) -> Kind:
    """As what it goes: what presses passes the quiet hours."""
    return Kind.URGENT if announcement.urgent else Kind.ANNOUNCEMENT


def freeze(session: Session, announcement: Announcement, now: datetime) -> None:
    """One row for each who is to get it as things stand now: from here on nobody comes or goes."""
    sort, page = kind(announcement), link(announcement.id)
    people = recipients.people(announcement, now)
    deliveries.plan_each(session, sort, page, starts.for_each(session, announcement.timing, people, now))
    due = starts.for_groups(announcement.timing, announcement.programme, now)
    for group in recipients.rooms(session, announcement):
        deliveries.plan(session, sort, page, due, group_id=group.id)
    picks.forget(session, announcement.id)


@dataclass(frozen=True)
class Tally:
    """How many rows stand how. `waiting`: on their way; `later`: after somebody's quiet hours.

    `held`: stopped. `uncertain`: nobody can know whether it arrived, or something of ours failed. `late`: let
    go, because its time had gone by.
    """

    sent: int = 0
    waiting: int = 0
    later: int = 0
    held: int = 0
    unreachable: int = 0
    uncertain: int = 0
    late: int = 0

    @property
    def under_way(self) -> int:
        """How many may still get it by themselves."""
        return self.waiting + self.later

    @property
    def all(self) -> int:
        """How many were to get it."""
        return sum(vars(self).values())


def _fate(now: datetime) -> Case[str]:
    """Which field of a tally a row counts in."""
    unsure = (Delivery.outcome == Outcome.FAILED) | Delivery.reason.startswith(Reason.UNCERTAIN)
    return case(
        (Delivery.outcome == Outcome.SENT, "sent"),
        (Delivery.outcome.is_(None) & PENDING & (Delivery.due_at > now), "later"),
        (Delivery.outcome.is_(None), "waiting"),
        (Delivery.outcome == Outcome.UNREACHABLE, "unreachable"),
        (Delivery.reason == Reason.STOPPED, "held"),
        (unsure, "uncertain"),
        else_="late",
    )


def tally(session: Session, announcement: Announcement, now: datetime) -> Tally:
    """How far it is."""
    fate = _fate(now).label("fate")
    counted = select(fate, func.count()).where(*out(announcement)).group_by(fate)
    return Tally(**dict(session.execute(counted).all()))


@dataclass(frozen=True)
class Reader:
    """One who was to get it, a person or a group, and what became of that: a field of `Tally`."""

    name: str
    language: str | None
    fate: str
    reason: str | None
    settled_at: datetime | None
    shown: str | None

    @property
    def version(self) -> str | None:
        """The language of the version that was shown: its link ends with it."""
        return self.shown and self.shown.rpartition(":")[2]


def readers(session: Session, announcement: Announcement, now: datetime) -> list[Reader]:
    """Everybody who was to get it, by name."""
    name = func.coalesce(Person.name, Group.title, "").label("name")
    asked = (
        select(name, Person.language, _fate(now), Delivery.reason, Delivery.settled_at, Delivery.shown)
        .select_from(Delivery)
        .outerjoin(Person, Person.id == Delivery.person_id)
        .outerjoin(Group, Group.id == Delivery.group_id)
        .where(*out(announcement))
        .order_by(name, Delivery.id)
    )
    return [Reader(*row) for row in session.execute(asked)]


def got(session: Session, announcement: Announcement, reader: Person | Group) -> bool:
    """Whether somebody has it in their chat."""
    whose = Delivery.person_id if isinstance(reader, Person) else Delivery.group_id
    asked = select(Delivery.id).where(*out(announcement), whose == reader.id)
    return session.scalar(asked.where(Delivery.outcome == Outcome.SENT).limit(1)) is not None


def hold(session: Session, announcement: Announcement, now: datetime) -> None:
    """What has not left yet does not leave."""
    still = update(Delivery).where(PENDING, *out(announcement))
    held = {"outcome": Outcome.LET_GO, "reason": Reason.STOPPED}
    session.execute(still.values(claimed_at=now, settled_at=now, **held), execution_options=SILENTLY)


def release(session: Session, announcement: Announcement, now: datetime) -> None:
    """What was held is due; where each was to get it in their own morning, not before that."""
    at_once = literal(now, Instant)
    in_time = case((Delivery.due_at > now, Delivery.due_at), else_=at_once)
    due = in_time if announcement.timing is Timing.QUIET else at_once
    _again(session, (*out(announcement), Delivery.reason == Reason.STOPPED), due)


def send_again(session: Session, announcement: Announcement, now: datetime) -> None:
    """What may not have arrived is due once more."""
    _again(session, (*out(announcement), _fate(now) == "uncertain"), literal(now, Instant))


def _again(session: Session, which: Which, due: ColumnElement[datetime]) -> None:
    anew = {"claimed_at": None, "outcome": None, "reason": None, "settled_at": None, "meant_at": None}
    session.execute(
        update(Delivery).where(*which).values(due_at=due, tries=0, **anew), execution_options=SILENTLY
    )


@dataclass(frozen=True)
class Standing:
    """Which of its messages that stand in a chat: in one language, and in groups; settled since."""

    language: str = ""
    since: datetime | None = None

    def of(self, announcement: Announcement) -> Which:
        """The same in the words of the database."""
        which = [*out(announcement), Delivery.outcome == Outcome.SENT, Delivery.message.is_not(None)]
        if self.language:
            read = Delivery.shown.endswith(f":{self.language}", autoescape=True)
            which.append(or_(Delivery.shown.is_(None), read))
        if self.since:
            which.append(Delivery.settled_at >= self.since)
        return tuple(which)


def over(
    session: Session, announcement: Announcement, what: tuple[Kind, str], now: datetime, which: Standing
) -> None:
    """Have a page opened over messages of it, as a kind: one statement, however many."""
    sort, page = what
    where = (Delivery.person_id, Delivery.group_id, Delivery.message, Delivery.further)
    columns = [*(each.key for each in where), "kind", "link", "due_at", "tries"]
    values = [literal(sort, choice(Kind)), literal(page), literal(now, Instant), literal(0)]
    chosen = select(*where, *values).where(*which.of(announcement))
    session.execute(insert(Delivery).from_select(columns, chosen))


def chats(session: Session, announcement: Announcement, which: Standing) -> int:
    """How many those messages are."""
    asked = select(func.count()).select_from(Delivery).where(*which.of(announcement))
    return session.scalars(asked).one()


def still_over(session: Session, sort: Kind, page: str) -> dict[Outcome | None, int]:
    """How many of those ended how; those to come count under None."""
    counted = select(Delivery.outcome, func.count()).where(Delivery.link == page, Delivery.kind == sort)
    return dict(session.execute(counted.group_by(Delivery.outcome)).all())


def out(announcement: Announcement) -> Which:
    """What holds for the rows by which it goes out, and not for those that go over them."""
    return Delivery.link == link(announcement.id), Delivery.kind.in_(ANNOUNCED)
