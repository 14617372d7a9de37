"""Updates wait 24 hours for the bot, come by long poll or webhook, and go once confirmed."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
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

from .conftest import Client, HandClock, heard


async def ids(bot: Bot, offset: int | None = None, **asked: Any) -> list[int]:
    return [update.update_id for update in await bot.get_updates(offset, timeout=0, **asked)]


async def turn() -> None:
    await asyncio.sleep(0)


async def until(happened: Callable[[], bool]) -> None:
    """Gives the loop turns until something has happened, for at most two seconds."""
    async with asyncio.timeout(2):
        while not happened():
            await turn()


async def test_an_offset_confirms_everything_below_it(bot: Bot, ada: Phone) -> None:
    for text in "abc":
        ada.say(ada.id, text)
    first, second, third = await ids(bot)
    assert [second, third] == [first + 1, first + 2]
    assert await ids(bot, limit=2) == [first, second]
    assert await ids(bot, second) == [second, third]
    assert await ids(bot) == [second, third]
    assert await ids(bot, -1) == [third]
    assert await ids(bot, third + 1) == []


async def test_updates_are_kept_for_24_hours(bot: Bot, ada: Phone, clock: HandClock) -> None:
    ada.say(ada.id, "old")
    clock.pass_by(hours=1)
    ada.say(ada.id, "newer")
    clock.pass_by(hours=23, seconds=1)
    assert [update.message.text for update in await bot.get_updates() if update.message] == ["newer"]


async def test_a_long_poll_waits_for_something_to_come(bot: Bot, ada: Phone, pocket: Pocket) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: pocket.updates.polled)
    ada.say(ada.id, "hello")
    (update,) = await poll
    assert update.message
    assert update.message.text == "hello"
    assert not pocket.updates.polled


async def test_a_second_poller_ends_the_first(bot: Bot, ada: Phone, pocket: Pocket) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: pocket.updates.polled)
    second = asyncio.create_task(bot.get_updates(timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one"):
        await first
    ada.say(ada.id, "hello")
    assert len(await second) == 1


async def test_a_poll_ends_when_the_server_closes(client: Client, pocket: Pocket) -> None:
    poll = asyncio.create_task(client.get(f"/bot{pocket.token}/getUpdates?timeout=50"))
    await until(lambda: pocket.updates.polled)
    await client.server.close()
    with contextlib.suppress(OSError):
        assert (await (await poll).json())["result"] == []


async def test_only_the_kinds_asked_for_come(bot: Bot, ada: Phone, pocket: Pocket) -> None:
    await ids(bot, allowed_updates=["my_chat_member"])
    ada.say(ada.id, "unheard")
    ada.block()
    assert [list(update)[1] for update in heard(pocket)] == ["my_chat_member"]
    await ids(bot)
    ada.open("t.me/passerelle_bot")
    assert [list(update)[1] for update in heard(pocket)] == ["my_chat_member"]
    await ids(bot, allowed_updates=[])
    ada.say(ada.id, "heard")
    assert [list(update)[1] for update in heard(pocket)] == ["message"]


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


async def test_a_webhook_is_tried_until_it_takes_the_update(
    bot: Bot, ada: Phone, hook: str, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhooks, "PAUSE_AFTER_FAILURE_SECONDS", 0)
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
    assert await ids(bot) == []
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
