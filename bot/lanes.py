"""Lanes: each chat's updates one after the other, different chats side by side, and not too many at once."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Work = Callable[[], Awaitable[None]]


class Lanes:
    """At most `width` pieces of work under way; at most `room` waiting before `put` waits too."""

    def __init__(self, width: int = 32, room: int = 1000) -> None:
        self._under_way = asyncio.Semaphore(width)
        self._room = asyncio.Semaphore(room)
        self._waiting: dict[int, deque[Work]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def put(self, lane: int, work: Work) -> None:
        """Queue work behind everything else in its lane."""
        await self._room.acquire()
        if lane in self._waiting:
            self._waiting[lane].append(work)
            return
        self._waiting[lane] = deque([work])
        task = asyncio.create_task(self._walk(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _walk(self, lane: int) -> None:
        waiting = self._waiting[lane]
        while waiting:
            async with self._under_way:
                await waiting[0]()
            waiting.popleft()
            self._room.release()
        del self._waiting[lane]

    async def empty(self) -> None:
        """Wait until nothing is left."""
        while self._tasks:
            await asyncio.gather(*self._tasks)
