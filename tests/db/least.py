"""The least rows there can be, made from what the tables themselves say of their columns."""

from collections.abc import Iterator

from sqlalchemy import JSON, Column, Enum, Integer, String, Table, exists, func, insert, select
from sqlalchemy.orm import Session

from db.people import Person
from db.tables import metadata
from tests.db.cast import NOW


def pointing(table: Table) -> list[str]:
    """The columns that point at people."""
    return [key.parent.name for key in table.foreign_keys if key.column.table.name == "people"]


def missing(session: Session, person: Person) -> Iterator[tuple[Table, str]]:
    """The columns of all tables that could point at a person, and do not in any row."""
    for table in metadata.sorted_tables:
        for name in pointing(table):
            if not session.scalar(select(exists().where(table.columns[name] == person.id))):
                yield table, name


def fill(session: Session, person: Person) -> None:
    """A row in every table that has none, and one for every column that could point at a person."""
    wanted = {table for table, _ in missing(session, person)}
    for table in metadata.sorted_tables:
        if table in wanted or not session.scalar(select(func.count()).select_from(table)):
            row = {each.name: _least(session, each, person) for each in table.columns if _needed(each)}
            session.execute(insert(table).values(row))


def _needed(column: Column[object]) -> bool:
    """Whether a row cannot be without it, or would not point at anybody."""
    given = column.default or column.server_default or column is column.table.autoincrement_column
    return column.name in pointing(column.table) or not (given or column.nullable)


def _least(session: Session, column: Column[object], person: Person) -> object:
    """What stands in a column: something that is there."""
    if column.name in pointing(column.table):
        return person.id
    for key in column.foreign_keys:
        return session.scalar(select(func.max(key.column)))
    match column.type:
        case Enum(enums=[first, *_]):
            return first
        case String():
            return "least"
        case Integer():
            return 1
        case JSON():
            return []
    return NOW
