"""The playground as a whole: a pocket Telegram, the real bot on it, a sample, and a movable clock."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.app import App, build
from bot.channels.telegram.gate import Gate, Limit, Limits
from bot.playground.decisions import Decision, last_sent, lately
from bot.playground.pocket import Pocket
from bot.playground.sample import ZONE, Sample
from bot.playground.server import build_app
from bot.serving import listening
from bot.settings import PLAYGROUND, Settings
from bot.time import Clock, wall
from bot.web import Web
from db import deliveries
from db.migrations import migrate
from db.rhythm import local_date, local_moment

MORNING = time(10)
UNLIMITED = Limits(*[Limit(1000, 1.0)] * 3)
HOST = "127.0.0.1"
HOPS = 30
"""How many things that are let go are passed over at a time."""


@dataclass(frozen=True)
class Moving:
    """Moves the bot's clock, and has what came due sent before it answers."""

    app: App

    def now(self) -> datetime:
        """The playground's present."""
        return self.app.clock.now()

    async def next_due(self) -> datetime | None:
        """Go on until what is due reaches somebody, and is not let go; None when nothing is due."""
        before, reached = await self.app.database.run(last_sent), None
        for _ in range(HOPS):
            due = await self.app.database.run(deliveries.next_due)
            if due is None:
                break
            reached = await self.shift(max(timedelta(), due - self.now()))
            if await self.app.database.run(last_sent) != before:
                break
        return reached

    async def shift(self, by: timedelta) -> datetime:
        """Move by that much."""
        self.app.clock.shift(by)
        await self.app.housekeeping.tidy()
        await self.app.drainer.drain()
        return self.now()

    async def decisions(self) -> list[Decision]:
        """What is due, and what was decided."""
        return await self.app.database.run(lately)


async def play(settings: Settings) -> None:
    """Serve the playground until cancelled. Its database is made anew each time."""
    clock = Clock()
    clock.shift(local_moment(local_date(wall(), ZONE), MORNING, ZONE) - wall())
    pocket = Pocket(clock.now, zone=ZONE)
    app = build(_of_playground(settings), pocket.token, clock, Gate(1000, limits=UNLIMITED))
    migrate(app.database.engine)
    controls = Moving(app)
    web = build_app(pocket, controls)
    web.router.add_get("/healthz", Web(app.inlet, app.health).healthz)
    async with listening(web, HOST, settings.port), asyncio.TaskGroup() as tasks:
        tasks.create_task(app.run())
        await Sample(pocket, app.database, controls).play()
        print(f"Passerelle's playground is open at http://localhost:{settings.port}", flush=True)


def _of_playground(settings: Settings) -> Settings:
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(PLAYGROUND.removeprefix("sqlite:///") + suffix).unlink()
    return settings.model_copy(
        update={
            "telegram_api": f"http://{HOST}:{settings.port}",
            "database_url": SecretStr(PLAYGROUND),
            "webhook_url": None,
            "translation_url": None,
        }
    )
