"""Sendings: an announcement's recipients, frozen when it starts, and what became of each."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from db import deliveries, groups
from db.announcements import Announcement, link
from db.deliveries import Delivery, Outcome
from db.kinds import Kind
from db.programmes import Member


def recipients(announcement: Announcement) -> Select[int]:
    """Ids of the people an announcement goes to: everybody who has joined, each once."""
    return (
        select(Member.person_id)
        .where(Member.programme_id == announcement.programme_id, Member.joined_at.is_not(None))
        .distinct()
    )


def reach(session: Session, announcement: Announcement) -> int:
    """How many people it would go to now."""
    everybody = recipients(announcement).subquery()
    return session.scalars(select(func.count()).select_from(everybody)).one()


def kind(announcement: Announcement) -> Kind:
    """As what it goes: what presses passes the quiet hours."""
    return Kind.URGENT if announcement.urgent else Kind.ANNOUNCEMENT


def freeze(session: Session, announcement: Announcement, now: datetime) -> None:
    """One row for each who is to get it as things stand now: from here on nobody comes or goes."""
    sort, page = kind(announcement), link(announcement.id)
    deliveries.plan_many(session, sort, page, now, recipients(announcement))
    for group in groups.of_programme(session, announcement.programme):
        deliveries.plan(session, sort, page, now, group_id=group.id)


def tally(session: Session, announcement: Announcement) -> dict[Outcome | None, int]:
    """How many rows ended how; those under way count under None."""
    counted = select(Delivery.outcome, func.count()).where(*_sent(announcement)).group_by(Delivery.outcome)
    return dict(session.execute(counted).all())


def missed(session: Session, announcement: Announcement) -> tuple[set[int], set[int]]:
    """Ids of the people and of the groups that it did not reach."""
    asked = select(Delivery.person_id, Delivery.group_id).where(
        *_sent(announcement), Delivery.outcome != Outcome.SENT
    )
    rows = session.execute(asked).all()
    return {person for person, _ in rows if person}, {group for _, group in rows if group}


def _sent(announcement: Announcement) -> tuple[ColumnElement[bool], ...]:
    return Delivery.link == link(announcement.id), Delivery.kind.in_((Kind.ANNOUNCEMENT, Kind.URGENT))
