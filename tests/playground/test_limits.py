"""The limits on pace: a burst passes, then 429 with the seconds to wait, and waiting helps."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot, InputMediaPhoto
from telegram.error import RetryAfter

from bot.playground import groups
from bot.playground.limits import Limits
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket

from .conftest import Client, HandClock, started
from .pictures import png


async def seconds_refused(call: Any) -> int:
    with pytest.raises(RetryAfter) as caught:
        await call
    assert isinstance(caught.value.retry_after, timedelta)
    return round(caught.value.retry_after.total_seconds())


@pytest.fixture(autouse=True)
def pace(pocket: Pocket) -> None:
    pocket.limits = Limits()


async def test_one_message_a_second_a_chat_after_a_short_burst(
    bot: Bot, ada: Phone, nia: Phone, clock: HandClock
) -> None:
    for _ in range(3):
        await bot.send_message(ada.id, "x")
    assert await seconds_refused(bot.send_message(ada.id, "x")) == 1
    await bot.send_message(nia.id, "another chat")
    clock.pass_by(seconds=0.9)
    assert await seconds_refused(bot.send_message(ada.id, "too early")) == 1
    clock.pass_by(seconds=0.1)
    await bot.send_message(ada.id, "x")


async def test_thirty_messages_a_second_over_all(bot: Bot, pocket: Pocket, clock: HandClock) -> None:
    people = [started(pocket, pocket.add_person(f"Person {n}", "en")) for n in range(31)]
    for phone in people[:30]:
        await bot.send_message(phone.id, "x")
    assert await seconds_refused(bot.send_message(people[30].id, "x")) == 1
    clock.pass_by(seconds=1)
    await bot.send_message(people[30].id, "x")


async def test_an_edit_counts_over_all_only(bot: Bot, pocket: Pocket, ada: Phone) -> None:
    pocket.limits = Limits(overall_per_second=6)
    message = await bot.send_message(ada.id, "0")
    for n in range(5):
        await message.edit_text(f"{n + 1}")
    assert await seconds_refused(message.edit_text("x")) == 1


async def test_twenty_messages_a_minute_a_group(
    bot: Bot, pocket: Pocket, ada: Phone, clock: HandClock
) -> None:
    pocket.limits = Limits(burst=50)
    group = groups.open_group(pocket, "Saturdays", [ada.id])
    groups.seat_bot(pocket, group, ada.id, "member")
    for _ in range(20):
        await bot.send_message(group.id, "x")
    assert await seconds_refused(bot.send_message(group.id, "x")) == 3
    clock.pass_by(seconds=3)
    await bot.send_message(group.id, "x")


async def test_an_album_counts_each_of_its_files(bot: Bot, ada: Phone) -> None:
    await bot.send_media_group(ada.id, [InputMediaPhoto(png())] * 3)
    assert await seconds_refused(bot.send_message(ada.id, "x")) == 1


async def test_limits_are_switched_over_http(bot: Bot, client: Client, pocket: Pocket, ada: Phone) -> None:
    await client.post("/limits", json={"on": True, "burst": 1})
    results = await asyncio.gather(*(bot.send_message(ada.id, "x") for _ in range(3)), return_exceptions=True)
    assert Counter(type(result).__name__ for result in results) == {"Message": 1, "RetryAfter": 2}
    await client.post("/limits", json={"on": False})
    assert pocket.limits is None
    await bot.send_message(ada.id, "x")
