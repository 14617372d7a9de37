"""The clock everything tells the time by. A playground may move it; nothing else does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def wall() -> datetime:
    """The machine's own time, aware and in UTC."""
    return datetime.now(UTC)


class Clock:
    """The present moment: the wall's, and what somebody added to it."""

    def __init__(self, wall: Callable[[], datetime] = wall) -> None:
        self._wall = wall
        self._added = timedelta()

    def now(self) -> datetime:
        """The present, aware and in UTC."""
        return self._wall() + self._added

    def shift(self, by: timedelta) -> None:
        """Move time by that much, from now on."""
        self._added += by
