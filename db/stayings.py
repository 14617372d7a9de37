"""Staying in touch: how each would like to, said privately; what all of a pair would like is told."""

import enum

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db import pairs
from db.base import Numbered, insert_new
from db.pairs import Pair
from db.people import Person


class Tie(enum.StrEnum):
    """A way to stay in touch, or none."""

    WRITE = "write"
    MEET = "meet"
    GO_ON = "go-on"
    NONE = "none"


class Staying(Numbered):
    """What one person ticked. No page shows it to anybody but its owner."""

    __tablename__ = "stayings"
    __table_args__ = (UniqueConstraint("pair_id", "person_id"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    ties: Mapped[list[str]]

    def tick(self, tie: Tie) -> None:
        """Tick a way; to want none stands alone."""
        alone = Tie.NONE in (tie, *self.ties)
        self.ties = [tie] if alone else [*(each for each in self.ties if each != tie), tie]

    def untick(self, tie: Tie) -> None:
        """Take a tick away."""
        self.ties = [each for each in self.ties if each != tie]


def of(session: Session, pair: Pair, person: Person) -> list[Tie]:
    """What somebody ticked so far."""
    asked = select(Staying).where(Staying.pair_id == pair.id, Staying.person_id == person.id)
    found = session.scalar(asked)
    return [tie for tie in Tie if found and tie in found.ties]


def begin(session: Session, pair: Pair, person: Person) -> Staying:
    """What somebody ticked, held until the end of the turn."""
    pairs.hold(session, pair)
    insert_new(session, Staying, pair_id=pair.id, person_id=person.id, ties=[])
    asked = select(Staying).where(Staying.pair_id == pair.id, Staying.person_id == person.id)
    return session.scalars(asked, execution_options={"populate_existing": True}).one()


def agreed(session: Session, pair: Pair) -> list[Tie]:
    """The ways that everybody in the pair ticked; none where somebody ticked nothing, or is gone."""
    people = [each.person_id for each in pair.partners]
    asked = select(Staying).where(Staying.pair_id == pair.id, Staying.person_id.in_(people))
    found = session.scalars(asked).all()
    everybody = len(found) == len(people) > 1
    wanted = [tie for tie in Tie if tie is not Tie.NONE]
    return [tie for tie in wanted if everybody and all(tie in each.ties for each in found)]


def of_person(session: Session, person: Person) -> list[Tie]:
    """Everything somebody ticked, whatever the pair."""
    found = session.scalars(select(Staying).where(Staying.person_id == person.id))
    ticked = {tie for each in found for tie in each.ties}
    return [tie for tie in Tie if tie in ticked]
