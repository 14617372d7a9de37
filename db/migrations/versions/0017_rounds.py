"""Rounds of three questions: what people answer, themes, and seats in small groups."""

import sqlalchemy as sa
from alembic import op

from db.base import Id, Instant

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

QUESTIONS = ("goes-well", "hard", "proposal")
MEDIA = ("voice", "photo")


def upgrade() -> None:
    """Make the change."""
    _rounds()
    _themes()
    _opinions()
    _seats()


def _key(table: str, column: str, to: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"), ondelete=ondelete
    )


def _question() -> sa.Column[str]:
    kind = sa.Enum(*QUESTIONS, name="question", native_enum=False, length=24)
    return sa.Column("question", kind, nullable=False)


def _rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("id", Id, nullable=False),
        sa.Column("programme_id", Id, nullable=False),
        sa.Column("opened_by_id", Id, nullable=True),
        sa.Column("announcement_id", Id, nullable=True),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("closes_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("size", sa.Integer(), server_default="4", nullable=False),
        sa.Column("lot", sa.Integer(), server_default="0", nullable=False),
        _key("rounds", "programme_id", "programmes"),
        _key("rounds", "opened_by_id", "people", "SET NULL"),
        _key("rounds", "announcement_id", "announcements", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sqlite_autoincrement=True,
    )
    for column in ("programme_id", "opened_by_id", "announcement_id"):
        op.create_index(op.f(f"ix_rounds_{column}"), "rounds", [column])


def _themes() -> None:
    op.create_table(
        "themes",
        sa.Column("id", Id, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        _question(),
        sa.Column("name", sa.String(length=40), nullable=False),
        _key("themes", "round_id", "rounds"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_themes")),
    )
    op.create_index(op.f("ix_themes_round_id"), "themes", ["round_id"])


def _opinions() -> None:
    op.create_table(
        "opinions",
        sa.Column("id", Id, autoincrement=False, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        _question(),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("words", sa.String(length=400), nullable=True),
        sa.Column("medium", sa.Enum(*MEDIA, name="medium", native_enum=False, length=24), nullable=True),
        sa.Column("channel", sa.String(length=200), nullable=True),
        sa.Column("file", sa.String(length=255), nullable=True),
        sa.Column("heard", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("skipped", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("theme_id", Id, nullable=True),
        sa.Column("sorted_at", Instant(), nullable=True),
        sa.Column("quoted", sa.Boolean(), server_default=sa.false(), nullable=False),
        _key("opinions", "round_id", "rounds"),
        _key("opinions", "person_id", "people"),
        _key("opinions", "theme_id", "themes", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinions")),
        sa.UniqueConstraint(
            "round_id", "question", "person_id", name=op.f("uq_opinions_round_id_question_person_id")
        ),
    )
    for column in ("person_id", "theme_id"):
        op.create_index(op.f(f"ix_opinions_{column}"), "opinions", [column])


def _seats() -> None:
    op.create_table(
        "seats",
        sa.Column("id", Id, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        _key("seats", "round_id", "rounds"),
        _key("seats", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seats")),
        sa.UniqueConstraint("round_id", "person_id", name=op.f("uq_seats_round_id_person_id")),
    )
    op.create_index(op.f("ix_seats_person_id"), "seats", ["person_id"])


def downgrade() -> None:
    """Take it back."""
    op.execute("DELETE FROM deliveries WHERE kind = 'round' OR link LIKE 'rounds.%'")
    for name in ("seats", "opinions", "themes", "rounds"):
        op.drop_table(name)
