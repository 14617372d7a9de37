"""Rosa's desk with a machine behind it."""

from collections.abc import AsyncIterator

import pytest

from bot.translating import Translating
from bot.translation import Engine
from db.engine import Database
from tests.people import gather
from tests.talk import Talk
from tests.translating.desk import Desk
from tests.translating.machine import Machine, listening


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
async def engine(machine: Machine) -> AsyncIterator[Engine]:
    async with listening(machine) as engine:
        yield engine


@pytest.fixture
def desk(talk: Talk, engine: Engine) -> Desk:
    talk.conversation.translator = engine.host
    cast = gather(talk)
    translating = Translating(talk.database, engine, talk.clock)
    return Desk(talk, cast.phones["Rosa"], cast.phones["Samir"], translating)


@pytest.fixture
def talk(database: Database) -> Talk:
    return Talk(database)
