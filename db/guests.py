"""Guests: what each says to an event, with how many they come, and whether they were there."""

import enum
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Numbered, choice
from db.people import NAME_LENGTH, Person

MOST_BROUGHT = 5
"""How many people somebody may bring, where a coordinator lets them."""


class Says(enum.StrEnum):
    """Whether somebody comes to an event."""

    COMES = "comes"
    MAYBE = "maybe"
    CANNOT = "cannot"


class Guest(Numbered):
    """One answer to an event, of a member, or by first name of somebody a coordinator put on the list.

    They said it of `version` of the event, which changes when it is moved. `waiting_since`: they would come,
    and there is no place yet. `there` is empty until somebody says whether they were.
    """

    __tablename__ = "guests"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id"),
        CheckConstraint(f"brings BETWEEN 0 AND {MOST_BROUGHT}", name="brings"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str | None] = mapped_column(String(NAME_LENGTH))
    says: Mapped[Says] = mapped_column(choice(Says))
    brings: Mapped[int] = mapped_column(default=0)
    version: Mapped[int]
    answered_at: Mapped[datetime]
    waiting_since: Mapped[datetime | None]
    there: Mapped[bool | None]
    person: Mapped[Person | None] = relationship(lazy="raise")

    @property
    def called(self) -> str:
        """Who it is."""
        return self.person.called if self.person else self.name or ""

    @property
    def party(self) -> int:
        """How many places they need."""
        return 1 + self.brings

    @property
    def waits(self) -> bool:
        """Whether they would come if there was a place."""
        return self.says is Says.COMES and self.waiting_since is not None

    @property
    def seated(self) -> bool:
        """Whether they come and have a place."""
        return self.says is Says.COMES and self.waiting_since is None

    @property
    def invited(self) -> bool:
        """Whether they may have been there: they came, or said perhaps."""
        return self.seated or self.says is Says.MAYBE
