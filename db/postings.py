"""Postings: what of ours stands in a group chat, found by its number, and written anew when it changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import deliveries
from db.deliveries import PENDING, Delivery, Outcome
from db.groups import Group
from db.kinds import Kind

GATHERED = 5
"""Seconds: what changes within them becomes one edit, for a group bears 20 messages a minute."""
AFTER = timedelta(seconds=GATHERED + 1)
"""By then the turn that changed something has surely ended."""


def link_at(session: Session, group: Group, message: int) -> str | None:
    """The link behind a message of ours in a group."""
    asked = select(Delivery.link).where(Delivery.group_id == group.id, Delivery.message == message)
    newest = asked.where(Delivery.outcome == Outcome.SENT).order_by(Delivery.id.desc())
    return session.scalar(newest.limit(1))


def rewrite(session: Session, group_id: int, link: str, now: datetime) -> None:
    """Have a message opened anew in its place, soon; nothing where it was not posted yet.

    Where its number is not known any more, because the group moved, it is posted anew.
    """
    posted = _posted(session, group_id, link)
    if posted is None:
        return
    over = {} if posted.message is None else {"message": posted.message}
    last = now.replace(second=now.second - now.second % GATHERED, microsecond=0)
    deliveries.plan(session, Kind.REWRITING, link, last + AFTER, group_id=group_id, **over)


def stands(session: Session, group_id: int, link: str) -> bool:
    """Whether a link was posted in a group."""
    return _posted(session, group_id, link) is not None


def _posted(session: Session, group_id: int, link: str) -> Delivery | None:
    """The last time a link went to a group."""
    asked = select(Delivery).where(Delivery.group_id == group_id, Delivery.link == link)
    sent = asked.where(Delivery.outcome == Outcome.SENT)
    return session.scalar(sent.order_by(Delivery.settled_at.desc(), Delivery.id.desc()).limit(1))


def ever(session: Session, group_id: int, link: str) -> bool:
    """Whether a link was planned for a group, whatever became of it."""
    asked = select(Delivery.id).where(Delivery.group_id == group_id, Delivery.link == link)
    return session.scalar(asked.limit(1)) is not None


def since(session: Session, group_id: int, link: str, moment: datetime) -> bool:
    """Whether a link was planned for a group for that moment or a later one."""
    asked = select(Delivery.id).where(Delivery.group_id == group_id, Delivery.link == link)
    return session.scalar(asked.where(Delivery.due_at >= moment).limit(1)) is not None


def messages(session: Session, group_id: int, links: Sequence[str]) -> list[int]:
    """The messages in a group in which any of these links stands."""
    asked = select(Delivery.message).where(Delivery.group_id == group_id, Delivery.link.in_(links))
    sent = asked.where(Delivery.outcome == Outcome.SENT, Delivery.message.is_not(None)).distinct()
    return [each for each in session.scalars(sent) if each is not None]


def take_back(session: Session, group_id: int, link: str) -> None:
    """What is pending of a link for a group is not due any more."""
    asked = select(Delivery).where(PENDING, Delivery.group_id == group_id, Delivery.link == link)
    for row in session.scalars(asked):
        session.delete(row)
