"""Drafts: announcements as their coordinators list and change them, thrown away and brought back."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from db import versions
from db.announcements import IF_DRAFT, Announcement
from db.base import UNDO, change_once, changing
from db.people import Person
from db.programmes import Programme
from db.versions import Version, among

IF_DROPPED = changing(Announcement, Announcement.dropped_at.is_not(None))


def change(
    session: Session, announcement: Announcement, editor: Person, now: datetime, **values: object
) -> bool:
    """Write columns of a draft, and note who did. False where it is none any more."""
    changed = change_once(session, announcement, IF_DRAFT, **values)
    if changed:
        announcement.edited(editor, now)
    return changed


def listed(session: Session, programme: Programme, start: int, limit: int) -> list[Announcement]:
    """From a number on: drafts, worked on last first, then what was sent, newest first; nothing dropped."""
    return list(
        session.scalars(
            select(Announcement)
            .options(joinedload(Announcement.editor), selectinload(Announcement.versions))
            .where(Announcement.programme_id == programme.id, Announcement.dropped_at.is_(None))
            .order_by(
                Announcement.sent_at.is_not(None),
                func.coalesce(Announcement.sent_at, Announcement.edited_at).desc(),
                Announcement.id.desc(),
            )
            .offset(start)
            .limit(limit)
        )
    )


def drop_once(session: Session, draft: Announcement, now: datetime) -> bool:
    """Throw a draft away. False when it was sent meanwhile, or is thrown away already."""
    return change_once(session, draft, IF_DRAFT, dropped_at=now)


def may_return(draft: Announcement, now: datetime) -> bool:
    """Whether a draft that was thrown away can still be brought back."""
    return draft.dropped_at is not None and now - draft.dropped_at <= UNDO


def bring_back_once(session: Session, draft: Announcement, now: datetime) -> bool:
    """Have it again, within the minute. False when it is too late, or it is there anyway."""
    return may_return(draft, now) and change_once(session, draft, IF_DROPPED, dropped_at=None)


def there(announcement: Announcement, language: str) -> Version | None:
    """Its version in a language, unless it was thrown away as a whole."""
    return None if announcement.dropped_at else among(announcement.versions, language)


def fixed(announcement: Announcement, version: Version | None) -> bool:
    """Whether a version is sent to people: then only a correction changes it."""
    return bool(announcement.sent_at and version and version.approved_at)


def purge(session: Session, before: datetime) -> None:
    """Erase drafts and versions that were thrown away before a moment."""
    versions.purge(session, before)
    session.execute(delete(Announcement).where(Announcement.dropped_at < before))
