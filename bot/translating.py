"""What a machine was asked for: taken up between two transactions, never inside one, and its answer kept."""

import asyncio
from dataclasses import dataclass, field

import structlog
from sqlalchemy.orm import Session

from bot.time import Clock
from bot.translation import Engine, Refused
from db import translations
from db.engine import AWAY, Database
from db.translations import MOST_TRIES, Failure, Translation
from handlers.announcing import machine

log = structlog.get_logger()


@dataclass(frozen=True)
class Job:
    """Words to be put from one language into another, for the row of that number."""

    number: int
    words: str
    source: str
    target: str


@dataclass
class Translating:
    """Asks the engine for one version after the other. Two processes may be at it: each takes its own."""

    database: Database
    engine: Engine
    clock: Clock
    _at_work: set[asyncio.Task[None]] = field(default_factory=set)

    async def work(self) -> None:
        """Ask for everything that is due, until told to finish."""
        task = asyncio.create_task(self._all())
        self._at_work.add(task)
        task.add_done_callback(self._at_work.discard)
        await asyncio.wait([task])

    async def finish(self) -> None:
        """Leave the call in hand: its row is due again in a minute, for whoever comes after us."""
        tasks = list(self._at_work)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _all(self) -> None:
        try:
            while job := await self.database.run(self._claim):
                await self._ask(job)
        except AWAY:
            log.exception("the database did not answer; what a machine was asked for waits")

    async def _ask(self, job: Job) -> None:
        try:
            words = await self.engine.translate(job.words, job.source, job.target)
        except Refused as refused:
            failure = refused.failure
            log.warning("not translated", translation=job.number, why=failure)
            await self.database.run(lambda session: self._failed(session, job, failure))
        else:
            await self.database.run(lambda session: self._arrived(session, job, words))

    def _claim(self, session: Session) -> Job | None:
        """The next that is still needed; words that nobody needs do not leave the server."""
        now = self.clock.now()
        while found := translations.claim(session, now):
            if machine.needless(found.announcement, found.language):
                translations.settle(found, now)
            elif found.tries > MOST_TRIES:  # processes ended in the middle of it
                machine.failed(session, found, Failure.AWAY, now)
            else:
                first = found.announcement.first
                return Job(found.id, first.words, first.language, found.language)
        return None

    def _arrived(self, session: Session, job: Job, words: str) -> None:
        if asked := Translation.kept(session, None, job.number):
            machine.arrived(session, asked, words, self.clock.now())

    def _failed(self, session: Session, job: Job, failure: Failure) -> None:
        if asked := Translation.kept(session, None, job.number):
            machine.failed(session, asked, failure, self.clock.now())
