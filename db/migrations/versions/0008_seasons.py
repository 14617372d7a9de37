"""The season of a pair has an end; thanks, staying in touch, answers without a name."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant
from db.rhythm import Weekly
from db.seasons import CLOSING, LAST_MEETING, MONTHS, season_end, word_before

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NOTICE = timedelta(weeks=6)
"""Whoever has been in a pair for a whole season already still hears of its end in time."""

BEFORE = timedelta(minutes=2)
NEVER = "1970-01-01 00:00:00"
READY = ("time", "patience", "listening", "laughter", "learnt", "courage")
QUESTIONS = ("goal", "language", "people", "confidence", "again", "touch")

programmes = sa.table("programmes", *map(sa.column, ("id", "zone")))
pairs = sa.table(
    "pairs",
    *map(sa.column, ("id", "programme_id")),
    *(sa.column(name, Instant()) for name in ("matched_at", "ends_at", "ended_at")),
)
partners = sa.table("partners", *map(sa.column, ("pair_id", "person_id")))
people = sa.table("people", *map(sa.column, ("id", "zone", "weekday", "hour")))
deliveries = sa.table(
    "deliveries", *map(sa.column, ("person_id", "link", "kind", "tries")), sa.column("due_at", Instant())
)


def upgrade() -> None:
    """Make the change. In place: to make a table anew would, on SQLite, delete all that belongs to it."""
    for name in ("season_months", "keep_months"):
        op.add_column("programmes", sa.Column(name, sa.Integer(), server_default=str(MONTHS), nullable=False))
    op.add_column("pairs", sa.Column("ends_at", Instant(), server_default=NEVER, nullable=False))
    _thanks()
    _stayings()
    _surveys()
    _end_and_tell(op.get_bind(), datetime.now(UTC))


def _of_pair(table: str, *columns: sa.Column[object]) -> None:
    """A table with a row for each person of a pair."""
    op.create_table(
        table,
        sa.Column("id", Id, nullable=False),
        sa.Column("pair_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        *columns,
        *_both(table),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("pair_id", "person_id", name=op.f(f"uq_{table}_pair_id_person_id")),
    )
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.create_index(batch_op.f(f"ix_{table}_person_id"), ["person_id"], unique=False)


def _both(table: str) -> Iterable[sa.ForeignKeyConstraint]:
    """The keys of pair and person, with whom the row goes."""
    for name, other in (("pair_id", "pairs"), ("person_id", "people")):
        key = op.f(f"fk_{table}_{name}_{other}")
        yield sa.ForeignKeyConstraint([name], [f"{other}.id"], name=key, ondelete="CASCADE")


def _thanks() -> None:
    ready = sa.Enum(*READY, name="ready", native_enum=False, length=24)
    _of_pair(
        "thanks",
        sa.Column("words", sa.String(length=300), nullable=True),
        sa.Column("ready", ready, nullable=True),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
    )


def _stayings() -> None:
    _of_pair("stayings", sa.Column("ties", sa.JSON(), nullable=False))


def _surveys() -> None:
    question = sa.Enum(*QUESTIONS, name="question", native_enum=False, length=24)
    answer = sa.Enum("yes", "partly", "no", name="answer", native_enum=False, length=24)
    op.create_table(
        "tallies",
        sa.Column("programme_id", Id, nullable=False),
        sa.Column("question", question, nullable=False),
        sa.Column("answer", answer, nullable=False),
        sa.Column("shown", sa.Integer(), server_default="0", nullable=False),
        sa.Column("fresh", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programmes.id"],
            name=op.f("fk_tallies_programme_id_programmes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("programme_id", "question", "answer", name=op.f("pk_tallies")),
    )
    op.create_table(
        "ballots",
        sa.Column("pair_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("question", question, nullable=False),
        *_both("ballots"),
        sa.PrimaryKeyConstraint("pair_id", "person_id", "question", name=op.f("pk_ballots")),
    )
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballots_person_id"), ["person_id"], unique=False)


def _end_and_tell(connection: sa.Connection, now: datetime) -> None:
    """Every pair gets its end, and those that last are told of it, each at their own hour."""
    found = sa.select(pairs.c.id, pairs.c.matched_at, pairs.c.ended_at, programmes.c.zone)
    every = connection.execute(found.where(pairs.c.programme_id == programmes.c.id)).all()
    for pair, matched, ended, zone in every:
        ends = season_end(matched, MONTHS, zone)
        ends = ends if ended else max(ends, season_end(now + NOTICE, 0, zone))
        connection.execute(pairs.update().where(pairs.c.id == pair).values(ends_at=ends))
        if not ended:
            _tell(connection, pair, ends)


def _tell(connection: sa.Connection, pair: int, ends: datetime) -> None:
    asked = sa.select(people).where(people.c.id == partners.c.person_id, partners.c.pair_id == pair)
    for person, zone, weekday, hour in connection.execute(asked).all():
        for page, ahead in (("closing.soon", CLOSING), ("closing.prepare", LAST_MEETING)):
            due = word_before(ends, ahead, Weekly(zone, weekday, hour)) - BEFORE
            row = {
                "person_id": person,
                "link": f"{page}:{pair}",
                "kind": "closing",
                "due_at": due,
                "tries": 0,
            }
            connection.execute(deliveries.insert().values(row))


def downgrade() -> None:
    """Take it back."""
    op.execute("DELETE FROM deliveries WHERE kind IN ('closing', 'keepsake')")
    op.execute("UPDATE partings SET way = 'ended' WHERE way = 'season'")
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ballots_person_id"))
    op.drop_table("ballots")
    op.drop_table("tallies")
    for table in ("stayings", "thanks"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_person_id"))
        op.drop_table(table)
    op.drop_column("pairs", "ends_at")
    for name in ("keep_months", "season_months"):
        op.drop_column("programmes", name)
