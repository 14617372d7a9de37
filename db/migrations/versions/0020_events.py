"""Events of announcements: when and where, and who answers what."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SPOTS = ("cafe", "park", "library", "call", "later")
SAYS = ("comes", "maybe", "cannot")


def upgrade() -> None:
    """Make the change."""
    _events()
    _guests()


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", Id, nullable=False),
        sa.Column("announcement_id", Id, nullable=False),
        sa.Column("begins_at", Instant(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=120), nullable=True),
        sa.Column("spot", sa.Enum(*SPOTS, name="spot", native_enum=False, length=24), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("most_brought", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("called_off_at", Instant(), nullable=True),
        sa.Column("settles_at", Instant(), nullable=True),
        sa.Column("next_begins_at", Instant(), nullable=True),
        sa.Column("next_words", sa.String(length=120), nullable=True),
        sa.Column("next_spot", sa.Enum(*SPOTS, name="spot", native_enum=False, length=24), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=op.f("fk_events_announcement_id_announcements"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("announcement_id", name=op.f("uq_events_announcement_id")),
    )


def _guests() -> None:
    op.create_table(
        "guests",
        sa.Column("id", Id, nullable=False),
        sa.Column("event_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("name", sa.String(length=40), nullable=True),
        sa.Column("says", sa.Enum(*SAYS, name="says", native_enum=False, length=24), nullable=False),
        sa.Column("brings", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answered_at", Instant(), nullable=False),
        sa.Column("waiting_since", Instant(), nullable=True),
        sa.Column("there", sa.Boolean(), nullable=True),
        sa.CheckConstraint("brings BETWEEN 0 AND 5", name=op.f("ck_guests_brings")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_guests_event_id_events"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_guests_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guests")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_guests_event_id_person_id")),
    )
    op.create_index(op.f("ix_guests_person_id"), "guests", ["person_id"])


def downgrade() -> None:
    """Take it back, with what is due of it."""
    op.execute("DELETE FROM deliveries WHERE kind LIKE 'event%'")
    op.execute("DELETE FROM deliveries WHERE link LIKE 'shifting.%' OR link LIKE 'telling.%'")
    op.drop_table("guests")
    op.drop_table("events")
