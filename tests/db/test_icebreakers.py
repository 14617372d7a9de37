"""Icebreakers a pair has had."""

from datetime import timedelta

from sqlalchemy.orm import Session

from db import icebreakers, people
from tests.db.cast import NOW, Cast


def test_what_a_pair_has_had_in_the_order_it_came(session: Session, cast: Cast) -> None:
    icebreakers.give(session, cast.pair, "three-likes", NOW)
    icebreakers.give(session, cast.pair, "a-place-i-like", NOW + timedelta(days=7))
    icebreakers.give(session, cast.pair, "three-likes", NOW + timedelta(days=9))
    had = {"three-likes": NOW, "a-place-i-like": NOW + timedelta(days=7)}
    assert list(icebreakers.given(session, cast.pair).items()) == list(had.items())
    assert icebreakers.given(session, cast.other_pair) == {}


def test_who_has_opened_what(session: Session, cast: Cast) -> None:
    idea = icebreakers.give(session, cast.pair, "three-likes", NOW)
    assert icebreakers.open(session, idea, cast.ada, NOW), "for the first time"
    assert not icebreakers.open(session, idea, cast.ada, NOW)
    assert icebreakers.opened_by(session, cast.ada) == 1
    assert icebreakers.opened_by(session, cast.nia) == 0
    assert icebreakers.open(session, idea, cast.nia, NOW)


def test_shared_is_what_everybody_has_opened_from_when_the_last_one_did(session: Session, cast: Cast) -> None:
    later, last = NOW + timedelta(days=1), NOW + timedelta(days=2)
    keys = ("three-likes", "a-place-i-like", "a-hot-drink")
    ideas = {key: icebreakers.give(session, cast.pair, key, NOW) for key in keys}
    for key, person, at in (
        ("three-likes", cast.ada, NOW),
        ("three-likes", cast.nia, last),
        ("three-likes", cast.nia, last + timedelta(days=9)),
        ("a-place-i-like", cast.nia, NOW),
        ("a-place-i-like", cast.ada, later),
        ("a-hot-drink", cast.ada, NOW),
    ):
        icebreakers.open(session, ideas[key], person, at)
    shared = icebreakers.shared(session, cast.pair)
    assert list(shared.items()) == [("a-place-i-like", later), ("three-likes", last)]


def test_what_is_left_to_one_alone_is_not_shared(session: Session, cast: Cast) -> None:
    idea = icebreakers.give(session, cast.pair, "three-likes", NOW)
    for person in (cast.ada, cast.nia):
        icebreakers.open(session, idea, person, NOW)
    people.erase(session, cast.ada)
    assert icebreakers.shared(session, cast.pair) == {}
