"""Tells whoever watches (the page, a test) what just happened, without waiting for them."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

MOST_UNREAD = 10_000

Event = dict[str, Any]


class Live:
    """Watchers, each with its own bounded queue; one that falls far behind is let go."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Queue[Event | None]] = set()

    def __bool__(self) -> bool:
        """Whether anybody watches: events need not be made for nobody."""
        return bool(self._watchers)

    def tell(self, event: Event) -> None:
        for watcher in list(self._watchers):
            if watcher.qsize() < MOST_UNREAD:
                watcher.put_nowait(event)
            else:
                self._watchers.discard(watcher)
                watcher.put_nowait(None)

    def close(self) -> None:
        """Sends every watcher home."""
        for watcher in self._watchers:
            watcher.put_nowait(None)

    @contextmanager
    def watching(self) -> Iterator[asyncio.Queue[Event | None]]:
        """A queue of events; None at its end means goodbye."""
        watcher: asyncio.Queue[Event | None] = asyncio.Queue()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)
