"""Meetings as rows: who comes of two or three, what moving and calling off change, whose places are found."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from db import meetings, pairs, places, programmes
from db.meetings import Meeting
from db.people import Role
from db.places import Spot
from tests.db.cast import NOW, Cast

SOON = NOW + timedelta(days=2)


@pytest.fixture
def trio(session: Session, cast: Cast) -> Meeting:
    """Ada proposes a meeting to Nia and Maud, with whom she is a trio."""
    members = [
        next(each for each in programmes.members(session, cast.programme, role) if each.person_id == who.id)
        for who, role in ((cast.ada, Role.MENTEE), (cast.nia, Role.MENTOR), (cast.maud, Role.MENTOR))
    ]
    three = pairs.match(session, cast.programme, members, NOW)
    place = places.at_spot(session, three, cast.ada, Spot.PARK, NOW)
    return meetings.propose(session, place, cast.ada, SOON, NOW)[0]


def test_two_of_three_are_enough(session: Session, cast: Cast, trio: Meeting) -> None:
    assert not trio.agreed
    assert trio.answer(session, cast.nia, comes=True)
    assert trio.agreed
    assert trio.answer(session, cast.maud, comes=False)
    assert [each.comes for each in trio.comings] == [True, True, False]
    assert trio.answer(session, cast.nia, comes=False)
    assert not trio.agreed


def test_whoever_moves_it_comes_and_all_others_answer_anew(
    session: Session, cast: Cast, trio: Meeting
) -> None:
    trio.answer(session, cast.nia, comes=True)
    assert trio.move(session, cast.maud, SOON + timedelta(hours=1), NOW)
    assert [each.comes for each in trio.comings] == [None, None, True]
    assert (trio.version, trio.proposed_by_id) == (2, cast.maud.id)


def test_what_is_called_off_is_answered_by_nobody(session: Session, cast: Cast, trio: Meeting) -> None:
    assert trio.call_off(session, cast.nia, NOW)
    assert not trio.call_off(session, cast.ada, NOW)
    assert not trio.answer(session, cast.maud, comes=True)
    assert not trio.settle(session, met=True)
    assert meetings.to_come(session, trio.pair, NOW) == []


def test_a_place_is_kept_once_and_found_by_its_pair_only(session: Session, cast: Cast) -> None:
    place = places.named(session, cast.pair, cast.ada, "Alcazar", NOW)
    assert places.named(session, cast.pair, cast.nia, "alcazar", NOW) is place
    other = places.named(session, cast.pair, cast.ada, "Élysée", NOW)
    assert places.named(session, cast.pair, cast.nia, "ÉLYSÉE", NOW) is other
    assert places.named(session, cast.other_pair, cast.samir, "Alcazar", NOW) is not place
    assert places.Place.seen_by(session, cast.nia, place.id) is place
    assert places.Place.seen_by(session, cast.samir, place.id) is None


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("43.2965, 5.3698", ("43.2965", "5.3698")),
        ("-33.0000, -70.1234", ("-33.0000", "-70.1234")),
        ("43.2965, 5.3698 at the door", None),
        ("Alcazar", None),
    ],
)
def test_a_point_is_told_from_a_name(words: str, point: tuple[str, str] | None) -> None:
    assert places.Place(words=words).point == point
