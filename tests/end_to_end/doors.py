"""The pocket Telegram on loopback, with a door of its own for each process, where a trap may wait."""

import asyncio
import json
import socket
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from bot.playground.faults import Fault, FaultKind
from bot.playground.messages import Message
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket
from bot.playground.server import build_app
from bot.playground.wire import Call

HERE = "127.0.0.1"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Trap:
    """What happens at the `nth` call of a method from now on, before or after Telegram has `acted`."""

    method: str
    then: Callable[[], None]
    nth: int = 1
    acted: bool = False

    @property
    def sprung(self) -> bool:
        """Whether it has happened."""
        return self.nth <= 0


@dataclass
class Door:
    """One process's way to Telegram: its first call, getMe, waits until the door is `open`."""

    port: int
    open: asyncio.Event = field(default_factory=asyncio.Event)
    calls: Counter[str] = field(default_factory=Counter)
    trap: Trap | None = None

    @property
    def origin(self) -> str:
        """What TELEGRAM_API says to this process."""
        return f"http://{HERE}:{self.port}"

    async def let_through(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """One call; at a trap it gets no answer."""
        method = request.match_info.get("method", "")
        if method == "getMe":
            await self.open.wait()
        self.calls[method] += 1
        if not self.trap or self.trap.sprung or method != self.trap.method:
            return await handler(request)
        self.trap.nth -= 1
        if not self.trap.sprung:
            return await handler(request)
        return await self._sprung(self.trap, request, handler)

    async def _sprung(self, trap: Trap, request: web.Request, handler: Handler) -> web.StreamResponse:
        if trap.acted:
            await handler(request)
        trap.then()
        if request.transport:
            request.transport.abort()
        return web.Response()


class Telegram:
    """The pocket Telegram of a test: its phones, its wire, its faults, and its doors."""

    def __init__(self, runner: web.AppRunner, pocket: Pocket) -> None:
        self.pocket = pocket
        self._runner = runner
        self._doors: dict[int, Door] = {}

    async def door(self) -> Door:
        """One more port, for one more process."""
        return await self.behind(Door(free_port()))

    async def behind(self, door: Door) -> Door:
        """Stand behind a door: until then nobody answers there."""
        await web.TCPSite(self._runner, HERE, door.port).start()
        self._doors[door.port] = door
        return door

    def at_door(self, request: web.Request) -> Door | None:
        """The door through which a request came."""
        return self._doors.get(request.transport.get_extra_info("sockname")[1]) if request.transport else None

    def newcomer(self, name: str, language: str = "en", *, started: bool = True) -> int:
        """Somebody with a phone; their id is that of their chat with the bot, too."""
        person = self.pocket.add_person(name, language)
        if started:
            self.pocket.chats[person.id].bot = "member"
        return person.id

    def says(self, person: int, text: str) -> None:
        """Somebody writes to the bot."""
        Phone(self.pocket, person).say(person, text)

    def presses(self, person: int, link: str) -> None:
        """Somebody's button is pressed, whether or not one carries this link, as old clients can."""
        last = next(reversed(self.pocket.chats[person].log))
        Phone(self.pocket, person).press(person, last, link, forged=True)

    def fault(self, method: str, kind: FaultKind, **about: Any) -> None:
        """The next call of a method goes wrong."""
        self.pocket.faults.add(Fault(method, kind, **about))

    def shown(self, chat: int) -> list[str]:
        """The bot's messages in a chat as they read now, oldest first."""
        return [each.content.words.text for each in self.messages(chat)]

    def messages(self, chat: int) -> list[Message]:
        """The bot's messages in a chat."""
        return [each for each in self.pocket.chats[chat].log.values() if each.sender == self.pocket.bot.id]

    def calls(self, method: str, since: int = 0) -> list[Call]:
        """The calls of a method after a number."""
        return [call for call in self.pocket.wire.since(since) if call.method == method]

    @property
    def last_call(self) -> int:
        """The number of the newest call."""
        calls = self.pocket.wire.since(0)
        return calls[-1].number if calls else 0


@asynccontextmanager
async def pocket_telegram() -> AsyncIterator[Telegram]:
    """A pocket Telegram until the end of the block, its clock that of the wall."""
    app = build_app(pocket := Pocket(lambda: datetime.now(UTC)))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    telegram = Telegram(runner, pocket)

    @web.middleware
    async def through_a_door(request: web.Request, handler: Handler) -> web.StreamResponse:
        door = telegram.at_door(request)
        return await (door.let_through(request, handler) if door else handler(request))

    app.middlewares.append(through_a_door)
    await runner.setup()
    yield telegram
    await runner.cleanup()


def free_port() -> int:
    """A port of loopback that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


def words_of(call: Call) -> str:
    """Everything a call carried, as one text."""
    return json.dumps(call.params, ensure_ascii=False)
