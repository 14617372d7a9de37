"""Lets messages out no faster than Telegram bears, those that people are waiting for first."""

import asyncio
import math
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from weakref import WeakValueDictionary


@dataclass(frozen=True)
class Limit:
    """At most `count` departures within any `seconds`."""

    count: int
    seconds: float


@dataclass(frozen=True)
class Limits:
    """What one chat bears: of what is due, of answers, and of both in a group.

    Telegram says "one a second in a chat, a burst is borne" and "20 a minute in a group"; these are a
    little slower, because two requests may arrive closer together than they left.
    """

    due: Limit = Limit(1, 1.1)
    answers: Limit = Limit(3, 3.3)
    group: Limit = Limit(20, 61.0)


# Telegram's limit for one bot is 30 a second. What is due leaves room for answers, and these 12 % over the
# due pace are all that both may take together before due messages stand back.
_HEADROOM = 1.12

_IN_FLIGHT = 16  # due messages that may be on their way at once


class Chat:
    """What the gate remembers of a chat, and who waits for it, each class in order of coming."""

    def __init__(self, chat: int, limits: Limits) -> None:
        self._always = (limits.group,) if chat < 0 else ()
        counts = (limits.due.count, limits.answers.count, limits.group.count)
        self.departures: deque[float] = deque(maxlen=max(counts))
        self.answers = asyncio.Lock()
        self.due = asyncio.Lock()

    def free_at(self, limit: Limit) -> float:
        """When one more may leave for this chat, by the limit of its class and by that of groups."""
        past = self.departures
        reached = [limit for limit in (limit, *self._always) if len(past) >= limit.count]
        return max((past[-limit.count] + limit.seconds for limit in reached), default=-math.inf)


class Pace:
    """An absolute schedule: the i-th leaves at t0 + i / rate, however late the one before it woke.

    Up to two steps of lateness are made good; what is more is lost. A flood error halves the rate (never
    below a sixteenth), and every departure wins a thousandth of the full rate back.
    """

    def __init__(self, rate: float) -> None:
        self._full = self._rate = rate
        self.next_at = -math.inf

    @property
    def step(self) -> float:
        """Seconds between two departures at the present rate."""
        return 1 / self._rate

    def take(self, now: float, since: float = -math.inf) -> None:
        """Use up a place on the schedule; those from before anybody waited, `since` then, are lost."""
        self.next_at = max(self.next_at, since, now - 2 * self.step) + self.step
        self._rate = min(self._full, self._rate + self._full / 1000)

    def give_back(self) -> None:
        """Return a place that was taken for nothing."""
        self.next_at -= self.step

    def halve(self) -> None:
        """Slow down after a flood error."""
        self._rate = max(self._full / 16, self._rate / 2)


class Slot:
    """Leave for one due message at this moment, whatever chat it turns out to be for."""

    def __init__(self, depart: Callable[[int, bool], Awaitable[None]]) -> None:
        self._depart = depart
        self.spent = False

    async def chat(self, chat: int) -> None:
        """Wait until this chat, too, may be written to; then send at once. A second message asks again."""
        await self._depart(chat, not self.spent)
        self.spent = True


class Gate:
    """The one way out for all messages of one bot token. Chats are Telegram's ids, groups negative."""

    def __init__(
        self,
        rate: float = 25.0,
        limits: Limits | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`rate` is due messages a second."""
        self._monotonic = monotonic
        self._sleep = sleep
        self._pace = Pace(rate)
        self._everyone = Pace(rate * _HEADROOM)
        self._limits = limits or Limits()
        self._chats: WeakValueDictionary[int, Chat] = WeakValueDictionary()
        self._remembered: deque[tuple[float, Chat]] = deque()
        self._in_flight = asyncio.Semaphore(_IN_FLIGHT)
        self._due_line = asyncio.Lock()
        self._held_line = asyncio.Lock()
        self._paused_until = -math.inf
        self._opens_at = -math.inf

    def slow_down(self, seconds: float) -> None:
        """Let nothing out for so long, as a flood error asks; then open by a crack.

        The same error for what was on its way already may lengthen the pause, but halves no pace again.
        """
        now = self._monotonic()
        if now >= self._paused_until:
            self._pace.halve()
        self._opens_at = self._paused_until = max(self._opens_at, now + seconds)
        self._pace.next_at = max(self._pace.next_at, self._opens_at)

    @asynccontextmanager
    async def answer(self, chat: int) -> AsyncIterator[None]:
        """Enter when somebody waiting may be answered: held by a pause or their own chat's limit alone."""
        known = self._chats.setdefault(chat, Chat(chat, self._limits))
        async with known.answers:
            await self._wait_until(lambda: known.free_at(self._limits.answers))
            await self._wait_for_opening()
            self._depart(known)
        yield

    @asynccontextmanager
    async def due(self, chat: int) -> AsyncIterator[None]:
        """Enter when a message nobody is waiting for may be sent to this chat."""
        async with self.slot() as slot:
            await slot.chat(chat)
            yield

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[Slot]:
        """Enter when something due may be sent, and choose it only then; left unused, it goes to another."""
        async with self._in_flight:
            await self._wait_for_place()
            slot = Slot(self._depart_due)
            try:
                yield slot
            finally:
                if not slot.spent:
                    self._pace.give_back()

    def counts(self, chat: int, more: int) -> None:
        """An album that has left is so many messages more than one."""
        known = self._chats.setdefault(chat, Chat(chat, self._limits))
        for _ in range(more):
            self._depart(known)

    async def _depart_due(self, chat: int, fresh: bool) -> None:
        """Wait for the chat, and for a new place if the one in hand is used or grew stale by waiting."""
        known = self._chats.setdefault(chat, Chat(chat, self._limits))
        async with known.due:
            while not fresh or self._due_free_at(known) > self._monotonic():
                await self._wait_until(lambda: self._due_free_at(known))
                await self._wait_for_place()
                fresh = True
            self._depart(known)

    def _due_free_at(self, known: Chat) -> float:
        return max(known.free_at(self._limits.due), self._common_free_at())

    def _common_free_at(self) -> float:
        """When due messages may leave as far as pauses and answers go; those held by a pause go first."""
        held = self._monotonic() + self._pace.step if self._held_line.locked() else -math.inf
        return max(self._opens_at, held, self._everyone.next_at)

    async def _wait_for_place(self) -> None:
        since = self._monotonic()
        async with self._due_line:
            await self._wait_until(lambda: max(self._pace.next_at, self._common_free_at()))
            self._pace.take(self._monotonic(), since)

    async def _wait_for_opening(self) -> None:
        """Pass a pause. Those it held leave one by one, a step of the pace apart, until none is left."""
        if self._monotonic() >= self._opens_at and not self._held_line.locked():
            return
        async with self._held_line:
            await self._wait_until(lambda: self._opens_at)
            self._opens_at = self._monotonic() + self._pace.step

    async def _wait_until(self, moment: Callable[[], float]) -> None:
        """Sleep until a moment that others may put off meanwhile."""
        while (wait := moment() - self._monotonic()) > 0:
            await self._sleep(wait)

    def _depart(self, known: Chat) -> None:
        """Note a departure, and forget chats that have been quiet for longer than limits look back."""
        now = self._monotonic()
        known.departures.append(now)
        self._everyone.take(now)
        self._remembered.append((now, known))
        while self._remembered[0][0] < now - self._limits.group.seconds:
            self._remembered.popleft()
