"""Groups share ideas and play: by the clock, in a second language, and with what people gave."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

COLUMNS = (("weekday", sa.Integer()), ("hour", sa.Integer()), ("beside", sa.String(length=200)))
PLAYS = ("idea", "names", "words")
MEDIA = ("text", "voice", "photo", "other")


def upgrade() -> None:
    """Make the change. In place: to make a table anew would, on SQLite, delete all that belongs to it."""
    for name, kind in COLUMNS:
        op.add_column("groups", sa.Column(name, kind, nullable=True))
    _activities()
    _contributions()


def _activities() -> None:
    op.create_table(
        "activities",
        sa.Column("id", Id, nullable=False),
        sa.Column("group_id", Id, nullable=False),
        sa.Column("play", sa.Enum(*PLAYS, name="play", native_enum=False, length=24), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("begun_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_activities_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_activities_group_id"), "activities", ["group_id"])
    op.create_index(op.f("ix_activities_begun_at"), "activities", ["begun_at"])


def _contributions() -> None:
    op.create_table(
        "contributions",
        sa.Column("id", Id, nullable=False),
        sa.Column("activity_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("cell", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=True),
        sa.Column("medium", sa.Enum(*MEDIA, name="medium", native_enum=False, length=24), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.Column("language", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activities.id"],
            name=op.f("fk_contributions_activity_id_activities"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_contributions_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
        sa.UniqueConstraint(
            "activity_id", "person_id", "cell", name=op.f("uq_contributions_activity_id_person_id_cell")
        ),
    )
    op.create_index(op.f("ix_contributions_person_id"), "contributions", ["person_id"])


def downgrade() -> None:
    """Take it back."""
    op.execute("DELETE FROM deliveries WHERE kind IN ('posting', 'weekly-posting', 'rewriting')")
    op.drop_table("contributions")
    op.drop_table("activities")
    for name, _ in reversed(COLUMNS):
        op.drop_column("groups", name)
