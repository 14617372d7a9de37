"""The web port: Telegram's webhook, kept before it is confirmed, and a look at our health."""

import hmac
import json
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.health import Health
from bot.intake import Intake

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024
"""Bytes of one update; Telegram's own stay far below."""


@dataclass(frozen=True)
class Web:
    """The routes of one running bot. Without a secret there is no webhook."""

    intake: Intake
    health: Health
    secret: str | None

    def app(self) -> web.Application:
        """The web application."""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_get("/healthz", self.healthz)
        if self.secret:
            app.router.add_post("/telegram", self.telegram)
        return app

    async def telegram(self, request: web.Request) -> web.Response:
        """One update. 200 only once it is kept; anything else makes Telegram bring it again."""
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), (self.secret or "").encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            if not isinstance(update["update_id"], int):
                return web.Response(status=400)
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        try:
            await self.intake.receive([update])
        except SQLAlchemyError:
            return web.Response(status=503)
        return web.Response()

    async def healthz(self, _: web.Request) -> web.Response:
        """200 while the database answers and nothing lags; 503 otherwise, with the figures."""
        found = await self.health.look()
        return web.json_response(found.shown(), status=200 if found.well else 503)
