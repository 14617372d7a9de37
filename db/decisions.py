"""Decisions: whether each of a pair would like to go on after their first meeting, said privately."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db import pairs
from db.base import Numbered, insert_new
from db.moments import outcome_due
from db.pairs import Pair
from db.people import Person


class Decision(Numbered):
    """One person's answer, which nobody else ever sees; empty until given, and again once it was heard.

    `heard_at` is when this person heard what came of it.
    """

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("pair_id", "person_id"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    asked_at: Mapped[datetime]
    goes_on: Mapped[bool | None]
    said_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Both:
    """All the decisions of a pair, of as many people as it has."""

    found: list[Decision]
    people: int

    def of(self, person: Person) -> Decision | None:
        """The person's own; None before they were asked."""
        return next((each for each in self.found if each.person_id == person.id), None)

    @property
    def complete(self) -> bool:
        """Whether everybody has answered."""
        return sum(each.goes_on is not None for each in self.found) == self.people

    @property
    def fits(self) -> bool | None:
        """What comes of it: False with one who would rather not, True once all would. Else nothing."""
        if any(each.goes_on is False for each in self.found):
            return False
        return True if self.complete else None

    @property
    def settled(self) -> bool:
        """Whether somebody has heard what came of it."""
        return any(each.heard_at for each in self.found)

    @property
    def due(self) -> datetime | None:
        """When everybody hears what comes of it; None before anybody has answered."""
        said = [each.said_at for each in self.found if each.said_at]
        if not said:
            return None
        return outcome_due(min(each.asked_at for each in self.found), max(said), self.complete)

    def forget(self) -> None:
        """Keep nobody's answer."""
        for each in self.found:
            each.goes_on = each.said_at = None


def of_pair(session: Session, pair: Pair) -> Both:
    """The pair's decisions, held until the end of the turn: of two who answer at once, one sees the other."""
    session.flush()
    pairs.hold(session, pair)
    asked = select(Decision).where(Decision.pair_id == pair.id).order_by(Decision.id)
    found = session.scalars(asked, execution_options={"populate_existing": True})
    return Both(list(found), len(pair.partners))


def of_person(session: Session, person: Person) -> list[Decision]:
    """Every answer of somebody that is kept, oldest first."""
    asked = select(Decision).where(Decision.person_id == person.id, Decision.goes_on.is_not(None))
    return list(session.scalars(asked.order_by(Decision.id)))


def ask(session: Session, pair: Pair, person: Person, now: datetime) -> None:
    """Keep that somebody was asked; the first time counts."""
    insert_new(session, Decision, pair_id=pair.id, person_id=person.id, asked_at=now)
