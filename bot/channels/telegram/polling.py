"""Long polling, ours: updates are kept before the next call confirms them."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.channels import CannotBegin, Receive
from bot.channels.telegram.errors import seconds
from bot.channels.telegram.patience import FIRST_WAIT, LONGEST_WAIT
from bot.channels.telegram.reading import ALLOWED

HOLD = 50
"""Seconds Telegram keeps a poll open when there is nothing: its own maximum."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Polling:
    """Asks for updates, one call at a time, until told to stop."""

    bot: Bot
    request: BaseRequest
    receive: Receive

    async def run(self) -> None:
        """Poll for ever. Raises CannotBegin when another process polls, or the token is not valid."""
        await self._without_webhook()
        offset, wait = 0, FIRST_WAIT
        while True:
            try:
                updates = await self._updates(offset)
                await self.receive(updates)
            except Conflict as error:
                raise CannotBegin("Another process is polling with this token. Stop it first.") from error
            except InvalidToken as error:
                raise CannotBegin("Telegram does not know this token. Check TELEGRAM_TOKEN.") from error
            except RetryAfter as error:
                await asyncio.sleep(seconds(error))
            except (TelegramError, SQLAlchemyError) as error:
                log.warning("polling again soon", why=type(error).__name__, seconds=wait)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                offset = updates[-1]["update_id"] + 1 if updates else offset
                wait = FIRST_WAIT

    def add_routes(self, app: web.Application) -> None:
        """Polling needs no web port."""

    async def _without_webhook(self) -> None:
        """Telegram answers no poll while a webhook is set; what waits is kept."""
        try:
            await self.bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.warning("webhook not removed", why=type(error).__name__)

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        """Updates as they came, unparsed: one that nobody can read must not hold up the others."""
        query = urlencode({"offset": offset, "timeout": HOLD, "allowed_updates": json.dumps(ALLOWED)})
        url = f"{self.bot.base_url}/getUpdates?{query}"
        answer: Any = await self.request.post(url, read_timeout=HOLD + 10)
        return list(answer)
