"""What a database holds, put into an empty one: quicker than to have all of it happen again."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Column, Select, Table, func, insert, select
from sqlalchemy.orm import Session

from db.tables import metadata

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Snapshot:
    """Rows with the same columns together, tables that others point at first."""

    batches: list[tuple[Table, Rows]]
    last: dict[str, int]
    """The highest number in each table that counts."""

    def restore(self, session: Session) -> None:
        """Have it in an empty database, which counts on from there."""
        connection = session.connection()
        for table, rows in self.batches:
            connection.execute(insert(table), rows)
        if connection.dialect.name == "postgresql":
            connection.execute(self._counting)

    @property
    def _counting(self) -> Select[Any]:
        sequences = [(func.pg_get_serial_sequence(table, "id"), last) for table, last in self.last.items()]
        return select(*[func.setval(sequence, last) for sequence, last in sequences])


def taken(session: Session) -> Snapshot:
    """Everything there is now."""
    kept = {table: _rows(session, table) for table in metadata.sorted_tables}
    batches = [
        (table, list(alike))
        for table, rows in kept.items()
        for _, alike in groupby(sorted(rows, key=lambda row: sorted(row)), key=lambda row: sorted(row))
    ]
    last = {
        table.name: max(row["id"] for row in rows) for table, rows in kept.items() if rows and _counts(table)
    }
    return Snapshot(batches, last)


def _counts(table: Table) -> bool:
    return table.autoincrement_column is not None


def _rows(session: Session, table: Table) -> Rows:
    """Without what is NULL by itself: JSON would make a word of it."""
    found = session.execute(select(table)).mappings()
    return [{name: value for name, value in row.items() if _said(table.c[name], value)} for row in found]


def _said(column: Column[Any], value: object) -> bool:
    return value is not None or column.default is not None or column.server_default is not None
