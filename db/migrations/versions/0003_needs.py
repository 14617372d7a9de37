"""What matters to each, goals by category, ready steps, putting aside, what helped."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0003"
down_revision = "0002"
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

GOALS = (("why_language", sa.String(length=200)), ("need", need), ("rested_at", Instant()))
STEPS = (
    ("ready", sa.String(length=40)),
    ("rested_at", Instant()),
)

SELDOM = (("matters", "matters.again"), ("review", "review.ask"))
BEGIN = sa.text(
    "INSERT INTO deliveries (person_id, link, kind, due_at, tries)"
    " SELECT person_id, replace(link, 'nudges.weekly', :page), :kind, due_at, 0"
    " FROM deliveries WHERE kind = 'nudge' AND claimed_at IS NULL"
)
"""Whoever is in a pair already is asked in the weeks after their next weekly word."""


def upgrade() -> None:
    """Make the change."""
    # In place, both ways: to make a table anew would, on SQLite, delete all that belongs to it.
    for name, kind in GOALS:
        op.add_column("goals", sa.Column(name, kind, nullable=True))
    for name, kind in STEPS:
        op.add_column("steps", sa.Column(name, kind, nullable=True))
    op.add_column("steps", sa.Column("rank", Id, nullable=True))
    op.add_column("steps", sa.Column("anyone", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("steps", sa.Column("slips", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "lessons",
        sa.Column("id", Id, nullable=False),
        sa.Column("step_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_lessons_person_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_lessons_step_id_steps"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
        sa.UniqueConstraint("step_id", name=op.f("uq_lessons_step_id")),
    )
    with op.batch_alter_table("lessons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lessons_person_id"), ["person_id"], unique=False)
    op.create_table(
        "wishes",
        sa.Column("id", Id, nullable=False),
        sa.Column("pair_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("learn", need, nullable=True),
        sa.Column("chosen_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_wishes_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_wishes_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wishes")),
        sa.UniqueConstraint("pair_id", "person_id", "round", name=op.f("uq_wishes_pair_id_person_id_round")),
    )
    with op.batch_alter_table("wishes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wishes_person_id"), ["person_id"], unique=False)
    for asked, page in SELDOM:
        op.execute(BEGIN.bindparams(kind=asked, page=page))


def downgrade() -> None:
    """Undo the change. What has only ready words goes with them."""
    op.execute("DELETE FROM deliveries WHERE kind IN ('matters', 'review')")
    op.execute("DELETE FROM acts WHERE verb IN ('goal-rested', 'step-rested')")
    op.drop_table("wishes")
    op.drop_table("lessons")
    op.execute("DELETE FROM steps WHERE ready IS NOT NULL")
    op.execute("DELETE FROM goals WHERE need IS NOT NULL AND words = ''")
    for name in ("slips", "anyone", "rank", *(name for name, _ in reversed(STEPS))):
        op.drop_column("steps", name)
    for name, _ in reversed(GOALS):
        op.drop_column("goals", name)
