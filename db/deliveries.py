"""What is due: what nobody waits for at this moment, to whom if to anybody, when, and what became of it."""

import enum
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Self

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    Insert,
    Integer,
    Select,
    UniqueConstraint,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from db.base import Id, Instant, Numbered, choice, insert_new, inserting_new, partial_index
from db.kinds import RULES, Kind
from db.people import Person
from db.rhythm import Reason


class Outcome(enum.StrEnum):
    """What became of a message."""

    SENT = "sent"
    DONE = "done"
    LET_GO = "let-go"
    UNREACHABLE = "unreachable"
    FAILED = "failed"


PENDING = text("claimed_at IS NULL")
UNSYNCHRONIZED = {"synchronize_session": False}
UNCERTAIN = text("claimed_at IS NOT NULL AND outcome IS NULL")


class Delivery(Numbered):
    """One message due to a person or a group: the link to open, from when, and how it ended.

    A row with neither is an errand: something to do at its time, which says nothing by itself.

    Pending while `claimed_at` is empty. Claimed without an outcome it is *uncertain*: the process
    ended between the two. `message` is the channel's own number of what was sent, and `further` are
    those of the other messages of the same sending, the pictures of an album. `meant_at` is when it was
    first due, if it was put off since; `shown` links to the page that was shown, which may be another one.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("person_id", "link", "due_at"),
        UniqueConstraint("group_id", "link", "due_at"),
        CheckConstraint("person_id IS NULL OR group_id IS NULL", name="one_recipient"),
        partial_index("ix_deliveries_pending", "due_at", "id", where=PENDING),
        partial_index("ix_deliveries_uncertain", "id", where=UNCERTAIN),
        Index("ix_deliveries_link", "link", "outcome"),
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    link: Mapped[str]
    kind: Mapped[Kind] = mapped_column(choice(Kind))
    due_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0, server_default="0")
    outcome: Mapped[Outcome | None] = mapped_column(choice(Outcome))
    reason: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    message: Mapped[int | None] = mapped_column(Id)
    further: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    meant_at: Mapped[datetime | None]
    shown: Mapped[str | None]

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """A message to the person, settled or to come."""
        return session.scalar(select(cls).where(cls.id == id, cls.person_id == person.id))


@dataclass(frozen=True)
class Claim:
    """A claimed row, as a value: of `person_id` and `group_id` one is set, and none for an errand.

    A `message` that is there before anything was sent is to be shown anew in its place.
    """

    id: int
    person_id: int | None
    group_id: int | None
    link: str
    kind: Kind
    due_at: datetime
    tries: int
    message: int | None
    further: list[int] | None
    meant_at: datetime | None

    @property
    def first_due(self) -> datetime:
        """When it was to go, before it was put off."""
        return self.meant_at or self.due_at


TABLE = Delivery.__table__


def plan(session: Session, kind: Kind, link: str, due: datetime, **to: int | list[int] | None) -> None:
    """Have a link opened for `person_id=` or `group_id=` at a moment, perhaps over a `message=` of ours.

    Without either it is an errand. `further=` names what belongs to that message. Planning twice is harmless.
    """
    insert_new(session, Delivery, kind=kind, link=link, due_at=due, **to)


COMING = exists().where(
    PENDING, Delivery.link == bindparam("link"), Delivery.person_id == bindparam("person")
)
ROW = {
    "person_id": bindparam("person", type_=Delivery.person_id.type),
    "kind": bindparam("kind", type_=Delivery.kind.type),
    "link": bindparam("link", type_=Delivery.link.type),
    "due_at": bindparam("due", type_=Delivery.due_at.type),
    "tries": literal(0),
}


@cache
def _planning_once(dialect: str) -> Insert:
    return inserting_new(dialect, Delivery).from_select(list(ROW), select(*ROW.values()).where(~COMING))


def plan_once(session: Session, kind: Kind, link: str, due: datetime, person_id: int) -> None:
    """Have a link opened for a person at a moment, unless it is going to be opened for them anyway."""
    connection = session.connection()
    row = {"kind": kind, "link": link, "due": due, "person": person_id}
    connection.execute(_planning_once(connection.dialect.name), row)


def plan_many(session: Session, kind: Kind, link: str, due: datetime, people: Select[int]) -> None:
    """Have a link opened for everybody whose id the query yields: one statement, however many."""
    plan_each(session, kind, link, select(*people.subquery().c, literal(due, Instant)))


def plan_each(session: Session, kind: Kind, link: str, people: Select[int, datetime]) -> None:
    """The same where the query yields when it is due for each, too."""
    each = people.subquery()
    values = [literal(kind, choice(Kind)), literal(link), literal(0)]
    session.execute(
        insert(Delivery).from_select(
            ["person_id", "due_at", "kind", "link", "tries"], select(*each.c, *values)
        )
    )


DUE = (
    select(TABLE.c.id)
    .where(PENDING, TABLE.c.due_at <= bindparam("now"))
    .order_by(TABLE.c.due_at, TABLE.c.id)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)
    .cte("due")
)
CLAIM = (
    update(TABLE)
    .where(TABLE.c.id.in_(select(DUE.c.id)))
    .values(claimed_at=bindparam("now"))
    .returning(*(TABLE.c[name] for name in Claim.__dataclass_fields__))
)


def claim(session: Session, now: datetime, limit: int = 1) -> list[Claim]:
    """Take up to `limit` rows that are due, the earliest; nobody else gets them."""
    return [Claim(*row) for row in session.connection().execute(CLAIM, {"now": now, "limit": limit})]


def put_off(session: Session, claimed: Claim, until: datetime, reason: str) -> None:
    """Give the row back, due later, or anew after a pause; once, where the same is due then anyway."""
    if _planned(session, claimed, until):
        settle(session, claimed, Outcome.LET_GO, until, reason=Reason.PLANNED)
    else:
        meant = None if reason == Reason.PAUSED else claimed.first_due
        _back(session, claimed, until, meant_at=meant, reason=reason)


def try_again(session: Session, claimed: Claim, until: datetime, reason: str) -> None:
    """Give the row back after an attempt that failed, counted."""
    _back(session, claimed, until, meant_at=claimed.first_due, reason=reason, tries=claimed.tries + 1)


def settle(session: Session, claimed: Claim, outcome: Outcome, now: datetime, **found: Any) -> None:
    """Record how it ended, with the `reason` or the `message` that was sent."""
    write(session, claimed, outcome=outcome, settled_at=now, **found)


def _back(session: Session, claimed: Claim, until: datetime, **found: Any) -> None:
    write(session, claimed, claimed_at=None, due_at=until, shown=None, **found)


def _planned(session: Session, claimed: Claim, due: datetime) -> bool:
    whose = (
        Delivery.person_id == claimed.person_id
        if claimed.person_id
        else Delivery.group_id == claimed.group_id
    )
    same = select(Delivery.id).where(Delivery.link == claimed.link, Delivery.due_at == due, whose)
    return session.scalar(same.where(Delivery.id != claimed.id)) is not None


WRITE = update(TABLE).where(TABLE.c.id == bindparam("claim"))


def write(session: Session, claimed: Claim, **values: Any) -> None:
    """Write columns of a claimed row."""
    session.connection().execute(WRITE, {"claim": claimed.id, **values})


def recover(session: Session, now: datetime) -> int:
    """Settle what a process that ended left uncertain, and say how many rows that were.

    What a human asked for is due again (at most what was in flight comes twice), and so is what surely
    never left, because its successor was not planned yet. The rest of what nobody asked for is let go.
    """
    asked = [kind for kind, rule in RULES.items() if rule.asked]
    later = aliased(Delivery)
    prepared = exists().where(
        later.person_id == Delivery.person_id, later.link == Delivery.link, later.id > Delivery.id
    )
    due = Delivery.kind.in_(asked) | ~prepared
    again = update(Delivery).where(UNCERTAIN, due).values(claimed_at=None)
    gone = (
        update(Delivery)
        .where(UNCERTAIN)
        .values(outcome=Outcome.LET_GO, reason=Reason.UNCERTAIN, settled_at=now)
    )
    counts = [
        len(session.execute(each.returning(Delivery.id), execution_options=UNSYNCHRONIZED).all())
        for each in (again, gone)
    ]
    return sum(counts)


def reschedule(session: Session, kind: Kind, link: str, person_id: int, due: datetime) -> None:
    """Have what is pending of a link for a person come at another time; nothing, where nothing is."""
    if take_back(session, link, person_id):
        plan(session, kind, link, due, person_id=person_id)


def take_back(session: Session, link: str, person_id: int) -> bool:
    """What is pending of a link for a person is not due any more. False where nothing was."""
    theirs = delete(Delivery).where(PENDING, Delivery.link == link, Delivery.person_id == person_id)
    found = session.execute(theirs.returning(Delivery.id), execution_options=UNSYNCHRONIZED)
    return bool(found.all())


def coming(session: Session, people: list[int]) -> list[Delivery]:
    """What is pending for these people (ids)."""
    return list(session.scalars(select(Delivery).where(PENDING, Delivery.person_id.in_(people))))


def let_go(session: Session, rows: list[Delivery], reason: str, now: datetime) -> None:
    """Of these rows, what nobody has claimed meanwhile never goes."""
    session.execute(
        update(Delivery)
        .where(PENDING, Delivery.id.in_([row.id for row in rows]))
        .values(claimed_at=now, outcome=Outcome.LET_GO, reason=reason, settled_at=now),
        execution_options=UNSYNCHRONIZED,
    )


def resume(session: Session, person_id: int, now: datetime) -> None:
    """What has waited for the end of a person's pause is due."""
    session.execute(
        update(Delivery)
        .where(PENDING, Delivery.reason == Reason.PAUSED, Delivery.person_id == person_id)
        .values(due_at=now),
        execution_options=UNSYNCHRONIZED,
    )


def next_due(session: Session) -> datetime | None:
    """When the next pending row is due."""
    return session.scalar(select(func.min(Delivery.due_at)).where(PENDING))


def purge(session: Session, before: datetime) -> None:
    """Delete what was settled before a moment."""
    session.execute(delete(Delivery).where(Delivery.settled_at < before), execution_options=UNSYNCHRONIZED)
