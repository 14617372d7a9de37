"""Puts the playground together: one web application for the bot, the phones and the page."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from bot.playground import bot_api, forum_routes, group_routes, phones, watching
from bot.playground.controls import CONTROLS, POCKET, Controls
from bot.playground.files import MOST_UPLOAD_BYTES
from bot.playground.phone import CannotDo
from bot.playground.pocket import Pocket
from bot.playground.refusals import Refusal
from bot.playground.webhooks import deliver_for_ever

PAGE = Path(__file__).parent / "page"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def build_app(pocket: Pocket, controls: Controls | None = None) -> web.Application:
    """The playground over HTTP. It is a toy without passwords: serve it on loopback only."""
    # Room for a whole upload with its form around it.
    app = web.Application(middlewares=[explain], client_max_size=2 * MOST_UPLOAD_BYTES)
    app[POCKET] = pocket
    if controls is not None:
        app[CONTROLS] = controls
    for side in (bot_api, phones, group_routes, forum_routes, watching):
        side.add_routes(app)
    app.router.add_get("/", front_page)
    app.router.add_static("/page", PAGE)
    app.cleanup_ctx.append(_webhook_delivery)
    app.on_shutdown.append(_send_home)
    return app


@web.middleware
async def explain(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Tells a phone in one sentence why something cannot be done."""
    try:
        return await handler(request)
    except CannotDo as problem:
        return web.json_response({"error": str(problem)}, status=409)
    except Refusal as refusal:
        return web.json_response({"error": refusal.description}, status=refusal.code)


async def front_page(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")


async def _webhook_delivery(app: web.Application) -> AsyncIterator[None]:
    delivery = asyncio.create_task(deliver_for_ever(app[POCKET]))
    yield
    delivery.cancel()
    with suppress(asyncio.CancelledError):
        await delivery


async def _send_home(app: web.Application) -> None:
    """Nobody waits for a server that closes: not a poller, not a page."""
    app[POCKET].updates.interrupt(None)
    app[POCKET].live.close()
