"""What whoever runs the playground lets its page do: move time, and read what is due and why."""

from datetime import datetime, timedelta
from typing import Protocol

from aiohttp import web

from bot.playground.decisions import Decision
from bot.playground.pocket import Pocket


class Controls(Protocol):
    """A clock that can be moved; all times are aware and in UTC."""

    def now(self) -> datetime: ...

    async def next_due(self) -> datetime | None:
        """Moves to the next thing due that reaches somebody; the new now, or None when nothing is due."""

    async def shift(self, by: timedelta) -> datetime:
        """Moves by that much and returns the new now."""

    async def decisions(self) -> list[Decision]:
        """What is due, and what was decided."""


POCKET = web.AppKey("pocket", Pocket)
CONTROLS = web.AppKey("controls", Controls)
