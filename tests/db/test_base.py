"""The ground: instants are instants on both databases, and what people type can be kept."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from db import programmes
from db.base import tidy
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
    programme.created_at = datetime(2027, 3, 4)  # noqa: DTZ001
    with pytest.raises(StatementError, match="naive"):
        programmes.add(session, programme)


def test_text_of_all_scripts_is_kept(session: Session) -> None:
    name = tidy("  العربية \n 👩‍👧 \0 \ud83d Ελληνικά  ", 200)
    programmes.add(session, new_programme(name))
    session.expire_all()
    assert programmes.named(session, name)
    assert name == "العربية 👩‍👧 Ελληνικά"


@given(st.text(), st.integers(1, 40))
def test_tidy_text_fits_its_column(text: str, limit: int) -> None:
    tidied = tidy(text, limit)
    assert len(tidied) <= limit
    assert "\0" not in tidied
    assert tidied == tidied.encode("utf-8", "ignore").decode()
    assert "  " not in tidied
