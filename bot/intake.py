"""Intake: an update is kept before it is confirmed, handled in its chat's order, and answered."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.answers import Answer, Hint
from bot.channels import Channel, Raw
from bot.conversation import Conversation
from bot.events import Event, Pressed
from bot.lanes import Lanes
from bot.parcels import Shown
from bot.posted import Posted
from bot.postman import Postman
from bot.time import Clock
from bot.undeliverable import SlowDown, TryAgain, Uncertain, Undeliverable
from db import heard
from db.engine import AWAY, Database

ABANDONED = timedelta(seconds=30)
"""How long an update may lie unhandled before another process takes it up."""

MOST_TRIES = 3
PAUSES = (0.0, 0.5, 2.0, 5.0)
"""Seconds before each further try of a turn, while a database that is away may come back."""

log = structlog.get_logger()


@dataclass
class Intake:
    """Takes updates in, whoever brings them: a long poll, a webhook, or a process that ended before us."""

    database: Database
    conversation: Conversation
    postman: Postman
    channel: Channel
    clock: Clock
    lanes: Lanes = field(default_factory=Lanes)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def receive(self, raws: Sequence[Raw]) -> None:
        """Keep updates, committed, then queue those that are new. Raises if they could not be kept."""
        now = self.clock.now()
        rows = [
            {
                "update_id": raw["update_id"],
                "lane": self.channel.lane(raw),
                "raw": json.dumps(raw),
                "heard_at": now,
            }
            for raw in raws
        ]
        new = await self.database.run(lambda session: heard.keep(session, rows))
        for raw, row in zip(raws, rows, strict=True):
            if row["update_id"] in new:
                await self._queue(row["lane"], raw)

    async def recover(self, age: timedelta = ABANDONED) -> None:
        """Take up what nobody handled: updates kept by a process that ended."""
        before = self.clock.now() - age
        for _, lane, raw in await self.database.run(lambda session: heard.waiting(session, before)):
            await self._queue(lane, json.loads(raw))

    async def _queue(self, lane: int, raw: Raw) -> None:
        await self.lanes.put(lane, lambda: self._safely(raw))

    async def _safely(self, raw: Raw) -> None:
        """Whatever goes wrong, the lane goes on, and the update waits in the database."""
        try:
            await self._handle(raw)
        except Exception:
            log.exception("the update waits", update=raw["update_id"])

    async def _handle(self, raw: Raw) -> None:
        try:
            event = self.channel.read(raw)
        except Exception as error:
            log.exception("an update could not be read", update=raw["update_id"])
            fault = f"unreadable: {type(error).__name__}"
            await self.database.run(lambda session: heard.set_aside(session, raw["update_id"], fault))
            return
        if event is None:
            now = self.clock.now()
            await self.database.run(lambda session: heard.handle(session, raw["update_id"], now))
            return
        await self.take(event)

    async def take(self, event: Event) -> None:
        """One turn, and what it shows. A press is acknowledged at once, while the turn is under way;

        one in a group afterwards, with what it says.
        """
        if isinstance(event.what, Pressed):
            self._beside(self._acknowledge(event.what.press))
        match await self._turn(event):
            case Answer() as answer:
                await self._show(answer)
            case Hint(press, said):
                self._beside(self._acknowledge(press, said))

    async def _turn(self, event: Event) -> Answer | Hint | None:
        now = self.clock.now()
        try:
            return await self._tried(lambda session: self.conversation.take(session, event, now))
        except AWAY:
            raise
        except Exception as error:
            log.exception("a turn broke", update=event.id, chat=event.chat)
            fault = type(error).__name__
            return await self.database.run(
                lambda session: self.conversation.apologise(session, event, now, fault)
            )

    async def _tried(self, turn: Callable[[Session], Answer | Hint | None]) -> Answer | Hint | None:
        """Two first messages of somebody new may meet in two processes; the second try finds the person.

        A database that is away is given a moment, in which what else the person does keeps its order.
        """
        for pause in PAUSES:
            try:
                return await self.database.run(turn)
            except DBAPIError as error:
                await asyncio.sleep(pause if isinstance(error, AWAY) else 0)
        return await self.database.run(turn)

    async def _show(self, answer: Answer, tries: int = 1) -> None:
        """Show what a turn said. A failure undoes nothing: it is tried again, or the person presses again."""
        try:
            over = Posted(answer.over) if answer.over else None
            posted = await self.channel.answer(answer.chat, answer.screen, over)
        except Undeliverable as problem:
            log.warning("not shown", chat=answer.chat, why=type(problem).__name__, reason=problem.reason)
            self._show_again(answer, problem, tries)
            return
        shown = Shown(answer.person, answer.screen, posted)
        if shown.matters:
            now = self.clock.now()
            await self.database.run(lambda session: self.postman.shown(session, shown, now))

    def _show_again(self, answer: Answer, problem: Undeliverable, tries: int) -> None:
        """Beside the lane. Whoever waits would rather hear twice than never."""
        if isinstance(problem, SlowDown):
            self.channel.slow_down(problem.seconds)
            self._beside(self._show(answer, tries))
        elif isinstance(problem, TryAgain | Uncertain) and tries < MOST_TRIES:
            self._beside(self._show_later(answer, tries))

    async def _show_later(self, answer: Answer, tries: int) -> None:
        await asyncio.sleep(tries)
        await self._show(answer, tries + 1)

    async def _acknowledge(self, press: str, said: str = "") -> None:
        try:
            await self.channel.acknowledge(press, said)
        except Undeliverable as problem:
            log.info("press not acknowledged", why=type(problem).__name__, reason=problem.reason)

    def _beside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self) -> None:
        """Let the turns in hand end, with what they show."""
        await self.lanes.empty()
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
