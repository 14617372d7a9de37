"""Holding the database's tables, as a long transaction of somebody else would, while processes wait."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, text


@contextmanager
def held(engine: Engine, table: str) -> Iterator[None]:
    """Nobody writes to a table until the end of the block; on SQLite, to any."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"LOCK TABLE {table} IN EXCLUSIVE MODE"))
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield
        connection.rollback()
