"""Databases to measure with: both kinds, as safe against a power cut as an association's own."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy.orm import Session

from db.engine import Database, connect
from tests.databases import HASTE, Ground, PostgresGround, SqliteGround, postgres_server

T = TypeVar("T")


@dataclass(frozen=True)
class Grounds:
    """Both kinds of database by name, and the URL of the PostgreSQL server."""

    kinds: Mapping[str, Ground]
    postgres_url: str

    @contextmanager
    def fresh(self, kind: str) -> Iterator[tuple[str, Path]]:
        """The URL of a new migrated database and a folder of its own, for the length of a block."""
        with tempfile.TemporaryDirectory(prefix="passerelle-bench-") as name:
            folder = Path(name)
            url = self.kinds[kind].fresh()
            try:
                yield url, folder
            finally:
                self.kinds[kind].drop(url)


@contextmanager
def grounds() -> Iterator[Grounds]:
    """A server of our own beside an SQLite folder; TEST_DATABASE_URL names another server."""
    with ExitStack() as stack:
        given = os.environ.get("TEST_DATABASE_URL")
        url = given or stack.enter_context(_careful_server())
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="passerelle-bench-"))
        postgresql = PostgresGround(url)
        stack.callback(postgresql.close)
        yield Grounds({"SQLite": SqliteGround(Path(folder)), "PostgreSQL": postgresql}, url)


def filled(url: str, work: Callable[[Session], T]) -> T:
    """Do some work in a database, and let go of it."""
    database = Database(connect(url))
    try:
        return database.work(work)
    finally:
        database.close()


@contextmanager
def _careful_server() -> Iterator[str]:
    """The server of the tests, writing to the disk as one in use does."""
    with postgres_server(Path(tempfile.mkdtemp(prefix="passerelle-"))) as url:
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in HASTE:
                connection.execute(SQL("ALTER SYSTEM RESET {}").format(Identifier(setting)))
            connection.execute("SELECT pg_reload_conf()")
        yield url
