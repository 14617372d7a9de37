"""Outlook: what is to come for one person and what came of late, as rules and the person themself read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from db import deliveries
from db.crowds import EARLIEST
from db.deliveries import PENDING, UNSYNCHRONIZED, Claim, Delivery, Outcome
from db.kinds import Kind
from db.pairs import TOGETHER
from db.people import Person
from db.rhythm import Reason, Weekly, next_weekly

HIDDEN = (Kind.REPORT, Kind.THREAD_TAKEN)
"""Not a message of its own: the same page anew, over the one that stands there."""

SAID = (
    select(Delivery.person_id, Delivery.shown, Delivery.claimed_at)
    .where(Delivery.person_id.in_(TOGETHER))
    .where(Delivery.claimed_at > bindparam("since"), Delivery.kind == Kind.NUDGE)
    .where(Delivery.shown.is_not(None), func.coalesce(Delivery.outcome, Outcome.SENT) == Outcome.SENT)
)


@dataclass(frozen=True)
class Said:
    """That a page was shown to somebody (id) unasked, and when."""

    person: int | None
    link: str | None
    at: datetime


def said(session: Session, person: Person, since: datetime) -> list[Said]:
    """What the weekly word showed somebody and the others of their open pairs, or is just showing them."""
    rows = session.connection().execute(SAID, {"person": person.id, "since": since}).all()
    return [Said(person, link, at) for person, link, at in rows if at]


def shows(session: Session, claimed: Claim, link: str | None, why: str | None) -> None:
    """Keep which page a claimed message is, and why; before it is sent, so that the next one knows of it."""
    deliveries.write(session, claimed, shown=link, reason=why)


def pending(session: Session, person: Person, limit: int) -> list[Delivery]:
    """What comes next to somebody, soonest first."""
    asked = _of(person).where(PENDING).order_by(Delivery.due_at, Delivery.id)
    return list(session.scalars(asked.limit(limit)))


def decided(session: Session, person: Person, limit: int) -> list[Delivery]:
    """What was decided last about messages to somebody, latest first."""
    asked = _of(person).where(Delivery.outcome.is_not(None))
    return list(session.scalars(asked.order_by(Delivery.settled_at.desc(), Delivery.id.desc()).limit(limit)))


def _of(person: Person) -> Select[Delivery]:
    return select(Delivery).where(Delivery.person_id == person.id, Delivery.kind.not_in(HIDDEN))


def behind(session: Session, person: Person, message: int) -> str | None:
    """The link behind a message of ours in somebody's chat, or one that belongs to it, by its number."""
    asked = select(Delivery.link, Delivery.message, Delivery.further)
    whose = (Delivery.person_id == person.id) & (Delivery.outcome == Outcome.SENT)
    sent = asked.where(whose, (Delivery.message == message) | Delivery.further.is_not(None))
    rows = session.execute(sent.order_by(Delivery.id.desc()))
    return next((link for link, first, further in rows if message in (first, *(further or ()))), None)


def standing(session: Session, link: str) -> list[tuple[int, int]]:
    """Where a link stands: in the chats of which people (ids), in which messages, the newest last."""
    asked = select(Delivery.person_id, Delivery.message).where(Delivery.link == link)
    sent = asked.where(Delivery.outcome == Outcome.SENT).order_by(Delivery.id)
    return [(person, message) for person, message in session.execute(sent) if person and message]


def comes(session: Session, link: str) -> bool:
    """Whether a link is still to be opened, for anybody or nobody."""
    return session.scalar(select(Delivery.id).where(PENDING, Delivery.link == link).limit(1)) is not None


def comes_not(session: Session, link: str) -> None:
    """It is not any more."""
    session.execute(delete(Delivery).where(PENDING, Delivery.link == link), execution_options=UNSYNCHRONIZED)


def succeed(session: Session, row: Claim | Delivery, weekly: Weekly, after: datetime) -> None:
    """Plan what comes every week anew: not on the day from which it went a little earlier, in a crowd."""
    due = next_weekly(after + EARLIEST, weekly)
    deliveries.plan(session, row.kind, row.link, due, person_id=row.person_id or 0)


def end(session: Session, kind: Kind, people: Iterable[int]) -> None:
    """Nothing more of a kind comes to these people (ids), until it is begun anew."""
    theirs = delete(Delivery).where(PENDING, Delivery.kind == kind, Delivery.person_id.in_(list(people)))
    session.execute(theirs, execution_options=UNSYNCHRONIZED)


def postpone(session: Session, row: Delivery, until: datetime) -> bool:
    """Have what is to come come later. False when it has gone meanwhile, or is due then anyway."""
    same = Delivery.person_id == row.person_id, Delivery.link == row.link, Delivery.due_at == until
    if session.scalar(select(Delivery.id).where(*same)):
        return False
    values = {"due_at": until, "meant_at": None, "reason": Reason.SNOOZED}
    return _changed(session, row, values)


def snooze(session: Session, row: Delivery, until: datetime) -> None:
    """Have the page that a message showed come once more, then and at no other moment asked for before."""
    link = row.shown or row.link
    session.execute(
        delete(Delivery).where(
            PENDING,
            Delivery.kind == Kind.SNOOZED,
            Delivery.link == link,
            Delivery.person_id == row.person_id,
        ),
        execution_options=UNSYNCHRONIZED,
    )
    deliveries.plan(session, Kind.SNOOZED, link, until, person_id=row.person_id or 0)


def decline(session: Session, row: Delivery, now: datetime) -> bool:
    """What is to come does not come, because its reader said so. False when it has gone meanwhile.

    Its time is free again for something else.
    """
    values = {
        "claimed_at": now,
        "due_at": now,
        "settled_at": now,
        "outcome": Outcome.LET_GO,
        "reason": Reason.DECLINED,
    }
    return _changed(session, row, values)


def _changed(session: Session, row: Delivery, values: Mapping[str, object]) -> bool:
    changed = update(Delivery).where(Delivery.id == row.id, PENDING).values(values).returning(Delivery.id)
    return session.scalar(changed, execution_options=UNSYNCHRONIZED) is not None
