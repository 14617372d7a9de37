"""Announcements: what a coordinator tells the community, and how many it reached."""

from datetime import datetime
from typing import Self

from sqlalchemy import ForeignKey, Select, Text, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Numbered, change_once, changing
from db.deliveries import Delivery, Outcome
from db.groups import Group
from db.people import Person
from db.programmes import Member, Programme

TEXT_LENGTH = 3000


class Announcement(Numbered):
    """A coordinator's words to the programme: a draft until `sent_at`."""

    __tablename__ = "announcements"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    words: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    programme: Mapped[Programme] = relationship(lazy="raise")
    author: Mapped[Person | None] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The announcement once it is sent, for every member of its programme."""
        found = cls._found(session, id)
        if found is None or found.sent_at is None:
            return None
        readers = recipients(found.programme_id).where(Member.person_id == person.id)
        return found if session.scalar(readers) else None

    @classmethod
    def posted_in(cls, session: Session, group: Group, id: int) -> Self | None:
        """The announcement once it is sent, for the groups of its programme."""
        found = cls._found(session, id)
        if found is None or found.sent_at is None or found.programme_id != group.programme_id:
            return None
        return found

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The announcement, draft or sent, for the coordinators of its programme."""
        found = cls._found(session, id)
        return found if found and Programme.coordinated_by(session, person, found.programme_id) else None

    @classmethod
    def _found(cls, session: Session, id: int) -> Self | None:
        return session.scalar(
            select(cls).options(joinedload(cls.programme), joinedload(cls.author)).where(cls.id == id)
        )

    def send_once(self, session: Session, now: datetime) -> bool:
        """Take the draft to sent. False when somebody else's press came first."""
        return change_once(session, self, IF_DRAFT, sent_at=now)


IF_DRAFT = changing(Announcement, Announcement.sent_at.is_(None))


def write(session: Session, programme: Programme, author: Person, words: str, now: datetime) -> Announcement:
    """A new draft."""
    draft = Announcement(programme=programme, author=author, words=words, written_at=now)
    session.add(draft)
    session.flush()
    return draft


def recipients(programme_id: int) -> Select[int]:
    """Ids of the people an announcement goes to: everybody who has joined, each once."""
    return (
        select(Member.person_id)
        .where(Member.programme_id == programme_id, Member.joined_at.is_not(None))
        .distinct()
    )


def reach(session: Session, announcement: Announcement) -> int:
    """How many people it would go to now."""
    everybody = recipients(announcement.programme_id).subquery()
    return session.scalars(select(func.count()).select_from(everybody)).one()


def latest(session: Session, programme: Programme, limit: int = 5) -> list[Announcement]:
    """The programme's newest announcements, drafts among them."""
    return list(
        session.scalars(
            select(Announcement)
            .where(Announcement.programme_id == programme.id)
            .order_by(Announcement.id.desc())
            .limit(limit)
        )
    )


def tally(session: Session, link: str) -> dict[Outcome | None, int]:
    """How many rows of a link ended how; those under way count under None."""
    counted = select(Delivery.outcome, func.count()).where(Delivery.link == link).group_by(Delivery.outcome)
    return dict(session.execute(counted).all())


def missed(session: Session, link: str) -> tuple[set[int], set[int]]:
    """Ids of the people and of the groups that a link did not reach."""
    asked = select(Delivery.person_id, Delivery.group_id).where(
        Delivery.link == link, Delivery.outcome != Outcome.SENT
    )
    rows = session.execute(asked).all()
    return {person for person, _ in rows if person}, {group for _, group in rows if group}
