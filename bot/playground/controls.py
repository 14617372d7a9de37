"""The clock of the playground: whoever runs it may let the page move time."""

from datetime import datetime, timedelta
from typing import Protocol

from aiohttp import web

from bot.playground.pocket import Pocket


class Controls(Protocol):
    """A clock that can be moved; all times are aware and in UTC."""

    def now(self) -> datetime: ...

    async def next_due(self) -> datetime | None:
        """Moves to the next thing due and returns the new now; None when nothing is due."""

    async def shift(self, by: timedelta) -> datetime:
        """Moves by that much and returns the new now."""


POCKET = web.AppKey("pocket", Pocket)
CONTROLS = web.AppKey("controls", Controls)
