"""A small translation engine on loopback: it speaks and refuses as LibreTranslate and DeepL do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot.translation import Engine, Protocol
from db.translations import Failure

KEY = "a-very-secret-key"
HOST = "127.0.0.1"
KNOWN = {"en", "fr", "ar", "en-gb"}
Refusal = tuple[int, dict[str, str]]
REFUSALS: dict[str, tuple[Refusal, Failure]] = {
    "limit": ((429, {"error": "Slowdown: 20 per 1 minute"}), Failure.AWAY),
    "quota": ((456, {"message": "Quota Exceeded"}), Failure.QUOTA),
    "down": ((503, {"error": "no model"}), Failure.AWAY),
    "strange": ((418, {}), Failure.UNCLEAR),
    "moved": ((302, {}), Failure.UNCLEAR),
    "empty": ((200, {"translatedText": " "}), Failure.UNCLEAR),
    "other": ((200, {"answer": "hello"}), Failure.UNCLEAR),
    "long": ((200, {"translatedText": "a" * 3001}), Failure.UNCLEAR),
    "endless": ((200, {"translatedText": "a" * 300_000}), Failure.UNCLEAR),
}


@dataclass
class Machine:
    """Says every word backwards; `mood` is what it does instead. `heard` are the words that came."""

    mood: str = ""
    heard: list[str] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def libretranslate(self, request: web.Request) -> web.Response:
        asked = await request.json()
        assert asked["format"] == "text"
        allowed = asked.get("api_key") == KEY
        refused = await self._refuses(asked["q"], allowed, asked["source"], asked["target"])
        said = {"translatedText": asked["q"][::-1]}
        return refused or web.json_response(said)

    async def deepl(self, request: web.Request) -> web.Response:
        asked = await request.json()
        allowed = request.headers["Authorization"] == f"DeepL-Auth-Key {KEY}"
        languages = (asked["source_lang"].lower(), asked["target_lang"].lower())
        refused = await self._refuses(asked["text"][0], allowed, *languages)
        return refused or web.json_response({"translations": [{"text": asked["text"][0][::-1]}]})

    async def _refuses(self, words: str, allowed: bool, *languages: str) -> web.Response | None:
        self.heard.append(words)
        self.came.set()
        if self.mood == "silent":
            await asyncio.Event().wait()
        if self.mood in REFUSALS:
            (status, said), _ = REFUSALS[self.mood]
            return web.json_response(said, status=status, headers={"Location": "/elsewhere"})
        if self.mood == "no json":
            return web.Response(text="<html>")
        if not allowed:
            return web.json_response({"error": "Invalid API key"}, status=403)
        if not KNOWN.issuperset(languages):
            return web.json_response({"error": f"{languages[1]} is not supported"}, status=400)
        return None


@asynccontextmanager
async def listening(machine: Machine) -> AsyncIterator[Engine]:
    """The way to a machine that listens until the end of the block."""
    app = web.Application()
    app.router.add_post("/translate", machine.libretranslate)
    app.router.add_post("/v2/translate", machine.deepl)
    async with TestServer(app, host=HOST) as server:
        address = str(server.make_url("/")).rstrip("/")
        yield Engine(Protocol.LIBRETRANSLATE, address, SecretStr(KEY))
