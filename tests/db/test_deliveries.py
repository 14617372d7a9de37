"""What is due: claimed once, put off or settled, and never lost by a process that ends."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db import deliveries, habits, outlook
from db.deliveries import Claim, Delivery, Outcome
from db.kinds import Kind
from db.people import Person
from db.rhythm import Reason
from tests.db.cast import NOW, Cast

LINK, OTHER = "nudges.word", "silence.ask:1"
HOUR = timedelta(hours=1)


def plan(session: Session, cast: Cast, due: datetime = NOW, kind: Kind = Kind.NUDGE) -> None:
    deliveries.plan(session, kind, LINK, due, person_id=cast.ada.id)


def claim_one(session: Session, now: datetime = NOW) -> Claim:
    [claimed] = deliveries.claim(session, now)
    return claimed


def rows(session: Session) -> list[Delivery]:
    session.expire_all()
    return list(session.scalars(select(Delivery).order_by(Delivery.id)))


def test_nothing_is_claimed_before_its_time(session: Session, cast: Cast) -> None:
    plan(session, cast)
    assert deliveries.claim(session, NOW - timedelta(seconds=1)) == []
    claimed = claim_one(session)
    assert (claimed.person_id, claimed.group_id) == (cast.ada.id, None)
    assert (claimed.link, claimed.kind, claimed.due_at) == (LINK, Kind.NUDGE, NOW)


def test_the_earliest_are_claimed_first_and_nothing_twice(session: Session, cast: Cast) -> None:
    for hours in (3, 1, 2):
        plan(session, cast, NOW + hours * HOUR)
    later = NOW + 5 * HOUR
    assert {each.due_at for each in deliveries.claim(session, later, 2)} == {NOW + HOUR, NOW + 2 * HOUR}
    assert [each.due_at for each in deliveries.claim(session, later, 2)] == [NOW + 3 * HOUR]
    assert deliveries.claim(session, later) == []


def test_planning_twice_is_harmless(session: Session, cast: Cast) -> None:
    plan(session, cast)
    plan(session, cast)
    assert len(rows(session)) == 1


def test_what_is_put_off_comes_again(session: Session, cast: Cast) -> None:
    plan(session, cast)
    deliveries.put_off(session, claim_one(session), NOW + HOUR, "quiet hours")
    assert deliveries.claim(session, NOW) == []
    assert claim_one(session, NOW + HOUR).due_at == NOW + HOUR


def test_an_attempt_that_failed_is_counted(session: Session, cast: Cast) -> None:
    plan(session, cast)
    for tries in range(3):
        claimed = claim_one(session)
        assert claimed.tries == tries
        deliveries.try_again(session, claimed, NOW, "no network")


def test_how_it_ended_is_recorded(session: Session, cast: Cast) -> None:
    plan(session, cast)
    deliveries.settle(session, claim_one(session), Outcome.SENT, NOW + HOUR, message=77)
    [row] = rows(session)
    assert (row.outcome, row.message, row.settled_at) == (Outcome.SENT, 77, NOW + HOUR)
    assert deliveries.claim(session, NOW + HOUR) == []


@pytest.mark.parametrize(
    ("kind", "outcome"), [(Kind.ANNOUNCEMENT, None), (Kind.NEWS, None), (Kind.NUDGE, Outcome.LET_GO)]
)
def test_what_was_in_flight_is_sent_again_only_if_somebody_asked(
    session: Session, cast: Cast, kind: Kind, outcome: Outcome | None
) -> None:
    plan(session, cast, kind=kind)
    claim_one(session)
    plan(session, cast, NOW + HOUR, kind=kind)
    assert deliveries.recover(session, NOW) == 1
    assert [row.outcome for row in rows(session)] == [outcome, None]
    assert len(deliveries.claim(session, NOW)) == (outcome is None)


def test_what_was_claimed_and_not_yet_prepared_surely_never_left(session: Session, cast: Cast) -> None:
    plan(session, cast, kind=Kind.NUDGE)
    claim_one(session)
    assert deliveries.recover(session, NOW) == 1
    assert len(deliveries.claim(session, NOW)) == 1


def test_recovering_touches_nothing_else(session: Session, cast: Cast) -> None:
    plan(session, cast)
    plan(session, cast, NOW + HOUR)
    deliveries.settle(session, claim_one(session), Outcome.FAILED, NOW, reason="bug")
    assert deliveries.recover(session, NOW) == 0
    assert [row.outcome for row in rows(session)] == [Outcome.FAILED, None]


def test_a_new_hour_moves_what_is_pending(session: Session, cast: Cast) -> None:
    plan(session, cast, NOW + HOUR, Kind.NEWS)
    deliveries.plan(session, Kind.NUDGE, OTHER, NOW + HOUR, person_id=cast.ada.id)
    deliveries.reschedule(session, Kind.NUDGE, OTHER, cast.ada.id, NOW + 5 * HOUR)
    deliveries.reschedule(session, Kind.NUDGE, OTHER, cast.nia.id, NOW + 5 * HOUR)
    assert [row.due_at for row in rows(session)] == [NOW + HOUR, NOW + 5 * HOUR]
    assert [row.due_at for row in outlook.pending(session, cast.ada, 1)] == [NOW + HOUR]
    assert outlook.pending(session, cast.nia, 1) == []


def test_the_next_moment_can_be_asked(session: Session, cast: Cast) -> None:
    assert deliveries.next_due(session) is None
    plan(session, cast)
    assert deliveries.next_due(session) == NOW


def test_what_is_coming_anyway_is_not_planned_twice(session: Session, cast: Cast) -> None:
    def plan_once(due: datetime, person: Person) -> None:
        deliveries.plan_once(session, Kind.NUDGE, LINK, due, person.id)

    plan_once(NOW, cast.ada)
    plan_once(NOW + HOUR, cast.ada)
    plan_once(NOW + HOUR, cast.nia)
    assert [(row.person_id, row.due_at) for row in rows(session)] == [
        (cast.ada.id, NOW),
        (cast.nia.id, NOW + HOUR),
    ]
    claim_one(session)
    plan_once(NOW, cast.ada)  # the very same moment, already on its way
    assert len(rows(session)) == 2
    plan_once(NOW + HOUR, cast.ada)
    assert [row.due_at for row in rows(session) if row.person_id == cast.ada.id] == [NOW, NOW + HOUR]


def test_only_what_nobody_asked_for_counts_for_the_cap(session: Session, cast: Cast) -> None:
    for kind, hours in ((Kind.NUDGE, 1), (Kind.NEWS, 2)):
        plan(session, cast, NOW + hours * HOUR, kind)
        deliveries.settle(session, claim_one(session, NOW + 9 * HOUR), Outcome.SENT, NOW + hours * HOUR)
    assert habits.lately(session, cast.ada.id, NOW) == (NOW + HOUR,)
    assert habits.lately(session, cast.ada.id, NOW + HOUR) == ()
    assert habits.lately(session, cast.nia.id, NOW) == ()


def test_what_was_settled_long_ago_is_forgotten(session: Session, cast: Cast) -> None:
    plan(session, cast)
    plan(session, cast, NOW + HOUR)
    deliveries.settle(session, claim_one(session), Outcome.SENT, NOW)
    deliveries.purge(session, NOW)
    assert len(rows(session)) == 2
    deliveries.purge(session, NOW + timedelta(seconds=1))
    assert [row.due_at for row in rows(session)] == [NOW + HOUR]


def test_two_of_one_link_put_off_to_the_same_morning_leave_one(session: Session, cast: Cast) -> None:
    plan(session, cast)
    plan(session, cast, NOW + HOUR)
    for claimed in deliveries.claim(session, NOW + HOUR, 2):
        deliveries.put_off(session, claimed, NOW + 9 * HOUR, Reason.QUIET)
    assert len(deliveries.claim(session, NOW + 9 * HOUR, 2)) == 1
    assert [row.outcome for row in rows(session)] == [None, Outcome.LET_GO]
