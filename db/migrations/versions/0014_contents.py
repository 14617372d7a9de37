"""Whole albums: where all their messages stand, where their pieces go, and several items that are held."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

from db.base import Id

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COLUMNS: tuple[tuple[str, str, Any], ...] = (
    ("announcement_versions", "items", sa.JSON(none_as_null=True)),
    ("deliveries", "further", sa.JSON()),
    ("people", "album", sa.String(length=200)),
    ("people", "album_to", sa.String(length=200)),
    ("people", "album_message", Id),
)
PEOPLE = sa.table("people", sa.column("id", Id), sa.column("held_media", sa.JSON(none_as_null=True)))


def upgrade() -> None:
    """Make the change."""
    for table, name, kind in COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    _rewrite(lambda held: held and [held])


def downgrade() -> None:
    """Take it back. Of several items that are held the first is."""
    _rewrite(lambda held: held and {name: held[0].get(name, "") for name in ("medium", "channel", "file")})
    for table, name, _ in reversed(COLUMNS):
        op.drop_column(table, name)


def _rewrite(change: Callable[[Any], Any]) -> None:
    """Write what is held beside words anew: one thing before, a list of them after."""
    connection = op.get_bind()
    for id, held in connection.execute(sa.select(PEOPLE).where(PEOPLE.c.held_media.is_not(None))).all():
        connection.execute(sa.update(PEOPLE).where(PEOPLE.c.id == id).values(held_media=change(held)))
