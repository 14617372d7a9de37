"""Icebreakers a pair has had."""

from datetime import timedelta

from sqlalchemy.orm import Session

from db import icebreakers
from tests.db.cast import NOW, Cast


def test_what_a_pair_has_had_in_the_order_it_came(session: Session, cast: Cast) -> None:
    icebreakers.give(session, cast.pair, "three-likes", NOW)
    icebreakers.give(session, cast.pair, "a-place-i-like", NOW + timedelta(days=7))
    icebreakers.give(session, cast.pair, "three-likes", NOW + timedelta(days=9))
    had = {"three-likes": NOW, "a-place-i-like": NOW + timedelta(days=7)}
    assert list(icebreakers.given(session, cast.pair).items()) == list(had.items())
    assert icebreakers.given(session, cast.other_pair) == {}
