"""Several workers on one PostgreSQL: turns of one person queue up, and what is due is claimed once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from db import announcements, attendance, deliveries, events, heard, icebreakers, leases, people, threads
from db.engine import Database
from db.events import Event
from db.guests import Says
from db.kinds import Kind
from db.people import Person
from db.threads import Thread
from tests.db.cast import NOW, REFS, Cast

pytestmark = pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
WORKERS = 4
IMPATIENT = text("SET LOCAL lock_timeout = '20ms'")


@pytest.fixture
def workers() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(WORKERS) as workers:
        yield workers


def due(session: Session, cast: Cast, many: int) -> None:
    for number in range(many):
        deliveries.plan(session, Kind.NEWS, f"news.of_pair:{number}", NOW, person_id=cast.ada.id)
    session.commit()


def test_what_one_has_in_hand_another_does_not_get(
    session: Session, other_session: Session, cast: Cast
) -> None:
    due(session, cast, 5)
    ours = {each.id for each in deliveries.claim(session, NOW, 3)}
    theirs = {each.id for each in deliveries.claim(other_session, NOW, 5)}
    assert (len(ours), len(theirs)) == (3, 2)
    assert not ours & theirs


def test_what_is_given_back_by_a_failure_is_free_again(
    session: Session, other_session: Session, cast: Cast
) -> None:
    due(session, cast, 1)
    assert deliveries.claim(session, NOW)
    assert deliveries.claim(other_session, NOW) == []
    session.rollback()
    assert deliveries.claim(other_session, NOW)


def test_many_workers_claim_everything_once(
    session: Session, database: Database, cast: Cast, workers: ThreadPoolExecutor
) -> None:
    due(session, cast, 60)

    def drain(_: int) -> list[int]:
        claimed: list[int] = []
        while taken := database.work(lambda session: deliveries.claim(session, NOW, 2)):
            claimed += [each.id for each in taken]
        return claimed

    claimed = [id for ids in workers.map(drain, range(WORKERS)) for id in ids]
    assert len(claimed) == len(set(claimed)) == 60


def test_turns_of_one_person_queue_up(session: Session, other_session: Session, cast: Cast) -> None:
    assert people.at(session, "telegram", REFS["Ada"])
    other_session.execute(IMPATIENT)
    with pytest.raises(OperationalError, match="lock timeout"):
        people.at(other_session, "telegram", REFS["Ada"])


def test_turns_of_two_people_do_not(session: Session, other_session: Session, cast: Cast) -> None:
    assert people.at(session, "telegram", REFS["Ada"])
    other_session.execute(IMPATIENT)
    assert people.at(other_session, "telegram", REFS["Nia"])


def test_an_update_that_reaches_two_is_kept_by_one(database: Database, workers: ThreadPoolExecutor) -> None:
    together = Barrier(WORKERS)
    rows = [{"update_id": number, "lane": 1, "raw": "{}", "heard_at": NOW} for number in range(20)]

    def keep(_: int) -> set[int]:
        together.wait()
        return database.work(lambda session: heard.keep(session, rows))

    kept = list(workers.map(keep, range(WORKERS)))
    assert sorted(number for numbers in kept for number in numbers) == list(range(20))


def test_a_lease_goes_to_one(database: Database, workers: ThreadPoolExecutor) -> None:
    together = Barrier(WORKERS)

    def hold(number: int) -> bool:
        together.wait()
        life = timedelta(seconds=30)
        return database.work(lambda session: leases.hold(session, "drain", str(number), NOW, life))

    assert sum(workers.map(hold, range(WORKERS))) == 1


def test_both_of_a_pair_may_be_given_the_same_prompt_at_once(
    database: Database, cast: Cast, workers: ThreadPoolExecutor
) -> None:
    together = Barrier(WORKERS)

    def give(_: int) -> None:
        together.wait()
        database.work(lambda session: icebreakers.give(session, cast.pair, "three-likes", NOW))

    list(workers.map(give, range(WORKERS)))
    assert database.work(lambda session: icebreakers.given(session, cast.pair)) == {"three-likes": NOW}


def test_the_last_place_goes_to_one(
    session: Session, database: Database, cast: Cast, workers: ThreadPoolExecutor
) -> None:
    together, number = Barrier(WORKERS), with_one_place(session, cast)

    def press(id: int) -> None:
        together.wait()
        database.work(lambda session: says(session, number, id, Says.COMES))

    list(workers.map(press, [each.id for each in (cast.ada, cast.nia, cast.samir, cast.maud)]))
    counted = attendance.counts(session, session.get_one(Event, number))
    assert (counted.come, counted.waiting, counted.left) == (1, 3, 0)


def test_a_free_place_is_given_once(
    session: Session, database: Database, cast: Cast, workers: ThreadPoolExecutor
) -> None:
    together, number = Barrier(2), with_one_place(session, cast)
    for each in (cast.ada, cast.nia, cast.samir):
        says(session, number, each.id, Says.COMES)
    session.commit()

    def leave(id: int) -> None:
        together.wait()
        database.work(lambda session: says(session, number, id, Says.CANNOT))

    list(workers.map(leave, [cast.ada.id, cast.nia.id]))
    left = attendance.guests(session, session.get_one(Event, number))
    assert [each.called for each in left if each.seated] == ["Samir"]


def with_one_place(session: Session, cast: Cast) -> int:
    """The number of an event with a single place."""
    draft = announcements.write(session, cast.programme, cast.rosa, "Picnic", NOW)
    event = events.arrange(session, draft, NOW + timedelta(days=3))
    event.capacity = 1
    session.commit()
    return event.id


def says(session: Session, number: int, person: int, what: Says) -> None:
    event, who = session.get_one(Event, number), session.get_one(Person, person)
    attendance.hold(session, event)
    attendance.say(session, event, who, what, NOW)


def test_what_is_written_while_it_is_settled_still_waits(
    session: Session, other_session: Session, cast: Cast
) -> None:
    draft = announcements.write(session, cast.programme, cast.rosa, "Picnic", NOW)
    thread = threads.about(session, draft, cast.ada)
    thread.waits_since = NOW
    session.commit()
    other = other_session.get_one(Thread, thread.id)
    threads.settle(session, thread)
    other_session.execute(IMPATIENT)
    with pytest.raises(OperationalError, match="lock timeout"):
        threads.hold(other_session, other)
    other_session.rollback()
    session.commit()
    threads.hold(other_session, other)
    assert other.waits_since is None


def test_partners_tell_each_other_without_waiting(
    session: Session, other_session: Session, cast: Cast
) -> None:
    """Both hold their own row for a turn; a message to the other must not wait for theirs."""
    session.commit()
    people.at(session, "telegram", REFS["Ada"])
    people.at(other_session, "telegram", REFS["Nia"])
    for each, other in ((session, cast.nia), (other_session, cast.ada)):
        each.execute(IMPATIENT)
        deliveries.plan(each, Kind.NEWS, "news.of_pair:1", NOW, person_id=other.id)
    session.commit()
    other_session.commit()
