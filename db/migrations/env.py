"""What Alembic runs: on the connection it is given, in one transaction."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import BigInteger

from db.base import Instant
from db.tables import metadata


def render(kind: str, item: Any, _: object) -> str | Literal[False]:
    """Our own column types by their names in new migrations."""
    if kind == "type" and isinstance(item, Instant):
        return "Instant()"
    if kind == "type" and isinstance(item, BigInteger):
        return "Id" if item._variant_mapping else False
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
