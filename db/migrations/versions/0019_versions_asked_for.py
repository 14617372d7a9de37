"""Versions asked of members who agreed to help, and of a machine; and removed for good after a minute."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

FAILURES = ("key", "language", "quota", "away", "unclear")


def upgrade() -> None:
    """Make the change."""
    op.add_column("people", sa.Column("translates", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("announcement_versions", sa.Column("removed_at", Instant(), nullable=True))
    op.create_table(
        "asked_versions",
        sa.Column("id", Id, nullable=False),
        sa.Column("announcement_id", Id, nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("helper_id", Id, nullable=False),
        sa.Column("asker_id", Id, nullable=True),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("declined_at", Instant(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("handed_in_at", Instant(), nullable=True),
        sa.Column("wish", sa.String(length=400), nullable=True),
        sa.Column("approved_at", Instant(), nullable=True),
        _pointing("asked_versions", "announcement_id", "announcements", "CASCADE"),
        _pointing("asked_versions", "helper_id", "people", "CASCADE"),
        _pointing("asked_versions", "asker_id", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_versions")),
        sa.UniqueConstraint(
            "announcement_id",
            "language",
            "helper_id",
            name=op.f("uq_asked_versions_announcement_id_language_helper_id"),
        ),
    )
    for name in ("helper_id", "asker_id"):
        op.create_index(op.f(f"ix_asked_versions_{name}"), "asked_versions", [name])
    op.create_table(
        "translations",
        sa.Column("id", Id, nullable=False),
        sa.Column("announcement_id", Id, nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("asker_id", Id, nullable=True),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("failure", sa.Enum(*FAILURES, name="failure", native_enum=False, length=24), nullable=True),
        _pointing("translations", "announcement_id", "announcements", "CASCADE"),
        _pointing("translations", "asker_id", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translations")),
        sa.UniqueConstraint(
            "announcement_id", "language", name=op.f("uq_translations_announcement_id_language")
        ),
    )
    for name in ("asker_id", "due_at"):
        op.create_index(op.f(f"ix_translations_{name}"), "translations", [name])


def _pointing(table: str, column: str, to: str, when_gone: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=when_gone)


def downgrade() -> None:
    """Take it back."""
    op.execute("DELETE FROM deliveries WHERE kind = 'helping'")
    op.execute("DELETE FROM announcement_versions WHERE removed_at IS NOT NULL OR approved_at IS NULL")
    op.drop_table("translations")
    op.drop_table("asked_versions")
    op.drop_column("announcement_versions", "removed_at")
    op.drop_column("people", "translates")
