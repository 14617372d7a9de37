"""Starts: now for all, or for each as their own quiet hours end, with few questions however many people."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from db import drafts, groups, sendings
from db.announcements import Announcement
from db.audiences import Audience
from db.deliveries import Delivery
from db.people import Person
from db.starts import Timing
from tests.db.cast import NOW, Cast, new_programme


def dues(session: Session) -> dict[int | None, datetime]:
    return {each.person_id: each.due_at for each in session.scalars(select(Delivery))}


def test_for_each_it_is_their_own_morning(session: Session, cast: Cast, draft: Announcement) -> None:
    cast.samir.zone, cast.maud.quiet_to = "Asia/Kabul", 7
    group = groups.met(session, ("telegram", -1), "Cooks", NOW)
    group.programme_id = cast.programme.id
    draft.timing = Timing.QUIET
    session.flush()
    sendings.freeze(session, draft, NOW)
    in_paris = datetime(2027, 3, 5, 8, tzinfo=UTC)
    assert dues(session) == {
        None: in_paris,
        cast.ada.id: in_paris,
        cast.nia.id: in_paris,
        cast.rosa.id: in_paris,
        cast.maud.id: datetime(2027, 3, 5, 6, tzinfo=UTC),
        cast.samir.id: datetime(2027, 3, 5, 4, 30, tzinfo=UTC),
    }


def test_nobody_has_no_morning(session: Session, draft: Announcement) -> None:
    draft.timing, draft.audience = Timing.QUIET, Audience(private=False).row
    session.flush()
    sendings.freeze(session, draft, NOW)
    assert dues(session) == {}


@pytest.mark.parametrize("timing", Timing)
def test_it_asks_little_however_many_they_are(
    session: Session, cast: Cast, draft: Announcement, timing: Timing
) -> None:
    for person in session.scalars(select(Person)):
        person.zone = f"Etc/GMT+{person.id % 9}"
    draft.timing = timing
    session.flush()
    asked: list[str] = []
    event.listen(session.connection(), "before_cursor_execute", lambda *given: asked.append(given[2]))
    sendings.freeze(session, draft, NOW)
    assert len(asked) <= 4, asked
    assert len(dues(session)) == 5


def test_a_wished_time_stays_when_it_is_taken_back(session: Session, cast: Cast, draft: Announcement) -> None:
    tomorrow = NOW + timedelta(days=1)
    for timing, wished, left in ((Timing.AT, tomorrow, tomorrow), (Timing.NOW, None, None)):
        assert drafts.change(session, draft, cast.rosa, NOW, timing=timing, starts_at=wished)
        assert draft.send_once(session, NOW, wished or NOW)
        assert not drafts.change(session, draft, cast.rosa, NOW, timing=Timing.QUIET, starts_at=None)
        assert draft.unsend_once(session)
        assert (draft.timing, draft.starts_at) == (timing, left)


def test_another_programme_s_people_are_never_among_them(
    session: Session, cast: Cast, draft: Announcement
) -> None:
    draft.programme = new_programme("Athens 2027")
    session.add(draft.programme)
    session.flush()
    sendings.freeze(session, draft, NOW)
    assert dues(session) == {}
