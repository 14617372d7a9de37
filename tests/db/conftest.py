"""A small cast in a fresh database, and sessions to look at it with."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from db.engine import Database
from tests.db.cast import Cast, gather


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with Session(database.engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def other_session(database: Database) -> Iterator[Session]:
    """What another worker sees."""
    with Session(database.engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def cast(session: Session) -> Cast:
    """The cast, committed, so that every session sees it."""
    cast = gather(session)
    session.commit()
    return cast
