"""Groups: in which topic we write, in which language first, what is pinned, and who passes messages on."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

COLUMNS = (("language", sa.String(length=200)), ("topic", sa.BigInteger()), ("may_pin", sa.Boolean()))


def upgrade() -> None:
    """Make the change. In place: to make a table anew would, on SQLite, delete all that belongs to it."""
    for name, kind in COLUMNS:
        op.add_column("groups", sa.Column(name, kind, nullable=True))
    op.add_column("groups", sa.Column("pins", sa.Boolean(), nullable=False, server_default=sa.false()))
    _topics()
    _relayers()


def _topics() -> None:
    op.create_table(
        "group_topics",
        sa.Column("id", Id, nullable=False),
        sa.Column("group_id", Id, nullable=False),
        sa.Column("ref", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_topics_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_topics")),
        sa.UniqueConstraint("group_id", "ref", name=op.f("uq_group_topics_group_id_ref")),
    )


def _relayers() -> None:
    op.create_table(
        "relayers",
        sa.Column("id", Id, nullable=False),
        sa.Column("group_id", Id, nullable=False),
        sa.Column("channel", sa.String(length=200), nullable=False),
        sa.Column("ref", sa.BigInteger(), nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("allowed", sa.Boolean(), nullable=True),
        sa.Column("named_by_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_relayers_group_id_groups"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_relayers_person_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["named_by_id"], ["people.id"], name=op.f("fk_relayers_named_by_id_people"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relayers")),
        sa.UniqueConstraint("group_id", "channel", "ref", name=op.f("uq_relayers_group_id_channel_ref")),
    )
    for column in ("ref", "person_id", "named_by_id"):
        op.create_index(op.f(f"ix_relayers_{column}"), "relayers", [column])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("relayers")
    op.drop_table("group_topics")
    for name in ("pins", *(name for name, _ in reversed(COLUMNS))):
        op.drop_column("groups", name)
