"""Invitations: a door for many, for a while, until withdrawn."""

import re
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from db import invitations, programmes
from db.invitations import LIFE, Invitation
from db.people import Role
from tests.db.cast import NOW, Cast, new_programme


@pytest.fixture
def invitation(session: Session, cast: Cast) -> Invitation:
    return invitations.make(session, cast.programme, Role.MENTEE, NOW)


def test_its_token_fits_into_a_deep_link(session: Session, invitation: Invitation) -> None:
    assert re.fullmatch(r"[0-9a-f]{24}", invitation.token), "never like a group's door"
    found = invitations.by_token(session, invitation.token)
    assert found is invitation
    assert found.programme.name == "Marseille 2027"
    assert invitations.by_token(session, invitation.token[::-1]) is None


def test_it_opens_for_thirty_days(invitation: Invitation) -> None:
    assert invitation.opens(NOW)
    assert invitation.opens(NOW + LIFE - timedelta(seconds=1))
    assert not invitation.opens(NOW + LIFE)


def test_withdrawn_it_stays_closed(session: Session, cast: Cast, invitation: Invitation) -> None:
    invitation.withdraw(NOW)
    invitation.withdraw(NOW + LIFE)
    assert invitation.withdrawn_at == NOW
    assert not invitation.opens(NOW)
    assert invitations.open_ones(session, cast.programme, NOW) == []


def test_open_ones_are_listed_newest_first(session: Session, cast: Cast, invitation: Invitation) -> None:
    newer = invitations.make(session, cast.programme, Role.MENTOR, NOW + timedelta(days=1))
    elsewhere = programmes.add(session, new_programme("Lyon 2027"))
    invitations.make(session, elsewhere, Role.MENTOR, NOW)
    assert invitations.open_ones(session, cast.programme, NOW) == [newer, invitation]
    assert invitations.open_ones(session, cast.programme, NOW + LIFE) == [newer]


def test_uses_are_counted_by_the_database(session: Session, invitation: Invitation) -> None:
    for _ in range(3):
        invitations.used(session, invitation)
    session.refresh(invitation)
    assert invitation.uses == 3


def test_only_coordinators_of_the_programme_see_it(
    session: Session, cast: Cast, invitation: Invitation
) -> None:
    assert Invitation.coordinated_by(session, cast.rosa, invitation.id) is invitation
    assert Invitation.coordinated_by(session, cast.nia, invitation.id) is None
