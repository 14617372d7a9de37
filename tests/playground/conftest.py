"""One playground a test, on a free port, with a clock moved by hand and the real Bot class talking to it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.playground.messages import Person
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket
from bot.playground.server import build_app

Client = TestClient[Request, Application]


@dataclass
class HandClock:
    """Stands still until it is moved."""

    at: datetime = datetime(2027, 3, 4, 17, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **time: float) -> None:
        self.at += timedelta(**time)


@pytest.fixture(autouse=True)
def spans_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot tells durations as timedelta instead of warning that it will."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def pocket(clock: HandClock) -> Pocket:
    return Pocket(clock)


@pytest.fixture
async def client(pocket: Pocket) -> AsyncIterator[Client]:
    async with TestClient(TestServer(build_app(pocket))) as client:
        yield client


def bot_at(client: Client, token: str) -> Bot:
    origin = str(client.make_url("/"))
    stock = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    return Bot(
        token,
        base_url=f"{origin}bot",
        base_file_url=f"{origin}file/bot",
        request=stock[0],
        get_updates_request=stock[1],
    )


@pytest.fixture
async def bot(client: Client, pocket: Pocket) -> AsyncIterator[Bot]:
    async with bot_at(client, pocket.token) as bot:
        yield bot


@pytest.fixture
def ada(pocket: Pocket) -> Phone:
    """Ada's phone; she has started the bot, which has read it."""
    return started(pocket, pocket.add_person("Ada", "ar"))


@pytest.fixture
def nia(pocket: Pocket) -> Phone:
    """Nia's phone; she has started the bot too."""
    return started(pocket, pocket.add_person("Nia", "fr"))


def started(pocket: Pocket, person: Person) -> Phone:
    phone = Phone(pocket, person.id)
    phone.say(person.id, "/start")
    pocket.updates.confirm(pocket.updates.next_id)
    return phone


def heard(pocket: Pocket) -> list[dict[str, Any]]:
    """The updates that wait for the bot, taken out."""
    waiting = [update.api() for update in pocket.updates.peek(100, pocket.now())]
    pocket.updates.confirm(pocket.updates.next_id)
    return waiting


async def turn() -> None:
    await asyncio.sleep(0)


async def until(happened: Callable[[], bool]) -> None:
    """Gives the loop turns until something has happened, for at most two seconds."""
    async with asyncio.timeout(2):
        while not happened():
            await turn()
