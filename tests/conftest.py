"""What every test may ask for: a database of its own on both engines, and no world beyond loopback."""

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from db.engine import Database, connect
from tests.databases import Ground, PostgresGround, SqliteGround, hasty, postgres_server

settings.register_profile("passerelle", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("passerelle")


def pytest_collection_finish() -> None:
    """What is loaded now stays to the end: no test searches it for rubbish."""
    gc.freeze()


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return SqliteGround(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Ground]:
    """The server at TEST_DATABASE_URL, or else one started for these tests, for all their processes."""
    given = os.environ.get("TEST_DATABASE_URL")
    with nullcontext(given) if given else postgres_server(_folder_of_this_run()) as url:
        ground = PostgresGround(url)
        yield ground
        ground.close()


def _folder_of_this_run() -> Path:
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", os.getpid())
    return Path(tempfile.gettempdir(), f"passerelle-{run}")


@pytest.fixture(params=["sqlite", "postgresql"])
def ground(request: pytest.FixtureRequest) -> Ground:
    """Each engine in turn. A test that is about one of them says so:

    `@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)`.
    """
    ground: Ground = request.getfixturevalue(request.param)
    return ground


@pytest.fixture
def database_url(ground: Ground) -> Iterator[str]:
    """A fresh migrated database, for processes that open it themselves."""
    url = ground.fresh()
    yield url
    ground.drop(url)


@pytest.fixture
def empty_url(ground: Ground) -> Iterator[str]:
    """A fresh database without any table."""
    url = ground.empty()
    yield url
    ground.drop(url)


@pytest.fixture
def open_engine() -> Iterator[Callable[[str], Engine]]:
    """Opens plain engines on a URL, as many as wanted, and closes them."""
    opened: list[Engine] = []

    def open_engine(url: str) -> Engine:
        opened.append(connect(url))
        return opened[-1]

    yield open_engine
    for engine in opened:
        engine.dispose()


@pytest.fixture(scope="session")
def engine_on() -> Callable[[str], Engine]:
    """The engine on a URL, the same for every test in turn: it knows the statements of the last ones."""
    return cache(hasty)


@pytest.fixture
def database(database_url: str, engine_on: Callable[[str], Engine]) -> Iterator[Database]:
    """A fresh migrated database with its threads."""
    database = Database(engine_on(database_url))
    yield database
    database.close()
