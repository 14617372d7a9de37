"""Updates delivered to a webhook: in order, with its secret, until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.playground import webhooks
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket

from .conftest import until


@dataclass
class Receiver:
    """A webhook of a bot that fails as often as told before it takes an update."""

    failures: int = 0
    got: list[tuple[str | None, dict[str, Any]]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        if self.failures:
            self.failures -= 1
            raise web.HTTPServiceUnavailable
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.got.append((secret, await request.json()))
        return web.Response()


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
async def hook(receiver: Receiver) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    async with TestServer(app) as server:
        yield str(server.make_url("/hook"))


async def test_a_webhook_gets_updates_in_order_with_its_secret(
    bot: Bot, ada: Phone, hook: str, receiver: Receiver
) -> None:
    ada.say(ada.id, "before")
    await bot.set_webhook(hook, secret_token="s3cret")
    ada.say(ada.id, "after")
    await until(lambda: len(receiver.got) == 2)
    assert [(secret, update["message"]["text"]) for secret, update in receiver.got] == [
        ("s3cret", "before"),
        ("s3cret", "after"),
    ]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram tries again at once."""
    monkeypatch.setattr(webhooks, "PAUSE_AFTER_FAILURE_SECONDS", 0)


@pytest.mark.usefixtures("impatient")
async def test_a_webhook_is_tried_until_it_takes_the_update(
    bot: Bot, ada: Phone, hook: str, receiver: Receiver
) -> None:
    receiver.failures = 3
    await bot.set_webhook(hook)
    ada.say(ada.id, "hello")
    await until(lambda: len(receiver.got) == 1)
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
    await until(lambda: not receiver.failures)
    assert len(receiver.got) == 1


async def test_a_webhook_and_a_poller_exclude_each_other(bot: Bot, pocket: Pocket, hook: str) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: pocket.updates.polled)
    await bot.set_webhook(hook, allowed_updates=["message", "chat_member"], max_connections=5)
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.pending_update_count) == (hook, 5, 0)
    assert info.allowed_updates == ("chat_member", "message")
    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    assert (await bot.get_webhook_info()).url == ""


async def test_pending_updates_can_be_dropped(bot: Bot, ada: Phone) -> None:
    ada.say(ada.id, "hello")
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.set_webhook("", drop_pending_updates=True)
    assert (await bot.get_webhook_info()).pending_update_count == 0


@pytest.mark.parametrize(
    ("url", "secret", "description"),
    [
        ("nowhere", None, "Bad webhook: invalid webhook url specified"),
        ("http://127.0.0.1:1/", "x" * 257, "Secret token is too long"),
        ("http://127.0.0.1:1/", "a b", "Secret token contains unallowed characters"),
    ],
)
async def test_webhooks_telegram_does_not_take(
    bot: Bot, url: str, secret: str | None, description: str
) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.set_webhook(url, secret_token=secret)
    assert caught.value.message.lower() == description.lower()
