"""PostgreSQL restarts under a running process: it survives, and nothing is lost or done twice."""

from collections import Counter

import aiohttp
import psycopg
import pytest
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import make_url

from tests.end_to_end.doors import Telegram
from tests.end_to_end.processes import Launcher, Passerelle
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

WORDS = "The choir meets on Saturday."
IN_FLIGHT = 16
"""Messages that may be on their way at once."""


class Restarts:
    """Ends every connection to a database and lets nobody in, as a restart of the server does."""

    def __init__(self, url: str) -> None:
        database = make_url(url)
        self._name = database.database or ""
        self._url = database.set(database="postgres").render_as_string(hide_password=False)

    def down(self) -> None:
        self._order(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(Identifier(self._name)))
        self._order(
            SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}").format(
                self._name
            )
        )

    def up(self) -> None:
        self._order(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(Identifier(self._name)))

    def _order(self, order: Composed) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(order)


@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
async def test_a_restart_of_the_database_loses_nothing(
    telegram: Telegram, town: Town, launch: Launcher, database_url: str
) -> None:
    bot = await launch(await telegram.door())
    await bot.polls()
    town.ask(0)
    town.announce(WORDS)
    await until(lambda: len(telegram.calls("sendMessage")) >= 10, "the announcement is on its way")
    server = Restarts(database_url)
    _everybody_writes(town)
    await until(town.goals, "the first of them are handled")
    town.database.engine.dispose()
    server.down()
    await bot.says("the database did not answer")
    assert await _health(bot) == 503
    server.up()
    assert await _health(bot) == 200
    await until(lambda: town.unhandled() + len(telegram.pocket.updates) == 0, "everything is handled")
    await until(lambda: not town.under_way(), "the announcement is out")
    assert bot.alive
    goals = [(f"Goal {n}", f"Reason {n}") for n in range(len(town.twos))]
    assert town.goals() == Counter(goals)
    assert set(town.acts().values()) == {1}
    reached = town.reached(WORDS)
    again = sum(reached.values()) - len(reached)
    print(f"\ndatabase away: lost {list(reached.values()).count(0)}, twice {again}")
    assert min(reached.values()) == 1
    assert again <= IN_FLIGHT


def _everybody_writes(town: Town) -> None:
    for n, two in enumerate(town.twos):
        town.telegram.says(two.chats[0], f"Goal {n}")
        town.telegram.says(two.chats[0], f"Reason {n}")


async def _health(bot: Passerelle) -> int:
    async with aiohttp.ClientSession() as session, session.get(f"{bot.url}/healthz") as answer:
        return answer.status
