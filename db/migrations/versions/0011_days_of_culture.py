"""Days of culture that people choose, and the country whose public holidays a programme knows."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant
from db.closed import country_of

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

FIRST = "days.come:1970-01-01:evening"
"""A day gone by: whoever is in a pair is told nothing, and what comes next is planned."""

KEYS = (
    "yennayer",
    "orthodox-christmas",
    "lunar-new-year",
    "ramadan",
    "mother-language",
    "womens-day",
    "eid-al-fitr",
    "nowruz",
    "newroz",
    "easter",
    "orthodox-easter",
    "vesak",
    "cultural-diversity",
    "eid-al-adha",
    "refugee-day",
    "music-day",
    "enkutatash",
    "rosh-hashanah",
    "mid-autumn",
    "meskel",
    "diwali",
    "migrants-day",
    "yalda",
    "christmas",
)

programmes = sa.table("programmes", *map(sa.column, ("zone", "country")))
pairs = sa.table("pairs", *map(sa.column, ("id", "ended_at")))
partners = sa.table("partners", *map(sa.column, ("pair_id", "person_id")))
deliveries = sa.table(
    "deliveries", *map(sa.column, ("person_id", "link", "kind", "tries")), sa.column("due_at", Instant())
)


def upgrade() -> None:
    """Make the change. In place: to make a table anew would, on SQLite, delete all that belongs to it."""
    op.add_column("programmes", sa.Column("country", sa.String(length=2), nullable=True))
    op.add_column("people", sa.Column("closed_days", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.create_table(
        "chosen_days",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column(
            "observance", sa.Enum(*KEYS, name="observance", native_enum=False, length=24), nullable=False
        ),
        sa.Column("shared_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_chosen_days_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chosen_days")),
        sa.UniqueConstraint("person_id", "observance", name=op.f("uq_chosen_days_person_id_observance")),
    )
    _countries(op.get_bind())
    _begin(op.get_bind(), datetime.now(UTC))


def _countries(connection: sa.Connection) -> None:
    """Every programme gets the country that its zone lies in."""
    for zone in connection.scalars(sa.select(programmes.c.zone).distinct()).all():
        there = programmes.update().where(programmes.c.zone == zone)
        connection.execute(there.values(country=country_of(zone)))


def _begin(connection: sa.Connection, now: datetime) -> None:
    """For everybody in a pair that lasts, what comes next is planned."""
    asked = sa.select(partners.c.person_id).join(pairs, pairs.c.id == partners.c.pair_id)
    for person in connection.scalars(asked.where(pairs.c.ended_at.is_(None)).distinct()).all():
        row = {"person_id": person, "link": FIRST, "kind": "day", "due_at": now, "tries": 0}
        connection.execute(deliveries.insert().values(row))


def downgrade() -> None:
    """Take it back."""
    op.execute("DELETE FROM deliveries WHERE kind = 'day'")
    op.drop_table("chosen_days")
    op.drop_column("people", "closed_days")
    op.drop_column("programmes", "country")
