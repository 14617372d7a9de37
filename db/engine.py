"""The way to the database: turns run whole in worker threads, one transaction each."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

T = TypeVar("T")

AWAY = (OperationalError, InterfaceError)
"""What is raised while the database does not answer: the same may succeed a little later."""

POSTGRES_THREADS = 8
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # a power cut, too, loses no word a person wrote
    "foreign_keys = ON",
    "busy_timeout = 10000",
)


def connect(url: str) -> Engine:
    """An engine for `sqlite:///file` or `postgresql://…` (psycopg 3). Its errors hide people's words."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        from db.postgres import Curt

        parsed = parsed.set(drivername="postgresql+psycopg")
        curtly = {"cursor_factory": Curt}
        return create_engine(parsed, pool_size=POSTGRES_THREADS, hide_parameters=True, connect_args=curtly)
    engine = create_engine(parsed, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


class Database:
    """One engine and its threads. SQLite has one writer, so it gets one thread and no lock errors."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        threads = 1 if engine.dialect.name == "sqlite" else POSTGRES_THREADS
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="turn")
        self._sessions = sessionmaker(engine, expire_on_commit=False)

    def work(self, turn: Callable[[Session], T]) -> T:
        """Run a function in one transaction, here and now: committed, or rolled back if it raises."""
        with self._sessions.begin() as session:
            return turn(session)

    async def run(self, turn: Callable[[Session], T]) -> T:
        """The same in a worker thread; cancelled or not, what has begun ends."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self.work, turn)

    def close(self) -> None:
        """Let the turns in hand end, then close every connection."""
        self._threads.shutdown(wait=True)
        self.engine.dispose()
