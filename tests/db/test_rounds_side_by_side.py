"""Several workers on one PostgreSQL, and one round: whoever closes it or draws groups is waited for."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from db import opinions, rounds, seats, themes
from db.contents import Medium
from db.opinions import Opinion
from db.rounds import Question, Round
from tests.db.cast import NOW, Cast

pytestmark = pytest.mark.parametrize("ground", ["postgresql"], indirect=True)


@pytest.fixture
def found(session: Session, cast: Cast) -> Round:
    """A round that asks, and Ada's voice message, to be counted only."""
    found = rounds.begin(session, cast.programme, cast.rosa, 7, NOW)
    assert found
    own = Opinion(question=Question.HARD, person_id=cast.ada.id, language="ar", skipped=False)
    own.medium, own.channel, own.file = Medium.VOICE, "telegram", "ada's voice"
    opinions.say(session, found, own, NOW)
    session.commit()
    return found


def test_a_press_that_comes_after_the_end_changes_nothing(
    session: Session, other_session: Session, cast: Cast, found: Round
) -> None:
    """Ada's turn began while the round was open."""
    own = opinions.own(session, found, cast.ada)[Question.HARD]
    opinions.end(other_session, other_session.get_one(Round, found.id), NOW)
    other_session.commit()
    assert not opinions.allow(session, own, True, NOW)
    assert not opinions.take_back(session, own, NOW)
    session.commit()
    [left] = opinions.of_question(other_session, found, Question.HARD)
    assert (left.heard, left.file) == (False, None)


def test_nobody_is_ticked_out_while_groups_are_drawn(
    session: Session, other_session: Session, cast: Cast, found: Round
) -> None:
    rounds.hold(session, found)
    other_session.execute(text("SET LOCAL lock_timeout = '20ms'"))
    with pytest.raises(OperationalError, match="lock timeout"):
        seats.mark(other_session, other_session.get_one(Round, found.id), cast.ada.id, False)


def test_of_two_who_name_a_theme_one_waits_and_finds_it(
    session: Session, other_session: Session, found: Round
) -> None:
    themes.named(session, found, Question.HARD, "Papers")
    other_session.execute(text("SET LOCAL lock_timeout = '20ms'"))
    with pytest.raises(OperationalError, match="lock timeout"):
        themes.named(other_session, other_session.get_one(Round, found.id), Question.HARD, "papers")
