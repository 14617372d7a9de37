"""Meetings, their places, and how often a pair would like to meet."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "places",
        sa.Column("id", Id, nullable=False),
        sa.Column("pair_id", Id, nullable=False),
        sa.Column("added_by_id", Id, nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("words", sa.String(length=120), nullable=True),
        sa.Column(
            "spot",
            sa.Enum("cafe", "park", "library", "call", "later", name="spot", native_enum=False, length=24),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["people.id"], name=op.f("fk_places_added_by_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_places_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
    )
    with op.batch_alter_table("places", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_places_added_by_id"), ["added_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_places_pair_id"), ["pair_id"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", Id, nullable=False),
        sa.Column("pair_id", Id, nullable=False),
        sa.Column("place_id", Id, nullable=True),
        sa.Column("proposed_by_id", Id, nullable=True),
        sa.Column("proposed_at", Instant(), nullable=False),
        sa.Column("begins_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("called_off_at", Instant(), nullable=True),
        sa.Column("called_off_by_id", Id, nullable=True),
        sa.Column("met", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["called_off_by_id"],
            ["people.id"],
            name=op.f("fk_meetings_called_off_by_id_people"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_meetings_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_meetings_place_id_places"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"],
            ["people.id"],
            name=op.f("fk_meetings_proposed_by_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meetings_called_off_by_id"), ["called_off_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meetings_pair_id"), ["pair_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meetings_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meetings_proposed_by_id"), ["proposed_by_id"], unique=False)

    op.create_table(
        "comings",
        sa.Column("id", Id, nullable=False),
        sa.Column("meeting_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("comes", sa.Boolean(), nullable=True),
        sa.Column("face", sa.Integer(), nullable=True),
        sa.CheckConstraint("face BETWEEN 1 AND 5", name=op.f("ck_comings_face")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_comings_meeting_id_meetings"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_comings_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comings")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_comings_meeting_id_person_id")),
    )
    with op.batch_alter_table("comings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comings_person_id"), ["person_id"], unique=False)

    op.add_column(
        "pairs",
        sa.Column(
            "rhythm",
            sa.Enum("weekly", "fortnightly", "monthly", name="rhythm", native_enum=False, length=24),
            server_default="fortnightly",
            nullable=False,
        ),
    )


def downgrade() -> None:
    """Take it back."""
    op.execute("DELETE FROM deliveries WHERE kind IN ('meeting', 'meeting-today', 'reminder', 'afterwards')")
    # In place: to make the table anew would, on SQLite, delete all that belongs to a pair.
    op.drop_column("pairs", "rhythm")

    with op.batch_alter_table("comings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comings_person_id"))

    op.drop_table("comings")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meetings_proposed_by_id"))
        batch_op.drop_index(batch_op.f("ix_meetings_place_id"))
        batch_op.drop_index(batch_op.f("ix_meetings_pair_id"))
        batch_op.drop_index(batch_op.f("ix_meetings_called_off_by_id"))

    op.drop_table("meetings")
    with op.batch_alter_table("places", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_places_pair_id"))
        batch_op.drop_index(batch_op.f("ix_places_added_by_id"))

    op.drop_table("places")
