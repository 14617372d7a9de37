"""The composition root: the one module that knows everything, puts it together, and ends it in order."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.reading import ALLOWED
from bot.channels.telegram.request import AiohttpRequest
from bot.conversation import Conversation
from bot.drainer import Drainer
from bot.health import Health
from bot.housekeeping import Housekeeping
from bot.intake import Intake
from bot.lease import Lease
from bot.menu import Menu
from bot.polling import Polling, PollingError
from bot.postman import Postman
from bot.settings import Settings
from bot.time import Clock
from db.engine import Database, connect
from handlers import topics
from handlers.kit import catalogues

log = structlog.get_logger()

LAST_WORDS = 8.0
"""Seconds for the turns in hand when we are told to stop; hosts kill after ten."""


@dataclass
class App:
    """One running bot: what takes in, what sends out, and what keeps house."""

    settings: Settings
    clock: Clock
    database: Database
    channel: Telegram
    intake: Intake
    drainer: Drainer
    lease: Lease
    menu: Menu
    housekeeping: Housekeeping
    health: Health
    polling: BaseRequest

    async def run(self, *, intake: bool = True, clock: bool = True) -> None:
        """Run until cancelled, then stop within ten seconds with nothing lost."""
        await self.greet()
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
            scheduler.shutdown(wait=False)
            await self._stop()

    async def greet(self) -> None:
        """Learn our own name from Telegram. Raises PollingError for a token nobody knows."""
        wait = 0.5
        while True:
            try:
                return await self.channel.bot.initialize()
            except InvalidToken as error:
                raise PollingError("Telegram does not know this token. Check TELEGRAM_TOKEN.") from error
            except TelegramError as error:
                log.warning("Telegram does not answer yet", why=type(error).__name__, seconds=wait)
                await asyncio.sleep(wait)
                wait = min(wait * 2, 30.0)

    async def _take_in(self) -> None:
        """Take up what a process before us left, then take in what comes: by webhook or by polling."""
        await self.intake.recover(timedelta())
        introducing = asyncio.create_task(self.menu.introduce())
        try:
            await (self._hear_webhook() if self.settings.webhook_url else self._poll())
        finally:
            introducing.cancel()

    async def _poll(self) -> None:
        await Polling(self.channel.bot, self.polling, self.intake).run()

    async def _hear_webhook(self) -> None:
        secret = self.settings.webhook_secret
        await self.channel.bot.set_webhook(
            f"{(self.settings.webhook_url or '').rstrip('/')}/telegram",
            secret_token=secret.get_secret_value() if secret else None,
            allowed_updates=list(ALLOWED),
        )
        await asyncio.Event().wait()

    async def _stop(self) -> None:
        """Finish the turns in hand; what is due stays in the table."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                await self.intake.finish()
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
            scheduler.add_job(self.lease.renew, "interval", seconds=10)
            scheduler.add_job(self.drainer.drain, "interval", seconds=1)
            scheduler.add_job(self.housekeeping.tidy, "interval", hours=1)
        return scheduler


def build(settings: Settings, token: str, clock: Clock, gate: Gate) -> App:
    """Put one bot together. Nothing is contacted yet."""
    polling = AiohttpRequest(connections=1)
    database = Database(connect(settings.database_url.get_secret_value()))
    channel = Telegram(bot_of(settings, token, polling), gate)
    words, book = catalogues.load(), topics.book()
    conversation = Conversation(book, words, channel.deep_link)
    postman = Postman(conversation, channel.name)
    lease = Lease(database, clock)
    return App(
        settings,
        clock,
        database,
        channel,
        intake=Intake(database, conversation, postman, channel, clock),
        drainer=Drainer(database, postman, channel, lease, clock),
        lease=lease,
        menu=Menu(channel.bot, book, words, database),
        housekeeping=Housekeeping(database, clock),
        health=Health(database, clock),
        polling=polling,
    )


def bot_of(settings: Settings, token: str, polling: BaseRequest) -> Bot:
    """The bot behind a token, not yet in touch with anybody."""
    return Bot(
        token,
        base_url=f"{settings.telegram_api}/bot",
        base_file_url=f"{settings.telegram_api}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=polling,
    )
