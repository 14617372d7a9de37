"""Which messages show the answers to an icebreaker: what is taken back leaves the chats it stands in."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Id, Numbered, insert_new
from db.icebreakers import Icebreaking
from db.pairs import PEOPLE
from db.people import Person


class Showing(Numbered):
    """A message in somebody's chat, by the channel's own number, that shows answers to a prompt."""

    __tablename__ = "showings"
    __table_args__ = (UniqueConstraint("icebreaking_id", "person_id", "message"),)

    icebreaking_id: Mapped[int] = mapped_column(ForeignKey("icebreakings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    message: Mapped[int] = mapped_column(Id)
    shown_at: Mapped[datetime]
    icebreaking: Mapped[Icebreaking] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Showing | None":
        """A message of the person's own chat, with the prompt and its pair."""
        idea = joinedload(cls.icebreaking).joinedload(Icebreaking.pair).options(PEOPLE)
        return session.scalar(select(cls).options(idea).where(cls.id == id, cls.person_id == person.id))


def keep(session: Session, icebreaking: int, person: int, message: int, now: datetime) -> None:
    """Remember that a message shows the answers to a prompt (by id) to a person (by id)."""
    row = {"icebreaking_id": icebreaking, "person_id": person, "message": message, "shown_at": now}
    insert_new(session, Showing, **row)


def of(session: Session, icebreaking: int) -> list[Showing]:
    """All messages that show the answers to a prompt (by id), in whatever chat, the oldest first."""
    return list(
        session.scalars(select(Showing).where(Showing.icebreaking_id == icebreaking).order_by(Showing.id))
    )
