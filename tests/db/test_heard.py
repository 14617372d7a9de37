"""What was heard: kept once, handled once, its words wiped, its number remembered for a while."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from db import heard
from db.heard import Heard
from tests.db.cast import NOW

LATER = NOW + timedelta(minutes=1)


def update(number: int, at: datetime = NOW, lane: int = 1001) -> dict[str, Any]:
    return {"update_id": number, "lane": lane, "raw": f"words {number}", "heard_at": at}


def row(session: Session, number: int) -> Heard:
    return session.get_one(Heard, number, populate_existing=True)


def test_a_number_is_kept_once(session: Session) -> None:
    assert heard.keep(session, []) == set()
    assert heard.keep(session, [update(1), update(2)]) == {1, 2}
    assert heard.keep(session, [update(2), update(3), update(3)]) == {3}


def test_what_is_handled_is_wiped_and_never_handled_again(session: Session) -> None:
    heard.keep(session, [update(1)])
    assert heard.handle(session, 1, LATER)
    assert (row(session, 1).raw, row(session, 1).handled_at) == (None, LATER)
    assert not heard.handle(session, 1, LATER)
    assert heard.keep(session, [update(1)]) == set()
    assert not heard.handle(session, 9, LATER)


def test_what_is_set_aside_is_not_tried_again(session: Session) -> None:
    heard.keep(session, [update(1)])
    heard.set_aside(session, 1, "unreadable")
    assert heard.waiting(session, LATER) == []
    assert not heard.handle(session, 1, LATER)
    assert (row(session, 1).set_aside, row(session, 1).raw) == ("unreadable", "words 1")


def test_what_waits_comes_in_its_order(session: Session) -> None:
    heard.keep(session, [update(7, LATER), update(5, NOW, lane=-3), update(6)])
    assert heard.waiting(session, NOW) == [(5, -3, "words 5"), (6, 1001, "words 6")]
    assert [number for number, *_ in heard.waiting(session, LATER)] == [5, 6, 7]
    assert [number for number, *_ in heard.waiting(session, LATER, limit=2)] == [5, 6]


def test_the_newest_is_known(session: Session) -> None:
    assert heard.last_heard(session) is None
    heard.keep(session, [update(2, LATER), update(1)])
    assert heard.last_heard(session) == LATER


def test_numbers_are_forgotten_but_never_what_waits(session: Session) -> None:
    heard.keep(session, [update(1), update(2), update(3), update(4, LATER)])
    heard.handle(session, 1, NOW)
    heard.set_aside(session, 2, "unreadable")
    heard.handle(session, 4, LATER)
    heard.purge(session, LATER, NOW)
    assert heard.keep(session, [update(number) for number in (1, 2, 3, 4)]) == {1}
    heard.purge(session, NOW, LATER)
    assert heard.keep(session, [update(number) for number in (2, 3, 4)]) == {2}
