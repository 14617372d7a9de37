"""What Telegram refuses is refused, in Telegram's words, as the real Bot class understands them."""

from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from bot.playground import groups
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket

from .conftest import Client, HandClock, bot_at

NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


def keyboard(*buttons: dict[str, Any]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(**button)] for button in buttons])


async def test_a_person_who_never_pressed_start_cannot_be_written_to(bot: Bot, pocket: Pocket) -> None:
    karim = pocket.add_person("Karim", "en")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(karim.id, "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.get_chat(karim.id)


async def test_a_person_who_blocked_or_is_gone_cannot_be_written_to(bot: Bot, ada: Phone) -> None:
    ada.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ada.id, "x")
    ada.delete_account()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ada.id, "x")


@pytest.mark.parametrize("chat", [12345, -12345, "@nobody"])
async def test_an_unknown_chat_is_not_found(bot: Bot, chat: int | str) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(chat, "x")


async def test_groups_the_bot_is_not_in(bot: Bot, pocket: Pocket, ada: Phone) -> None:
    group = groups.open_group(pocket, "Saturdays", [ada.id])
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(group.id, "x")
    groups.seat_bot(pocket, group, ada.id, "member")
    groups.seat_bot(pocket, group, ada.id, "kicked")
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "x")
    groups.seat_bot(pocket, group, ada.id, "left")
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group.id, "x")


async def test_a_group_that_moved_says_where(bot: Bot, pocket: Pocket, ada: Phone) -> None:
    group = groups.open_group(pocket, "Saturdays", [ada.id])
    groups.seat_bot(pocket, group, ada.id, "member")
    grown = groups.migrate(pocket, group)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(group.id, "x")
    assert caught.value.new_chat_id == grown.id
    assert (await bot.send_message(grown.id, "x")).chat.type == "supergroup"


async def test_edits_telegram_does_not_take(bot: Bot, ada: Phone) -> None:
    message = await bot.send_message(ada.id, "x", reply_markup=keyboard({"text": "b", "callback_data": "b"}))
    with pytest.raises(BadRequest) as unchanged:
        await message.edit_text(" x ", reply_markup=message.reply_markup)
    assert unchanged.value.message == NOT_MODIFIED
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await message.edit_text("x" * 4097)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await message.edit_caption("y")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("y", ada.id, 999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("y", ada.id, ada.say(ada.id, "mine").id)


async def test_messages_that_cannot_be_deleted(
    bot: Bot, pocket: Pocket, ada: Phone, clock: HandClock
) -> None:
    group = groups.open_group(pocket, "Saturdays", [ada.id])
    groups.seat_bot(pocket, group, ada.id, "member")
    hers = ada.say(group.id, "hello")
    with pytest.raises(BadRequest, match=r"^Message can't be deleted$"):
        await bot.delete_message(group.id, hers.id)
    groups.seat_bot(pocket, group, ada.id, "administrator")
    assert await bot.delete_message(group.id, hers.id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(group.id, hers.id)
    old = await bot.send_message(ada.id, "x")
    clock.pass_by(hours=48, seconds=1)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await old.delete()


async def test_an_answer_too_late_twice_too_long_or_to_nothing(
    bot: Bot, ada: Phone, clock: HandClock
) -> None:
    message = await bot.send_message(ada.id, "x", reply_markup=keyboard({"text": "b", "callback_data": "b"}))
    press = ada.press(ada.id, message.message_id, "b")
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_callback_query(press.id, "x" * 201)
    clock.pass_by(seconds=150)
    assert await bot.answer_callback_query(press.id)
    late = ada.press(ada.id, message.message_id, "b")
    clock.pass_by(seconds=151)
    for query in (press.id, late.id, "1"):
        with pytest.raises(BadRequest, match=f"(?i){TOO_OLD}"):
            await bot.answer_callback_query(query)


async def test_a_reply_to_nothing(bot: Bot, ada: Phone) -> None:
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ada.id, "x", reply_to_message_id=999)
    message = await bot.send_message(ada.id, "x", reply_to_message_id=999, allow_sending_without_reply=True)
    assert message.reply_to_message is None


async def test_a_wrong_token_an_unknown_method_and_a_missing_parameter(
    client: Client, pocket: Pocket
) -> None:
    with pytest.raises(InvalidToken):
        async with bot_at(client, "1:wrong"):
            pass
    expected = {
        "/bot1:wrong/getMe": (401, "Unauthorized"),
        f"/bot{pocket.token}/getLunch": (404, "Not Found: method not found"),
        f"/bot{pocket.token}/sendMessage?text=x": (400, "Bad Request: chat_id is empty"),
        f"/bot{pocket.token}/answerCallbackQuery": (
            400,
            'Bad Request: parameter "callback_query_id" is required',
        ),
        f"/file/bot{pocket.token}/photos/file_1.jpg": (404, "Not Found"),
        "/file/bot1:wrong/photos/file_1.jpg": (401, "Unauthorized"),
    }
    for path, (code, description) in expected.items():
        answer = await client.get(path)
        body = await answer.json()
        assert (answer.status, body) == (code, {"ok": False, "error_code": code, "description": description})
