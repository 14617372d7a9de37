"""Announcements have a version a language, a minute before they start, and a way back; errands."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ORIGINS = ("coordinator", "member", "engine")
MOMENTS = ("starts_at", "started_at", "stopped_at", "corrected_at", "taken_back_at", "dropped_at")
EITHER = "(person_id IS NULL) <> (group_id IS NULL)"
PERHAPS = "person_id IS NULL OR group_id IS NULL"


def upgrade() -> None:
    """Make the change. Tables are made anew on SQLite only while nothing belongs to their rows."""
    _announcements()
    _versions()
    op.drop_column("announcements", "words")
    op.add_column("programmes", sa.Column("grace", sa.Integer(), server_default="60", nullable=False))
    _recipients(PERHAPS)


def _announcements() -> None:
    with op.batch_alter_table("announcements") as table:
        table.add_column(sa.Column("editor_id", Id, nullable=True))
        table.add_column(sa.Column("language", sa.String(length=200), nullable=True))
        table.add_column(sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column("audience", sa.JSON(none_as_null=True), nullable=True))
        table.add_column(sa.Column("edited_at", Instant(), nullable=True))
        for name in MOMENTS:
            table.add_column(sa.Column(name, Instant(), nullable=True))
        table.create_foreign_key(
            op.f("fk_announcements_editor_id_people"), "people", ["editor_id"], ["id"], ondelete="SET NULL"
        )
    op.create_index(op.f("ix_announcements_editor_id"), "announcements", ["editor_id"])
    op.execute(
        "UPDATE announcements SET language = (SELECT language FROM programmes WHERE id = programme_id),"
        " edited_at = written_at, starts_at = sent_at, started_at = sent_at"
    )
    with op.batch_alter_table("announcements") as table:
        table.alter_column("language", existing_type=sa.String(length=200), nullable=False)
        table.alter_column("edited_at", existing_type=Instant(), nullable=False)


def _versions() -> None:
    op.create_table(
        "announcement_versions",
        sa.Column("id", Id, nullable=False),
        sa.Column("announcement_id", Id, nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("writer_id", Id, nullable=True),
        sa.Column("origin", sa.Enum(*ORIGINS, name="origin", native_enum=False, length=24), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("approved_at", Instant(), nullable=True),
        sa.Column("correction", sa.Text(), nullable=True),
        sa.Column("corrects_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=op.f("fk_announcement_versions_announcement_id_announcements"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["writer_id"],
            ["people.id"],
            name=op.f("fk_announcement_versions_writer_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement_versions")),
        sa.UniqueConstraint(
            "announcement_id", "language", name=op.f("uq_announcement_versions_announcement_id_language")
        ),
    )
    op.create_index(op.f("ix_announcement_versions_writer_id"), "announcement_versions", ["writer_id"])
    op.execute(
        "INSERT INTO announcement_versions"
        " (announcement_id, language, words, writer_id, origin, written_at, approved_at)"
        " SELECT id, language, words, author_id, 'coordinator', written_at, written_at FROM announcements"
    )


def _recipients(rule: str) -> None:
    """What SQLite makes anew has lost its check, so that only PostgreSQL has one to drop."""
    with op.batch_alter_table("deliveries") as table:
        if op.get_context().dialect.name != "sqlite":
            table.drop_constraint(op.f("ck_deliveries_one_recipient"), type_="check")
        table.create_check_constraint(op.f("ck_deliveries_one_recipient"), rule)


def downgrade() -> None:
    """Take it back."""
    op.execute("DELETE FROM deliveries WHERE kind IN ('urgent', 'correction', 'errand')")
    op.execute("DELETE FROM announcements WHERE dropped_at IS NOT NULL")
    _recipients(EITHER)
    op.add_column("announcements", sa.Column("words", sa.Text(), nullable=True))
    op.execute(
        "UPDATE announcements SET words = (SELECT words FROM announcement_versions"
        " WHERE announcement_id = announcements.id"
        " AND announcement_versions.language = announcements.language)"
    )
    op.drop_index(op.f("ix_announcements_editor_id"), "announcements")
    with op.batch_alter_table("announcements") as table:
        table.alter_column("words", existing_type=sa.Text(), nullable=False)
        table.drop_constraint(op.f("fk_announcements_editor_id_people"), type_="foreignkey")
        for name in ("editor_id", "language", "urgent", "audience", "edited_at", *MOMENTS):
            table.drop_column(name)
    op.drop_table("announcement_versions")
    op.drop_column("programmes", "grace")
