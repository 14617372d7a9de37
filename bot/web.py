"""The web port: a look at our health, and whatever the inlet needs."""

from dataclasses import dataclass

from aiohttp import web

from bot.channels import Inlet
from bot.health import Health

LARGEST = 1024 * 1024
"""Bytes of one request; a channel's updates stay far below."""


@dataclass(frozen=True)
class Web:
    """The routes of one running bot."""

    inlet: Inlet
    health: Health

    def app(self) -> web.Application:
        """The web application."""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_get("/healthz", self.healthz)
        self.inlet.add_routes(app)
        return app

    async def healthz(self, _: web.Request) -> web.Response:
        """200 while the database answers and nothing lags; 503 otherwise, with the figures."""
        found = await self.health.look()
        return web.json_response(found.shown(), status=200 if found.well else 503)
