"""Migrations: walked up, down and up on both databases, and equal to the models."""

from collections.abc import Callable

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.orm import Session

from db import migrations
from db.tables import metadata
from tests.db.cast import gather

Open = Callable[[str], Engine]


@pytest.fixture
def engine(empty_url: str, open_engine: Open) -> Engine:
    return open_engine(empty_url)


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_up_down_and_up_again(engine: Engine) -> None:
    assert migrations.current(engine) is None
    for revision, expected in (
        ("head", set(metadata.tables)),
        ("base", set()),
        ("head", set(metadata.tables)),
    ):
        migrations.migrate(engine, revision)
        assert tables(engine) == expected
    assert migrations.current(engine) == migrations.head()


def test_step_by_step_back_to_nothing(engine: Engine) -> None:
    migrations.migrate(engine)
    while migrations.current(engine):
        migrations.migrate(engine, "-1")
    assert tables(engine) == set()


def test_a_pair_survives_the_way_back(engine: Engine) -> None:
    migrations.migrate(engine)
    with Session(engine) as session:
        gather(session)
        session.commit()
    before = partners(engine)
    assert before == 4
    while migrations.current(engine) != "0001":
        migrations.migrate(engine, "-1")
    assert partners(engine) == before
    migrations.migrate(engine)
    assert partners(engine) == before


def partners(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(text("SELECT id FROM partners")).all())


def test_migrating_twice_is_harmless(engine: Engine) -> None:
    migrations.migrate(engine)
    migrations.migrate(engine)
    assert migrations.current(engine) == migrations.head()


def test_the_tables_are_those_of_the_models(engine: Engine) -> None:
    migrations.migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_one_head() -> None:
    assert len(ScriptDirectory(str(migrations.HERE)).get_heads()) == 1
