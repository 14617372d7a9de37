"""Invitations: a word that opens a programme to many people, for a while, until withdrawn."""

import secrets
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Numbered, choice
from db.groups import Group
from db.people import Person, Role
from db.programmes import Programme

LIFE = timedelta(days=30)


class Invitation(Numbered):
    """A door into a programme for one role. `token` goes into the link: hexadecimal, so that
    no invitation is taken for a group's door, which begins with a letter and a hyphen."""

    __tablename__ = "invitations"

    token: Mapped[str] = mapped_column(unique=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role] = mapped_column(choice(Role))
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    uses: Mapped[int] = mapped_column(default=0)
    programme: Mapped[Programme] = relationship(lazy="raise")

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The invitation, for the coordinators of its programme."""
        found = session.scalar(select(cls).options(joinedload(cls.programme)).where(cls.id == id))
        return found if found and Programme.coordinated_by(session, person, found.programme_id) else None

    @classmethod
    def posted_in(cls, session: Session, group: Group, id: int) -> Self | None:
        """The invitation of a newcomer or mentor, for the groups of its programme."""
        found = session.scalar(select(cls).options(joinedload(cls.programme)).where(cls.id == id))
        fits = found and found.programme_id == group.programme_id and found.role != Role.COORDINATOR
        return found if fits else None

    def opens(self, now: datetime) -> bool:
        """Whether the door is open at this moment."""
        return self.withdrawn_at is None and now < self.expires_at

    def withdraw(self, now: datetime) -> None:
        """Close the door; those who are in stay in."""
        self.withdrawn_at = self.withdrawn_at or now


def make(session: Session, programme: Programme, role: Role, now: datetime) -> Invitation:
    """A new invitation, open for 30 days."""
    made = Invitation(
        token=secrets.token_hex(12),
        programme=programme,
        role=role,
        made_at=now,
        expires_at=now + LIFE,
    )
    session.add(made)
    session.flush()
    return made


def by_token(session: Session, token: str) -> Invitation | None:
    """The invitation a link carries, with its programme."""
    return session.scalar(
        select(Invitation).options(joinedload(Invitation.programme)).where(Invitation.token == token)
    )


def used(session: Session, invitation: Invitation) -> None:
    """Count one more person; counted by the database, because many may come at once."""
    session.execute(update(Invitation).where(Invitation.id == invitation.id).values(uses=Invitation.uses + 1))


def open_ones(session: Session, programme: Programme, now: datetime) -> list[Invitation]:
    """The programme's open invitations, newest first."""
    return list(
        session.scalars(
            select(Invitation)
            .options(joinedload(Invitation.programme))
            .where(Invitation.programme_id == programme.id, Invitation.withdrawn_at.is_(None))
            .where(Invitation.expires_at > now)
            .order_by(Invitation.id.desc())
        )
    )
