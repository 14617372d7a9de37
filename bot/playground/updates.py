"""What Telegram keeps for the bot: updates in order, for 24 hours, until an offset confirms them."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.playground.refusals import Refusal, Why

KEPT_FOR = timedelta(hours=24)
MOST_KEPT = 100_000
LONGEST_POLL_SECONDS = 50
MOST_AT_ONCE = 100
ASKED_FOR_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds of update that come only to a bot that lists them in `allowed_updates`."""


@dataclass(frozen=True, slots=True)
class Update:
    """One update; `at` is when it happened (UTC)."""

    id: int
    kind: str
    payload: dict[str, Any]
    at: datetime

    def api(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    """Waiting updates, and the one poller that may wait for them."""

    def __init__(self, first_id: int) -> None:
        self.next_id = first_id
        self.allowed: frozenset[str] = frozenset()
        self.arrived = asyncio.Event()
        self._waiting: deque[Update] = deque(maxlen=MOST_KEPT)
        self._poll: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def polled(self) -> bool:
        """Whether a poller waits right now."""
        return self._poll is not None and not self._poll.done()

    def allow(self, kinds: Sequence[str] | None) -> None:
        """None keeps the former choice, an empty list means Telegram's default, as in the Bot API."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    def push(self, kind: str, payload: dict[str, Any], at: datetime) -> None:
        if kind not in self.allowed if self.allowed else kind in ASKED_FOR_ONLY:
            return
        self._waiting.append(Update(self.next_id, kind, payload, at))
        self.next_id += 1
        self.arrived.set()
        self.interrupt(None)

    def confirm(self, offset: int) -> None:
        """Forgets updates below the offset; a negative one keeps that many from the end."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while offset > 0 and self._waiting and self._waiting[0].id < offset:
            self._waiting.popleft()

    def peek(self, limit: int, now: datetime) -> list[Update]:
        """The oldest updates, unconfirmed; those older than 24 hours are gone."""
        while self._waiting and now - self._waiting[0].at > KEPT_FOR:
            self._waiting.popleft()
        return [self._waiting[index] for index in range(min(limit, len(self._waiting)))]

    async def wait(self, seconds: float) -> None:
        """Until something comes or the time is over; raises `Refusal` when another call takes the place."""
        if self._waiting or seconds <= 0:
            return
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, min(seconds, LONGEST_POLL_SECONDS))
        except TimeoutError:
            return

    def interrupt(self, why: Why | None) -> None:
        """Ends a waiting poll: with a conflict, or, given None, to take what there is."""
        if self._poll and not self._poll.done():
            if why is None:
                self._poll.set_result(None)
            else:
                self._poll.set_exception(Refusal(why))
