"""Who of a pair has opened which icebreaker, in place of the last one each has seen."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "openings",
        sa.Column("id", Id, nullable=False),
        sa.Column("icebreaking_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["icebreaking_id"],
            ["icebreakings.id"],
            name=op.f("fk_openings_icebreaking_id_icebreakings"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_openings_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_openings")),
        sa.UniqueConstraint("icebreaking_id", "person_id", name=op.f("uq_openings_icebreaking_id_person_id")),
    )
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_openings_person_id"), ["person_id"], unique=False)

    # Of what was seen before, the last one is all that was kept, with the day it was given.
    op.execute(
        "INSERT INTO openings (icebreaking_id, person_id, opened_at)"
        " SELECT icebreakings.id, partners.person_id, icebreakings.given_at FROM partners"
        " JOIN icebreakings ON icebreakings.pair_id = partners.pair_id AND icebreakings.key = partners.idea"
    )
    op.drop_column("partners", "idea")


def downgrade() -> None:
    """Take it back."""
    op.add_column("partners", sa.Column("idea", sa.String(length=200), nullable=True))
    op.execute(
        "UPDATE partners SET idea = (SELECT icebreakings.key FROM icebreakings"
        " JOIN openings ON openings.icebreaking_id = icebreakings.id"
        " WHERE icebreakings.pair_id = partners.pair_id AND openings.person_id = partners.person_id"
        " ORDER BY icebreakings.given_at DESC, icebreakings.id DESC LIMIT 1)"
    )
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_openings_person_id"))

    op.drop_table("openings")
