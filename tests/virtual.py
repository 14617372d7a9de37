"""Time that nobody waits for: an event loop on which an hour of a busy evening is over in a moment."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from bot.time import Clock
from db.engine import Database

T = TypeVar("T")


class _Leaping(selectors.SelectSelector):
    """Waits for nothing: what would have been waited for is counted as gone by."""

    gone_by = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.gone_by += timeout or 0.0
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose time goes on only while everybody on it sleeps."""

    def __init__(self) -> None:
        self._leaping = _Leaping()
        super().__init__(self._leaping)

    def time(self) -> float:
        """Seconds since it was made."""
        return self._leaping.gone_by

    def clock(self, start: datetime) -> Clock:
        """A clock that shows `start` when the loop begins."""
        return Clock(lambda: start + timedelta(seconds=self.time()))

    def lives(self, story: Coroutine[Any, Any, T]) -> T:
        """Run something to its end, and close the loop."""
        try:
            return self.run_until_complete(story)
        finally:
            self.close()


class AtOnce(Database):
    """A database that answers in no time at all."""

    async def run(self, turn: Callable[[Session], T]) -> T:
        """The same, without a thread, so that virtual time stands still meanwhile."""
        return self.work(turn)
