"""Updates wait 24 hours for the bot, come by long poll or webhook, and go once confirmed."""

import asyncio
import contextlib
from typing import Any

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.playground.phone import Phone
from bot.playground.pocket import Pocket

from .conftest import Client, HandClock, heard, until


async def ids(bot: Bot, offset: int | None = None, **asked: Any) -> list[int]:
    return [update.update_id for update in await bot.get_updates(offset, timeout=0, **asked)]


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


async def test_a_poller_that_died_leaves_no_trace(bot: Bot, client: Client, ada: Phone) -> None:
    pocket = ada.pocket
    dead = asyncio.create_task(client.get(f"/bot{pocket.token}/getUpdates?timeout=50"))
    await until(lambda: pocket.updates.polled)
    dead.cancel()
    await asyncio.wait([dead])
    assert await ids(bot) == []
    assert [call.error for call in pocket.wire.since(0) if call.method == "getUpdates"] == [None]


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
