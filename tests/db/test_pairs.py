"""Pairs, goals and steps: found only by those whose they are, changed once by two who press at once."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from db import goals, pairs, steps
from db.goals import Goal
from db.pairs import Pair
from db.people import Role
from db.programmes import Member, Programme
from db.steps import Step
from tests.db.cast import NOW, Cast, newcomer

TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def goal(session: Session, cast: Cast) -> Goal:
    goal = goals.add(session, cast.pair, cast.ada, "Learn to swim", NOW)
    session.commit()
    return goal


@pytest.fixture
def step(session: Session, cast: Cast, goal: Goal) -> Step:
    step = steps.add(session, goal, cast.nia, "Ask at the pool", NOW)
    session.commit()
    return step


@pytest.fixture
def both(session: Session, other_session: Session) -> tuple[Session, Session]:
    """Two workers' sessions."""
    return session, other_session


def test_only_the_two_see_what_is_theirs(session: Session, cast: Cast, goal: Goal, step: Step) -> None:
    for person in (cast.ada, cast.nia):
        assert Pair.seen_by(session, person, cast.pair.id)
        assert Goal.seen_by(session, person, goal.id)
        assert Step.seen_by(session, person, step.id)
    for person in (cast.samir, cast.maud, cast.rosa):
        assert Pair.seen_by(session, person, cast.pair.id) is None
        assert Goal.seen_by(session, person, goal.id) is None
        assert Step.seen_by(session, person, step.id) is None


def test_after_its_end_a_pair_is_seen_but_no_longer_worked_on(
    session: Session, cast: Cast, goal: Goal, step: Step
) -> None:
    cast.pair.end(NOW)
    cast.pair.end(TOMORROW)
    assert cast.pair.ended_at == NOW
    assert Pair.seen_by(session, cast.ada, cast.pair.id)
    assert Goal.seen_by(session, cast.ada, goal.id) is None
    assert Step.seen_by(session, cast.ada, step.id) is None
    assert pairs.of_person(session, cast.ada) == []


def test_each_has_the_other(session: Session, cast: Cast) -> None:
    [pair] = pairs.of_person(session, cast.ada)
    assert pair.others(cast.ada) == [cast.nia]
    assert pair.place_of(cast.nia).role == Role.MENTOR
    assert pairs.of_programme(session, cast.programme) == [cast.pair, cast.other_pair]


def test_who_waits(session: Session, cast: Cast) -> None:
    assert pairs.waiting(session, cast.programme) == []
    cast.pair.end(NOW)
    session.flush()
    found = [(each.role, each.person) for each in pairs.waiting(session, cast.programme)]
    assert found == [(Role.MENTEE, cast.ada), (Role.MENTOR, cast.nia)]


def test_only_coordinators_who_have_joined_see_the_desk(session: Session, cast: Cast) -> None:
    karim = newcomer(session, "Karim", 1006)
    session.add(Member(person_id=karim.id, programme_id=cast.programme.id, role=Role.COORDINATOR))
    session.flush()
    assert Programme.coordinated_by(session, cast.rosa, cast.programme.id) is cast.programme
    assert Programme.coordinated_by(session, karim, cast.programme.id) is None
    assert Programme.coordinated_by(session, cast.ada, cast.programme.id) is None


Change = Callable[[Session, Step, Cast], bool]
CHANGES: dict[str, tuple[Change, Change]] = {
    "tick": (
        lambda session, step, cast: step.finish(session, cast.ada, NOW),
        lambda session, step, cast: step.finish(session, cast.nia, TOMORROW),
    ),
    "drop": (
        lambda session, step, _: step.drop(session, NOW),
        lambda session, step, _: step.drop(session, TOMORROW),
    ),
    "tick, then drop": (
        lambda session, step, cast: step.finish(session, cast.ada, NOW),
        lambda session, step, _: step.drop(session, TOMORROW),
    ),
    "finish the goal": (
        lambda session, step, _: step.goal.finish(session, NOW),
        lambda session, step, _: step.goal.drop(session, TOMORROW),
    ),
}


@pytest.mark.parametrize("presses", CHANGES.values(), ids=CHANGES.keys())
def test_of_two_who_press_at_once_one_does_it(
    both: tuple[Session, Session], cast: Cast, step: Step, presses: tuple[Change, Change]
) -> None:
    (session, other_session), (first, second) = both, presses
    ours = Step.seen_by(session, cast.ada, step.id)
    theirs = Step.seen_by(other_session, cast.nia, step.id)
    assert ours
    assert theirs
    assert first(session, ours, cast)
    session.commit()
    assert not second(other_session, theirs, cast)
    assert TOMORROW not in (theirs.done_at, theirs.dropped_at, theirs.goal.dropped_at)


def test_a_tick_can_be_taken_back(session: Session, cast: Cast, step: Step) -> None:
    assert not step.reopen(session)
    assert step.finish(session, cast.ada, NOW)
    assert not step.open
    assert step.reopen(session)
    assert step.open
    assert step.done_by_id is None


def test_a_dropped_goal_and_step_can_be_taken_back(session: Session, goal: Goal, step: Step) -> None:
    assert not step.restore(session)
    assert step.drop(session, NOW)
    assert step.restore(session)
    assert not goal.reopen(session)
    assert goal.drop(session, NOW)
    assert goals.of_pair(session, Pair(id=goal.pair_id)) == []
    assert goal.reopen(session)
    assert goal.open


def test_steps_are_listed_open_ones_first(session: Session, cast: Cast, goal: Goal, step: Step) -> None:
    second, third = (steps.add(session, goal, cast.ada, words, NOW) for words in ("Buy a cap", "Go"))
    step.finish(session, cast.ada, NOW)
    third.drop(session, NOW)
    assert steps.of_goal(session, goal) == [second, step]


def test_the_next_step_is_mine_or_ours_and_the_most_pressing(
    session: Session, cast: Cast, goal: Goal, step: Step
) -> None:
    dated = steps.add(session, goal, cast.ada, "Buy a cap", NOW)
    dated.until = date(2027, 3, 9)
    hers = steps.add(session, goal, cast.ada, "Call the pool", NOW)
    hers.until, hers.doer_id = date(2027, 3, 5), cast.nia.id
    assert steps.next_open(session, cast.pair, cast.ada) is dated
    assert steps.next_open(session, cast.pair, cast.nia) is hers
    dated.finish(session, cast.ada, NOW)
    assert steps.next_open(session, cast.pair, cast.ada) is step
    goal.finish(session, NOW)
    assert steps.next_open(session, cast.pair, cast.ada) is None
    assert steps.next_open(session, cast.other_pair, cast.samir) is None
