"""Contributions: what people gave to an activity of their group, by name, and for how long it is kept."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.activities import Activity
from db.base import Numbered, choice
from db.groups import Group
from db.people import NAME_LENGTH, Person

KEPT = timedelta(days=30)
"""How long after an activity began names and words are kept."""
WORDS_LENGTH = 200
MOST = 60
"""How many answers an activity takes."""
MOST_OF_A_NAME = 3
"""How many a field takes from a first name that is no member's; two people may share it."""


class Medium(enum.StrEnum):
    """How somebody answered. Only what was typed is kept; of all else, that it came."""

    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
    OTHER = "other"


class Contribution(Numbered):
    """What somebody gave to a field of an activity; an idea has one field, 0.

    A member stands here as a person; of anybody else only the first name is kept. In which `language`
    the words are may be unknown.
    """

    __tablename__ = "contributions"
    __table_args__ = (UniqueConstraint("activity_id", "person_id", "cell"),)

    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    cell: Mapped[int]
    name: Mapped[str | None] = mapped_column(String(NAME_LENGTH))
    medium: Mapped[Medium] = mapped_column(choice(Medium))
    words: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    language: Mapped[str | None]
    person: Mapped[Person | None] = relationship(lazy="raise")
    activity: Mapped[Activity] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """What somebody gave, for themselves."""
        found = cls._found(session, id)
        return found if found and found.person_id == person.id else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """What somebody gave, for the coordinators of the group's programme."""
        found = cls._found(session, id)
        return found if found and Activity.coordinated_by(session, person, found.activity_id) else None

    @classmethod
    def _found(cls, session: Session, id: int) -> Self | None:
        whole = joinedload(cls.activity).joinedload(Activity.group)
        return session.scalar(select(cls).options(whole, joinedload(cls.person)).where(cls.id == id))

    @property
    def called(self) -> str:
        """Whose it is."""
        return self.person.called if self.person else self.name or ""

    def by(self, person: Person) -> bool:
        """Whether it is theirs. Of those who are not members, we know each other by the name alone."""
        if self.person_id or person.id:
            return self.person_id == person.id
        return self.name == person.name


@dataclass(frozen=True)
class Gift:
    """What somebody gives to a field."""

    cell: int = 0
    medium: Medium = Medium.TEXT
    words: str | None = None
    language: str | None = None


def given(session: Session, activity: Activity) -> list[Contribution]:
    """What was given to an activity, in order."""
    whole = joinedload(Contribution.activity).joinedload(Activity.group)
    return list(session.scalars(_asked().options(whole).where(Contribution.activity_id == activity.id)))


def give(session: Session, activity: Activity, person: Person, gift: Gift) -> bool:
    """Keep what somebody gives, a member's in place of their former one. False where it is full.

    The activity is held by the caller, who has looked at what there is.
    """
    found = given(session, activity)
    own = [each for each in found if each.by(person) and each.cell == gift.cell]
    if len(found) >= MOST or (person.id is None and len(own) >= MOST_OF_A_NAME):
        return False
    if person.id is not None:
        take_back(session, activity, person, gift.cell)
    values = {field: getattr(gift, field) for field in ("cell", "medium", "words", "language")}
    name = None if person.id else person.name
    session.add(Contribution(activity_id=activity.id, person_id=person.id, name=name, **values))
    session.flush()
    return True


def take_back(session: Session, activity: Activity, person: Person, cell: int) -> None:
    """Delete what somebody gave to a field."""
    for each in given(session, activity):
        if each.cell == cell and each.by(person):
            session.delete(each)
    session.flush()


def of_person(session: Session, person: Person) -> list[Contribution]:
    """What a member gave to activities, with these and their groups."""
    whole = joinedload(Contribution.activity).joinedload(Activity.group)
    return list(session.scalars(_asked().options(whole).where(Contribution.person_id == person.id)))


def newest(session: Session, group: Group, limit: int) -> list[Contribution]:
    """The words that a group was given last, newest first."""
    whole = joinedload(Contribution.activity).joinedload(Activity.group)
    asked = _asked().options(whole).join(Contribution.activity).where(Activity.group_id == group.id)
    typed = asked.where(Contribution.medium == Medium.TEXT)
    return list(session.scalars(typed.order_by(None).order_by(Contribution.id.desc()).limit(limit)))


def _asked() -> Select[Contribution]:
    return select(Contribution).options(joinedload(Contribution.person)).order_by(Contribution.id)


def erase(session: Session, before: datetime) -> None:
    """Delete what was given to activities that began before a moment."""
    old = select(Activity.id).where(Activity.begun_at < before)
    session.execute(
        delete(Contribution).where(Contribution.activity_id.in_(old)),
        execution_options={"synchronize_session": False},
    )
