"""A pocket Telegram, real processes on it, and a database they share with the test that watches."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from db.engine import Database
from tests.end_to_end.doors import Telegram, pocket_telegram
from tests.end_to_end.processes import Launcher, surroundings
from tests.end_to_end.town import Town, build


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with pocket_telegram() as telegram:
        yield telegram


@pytest.fixture
async def launch(telegram: Telegram, database_url: str, tmp_path: Path) -> AsyncIterator[Launcher]:
    launcher = Launcher(tmp_path, surroundings(telegram.pocket.token, database_url))
    yield launcher
    await launcher.end()


@pytest.fixture
def town(telegram: Telegram, database: Database) -> Town:
    """Thirty pairs."""
    return build(telegram, database, 30)


@pytest.fixture
def hamlet(telegram: Telegram, database: Database) -> Town:
    """Four pairs."""
    return build(telegram, database, 4)
