"""Voice messages and photos that Telegram keeps: sent by their name, refused, taken out of a chat again."""

import pytest
from markupsafe import Markup

from bot.channels.telegram.channel import Telegram
from bot.posted import Posted
from bot.undeliverable import GoneForGood
from db.contents import Item, Medium
from handlers.kit.links import Link
from handlers.kit.pictures import Blank
from handlers.kit.screen import Button, Screen
from tests.channels.wire import Wire

CHAT = 1001
TEXT = Markup("<b>Nia</b>")
ROWS = [[Button("Home", Link("home.open"))]]
KEYBOARD = {"inline_keyboard": [[{"text": "Home", "callback_data": "home.open"}]]}
NO_TEXT = "Bad Request: there is no text in the message to edit"
TOO_OLD = "Bad Request: message can't be deleted for everyone"


def screen(medium: Medium, channel: str = "telegram") -> Screen:
    return Screen(TEXT, ROWS, items=[Item(medium, channel, "AwAC")])


@pytest.mark.parametrize(
    ("medium", "method"), [(Medium.VOICE, "sendVoice"), (Medium.PHOTO, "sendPhoto")], ids=str
)
async def test_it_is_sent_by_its_name_as_a_new_message(
    channel: Telegram, wire: Wire, medium: Medium, method: str
) -> None:
    assert await channel.answer(CHAT, screen(medium), over=Posted(55)) == Posted(71)
    [call] = wire.calls
    assert call.method == method
    sent = {"chat_id": CHAT, str(medium): "AwAC", "caption": TEXT, "parse_mode": "HTML"}
    assert call.parameters == sent | {"reply_markup": KEYBOARD}


@pytest.mark.parametrize(
    "refusal",
    [
        "Bad Request: wrong file identifier/HTTP URL specified",
        "Bad Request: wrong remote file identifier specified: can't unserialize it",
        "Bad Request: wrong file_id or the file is temporarily unavailable",
        "Bad Request: can't use file of type Photo as Voice",
        "Bad Request: FILE_REFERENCE_EXPIRED",
        "Bad Request: VOICE_MESSAGES_FORBIDDEN",
    ],
)
async def test_where_telegram_refuses_it_the_words_go_alone(
    channel: Telegram, wire: Wire, refusal: str
) -> None:
    wire.refuses(400, refusal)
    assert await channel.show(CHAT, screen(Medium.VOICE)) == Posted(72)
    assert [call.method for call in wire.calls] == ["sendVoice", "sendMessage"]
    assert wire.calls[1].parameters["text"] == TEXT


async def test_what_another_channel_keeps_is_not_even_tried(channel: Telegram, wire: Wire) -> None:
    await channel.show(CHAT, screen(Medium.PHOTO, "letters"))
    assert [call.method for call in wire.calls] == ["sendMessage"]


async def test_whoever_blocked_us_gets_no_words_either(channel: Telegram, wire: Wire) -> None:
    wire.refuses(403, "Forbidden: bot was blocked by the user")
    with pytest.raises(GoneForGood):
        await channel.show(CHAT, screen(Medium.PHOTO))


TAKEN = Screen(TEXT, ROWS, picture=Blank(), withdraws=True)
LADDER = {
    "words": ([], ["editMessageText"]),
    "a photo": ([NO_TEXT], ["editMessageText", "deleteMessage"]),
    "an old photo": ([NO_TEXT, TOO_OLD], ["editMessageText", "deleteMessage", "editMessageMedia"]),
    "an old voice message": (
        [NO_TEXT, TOO_OLD, "Bad Request: there is no media in the message to edit"],
        ["editMessageText", "deleteMessage", "editMessageMedia", "editMessageCaption"],
    ),
    "a message its reader deleted": (
        ["Bad Request: message to edit not found", "Bad Request: message to delete not found"],
        ["editMessageText", "deleteMessage"],
    ),
}


@pytest.mark.parametrize("what", LADDER)
async def test_it_leaves_the_chat_as_far_as_telegram_allows(channel: Telegram, wire: Wire, what: str) -> None:
    refusals, methods = LADDER[what]
    for refusal in refusals:
        wire.refuses(400, refusal)
    assert await channel.show(CHAT, TAKEN, over=Posted(55)) == Posted(55)
    assert [call.method for call in wire.calls] == methods
    assert {call.parameters["message_id"] for call in wire.calls} == {55}


async def test_an_old_photo_becomes_a_blank_one(channel: Telegram, wire: Wire) -> None:
    for refusal in (NO_TEXT, TOO_OLD):
        wire.refuses(400, refusal)
    await channel.show(CHAT, TAKEN, over=Posted(55))
    [(name, drawn)] = wire.calls[-1].files.values()
    assert (name, drawn[:8]) == ("blank.png", b"\x89PNG\r\n\x1a\n")
    assert wire.calls[-1].parameters["reply_markup"] == KEYBOARD
    assert wire.calls[-1].parameters["media"]["caption"] == TEXT


async def test_whoever_blocked_us_keeps_what_they_have(channel: Telegram, wire: Wire) -> None:
    wire.refuses(403, "Forbidden: bot was blocked by the user")
    with pytest.raises(GoneForGood):
        await channel.show(CHAT, TAKEN, over=Posted(55))
