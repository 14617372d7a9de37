"""Answers to icebreakers, the messages that show them, and what to do at a meeting."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change. In place: to make a table anew would, on SQLite, delete all that belongs to it."""
    op.add_column("icebreakings", sa.Column("answered_at", Instant(), nullable=True))
    op.add_column("icebreakings", sa.Column("taught", sa.Integer(), nullable=True))
    op.add_column("people", sa.Column("held_media", sa.JSON(), nullable=True))
    _answers()
    _showings()
    op.create_table(
        "outings",
        sa.Column("id", Id, nullable=False),
        sa.Column("meeting_id", Id, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_outings_meeting_id_meetings"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outings")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_outings_meeting_id")),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", Id, nullable=False),
        sa.Column("icebreaking_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("words", sa.String(length=300), nullable=True),
        sa.Column("medium", sa.String(length=24), nullable=True),
        sa.Column("channel", sa.String(length=200), nullable=True),
        sa.Column("file", sa.String(length=255), nullable=True),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("skipped", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("answered_at", Instant(), nullable=False),
        sa.Column("taken_back_at", Instant(), nullable=True),
        *_of_idea("answers"),
        sa.UniqueConstraint("icebreaking_id", "person_id", name=op.f("uq_answers_icebreaking_id_person_id")),
    )
    op.create_index(op.f("ix_answers_person_id"), "answers", ["person_id"])


def _showings() -> None:
    op.create_table(
        "showings",
        sa.Column("id", Id, nullable=False),
        sa.Column("icebreaking_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("author_id", Id, nullable=True),
        sa.Column("message", Id, nullable=False),
        sa.Column("shown_at", Instant(), nullable=False),
        *_of_idea("showings"),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_showings_author_id_people"), ondelete="SET NULL"
        ),
        sa.UniqueConstraint(
            "icebreaking_id",
            "person_id",
            "message",
            name=op.f("uq_showings_icebreaking_id_person_id_message"),
        ),
    )
    op.create_index(op.f("ix_showings_person_id"), "showings", ["person_id"])
    op.create_index(op.f("ix_showings_author_id"), "showings", ["author_id"])


def _of_idea(table: str) -> tuple[sa.Constraint, ...]:
    """What belongs to a prompt of a pair and to a person goes with either."""
    return (
        sa.ForeignKeyConstraint(
            ["icebreaking_id"],
            ["icebreakings.id"],
            name=op.f(f"fk_{table}_icebreaking_id_icebreakings"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f(f"fk_{table}_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("outings")
    op.drop_table("showings")
    op.drop_table("answers")
    op.drop_column("people", "held_media")
    op.drop_column("icebreakings", "taught")
    op.drop_column("icebreakings", "answered_at")
