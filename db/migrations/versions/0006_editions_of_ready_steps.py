"""What a programme makes of ready steps: hidden, in other words, or its own; and who is brought together."""

import sqlalchemy as sa
from alembic import op

from db.base import Id

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NEEDS = (
    "language",
    "papers",
    "housing",
    "work",
    "school",
    "health",
    "money",
    "mobility",
    "leisure",
    "people",
    "giving",
)
need = sa.Enum(*NEEDS, name="need", native_enum=False, length=24)


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "editions",
        sa.Column("id", Id, nullable=False),
        sa.Column("programme_id", Id, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=True),
        sa.Column("need", need, nullable=True),
        sa.Column("hidden", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programmes.id"],
            name=op.f("fk_editions_programme_id_programmes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editions")),
        sa.UniqueConstraint("programme_id", "key", name=op.f("uq_editions_programme_id_key")),
    )
    op.create_table(
        "wordings",
        sa.Column("id", Id, nullable=False),
        sa.Column("edition_id", Id, nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("words", sa.String(length=36), nullable=False),
        sa.Column("written_by_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name=op.f("fk_wordings_edition_id_editions"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["people.id"],
            name=op.f("fk_wordings_written_by_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wordings")),
        sa.UniqueConstraint("edition_id", "language", name=op.f("uq_wordings_edition_id_language")),
    )
    op.create_index(op.f("ix_wordings_written_by_id"), "wordings", ["written_by_id"], unique=False)
    op.create_table(
        "gathered",
        sa.Column("id", Id, nullable=False),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["people.id"], name=op.f("fk_gathered_by_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_gathered_member_id_members"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gathered")),
        sa.UniqueConstraint("by_id", "member_id", name=op.f("uq_gathered_by_id_member_id")),
    )
    op.create_index(op.f("ix_gathered_member_id"), "gathered", ["member_id"], unique=False)
    op.add_column("steps", sa.Column("edition_id", Id, nullable=True))


def downgrade() -> None:
    """Undo the change. What was in other words is as in the library; a programme's own steps go."""
    op.execute("DELETE FROM steps WHERE ready LIKE 'own-%'")
    op.drop_column("steps", "edition_id")
    op.drop_table("gathered")
    op.drop_table("wordings")
    op.drop_table("editions")
