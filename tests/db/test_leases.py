"""A lease: one holder at a time, a standby when it ends."""

from datetime import timedelta

from sqlalchemy.orm import Session

from db import leases
from tests.db.cast import NOW

LIFE = timedelta(seconds=30)


def test_one_holds_it_and_renews_it(session: Session) -> None:
    assert leases.hold(session, "drain", "one", NOW, LIFE)
    assert not leases.hold(session, "drain", "two", NOW + LIFE, LIFE)
    assert leases.hold(session, "drain", "one", NOW + LIFE, LIFE)
    assert not leases.hold(session, "drain", "two", NOW + 2 * LIFE, LIFE)


def test_a_standby_takes_over_when_it_ends(session: Session) -> None:
    leases.hold(session, "drain", "one", NOW, LIFE)
    after = NOW + LIFE + timedelta(seconds=1)
    assert leases.hold(session, "drain", "two", after, LIFE)
    assert not leases.hold(session, "drain", "one", after, LIFE)


def test_who_releases_it_lets_the_standby_in_at_once(session: Session) -> None:
    leases.hold(session, "drain", "one", NOW, LIFE)
    leases.release(session, "drain", "two", NOW)
    soon = NOW + timedelta(milliseconds=1)
    assert not leases.hold(session, "drain", "two", soon, LIFE)
    leases.release(session, "drain", "one", NOW)
    assert leases.hold(session, "drain", "two", soon, LIFE)


def test_jobs_are_apart(session: Session) -> None:
    assert leases.hold(session, "drain", "one", NOW, LIFE)
    assert leases.hold(session, "listen", "two", NOW, LIFE)
