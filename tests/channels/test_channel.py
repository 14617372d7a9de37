"""Screens become exact calls of the Bot API, and what it refuses becomes one of our few errors."""

from dataclasses import dataclass
from typing import Any

import pytest
from markupsafe import Markup

from bot.channels.telegram.channel import Telegram
from bot.posted import Posted
from bot.undeliverable import Bug, GoneForGood, Moved, SlowDown, Undeliverable
from handlers.kit.links import Link
from handlers.kit.screen import Button, Door, Screen
from tests.channels.wire import Call, Wire

CHAT = 1001
TEXT = Markup("<b>Home</b> &amp; more")
PLAIN = {"is_disabled": True}


@dataclass(frozen=True)
class Square:
    """A picture."""

    name: str = "square.png"

    def draw(self) -> bytes:
        return b"\x89PNG"


@dataclass(frozen=True)
class Spoilt:
    """A picture nobody can draw, and a document nobody can write."""

    name: str = "spoilt.png"

    def draw(self) -> bytes:
        raise ValueError("no colours")

    def write(self) -> bytes:
        raise ValueError("no ink")


@dataclass(frozen=True)
class Letter:
    """A document."""

    name: str = "letter.txt"

    def write(self) -> bytes:
        return b"Hello"


def screen(**more: Any) -> Screen:
    return Screen(TEXT, **more)


async def test_a_screen_is_a_message(channel: Telegram, wire: Wire) -> None:
    rows = [
        [Button("See goals", Link("goals.overview:1")), Button("Help", Link("help.overview"))],
        [Door("Confirm", "https://t.me/passerelle_bot?start=g-1")],
        [],
    ]
    assert await channel.show(CHAT, screen(rows=rows)) == Posted(71)
    keyboard = [
        [
            {"text": "See goals", "callback_data": "goals.overview:1"},
            {"text": "Help", "callback_data": "help.overview"},
        ],
        [{"text": "Confirm", "url": "https://t.me/passerelle_bot?start=g-1"}],
    ]
    sent = {
        "chat_id": CHAT,
        "text": "<b>Home</b> &amp; more",
        "parse_mode": "HTML",
        "link_preview_options": PLAIN,
        "reply_markup": {"inline_keyboard": keyboard},
    }
    assert wire.calls == [Call("sendMessage", sent)]


async def test_no_buttons_are_no_keyboard(channel: Telegram, wire: Wire) -> None:
    await channel.show(CHAT, screen(rows=[[]]))
    assert "reply_markup" not in wire.calls[0].parameters


async def test_what_was_pressed_is_edited(channel: Telegram, wire: Wire) -> None:
    assert await channel.answer(
        CHAT, screen(rows=[[Button("Home", Link("home.open"))]]), over=Posted(55)
    ) == Posted(55)
    edited = {
        "chat_id": CHAT,
        "message_id": 55,
        "text": "<b>Home</b> &amp; more",
        "parse_mode": "HTML",
        "link_preview_options": PLAIN,
        "reply_markup": {"inline_keyboard": [[{"text": "Home", "callback_data": "home.open"}]]},
    }
    assert wire.calls == [Call("editMessageText", edited)]


async def test_a_picture_is_a_new_message_with_a_caption(channel: Telegram, wire: Wire) -> None:
    await channel.answer(CHAT, screen(picture=Square()), over=Posted(55))
    [call] = wire.calls
    assert call.method == "sendPhoto"
    assert call.parameters["caption"] == "<b>Home</b> &amp; more"
    assert list(call.files.values()) == [("square.png", b"\x89PNG")]


@pytest.mark.parametrize("what", ["picture", "document"])
async def test_a_file_that_fails_leaves_its_caption(channel: Telegram, wire: Wire, what: str) -> None:
    await channel.show(CHAT, screen(**{what: Spoilt()}))
    [call] = wire.calls
    assert (call.method, call.parameters["text"]) == ("sendMessage", "<b>Home</b> &amp; more")


async def test_a_document_is_a_new_message_with_a_caption(channel: Telegram, wire: Wire) -> None:
    await channel.answer(CHAT, screen(document=Letter()), over=Posted(55))
    [call] = wire.calls
    assert call.method == "sendDocument"
    assert call.parameters["caption"] == "<b>Home</b> &amp; more"
    assert list(call.files.values()) == [("letter.txt", b"Hello")]


async def test_an_unchanged_edit_is_a_success(channel: Telegram, wire: Wire) -> None:
    wire.refuses(400, "Bad Request: message is not modified: specified new message content and reply markup")
    assert await channel.answer(CHAT, screen(), over=Posted(55)) == Posted(55)


@pytest.mark.parametrize(
    "refusal",
    [
        "Bad Request: message can't be edited",
        "Bad Request: message to edit not found",
        "Bad Request: there is no text in the message to edit",
        "Bad Request: MESSAGE_ID_INVALID",
    ],
)
async def test_what_cannot_be_edited_is_said_anew(channel: Telegram, wire: Wire, refusal: str) -> None:
    wire.refuses(400, refusal)
    assert await channel.answer(CHAT, screen(), over=Posted(55)) == Posted(72)
    assert [call.method for call in wire.calls] == ["editMessageText", "sendMessage"]


REFUSALS = {
    "blocked": (403, "Forbidden: bot was blocked by the user", {}, GoneForGood),
    "deactivated": (403, "Forbidden: user is deactivated", {}, GoneForGood),
    "kicked": (403, "Forbidden: bot was kicked from the supergroup chat", {}, GoneForGood),
    "unknown": (400, "Bad Request: chat not found", {}, GoneForGood),
    "moved": (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -1005}, Moved),
    "flood": (429, "Too Many Requests: retry after 7", {"retry_after": 7}, SlowDown),
    "malformed": (400, "Bad Request: can't parse entities: Unsupported start tag", {}, Bug),
    "too long a link": (400, "Bad Request: BUTTON_DATA_INVALID", {}, Bug),
}


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("over", [None, Posted(55)])
async def test_what_a_refusal_means(channel: Telegram, wire: Wire, over: Posted | None, refusal: str) -> None:
    status, text, parameters, meaning = REFUSALS[refusal]
    wire.refuses(status, text, **parameters)
    with pytest.raises(Undeliverable) as raised:
        await channel.show(CHAT, screen(), over)
    assert type(raised.value) is meaning
    assert getattr(raised.value, "chat", -1005) == -1005
    assert getattr(raised.value, "seconds", 7) == 7


async def test_a_press_is_acknowledged(channel: Telegram, wire: Wire) -> None:
    await channel.acknowledge("4711")
    assert wire.calls == [Call("answerCallbackQuery", {"callback_query_id": "4711"})]


async def test_words_beside_a_press_are_short(channel: Telegram, wire: Wire) -> None:
    await channel.acknowledge("4711", "word " * 60)
    [call] = wire.calls
    assert call.parameters["callback_query_id"] == "4711"
    assert call.parameters["text"].endswith("word…")
    assert len(call.parameters["text"]) <= 200


async def test_a_press_that_waited_too_long_is_none_of_our_worries(channel: Telegram, wire: Wire) -> None:
    wire.refuses(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    await channel.acknowledge("4711")


async def test_deep_links(channel: Telegram) -> None:
    assert channel.deep_link("abc-1") == "https://t.me/passerelle_bot?start=abc-1"
    assert channel.deep_link("") == "https://t.me/passerelle_bot"
