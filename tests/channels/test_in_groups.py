"""In a group a message stands in its topic, below what it answers, and is pinned without a sound."""

import pytest

from bot.channels.telegram.channel import Telegram
from bot.posted import Posted
from bot.undeliverable import NotAllowed, TopicGone
from tests.channels.test_channel import Letter, Square, screen
from tests.channels.test_composing import PHOTO, ROWS, VIDEO
from tests.channels.wire import Call, Wire

CHAT = -1005


async def test_it_stands_in_its_topic(channel: Telegram, wire: Wire) -> None:
    await channel.show(CHAT, screen(topic=77))
    assert wire.calls[0].parameters["message_thread_id"] == 77


async def test_the_general_topic_has_no_number(channel: Telegram, wire: Wire) -> None:
    await channel.show(CHAT, screen())
    assert not {"message_thread_id", "reply_parameters"} & set(wire.calls[0].parameters)


async def test_it_answers_a_message_that_may_be_gone(channel: Telegram, wire: Wire) -> None:
    await channel.answer(CHAT, screen(topic=77, answers=12))
    sent = wire.calls[0].parameters
    assert sent["reply_parameters"] == {"message_id": 12, "allow_sending_without_reply": True}


@pytest.mark.parametrize("file", [{"picture": Square()}, {"document": Letter()}])
async def test_files_stand_there_too(channel: Telegram, wire: Wire, file: dict[str, object]) -> None:
    await channel.show(CHAT, screen(topic=77, **file))
    assert wire.calls[0].parameters["message_thread_id"] == 77


async def test_so_do_albums_and_the_words_below_them(channel: Telegram, wire: Wire) -> None:
    await channel.show(CHAT, screen(topic=77, items=[PHOTO, VIDEO], rows=ROWS))
    assert [each.method for each in wire.calls] == ["sendMediaGroup", "sendMessage"]
    assert all(each.parameters["message_thread_id"] == 77 for each in wire.calls)


async def test_what_is_edited_stays_where_it_is(channel: Telegram, wire: Wire) -> None:
    await channel.show(CHAT, screen(topic=77), over=Posted(55))
    assert wire.calls[0].method == "editMessageText"
    assert "message_thread_id" not in wire.calls[0].parameters


async def test_pinning_makes_no_sound(channel: Telegram, wire: Wire) -> None:
    await channel.pin(CHAT, 71)
    pinned = {"chat_id": CHAT, "message_id": 71, "disable_notification": True}
    assert wire.calls == [Call("pinChatMessage", pinned)]


@pytest.mark.parametrize("refusal", ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])
async def test_a_topic_may_take_nothing(channel: Telegram, wire: Wire, refusal: str) -> None:
    wire.refuses(400, f"Bad Request: {refusal}")
    with pytest.raises(TopicGone):
        await channel.show(CHAT, screen(topic=77))


@pytest.mark.parametrize(
    "refusal",
    [
        "Bad Request: not enough rights to manage pinned messages in the chat",
        "Bad Request: not enough rights to pin a message",
        "Bad Request: CHAT_ADMIN_REQUIRED",
    ],
)
async def test_we_may_have_no_right_to_pin(channel: Telegram, wire: Wire, refusal: str) -> None:
    wire.refuses(400, refusal)
    with pytest.raises(NotAllowed):
        await channel.pin(CHAT, 71)
