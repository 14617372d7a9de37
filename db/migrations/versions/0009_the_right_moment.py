"""One weekly word a person; quiet and reach hours; signs of people and pairs; why something came."""

import sqlalchemy as sa
from alembic import op

from db.base import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WAKING = (("quiet_from", "21"), ("quiet_to", "9"), ("reach_from", "0"), ("reach_to", "0"))

ONE_WORD = (
    "INSERT INTO deliveries (person_id, link, kind, due_at, tries)"
    " SELECT person_id, 'nudges.word', 'nudge', min(due_at), 0 FROM deliveries"
    " WHERE claimed_at IS NULL AND link LIKE 'nudges.weekly:%' GROUP BY person_id"
)
PENDING_OLD = (
    "DELETE FROM deliveries WHERE claimed_at IS NULL"
    " AND (link LIKE 'nudges.weekly:%' OR kind IN ('matters', 'review'))"
)
REMEMBERED = (
    "UPDATE deliveries SET shown = link, reason = CASE WHEN outcome = 'sent' THEN kind ELSE reason END,"
    " kind = 'nudge' WHERE kind IN ('matters', 'review')"
)
STIRRED = "UPDATE pairs SET stirred_at = (SELECT max(at) FROM acts WHERE acts.pair_id = pairs.id)"

A_WORD_EACH = (
    "INSERT INTO deliveries (person_id, link, kind, due_at, tries)"
    " SELECT d.person_id, '{page}:' || p.id, '{kind}', d.due_at, 0 FROM deliveries d"
    " JOIN partners o ON o.person_id = d.person_id JOIN pairs p ON p.id = o.pair_id AND p.ended_at IS NULL"
    " WHERE d.claimed_at IS NULL AND d.link = 'nudges.word'"
)
NEW = "DELETE FROM deliveries WHERE link = 'nudges.word' OR kind IN ('snoozed', 'silence')"


def upgrade() -> None:
    """Make the change. In place: to make a table anew would, on SQLite, delete all that belongs to it."""
    for table in ("people", "programmes"):
        for name, default in WAKING:
            column = sa.Column(name, sa.Integer(), server_default=default, nullable=False)
            op.add_column(table, column)
    op.add_column("people", sa.Column("seen_on", sa.Date(), nullable=True))
    op.add_column("people", sa.Column("unanswered", sa.Integer(), server_default="0", nullable=False))
    for name, default in (("weekday", "3"), ("hour", "18"), ("cap", "1")):
        op.add_column("programmes", sa.Column(name, sa.Integer(), server_default=default, nullable=False))
    hush = sa.Enum("asked", "told", "noted", name="hush", native_enum=False, length=24)
    op.add_column("pairs", sa.Column("stirred_at", Instant(), nullable=True))
    op.add_column("pairs", sa.Column("hush", hush, nullable=True))
    op.create_index(op.f("ix_pairs_stirred_at"), "pairs", ["stirred_at"], unique=False)
    op.add_column("deliveries", sa.Column("meant_at", Instant(), nullable=True))
    op.add_column("deliveries", sa.Column("shown", sa.String(length=200), nullable=True))
    for statement in (ONE_WORD, PENDING_OLD, REMEMBERED, STIRRED):
        op.execute(statement)


def downgrade() -> None:
    """Take it back: each pair has its own word again."""
    for page, kind in (
        ("nudges.weekly", "nudge"),
        ("matters.again", "matters"),
        ("review.ask", "review"),
    ):
        op.execute(A_WORD_EACH.format(page=page, kind=kind))
    op.execute(NEW)
    for name in ("meant_at", "shown"):
        op.drop_column("deliveries", name)
    op.drop_index(op.f("ix_pairs_stirred_at"), table_name="pairs")
    for name in ("hush", "stirred_at"):
        op.drop_column("pairs", name)
    for name in ("weekday", "hour", "cap"):
        op.drop_column("programmes", name)
    for name in ("seen_on", "unanswered"):
        op.drop_column("people", name)
    for table in ("people", "programmes"):
        for name, _default in WAKING:
            op.drop_column(table, name)
