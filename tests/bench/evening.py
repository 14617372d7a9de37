"""A weekly peak in simulated time: tens of thousands are due at one hour, and people press meanwhile."""

import asyncio
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import quantiles

from markupsafe import Markup
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from bot.channels.telegram.account import bot_of
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.request import AiohttpRequest
from bot.conversation import Conversation
from bot.drainer import Drainer
from bot.housekeeping import Housekeeping
from bot.lease import Lease
from bot.posted import Posted
from bot.postman import Postman
from bot.time import Clock
from db.crowds import PUNCTUAL
from db.deliveries import Delivery, Outcome
from db.engine import connect
from db.kinds import Kind
from handlers import nudges, topics
from handlers.kit import catalogues
from handlers.kit.screen import Screen
from tests.bench import seed
from tests.bench.databases import Grounds, filled
from tests.bench.results import Result, Row, verdict
from tests.bench.sliding import Sliding
from tests.virtual import AtOnce, VirtualLoop

PEAK = seed.noon(date(2027, 3, 4))
"""A Thursday."""
EVENING = PEAK - timedelta(hours=2)
"""When the simulation begins; for half an hour nothing is due."""
LATENCY = 0.05
"""Seconds a message takes to Telegram and back."""
PAUSE = 0.5
"""Seconds between two people who press."""
RENEWAL = 5.0
ANSWER = Screen(Markup("Done."))


@dataclass(frozen=True)
class Street(Telegram):
    """The way to Telegram: our own gate, and a server that counts as strictly as it may."""

    loop: VirtualLoop = field(default_factory=VirtualLoop)
    limit: Sliding = field(default_factory=Sliding)
    sent: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)

    async def show(self, chat: int, screen: Screen, over: Posted | None = None) -> Posted:
        """A message, or an edit where somebody pressed."""
        await asyncio.sleep(LATENCY)
        now = self.loop.time()
        if self.limit.wait(None if over else chat, now):
            self.refused.append(now)
        if not over:
            self.sent.append(now)
        return Posted(len(self.sent))


@dataclass
class Evening:
    """Everything of one run."""

    loop: VirtualLoop
    database: AtOnce
    street: Street
    clock: Clock
    waits: list[tuple[datetime, float]] = field(default_factory=list)

    async def passes(self) -> None:
        """From two hours before the peak until all that was due has gone."""
        house = Housekeeping(self.database, self.clock)
        drainer = self._drainer()
        beside = [asyncio.create_task(each) for each in (self._lease(drainer.lease), self._press())]
        await house.tidy()
        while self.clock.now() < PEAK or self._left():
            await drainer.drain()
            await asyncio.sleep(1)
        for task in beside:
            task.cancel()

    def _drainer(self) -> Drainer:
        conversation = Conversation(topics.book(), catalogues.load(), str)
        postman = Postman(conversation, self.street.name)
        return Drainer(self.database, postman, self.street, Lease(self.database, self.clock), self.clock)

    async def _lease(self, lease: Lease) -> None:
        while True:
            await lease.renew()
            await asyncio.sleep(RENEWAL)

    async def _press(self) -> None:
        """Others press something, one after the other, and wait for an answer."""
        chat = 10**9
        while True:
            began = self.loop.time()
            await self.street.answer(chat := chat + 1, ANSWER, over=Posted(1))
            self.waits.append((self.clock.now(), self.loop.time() - began))
            await asyncio.sleep(PAUSE)

    def _left(self) -> int:
        due = select(func.count()).where(Delivery.outcome.is_(None), Delivery.due_at <= PEAK)
        return self.database.work(lambda session: session.scalar(due)) or 0

    def p95(self, since: datetime, until: datetime) -> float:
        """Milliseconds that people waited for their answers meanwhile."""
        waits = [wait for moment, wait in self.waits if since <= moment < until]
        return quantiles(waits, n=20)[-1] * 1000


def measure(grounds: Grounds, people: int) -> Result:
    """One simulated evening, on SQLite."""
    with grounds.fresh("SQLite") as (url, _):
        filled(url, lambda session: _plan(session, people))
        loop = VirtualLoop()
        gate = Gate(monotonic=loop.time)
        street = Street(bot_of("http://127.0.0.1:9", "1:x", AiohttpRequest(connections=1)), gate, loop=loop)
        evening = Evening(loop, AtOnce(connect(url)), street, loop.clock(EVENING))
        loop.lives(evening.passes())
        row = _row(evening, people)
        evening.database.close()
    return Result(f"e  A weekly peak in simulated time, {people} due at one hour", [row], _verdicts(row))


def _plan(session: Session, people: int) -> None:
    """A weekly word for each."""
    everybody = seed.pairs(session, people // 2)
    rows = [{"person_id": id, "link": nudges.word.link(), "due_at": PEAK} for id in everybody]
    session.execute(insert(Delivery), [{**row, "kind": Kind.NUDGE, "tries": 0} for row in rows])


def _row(evening: Evening, people: int) -> Row:
    sent = [EVENING + timedelta(seconds=each) for each in evening.street.sent]
    outcomes = select(func.count()).where(Delivery.outcome == Outcome.SENT)
    arrived = evening.database.work(lambda session: session.scalar(outcomes)) or 0
    return {
        "": "SQLite",
        "first, min": (sent[0] - PEAK).total_seconds() / 60,
        "last, min": (sent[-1] - PEAK).total_seconds() / 60,
        "dropped": people - arrived,
        "late": sum(each > PEAK + PUNCTUAL for each in sent),
        "429s": len(evening.street.refused),
        "p95 idle, ms": evening.p95(EVENING, sent[0]),
        "p95 meanwhile, ms": evening.p95(sent[0], sent[-1]),
    }


def _verdicts(row: Row) -> list[str]:
    slower = float(row["p95 meanwhile, ms"]) / float(row["p95 idle, ms"])
    return [
        verdict("dropped, or more than half an hour late", float(row["dropped"]) + float(row["late"]), 0),
        verdict("429s", float(row["429s"]), 0),
        verdict("p95 of an answer, × idle", slower, 1.25),
    ]
