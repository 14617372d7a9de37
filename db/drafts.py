"""Drafts: an announcement is changed only as long as it is one, and erased once it was thrown away."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from db.announcements import IF_DRAFT, Announcement
from db.base import change_once
from db.people import Person


def change(
    session: Session, announcement: Announcement, editor: Person, now: datetime, **values: object
) -> bool:
    """Write columns of a draft, and note who did. False where it is none any more."""
    changed = change_once(session, announcement, IF_DRAFT, **values)
    if changed:
        announcement.edited(editor, now)
    return changed


def purge(session: Session, before: datetime) -> None:
    """Erase drafts that were thrown away before a moment."""
    session.execute(delete(Announcement).where(Announcement.dropped_at < before))
