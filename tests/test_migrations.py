"""Migrations: walked up, down and up on both databases, and equal to the models."""

from collections.abc import Callable

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Engine, column, func, inspect, select, table, text
from sqlalchemy.orm import Session

from db import acts, announcements, deliveries, goals, icebreakers, migrations, steps
from db.acts import Verb
from db.announcements import Announcement
from db.contents import Item, Medium
from db.icebreakers import Icebreaking, Opening
from db.kinds import Kind
from db.people import Person
from db.tables import metadata
from tests.db.cast import NOW, gather

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


def test_a_pair_and_what_it_did_survive_the_way_back_and_forth(engine: Engine) -> None:
    migrations.migrate(engine)
    with Session(engine) as session:
        does_something(session)
        session.commit()
    before = counted(engine)
    assert before == {"partners": 4, "goals": 1, "steps": 1, "acts": 1}
    while migrations.current(engine) != "0001":
        migrations.migrate(engine, "-1")
        assert counted(engine) == before
    migrations.migrate(engine)
    assert counted(engine) == before


def test_pairs_that_were_there_are_asked_what_is_asked_now(engine: Engine) -> None:
    migrations.migrate(engine)
    with Session(engine) as session:
        cast = gather(session)
        deliveries.plan(session, Kind.NUDGE, "nudges.word", NOW, person_id=cast.ada.id)
        deliveries.plan(session, Kind.REMINDER, "reminding.today:1:1", NOW, person_id=cast.ada.id)
        session.commit()
    while migrations.current(engine) != "0001":
        migrations.migrate(engine, "-1")
    assert links(engine) == {"nudges.weekly:1"}
    migrations.migrate(engine)
    ends = {f"closing.{page}:{pair}" for page in ("soon", "prepare") for pair in (1, 2)}
    days = {"days.come:1970-01-01:evening"}
    assert links(engine) == {"nudges.word"} | ends | days


def links(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.scalars(select(column("link")).select_from(table("deliveries"))))


def does_something(session: Session) -> None:
    cast = gather(session)
    goal = goals.add(session, cast.pair, cast.ada, "Swim", NOW)
    step = steps.add(session, goal, cast.ada, "Buy a towel", NOW)
    deed = {"person_id": cast.ada.id, "verb": Verb.STEP_ADDED, "at": NOW}
    acts.record(session, cast.pair, goal_id=goal.id, step_id=step.id, **deed)


def counted(engine: Engine) -> dict[str, int]:
    names = ("partners", "goals", "steps", "acts")
    with engine.connect() as connection:
        return {name: connection.scalar(select(func.count()).select_from(table(name))) or 0 for name in names}


def test_the_idea_each_saw_last_goes_both_ways(engine: Engine) -> None:
    migrations.migrate(engine)
    with Session(engine, expire_on_commit=False) as session:
        cast = gather(session)
        for key in ("three-likes", "a-place-i-like"):
            icebreakers.open(session, icebreakers.give(session, cast.pair, key, NOW), cast.ada, NOW)
        session.commit()
    while migrations.current(engine) != "0004":
        migrations.migrate(engine, "-1")
    with engine.connect() as connection:
        ideas = connection.execute(text("SELECT idea FROM partners ORDER BY id")).scalars().all()
    assert ideas == ["a-place-i-like", None, None, None]
    migrations.migrate(engine)
    with Session(engine) as session:
        opened = select(Icebreaking.key).join(Opening, Opening.icebreaking_id == Icebreaking.id)
        assert session.scalars(opened.where(Opening.person_id == cast.ada.id)).all() == ["a-place-i-like"]


def test_a_programme_that_was_there_gets_the_country_of_its_zone(engine: Engine) -> None:
    migrations.migrate(engine)
    with Session(engine) as session:
        gather(session)
        session.commit()
    while migrations.current(engine) != "0008":
        migrations.migrate(engine, "-1")
    migrations.migrate(engine)
    with engine.connect() as connection:
        assert set(connection.scalars(text("SELECT country FROM programmes"))) == {"FR"}


def test_what_is_held_beside_words_goes_both_ways(engine: Engine) -> None:
    migrations.migrate(engine)
    photo, voice = Item(Medium.PHOTO, "telegram", "p", position=7), Item(Medium.VOICE, "telegram", "v")
    with Session(engine, expire_on_commit=False) as session:
        cast = gather(session)
        cast.ada.held, cast.ada.held_media = "us", [photo, voice]
        session.commit()
    while migrations.current(engine) != "0012":
        migrations.migrate(engine, "-1")
    before = {"medium": "photo", "channel": "telegram", "file": "p"}
    with engine.connect() as connection:
        held = connection.scalars(select(column("held_media", JSON())).select_from(table("people")))
        assert [each for each in held if each] == [before]
    migrations.migrate(engine)
    with Session(engine) as session:
        assert session.get_one(Person, cast.ada.id).held_media == [photo.itself]


def test_the_words_of_announcements_go_both_ways(engine: Engine) -> None:
    migrations.migrate(engine)
    with Session(engine, expire_on_commit=False) as session:
        cast = gather(session)
        announcements.write(session, cast.programme, cast.rosa, "We meet on Friday.", NOW)
        session.commit()
    while migrations.current(engine) != "0012":
        migrations.migrate(engine, "-1")
    with engine.connect() as connection:
        assert connection.scalars(text("SELECT words FROM announcements")).all() == ["We meet on Friday."]
    migrations.migrate(engine)
    with Session(engine) as session:
        found = Announcement.kept(session, None, 1)
        assert found
        assert (found.words, found.language, found.started_at) == ("We meet on Friday.", "fr", None)


def test_migrating_twice_is_harmless(engine: Engine) -> None:
    migrations.migrate(engine)
    migrations.migrate(engine)
    assert migrations.current(engine) == migrations.head()


def test_the_tables_are_those_of_the_models(engine: Engine) -> None:
    migrations.migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_indexes_of_some_rows_are_those_of_the_models(engine: Engine) -> None:
    migrations.migrate(engine)
    option, inspector = f"{engine.dialect.name}_where", inspect(engine)
    for name, model in metadata.tables.items():
        partial = {index.name for index in model.indexes if index.dialect_kwargs.get(option) is not None}
        found = [each for each in inspector.get_indexes(name) if option in each.get("dialect_options", {})]
        assert {each["name"] for each in found} == partial


def test_one_head() -> None:
    assert len(ScriptDirectory(str(migrations.HERE)).get_heads()) == 1
