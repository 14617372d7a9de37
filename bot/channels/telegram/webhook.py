"""The webhook: Telegram brings updates to the web port; each is kept before it is confirmed."""

import asyncio
import hmac
import json
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot

from bot.channels import Receive
from bot.channels.telegram.patience import until_answered
from bot.channels.telegram.reading import ALLOWED

PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True)
class Webhook:
    """Where Telegram finds us: `url` is this host's public address, `secret` proves it is Telegram."""

    bot: Bot
    url: str
    secret: str
    receive: Receive

    def add_routes(self, app: web.Application) -> None:
        """The one path Telegram calls."""
        app.router.add_post(PATH, self._update)

    async def run(self) -> None:
        """Tell Telegram where we are, however long it takes, and then only listen."""
        await until_answered(self._settle)
        await asyncio.Event().wait()

    async def _settle(self) -> None:
        address = self.url.rstrip("/") + PATH
        await self.bot.set_webhook(address, secret_token=self.secret, allowed_updates=list(ALLOWED))

    async def _update(self, request: web.Request) -> web.Response:
        """One update. 200 only once it is kept; anything else makes Telegram bring it again."""
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            if not isinstance(update["update_id"], int):
                return web.Response(status=400)
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        try:
            await self.receive([update])
        except SQLAlchemyError:
            return web.Response(status=503)
        return web.Response()
