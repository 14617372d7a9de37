"""A glance at somebody's pairs: all that the weekly word looks at first, in one statement a pair."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import BindParameter, ScalarSelect, bindparam, case, func, select
from sqlalchemy.orm import Session, contains_eager

from db.goals import OPEN as GOAL_OPEN
from db.goals import Goal
from db.meetings import STANDS, Meeting
from db.pairs import THEIRS, Pair, Partner
from db.people import Person
from db.rhythm import local_date
from db.steps import OPEN, PLACE, Step

DAY, NEAR = timedelta(days=1), timedelta(days=3)


@dataclass(frozen=True)
class Glance:
    """A pair as one of them finds it.

    Of the open steps that are theirs, or for all: the id of the first one whose day has gone by (`overdue`)
    and of the first one whose day is near (`soon`). When the pair `met` last, as far as nobody said that it
    did not happen, and `meets` next. `aims`: whether it has an open goal.
    """

    pair: Pair
    overdue: int | None
    soon: int | None
    met: datetime | None
    meets: datetime | None
    aims: bool


HELD = (
    THEIRS.options(
        contains_eager(Pair.partners)
        .contains_eager(Partner.person)
        .load_only(Person.name, Person.language, Person.speaks)
    )
    # only pairs: partners' turns that hold their own reader must not wait in a ring
    .with_for_update(of=Pair, key_share=True)
)


def held(session: Session, person: Person) -> list[Pair]:
    """The person's open pairs, oldest first, each held as by `pairs.hold`.

    Of the others comes what a weekly word says of them; whoever wants more of them asks once more.
    """
    return list(session.scalars(HELD, {"person": person.id}).unique())


PAIR: BindParameter[int] = bindparam("pair")
PERSON: BindParameter[int] = bindparam("person")
NOW = bindparam("now", type_=Meeting.begins_at.type)


def _first_step(first: str, last: str) -> ScalarSelect[int]:
    """The first step between two days, both ends among them."""
    return (
        select(Step.id)
        .join(Goal, Goal.id == Step.goal_id)
        .where(Goal.pair_id == PAIR, GOAL_OPEN, OPEN)
        .where(Step.until.between(bindparam(first), bindparam(last)))
        .where(func.coalesce(Step.doer_id, PERSON) == PERSON)
        .order_by(Step.until, PLACE)
        .limit(1)
        .scalar_subquery()
    )


GLANCE = select(
    _first_step("ever", "yesterday"),
    _first_step("today", "near"),
    func.max(case((Meeting.begins_at <= NOW, Meeting.begins_at))),
    func.min(case((Meeting.begins_at > NOW, Meeting.begins_at))),
    select(Goal.id).where(Goal.pair_id == PAIR, GOAL_OPEN).exists(),
).where(Meeting.pair_id == PAIR, STANDS)


def of(session: Session, pair: Pair, person: Person, now: datetime) -> Glance:
    """How it stands with a pair now, by the day that the person reads on the wall."""
    today = local_date(now, person.zone)
    days = {"ever": date.min, "yesterday": today - DAY, "today": today, "near": today + NEAR}
    whose = {"pair": pair.id, "person": person.id, "now": now}
    return Glance(pair, *session.connection().execute(GLANCE, days | whose).one())
