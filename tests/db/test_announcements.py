"""Announcements: to everybody once, by one press, with a count of how it went."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db import deliveries, drafts, programmes, recipients, sendings
from db.announcements import Announcement
from db.deliveries import Delivery, Outcome
from db.people import Role
from db.rhythm import Reason
from db.sendings import Tally
from tests.db.cast import NOW, Cast, newcomer

LATER = NOW + timedelta(minutes=1)


def test_it_goes_to_all_who_have_joined(session: Session, cast: Cast, draft: Announcement) -> None:
    programmes.admit(session, newcomer(session, "Karim", 1006), cast.programme, Role.MENTEE)
    programmes.admit(session, cast.nia, cast.programme, Role.COORDINATOR).joined_at = NOW
    assert recipients.count(session, draft, NOW) == 5
    sendings.freeze(session, draft, NOW)
    everybody = {person.id for person in (cast.ada, cast.nia, cast.samir, cast.maud, cast.rosa)}
    assert Counter(session.scalars(select(Delivery.person_id))) == Counter(everybody)


def test_freezing_twice_is_refused(session: Session, draft: Announcement) -> None:
    sendings.freeze(session, draft, NOW)
    with pytest.raises(IntegrityError):
        sendings.freeze(session, draft, NOW)


def test_of_two_presses_one_sends(session: Session, other_session: Session, draft: Announcement) -> None:
    same = other_session.get_one(Announcement, draft.id)
    assert draft.send_once(session, NOW, NOW)
    session.commit()
    assert not same.send_once(other_session, NOW, LATER)
    assert (same.sent_at, same.starts_at) == (NOW, NOW)


def test_it_starts_once_and_not_before_its_time(session: Session, draft: Announcement) -> None:
    assert not draft.start_once(session, NOW), "nobody sent it"
    draft.send_once(session, NOW, LATER)
    assert not draft.start_once(session, NOW)
    assert draft.start_once(session, LATER)
    assert not draft.start_once(session, LATER)
    assert not draft.unsend_once(session), "somebody may have it by now"


def test_it_is_a_draft_again_before_it_starts(session: Session, draft: Announcement) -> None:
    draft.send_once(session, NOW, LATER)
    assert draft.unsend_once(session)
    assert not draft.start_once(session, LATER)
    assert draft.send_once(session, LATER, LATER)


def test_how_it_went_is_counted(session: Session, draft: Announcement) -> None:
    sendings.freeze(session, draft, NOW)
    sent, unreachable, asleep = deliveries.claim(session, NOW, 3)
    deliveries.settle(session, sent, Outcome.SENT, NOW, message=1)
    deliveries.settle(session, unreachable, Outcome.UNREACHABLE, NOW, reason="blocked")
    assert sendings.tally(session, draft, NOW) == Tally(sent=1, unreachable=1, waiting=3)
    deliveries.put_off(session, asleep, LATER, Reason.QUIET)
    assert sendings.tally(session, draft, NOW) == Tally(sent=1, unreachable=1, waiting=2, later=1)


def test_who_sees_it_and_when(session: Session, cast: Cast, draft: Announcement) -> None:
    stranger = newcomer(session, "Karim", 1006)
    assert Announcement.coordinated_by(session, cast.rosa, draft.id) is draft
    assert Announcement.coordinated_by(session, cast.ada, draft.id) is None
    assert Announcement.seen_by(session, cast.ada, draft.id) is None
    draft.send_once(session, NOW, NOW)
    assert Announcement.seen_by(session, cast.ada, draft.id) is None
    draft.start_once(session, NOW)
    assert Announcement.seen_by(session, cast.ada, draft.id) is draft
    assert Announcement.seen_by(session, stranger, draft.id) is None
    assert drafts.listed(session, cast.programme, 0, 5) == [draft]
