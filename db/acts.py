"""Acts: who did what in a pair and when, so that the others hear of it once and in their language."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey, insert, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import pairs
from db.base import Numbered, choice
from db.goals import Goal
from db.pairs import Pair, Partner
from db.people import Person
from db.steps import Step


class Verb(enum.StrEnum):
    """What somebody did."""

    GOAL_ADDED = "goal-added"
    GOAL_CHANGED = "goal-changed"
    GOAL_FINISHED = "goal-finished"
    GOAL_DROPPED = "goal-dropped"
    GOAL_REOPENED = "goal-reopened"
    GOAL_RESTED = "goal-rested"
    STEP_ADDED = "step-added"
    STEP_CHANGED = "step-changed"
    STEP_DONE = "step-done"
    STEP_REOPENED = "step-reopened"
    STEP_DROPPED = "step-dropped"
    STEP_RESTED = "step-rested"


class Act(Numbered):
    """One deed of one person in a pair."""

    __tablename__ = "acts"

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    verb: Mapped[Verb] = mapped_column(choice(Verb))
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id", ondelete="CASCADE"))
    step_id: Mapped[int | None] = mapped_column(ForeignKey("steps.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    person: Mapped[Person] = relationship(lazy="raise")
    goal: Mapped[Goal] = relationship(lazy="raise")
    step: Mapped[Step | None] = relationship(lazy="raise")

    @property
    def true(self) -> bool:
        """Whether it still holds: what was taken back meanwhile is not told."""
        return bool(TRUE[self.verb](self))


TRUE = {
    Verb.GOAL_ADDED: lambda act: act.goal.open,
    Verb.GOAL_CHANGED: lambda act: act.goal.open,
    Verb.GOAL_FINISHED: lambda act: act.goal.finished_at,
    Verb.GOAL_DROPPED: lambda act: act.goal.dropped_at,
    Verb.GOAL_RESTED: lambda act: act.goal.rested_at,
    Verb.GOAL_REOPENED: lambda act: act.goal.open,
    Verb.STEP_ADDED: lambda act: act.goal.open and act.step.open,
    Verb.STEP_CHANGED: lambda act: act.goal.open and act.step.open,
    Verb.STEP_DONE: lambda act: act.step.done_at,
    Verb.STEP_REOPENED: lambda act: act.step.open,
    Verb.STEP_DROPPED: lambda act: act.step.dropped_at,
    Verb.STEP_RESTED: lambda act: act.step.rested_at,
}


def untold(session: Session, pair: Pair, reader: Partner) -> list[Act]:
    """What the others did that this person has not been told yet, oldest first."""
    return list(
        session.scalars(
            select(Act)
            .options(joinedload(Act.person), joinedload(Act.goal), joinedload(Act.step))
            .where(Act.pair_id == pair.id, Act.person_id != reader.person_id, Act.id > reader.told_act)
            .order_by(Act.id)
        )
    )


RECORDED = insert(Act.__table__)


def record(session: Session, pair: Pair, **act: object) -> None:
    """Keep one act, numbered after all that may have been told."""
    pairs.hold(session, pair)
    session.connection().execute(RECORDED, {"pair_id": pair.id, **act})
