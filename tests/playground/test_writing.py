"""What the bot writes, changes, deletes, relays and pins, and what the phones show of it."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest

from bot.playground import messages
from bot.playground.phone import Phone

from .conftest import HandClock
from .looking import bubbles, last

GO = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


async def test_a_text_arrives_as_it_was_meant(bot: Bot, ada: Phone) -> None:
    message = await bot.send_message(
        ada.id, " <b>سلام</b> &lt;Ada&gt; ", parse_mode="HTML", reply_markup=GO, protect_content=True
    )
    assert message.text == "سلام <Ada>"
    assert message.reply_markup == GO
    assert message.has_protected_content
    assert message.from_user
    assert message.from_user.is_bot
    shown = last(ada)
    assert shown["html"] == "<b>سلام</b> &lt;Ada&gt;"
    assert shown["buttons"] == [[{"text": "Go", "data": "go"}]]
    assert shown["from"] == {"id": bot.id, "name": "Passerelle", "bot": True}


async def test_buttons_with_addresses_and_nameless_ones(bot: Bot, ada: Phone) -> None:
    rows = [
        [InlineKeyboardButton("Open", url="https://example.org/")],
        [InlineKeyboardButton("", callback_data="gone")],
    ]
    await bot.send_message(ada.id, "x", reply_markup=InlineKeyboardMarkup(rows))
    assert last(ada)["buttons"] == [[{"text": "Open", "url": "https://example.org/"}]]
    await bot.send_message(ada.id, "x", reply_markup=ForceReply())
    assert last(ada)["buttons"] == []


async def test_an_edit_replaces_words_and_keyboard(bot: Bot, ada: Phone, clock: HandClock) -> None:
    message = await bot.send_message(ada.id, "one", reply_markup=GO)
    clock.pass_by(minutes=1)
    edited = await message.edit_text("two")
    assert isinstance(edited, Message)
    assert edited.edit_date
    assert edited.edit_date - message.date == timedelta(minutes=1)
    assert (last(ada)["text"], last(ada)["buttons"], last(ada)["edited"]) == ("two", [], True)
    await message.edit_reply_markup(GO)
    assert last(ada)["buttons"] == [[{"text": "Go", "data": "go"}]]


async def test_a_reply_shows_what_it_answers(bot: Bot, ada: Phone) -> None:
    question = ada.say(ada.id, "why?")
    message = await bot.send_message(ada.id, "because", reply_to_message_id=question.id)
    assert message.reply_to_message
    assert message.reply_to_message.text == "why?"
    assert last(ada)["reply_to"] == question.id


async def test_messages_go_one_by_one_or_together(bot: Bot, ada: Phone) -> None:
    numbers = [(await bot.send_message(ada.id, text)).message_id for text in "abc"]
    hers = ada.say(ada.id, "mine").id
    assert await bot.delete_message(ada.id, hers)
    assert await bot.delete_messages(ada.id, [*numbers[:2], 999])
    assert [bubble["text"] for bubble in bubbles(ada)] == ["/start", "c"]
    with pytest.raises(BadRequest, match="Message identifiers are not specified"):
        await bot.delete_messages(ada.id, [])
    with pytest.raises(BadRequest, match="Too many message identifiers specified"):
        await bot.delete_messages(ada.id, list(range(1, 102)))


async def test_pins(bot: Bot, ada: Phone) -> None:
    message = await bot.send_message(ada.id, "read me")
    assert await message.pin()
    assert last(ada)["pinned"]
    pinned = (await bot.get_chat(ada.id)).pinned_message
    assert pinned
    assert pinned.message_id == message.message_id
    assert await bot.unpin_chat_message(ada.id)
    assert not last(ada)["pinned"]
    for call in (bot.pin_chat_message, bot.unpin_chat_message):
        with pytest.raises(BadRequest, match="not found"):
            await call(ada.id, 999)


async def test_a_full_chat_forgets_its_oldest_messages(
    bot: Bot, ada: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "MOST_MESSAGES_A_CHAT", 3)
    assert await (await bot.send_message(ada.id, "pinned")).pin()
    for text in "abc":
        await bot.send_message(ada.id, text)
    assert [bubble["text"] for bubble in bubbles(ada)] == ["a", "b", "c"]
    assert (await bot.get_chat(ada.id)).pinned_message is None


async def test_typing(bot: Bot, ada: Phone) -> None:
    assert await bot.send_chat_action(ada.id, ChatAction.TYPING)
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(ada.id, "dancing")
