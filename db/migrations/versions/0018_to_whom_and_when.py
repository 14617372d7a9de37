"""An announcement knows how its time was chosen, and whom a coordinator ticked by name."""

import sqlalchemy as sa
from alembic import op

from db.base import Id

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TIMINGS = ("now", "at", "quiet")
SIDES = ("only", "without")


def upgrade() -> None:
    """Make the change."""
    timing = sa.Enum(*TIMINGS, name="timing", native_enum=False, length=24)
    op.add_column("announcements", sa.Column("timing", timing, server_default="now", nullable=False))
    op.create_table(
        "announcement_picks",
        sa.Column("id", Id, nullable=False),
        sa.Column("announcement_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("side", sa.Enum(*SIDES, name="side", native_enum=False, length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=op.f("fk_announcement_picks_announcement_id_announcements"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_announcement_picks_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement_picks")),
        sa.UniqueConstraint(
            "announcement_id",
            "person_id",
            "side",
            name=op.f("uq_announcement_picks_announcement_id_person_id_side"),
        ),
    )
    op.create_index(op.f("ix_announcement_picks_person_id"), "announcement_picks", ["person_id"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("announcement_picks")
    op.drop_column("announcements", "timing")
