"""Texts, markup, buttons and other parameters: what is taken, and what is refused in which words."""

from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.error import BadRequest

from bot.playground.phone import Phone

from .conftest import Client


def keyboard(*buttons: dict[str, Any]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(**button)] for button in buttons])


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Message text is empty"),
        (" \n ", "Text must be non-empty"),
        ("x" * 4097, "Message is too long"),
        ("👍" * 2049, "Message is too long"),
        ("<b>x", "Can't parse entities: can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_texts_telegram_does_not_take(bot: Bot, ada: Phone, text: str, description: str) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(ada.id, text, parse_mode="HTML")
    assert caught.value.message.lower() == description.lower()


async def test_a_text_is_measured_after_its_markup_is_read(bot: Bot, ada: Phone) -> None:
    message = await bot.send_message(ada.id, f"<b>{'👍' * 2048}</b>", parse_mode="HTML")
    assert message.entities[0].length == 4096


async def test_other_markup_than_html_is_not_taken(bot: Bot, ada: Phone) -> None:
    with pytest.raises(BadRequest, match=r"(?i)unsupported parse_mode"):
        await bot.send_message(ada.id, "x", parse_mode="MarkdownV2")
    message = await bot.send_message(ada.id, "x", entities=[MessageEntity("bold", 0, 1)])
    assert message.text_html == "<b>x</b>"


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "x", "callback_data": "é" * 32 + "x"}, "Button_data_invalid"),
        (
            {"text": "x"},
            "Can't parse inline keyboard button: text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "url": "http://localhost:8080"}, "is invalid: wrong http url"),
        ({"text": "x", "url": "nowhere"}, "Inline keyboard button url 'nowhere' is invalid: wrong http url"),
        ({"text": "x", "url": "ftp://a.org"}, "is invalid: unsupported url protocol"),
    ],
)
async def test_buttons_telegram_does_not_take(
    bot: Bot, ada: Phone, button: dict[str, Any], description: str
) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(ada.id, "x", reply_markup=keyboard(button))
    assert description.lower() in caught.value.message.lower()


async def test_data_of_64_bytes_and_a_hundred_buttons_pass(bot: Bot, ada: Phone) -> None:
    hundred = [{"text": "x", "callback_data": "é" * 32}] * 100
    await bot.send_message(ada.id, "x", reply_markup=keyboard(*hundred))
    with pytest.raises(BadRequest, match=r"(?i)reply_markup_too_long"):
        await bot.send_message(ada.id, "x", reply_markup=keyboard(*hundred, hundred[0]))
    nine = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="x")] * 9])
    with pytest.raises(BadRequest, match=r"(?i)reply_markup_too_long"):
        await bot.send_message(ada.id, "x", reply_markup=nine)


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
        ({"text": "x", "reply_markup": '{"inline_keyboard": [1]}'}, "inline keyboard expected"),
        (
            {"text": "x", "reply_markup": '{"inline_keyboard": [[1]]}'},
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            {"text": "x", "reply_markup": '{"inline_keyboard": [[{}]]}'},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        ({"text": "x", "reply_parameters": "1"}, "can't parse reply_parameters JSON object"),
        ({"text": "x", "entities": "{}"}, "can't parse entities: expected an Array of MessageEntity"),
        ({"text": "x", "entities": "[{}]"}, "can't parse entities: can't parse MessageEntity"),
    ],
)
async def test_parameters_that_cannot_be_read(
    client: Client, ada: Phone, params: dict[str, str], description: str
) -> None:
    answer = await client.post(f"/bot{ada.pocket.token}/SENDMESSAGE", data=params | {"chat_id": str(ada.id)})
    assert (await answer.json())["description"] == f"Bad Request: {description}"


async def test_json_bodies_are_read_too(client: Client, ada: Phone) -> None:
    path = f"/bot{ada.pocket.token}/sendMessage"
    answer = await client.post(path, json={"chat_id": ada.id, "text": "x", "reply_markup": None})
    assert (await answer.json())["result"]["text"] == "x"
    answer = await client.post(path, json={"chat_id": ada.id, "text": "\ud83d"})
    assert (await answer.json())["description"] == "Bad Request: strings must be encoded in UTF-8"
    for body in ("[1]", "{"):
        answer = await client.post(path, data=body, headers={"Content-Type": "application/json"})
        assert (await answer.json())["description"] == "Bad Request: can't parse request"
