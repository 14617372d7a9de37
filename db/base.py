"""The ground every model stands on: names, instants, and rows found only through a person."""

import enum
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, ClassVar, Self

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    DateTime,
    Enum,
    Index,
    Insert,
    Integer,
    MetaData,
    String,
    Table,
    TextClause,
    TypeDecorator,
    Update,
    bindparam,
    inspect,
    update,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm.attributes import set_committed_value

UNDO = timedelta(minutes=1)
"""So long after somebody did something that others would notice it can be undone."""
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A moment: aware and in UTC on the way out, whatever the database keeps.

    Raises ValueError for a naive datetime, which could mean any zone.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive datetime is no instant: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def values(kind: type[enum.Enum]) -> list[str]:
    """What an enum keeps in the database: its values, which never change, not its Python names."""
    return [str(member.value) for member in kind]


def choice(kind: type[enum.Enum]) -> Enum:
    """A column of one enum, kept as text so that a new member needs no migration."""
    return Enum(kind, native_enum=False, create_constraint=False, length=24, values_callable=values)


# Telegram's ids have up to 52 bits; SQLite counts rows only in plain INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    """A table of ours."""

    __table__: ClassVar[Table]
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant,
        str: String(200),
        list[str]: JSON,
        dict[str, Any]: JSON,
    }


class Numbered(Base):
    """A table of ours whose rows have a number."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(Id, primary_key=True)

    @classmethod
    def kept(cls, session: Session, _reader: object, id: int) -> Self | None:
        """The row, whoever asks: for what the clock does by itself, and never for a link somebody opens."""
        return session.get(cls, id)


def partial_index(name: str, *columns: str, where: TextClause) -> Index:
    """An index of those rows only for which something holds.

    `db.tables` tells the databases' dialects, for whom alone it matters: those who migrate.
    """
    return Index(name, *columns, info={"where": where})


@cache
def inserting_new(dialect: str, table: type[Base]) -> Insert:
    """An INSERT that leaves a row which is already there as it is.

    Each database has its own, read in where it is used: a dialect that nobody speaks is slow to load.
    """
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table.__table__).on_conflict_do_nothing()
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table.__table__).on_conflict_do_nothing()


COUNTED = {"preserve_rowcount": True}


def insert_new(session: Session, table: type[Base], **values: object) -> bool:
    """Insert a row, unless it is already there. Whether it is new."""
    connection = session.connection()
    row = inserting_new(connection.dialect.name, table)
    return connection.execute(row, values, execution_options=COUNTED).rowcount == 1


def changing(table: type[Base], still: ColumnElement[bool]) -> Update:
    """How one row changes, if something still holds. Built once, for `change_once`."""
    columns = table.__table__.columns
    return update(table.__table__).where(columns["id"] == bindparam("row"), still)


def change_once(session: Session, row: Base, change: Update, **values: object) -> bool:
    """Write values as `change` allows, and say whether it did: of two who press at once, one does it."""
    session.flush()
    (number,) = inspect(row).identity or ()
    changed = session.connection().execute(change, {"row": number, **values})
    if changed.rowcount != 1:
        session.refresh(row, list(values))
        return False
    for name, value in values.items():
        set_committed_value(row, name, value)
    return True
