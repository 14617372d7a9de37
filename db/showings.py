"""Which messages show the answers to an icebreaker: what is taken back leaves the chats it stands in."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.answers import Answer
from db.base import Id, Numbered, insert_new
from db.icebreakers import Icebreaking
from db.pairs import PEOPLE
from db.people import Person


class Showing(Numbered):
    """A message in somebody's chat, by the channel's own number, that shows answers to a prompt.

    With an `author_id` it shows the answer of that person alone, otherwise those of all.
    """

    __tablename__ = "showings"
    __table_args__ = (UniqueConstraint("icebreaking_id", "person_id", "message"),)

    icebreaking_id: Mapped[int] = mapped_column(ForeignKey("icebreakings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    message: Mapped[int] = mapped_column(Id)
    shown_at: Mapped[datetime]
    icebreaking: Mapped[Icebreaking] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Showing | None":
        """A message of the person's own chat, with the prompt and its pair."""
        idea = joinedload(cls.icebreaking).joinedload(Icebreaking.pair).options(PEOPLE)
        return session.scalar(select(cls).options(idea).where(cls.id == id, cls.person_id == person.id))


def keep(session: Session, now: datetime, **ids: int | None) -> None:
    """Remember that a message shows answers: to which prompt and to whom, perhaps of one author alone."""
    insert_new(session, Showing, shown_at=now, **ids)


def of(session: Session, answer: Answer) -> list[Showing]:
    """All messages that show an answer, in whatever chat, the oldest first."""
    author = Showing.author_id.is_(None) | (Showing.author_id == answer.person_id)
    asked = select(Showing).where(Showing.icebreaking_id == answer.icebreaking_id, author)
    return list(session.scalars(asked.order_by(Showing.id)))
