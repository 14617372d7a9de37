"""How it goes with the other, what is said of it, who knows of a pause, and how a pair goes on or ends."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "pulses",
        sa.Column("id", Id, nullable=False),
        sa.Column("pair_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("face", sa.Integer(), nullable=True),
        sa.CheckConstraint("face BETWEEN 1 AND 5", name=op.f("ck_pulses_face")),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_pulses_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_pulses_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pulses")),
        sa.UniqueConstraint("pair_id", "person_id", "round", name=op.f("uq_pulses_pair_id_person_id_round")),
    )
    with op.batch_alter_table("pulses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pulses_person_id"), ["person_id"], unique=False)

    op.create_table(
        "remarks",
        sa.Column("id", Id, nullable=False),
        sa.Column("pair_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column(
            "ready",
            sa.Enum("call", "talk", "time", "fit", name="ready", native_enum=False, length=24),
            nullable=True,
        ),
        sa.Column("words", sa.String(length=300), nullable=True),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("noted_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_remarks_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_remarks_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
    )
    with op.batch_alter_table("remarks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remarks_pair_id"), ["pair_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_remarks_person_id"), ["person_id"], unique=False)

    op.create_table(
        "readers",
        sa.Column("id", Id, nullable=False),
        sa.Column("remark_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["remark_id"], ["remarks.id"], name=op.f("fk_readers_remark_id_remarks"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_readers_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readers")),
        sa.UniqueConstraint("remark_id", "person_id", name=op.f("uq_readers_remark_id_person_id")),
    )
    with op.batch_alter_table("readers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_readers_person_id"), ["person_id"], unique=False)

    op.create_table(
        "partings",
        sa.Column("id", Id, nullable=False),
        sa.Column("pair_id", Id, nullable=False),
        sa.Column(
            "way",
            sa.Enum("ended", "no-fit", "left", name="way", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("parted_at", Instant(), nullable=False),
        sa.Column("noted_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_partings_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partings")),
        sa.UniqueConstraint("pair_id", name=op.f("uq_partings_pair_id")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", Id, nullable=False),
        sa.Column("pair_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("goes_on", sa.Boolean(), nullable=True),
        sa.Column("said_at", Instant(), nullable=True),
        sa.Column("heard_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_decisions_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_decisions_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("pair_id", "person_id", name=op.f("uq_decisions_pair_id_person_id")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decisions_person_id"), ["person_id"], unique=False)

    op.add_column(
        "people", sa.Column("pause_shared", sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    """Take it back."""
    # In place: to make the table anew would, on SQLite, delete all that belongs to a person.
    op.drop_column("people", "pause_shared")

    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decisions_person_id"))

    op.drop_table("decisions")
    op.drop_table("partings")
    with op.batch_alter_table("readers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_readers_person_id"))

    op.drop_table("readers")
    with op.batch_alter_table("remarks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_remarks_person_id"))
        batch_op.drop_index(batch_op.f("ix_remarks_pair_id"))

    op.drop_table("remarks")
    with op.batch_alter_table("pulses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pulses_person_id"))

    op.drop_table("pulses")
