"""The composition root: the one module that knows everything, puts it together, and ends it in order."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot

from bot.channels import Inlet, Receive
from bot.channels.telegram.account import bot_of
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.menu import Menu
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.request import AiohttpRequest
from bot.channels.telegram.webhook import Webhook
from bot.conversation import Conversation
from bot.drainer import Drainer
from bot.health import Health
from bot.housekeeping import Housekeeping
from bot.intake import Intake
from bot.lease import Lease
from bot.postman import Postman
from bot.settings import Settings
from bot.time import Clock
from bot.translating import Translating
from bot.translation import Engine, Protocol
from db.engine import Database, connect
from handlers import topics
from handlers.kit import catalogues

LAST_WORDS = 8.0
"""Seconds for the turns in hand when we are told to stop; hosts kill after ten."""


@dataclass
class App:
    """One running bot: what takes in, what sends out, and what keeps house."""

    clock: Clock
    database: Database
    channel: Telegram
    intake: Intake
    drainer: Drainer
    inlet: Inlet
    lease: Lease
    menu: Menu
    housekeeping: Housekeeping
    health: Health
    translating: Translating | None = None

    async def run(self, *, intake: bool = True, clock: bool = True) -> None:
        """Run until cancelled, then stop within ten seconds with nothing lost."""
        await self.channel.begin()
        scheduler = self._jobs(intake, clock)
        scheduler.start()
        try:
            async with asyncio.TaskGroup() as tasks:
                if clock:
                    tasks.create_task(self.lease.renew())
                if intake:
                    tasks.create_task(self._take_in())
                tasks.create_task(asyncio.Event().wait())
        finally:
            scheduler.pause()
            await self._stop()
            scheduler.shutdown(wait=False)

    async def _take_in(self) -> None:
        """Take up what a process before us left, then take in what comes."""
        await self.intake.recover(timedelta())
        introducing = asyncio.create_task(self.menu.introduce())
        try:
            await self.inlet.run()
        finally:
            introducing.cancel()

    async def _stop(self) -> None:
        """Finish the turns and messages in hand; what else is due stays in the table."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                if self.translating:
                    await self.translating.finish()
                await asyncio.gather(self.drainer.finish(), self.intake.finish())
        with suppress(SQLAlchemyError):
            await self.lease.release()
        await self.channel.bot.shutdown()
        self.database.close()

    def _jobs(self, intake: bool, clock: bool) -> AsyncIOScheduler:
        """The installation's few interval jobs; what is due for whom are rows, never jobs."""
        scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 60}
        )
        if intake:
            scheduler.add_job(self.intake.recover, "interval", seconds=30)
            scheduler.add_job(self.menu.for_coordinators, "interval", seconds=60)
        if clock:
            scheduler.add_job(self.lease.renew, "interval", seconds=5)
            scheduler.add_job(self.drainer.drain, "interval", seconds=1)
            scheduler.add_job(self.housekeeping.tidy, "interval", hours=1)
            if self.translating:
                scheduler.add_job(self.translating.work, "interval", seconds=1)
        return scheduler


def build(settings: Settings, token: str, clock: Clock, gate: Gate) -> App:
    """Put one bot together. Nothing is contacted yet."""
    polls = AiohttpRequest(connections=1)
    bot = bot_of(settings.telegram_api, token, polls)
    database = Database(connect(settings.database_url.get_secret_value()))
    channel = Telegram(bot, gate)
    words, book, engine = catalogues.load(), topics.book(), _engine(settings)
    conversation = Conversation(book, words, channel.deep_link, engine.host if engine else "")
    postman = Postman(conversation, channel.name)
    lease = Lease(database, clock)
    intake = Intake(database, conversation, postman, channel, clock)
    return App(
        clock,
        database,
        channel,
        intake,
        drainer=Drainer(database, postman, channel, lease, clock),
        inlet=_inlet(settings, bot, polls, intake.receive),
        lease=lease,
        menu=Menu(bot, book, words, database),
        housekeeping=Housekeeping(database, clock),
        health=Health(database, clock),
        translating=Translating(database, engine, clock) if engine else None,
    )


def _engine(settings: Settings) -> Engine | None:
    """The translation engine that coordinators may ask; none unless its address is set."""
    if settings.translation_url is None:
        return None
    return Engine(Protocol(settings.translation_kind), settings.translation_url, settings.translation_key)


def _inlet(settings: Settings, bot: Bot, polls: AiohttpRequest, receive: Receive) -> Inlet:
    if settings.webhook_url and settings.webhook_secret:
        return Webhook(bot, settings.webhook_url, settings.webhook_secret.get_secret_value(), receive)
    return Polling(bot, polls, receive)
