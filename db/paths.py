"""Paths: what a pair has done so far, to look back on."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db import answers, icebreakers
from db.goals import Goal
from db.meetings import Meeting
from db.pairs import Pair
from db.steps import Step


@dataclass(frozen=True)
class Path:
    """Goals, steps done, meetings held, and icebreakers that all opened and nobody skipped; oldest first."""

    goals: list[Goal]
    steps: list[Step]
    meetings: list[Meeting]
    ideas: dict[str, datetime]


def of_pair(session: Session, pair: Pair) -> Path:
    """The pair's path. A goal that was dropped belongs to it if a step of it was done."""
    ours = select(Step).join(Step.goal).where(Goal.pair_id == pair.id, Step.done_at.is_not(None))
    steps = list(session.scalars(ours.order_by(Step.done_at, Step.id)))
    walked = {step.goal_id for step in steps}
    goals = session.scalars(select(Goal).where(Goal.pair_id == pair.id).order_by(Goal.added_at, Goal.id))
    held = (
        select(Meeting)
        .options(joinedload(Meeting.place))
        .where(Meeting.pair_id == pair.id, Meeting.met.is_(True))
    )
    skipped = answers.skipped(session, pair)
    ideas = {key: at for key, at in icebreakers.shared(session, pair).items() if key not in skipped}
    return Path(
        [goal for goal in goals if goal.dropped_at is None or goal.id in walked],
        steps,
        list(session.scalars(held.order_by(Meeting.begins_at, Meeting.id))),
        ideas,
    )
