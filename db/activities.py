"""Activities: what a group does together. An idea that all may answer, or a game on a card of nine fields."""

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Numbered, change_once, changing, choice
from db.groups import Group
from db.people import Person
from db.programmes import joined

LASTS = timedelta(days=7)


class Play(enum.StrEnum):
    """What an activity is."""

    IDEA = "idea"
    NAMES = "names"
    WORDS = "words"


class Activity(Numbered):
    """An idea or a game of a group; `keys` name what is asked, in the order of the fields.

    Without `begun_at` it waits for its hour. It takes answers for `LASTS`, unless it is ended before. Its
    number is never used again: doors and buttons in groups outlive it.
    """

    __tablename__ = "activities"
    __table_args__ = ({"sqlite_autoincrement": True},)

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    play: Mapped[Play] = mapped_column(choice(Play))
    keys: Mapped[list[str]]
    begun_at: Mapped[datetime | None] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    group: Mapped[Group] = relationship(lazy="raise")

    @classmethod
    def posted_in(cls, session: Session, group: Group, id: int) -> Self | None:
        """The activity, for the group it belongs to."""
        found = cls._found(session, id)
        return found if found and found.group_id == group.id else None

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The activity once it has begun, for every member of the group's programme."""
        found = cls._found(session, id)
        if found is None or found.begun_at is None:
            return None
        return found if joined(session, person, found.group.programme_id) else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The activity, for the coordinators of the group's programme."""
        found = cls._found(session, id)
        return found if found and Group.coordinated_by(session, person, found.group_id) else None

    @classmethod
    def _found(cls, session: Session, id: int) -> Self | None:
        return session.scalar(select(cls).options(joinedload(cls.group)).where(cls.id == id))

    def lasts(self, now: datetime) -> bool:
        """Whether it takes answers."""
        return self.begun_at is not None and self.ended_at is None and now < self.begun_at + LASTS

    def begin_once(self, session: Session, now: datetime) -> bool:
        """Begin what has waited for its hour. False where it has begun."""
        return change_once(session, self, IF_WAITING, begun_at=now)

    def end_once(self, session: Session, now: datetime) -> bool:
        """End it. False where it has ended."""
        return change_once(session, self, IF_OPEN, ended_at=now)


IF_WAITING = changing(Activity, Activity.begun_at.is_(None))
IF_OPEN = changing(Activity, Activity.ended_at.is_(None))


def begin(session: Session, group: Group, play: Play, keys: Sequence[str], now: datetime | None) -> Activity:
    """A new activity, from `now` on, or waiting."""
    activity = Activity(group=group, play=play, keys=list(keys), begun_at=now)
    session.add(activity)
    session.flush()
    return activity


def hold(session: Session, activity: Activity) -> None:
    """Hold an activity until the end of the turn: of two who press at once, one comes second."""
    session.execute(select(Activity.id).where(Activity.id == activity.id).with_for_update(key_share=True))


def of_group(session: Session, group: Group) -> list[Activity]:
    """A group's activities, oldest first; those that wait for their hour among them."""
    asked = select(Activity).options(joinedload(Activity.group)).where(Activity.group_id == group.id)
    return list(session.scalars(asked.order_by(Activity.id)))


def forget(session: Session, group: Group) -> None:
    """Delete all activities of a group, with every answer."""
    session.execute(delete(Activity).where(Activity.group_id == group.id))
