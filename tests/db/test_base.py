"""The ground: instants are instants on both databases, and what people type can be kept."""

from datetime import UTC, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from db import programmes
from db.base import insert_new
from db.editions import Edition
from db.programmes import Programme
from tests.db.cast import NOW, new_programme

KABUL = timezone(timedelta(hours=4, minutes=30))


def test_an_instant_comes_back_in_utc(session: Session) -> None:
    programme = new_programme("Kabul")
    programme.created_at = NOW.astimezone(KABUL)
    programmes.add(session, programme)
    session.expire_all()
    assert programme.created_at == NOW
    assert programme.created_at.tzinfo is UTC
    assert session.query(Programme).where(Programme.created_at == NOW.astimezone(KABUL)).one() is programme


def test_a_naive_moment_is_refused(session: Session) -> None:
    programme = new_programme("Nowhere")
    programme.created_at = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="naive"):
        programmes.add(session, programme)


def test_of_two_that_insert_the_same_row_one_learns_that_it_is_new(session: Session) -> None:
    programme = programmes.add(session, new_programme("Twice"))
    found = [insert_new(session, Edition, programme_id=programme.id, key="order-cafe") for _ in range(2)]
    assert found == [True, False]


def test_text_of_all_scripts_is_kept(session: Session) -> None:
    name = "العربية 👩‍👧 Ελληνικά"
    programmes.add(session, new_programme(name))
    session.expire_all()
    assert programmes.named(session, name)
