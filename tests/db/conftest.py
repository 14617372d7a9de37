"""A small cast in a fresh database, and sessions to look at it with."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from db import announcements
from db.announcements import Announcement
from db.engine import Database
from tests.db.cast import NOW, Cast, gather


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


@pytest.fixture
def draft(session: Session, cast: Cast) -> Announcement:
    """An announcement that Rosa has written, committed."""
    draft = announcements.write(session, cast.programme, cast.rosa, "We meet on Friday.", NOW)
    session.commit()
    return draft
