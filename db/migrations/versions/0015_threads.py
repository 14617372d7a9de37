"""Members answer an announcement, coordinators answer them; a programme has office hours."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

OFFICE = (("office_days", sa.String(length=7), "01234"), ("office_from", sa.Integer(), "9"))
HOURS = (*OFFICE, ("office_to", sa.Integer(), "17"))
MEDIA = ("voice", "photo")


def upgrade() -> None:
    """Make the change. In place: to make a table anew would, on SQLite, delete all that belongs to it."""
    for name, kind, default in HOURS:
        op.add_column("programmes", sa.Column(name, kind, server_default=default, nullable=False))
    _threads()
    _messages()


def _threads() -> None:
    op.create_table(
        "threads",
        sa.Column("id", Id, nullable=False),
        sa.Column("announcement_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("waits_since", Instant(), nullable=True),
        sa.Column("taken_by_id", Id, nullable=True),
        sa.Column("taken_at", Instant(), nullable=True),
        _key("threads", "announcement_id", "announcements"),
        _key("threads", "person_id", "people"),
        _key("threads", "taken_by_id", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threads")),
        sa.UniqueConstraint(
            "announcement_id", "person_id", name=op.f("uq_threads_announcement_id_person_id")
        ),
        sqlite_autoincrement=True,
    )
    for name in ("person_id", "taken_by_id"):
        op.create_index(op.f(f"ix_threads_{name}"), "threads", [name])


def _messages() -> None:
    op.create_table(
        "thread_messages",
        sa.Column("id", Id, nullable=False),
        sa.Column("thread_id", Id, nullable=False),
        sa.Column("author_id", Id, nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("medium", sa.Enum(*MEDIA, name="medium", native_enum=False, length=24), nullable=True),
        sa.Column("channel", sa.String(length=200), nullable=True),
        sa.Column("file", sa.String(length=255), nullable=True),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("read_at", Instant(), nullable=True),
        _key("thread_messages", "thread_id", "threads"),
        _key("thread_messages", "author_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_messages")),
        sqlite_autoincrement=True,
    )
    for name in ("thread_id", "author_id"):
        op.create_index(op.f(f"ix_thread_messages_{name}"), "thread_messages", [name])


def _key(table: str, column: str, other: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def downgrade() -> None:
    """Take it back."""
    op.execute("DELETE FROM deliveries WHERE kind IN ('thread', 'thread-taken')")
    op.drop_table("thread_messages")
    op.drop_table("threads")
    for name, *_ in reversed(HOURS):
        op.drop_column("programmes", name)
