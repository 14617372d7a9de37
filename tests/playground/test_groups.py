"""Groups as the bot meets them: what it hears, who comes and goes, and what happens when one grows."""

from typing import Any

import pytest
from telegram import Bot, ChatMemberAdministrator, ChatMemberOwner, Update
from telegram.error import BadRequest

from bot.playground import groups
from bot.playground.files import Upload
from bot.playground.messages import Chat
from bot.playground.phone import CannotDo, Phone
from bot.playground.pocket import Pocket

from .conftest import heard


@pytest.fixture
def saturdays(pocket: Pocket, ada: Phone, nia: Phone) -> Chat:
    """A group of Ada and Nia; the bot is a member of it and has read so."""
    group = groups.open_group(pocket, "Saturdays", [ada.id, nia.id])
    groups.seat_bot(pocket, group, ada.id, "member")
    heard(pocket)
    return group


def texts(pocket: Pocket) -> list[str | None]:
    return [update["message"].get("text") for update in heard(pocket)]


def kinds(updates: list[dict[str, Any]]) -> list[str]:
    """The kind of each update; for a service message, its field."""
    known = {"message_id", "from", "chat", "date"}
    return [
        next(iter(set(update["message"]) - known)) if "message" in update else list(update)[1]
        for update in updates
    ]


def parsed(updates: list[dict[str, Any]]) -> list[Update]:
    return [update for update in (Update.de_json(raw) for raw in updates) if update]


async def test_privacy_lets_commands_and_replies_through(
    bot: Bot, pocket: Pocket, ada: Phone, saturdays: Chat
) -> None:
    ada.say(saturdays.id, "between us")
    ada.say(saturdays.id, "/help")
    ada.say(saturdays.id, "/help@Passerelle_bot now")
    ada.say(saturdays.id, "/help@another_bot")
    question = await bot.send_message(saturdays.id, "When?")
    ada.say(saturdays.id, "On Saturday", question.message_id)
    ada.say(saturdays.id, "to her", ada.say(saturdays.id, "aside").id)
    assert texts(pocket) == ["/help", "/help@Passerelle_bot now", "On Saturday"]


async def test_photos_and_voice_messages_answer_too(
    bot: Bot, pocket: Pocket, ada: Phone, saturdays: Chat
) -> None:
    question = await bot.send_message(saturdays.id, "When?")
    ada.show(saturdays.id, "voice", Upload(b"ogg", "a.ogg", "audio/ogg"))
    ada.replying_to = question.message_id
    ada.show(saturdays.id, "voice", Upload(b"ogg", "b.ogg", "audio/ogg"))
    (update,) = parsed(heard(pocket))
    assert update.message
    assert update.message.voice
    assert update.message.reply_to_message
    assert update.message.reply_to_message.message_id == question.message_id


async def test_an_administrator_hears_all(pocket: Pocket, ada: Phone, saturdays: Chat) -> None:
    groups.seat_bot(pocket, saturdays, ada.id, "administrator")
    assert kinds(heard(pocket)) == ["my_chat_member"]
    ada.say(saturdays.id, "hello")
    assert texts(pocket) == ["hello"]


async def test_the_bot_comes_and_goes(pocket: Pocket, ada: Phone, saturdays: Chat) -> None:
    groups.seat_bot(pocket, saturdays, ada.id, "kicked")
    groups.seat_bot(pocket, saturdays, ada.id, "administrator")
    groups.seat_bot(pocket, saturdays, ada.id, "administrator")
    updates = heard(pocket)
    assert kinds(updates) == ["my_chat_member", "my_chat_member", "new_chat_members"]
    gone, back, came = parsed(updates)
    assert gone.my_chat_member
    assert back.my_chat_member
    assert gone.my_chat_member.new_chat_member.status == "kicked"
    assert gone.my_chat_member.from_user.id == ada.id
    assert isinstance(back.my_chat_member.new_chat_member, ChatMemberAdministrator)
    assert came.message
    assert came.message.new_chat_members[0].id == pocket.bot.id


async def test_the_bot_leaves(bot: Bot, pocket: Pocket, ada: Phone, saturdays: Chat) -> None:
    assert await bot.leave_chat(saturdays.id)
    (update,) = parsed(heard(pocket))
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.status == "left"
    with pytest.raises(BadRequest, match="private chats"):
        await bot.leave_chat(ada.id)


async def test_people_come_and_go(bot: Bot, pocket: Pocket, ada: Phone, saturdays: Chat) -> None:
    samir = pocket.add_person("Samir Said", "en")
    groups.change_members(pocket, saturdays, [samir.id], [])
    groups.change_members(pocket, saturdays, [samir.id], [samir.id])
    came, gone = parsed(heard(pocket))
    assert came.message
    assert gone.message
    assert gone.message.left_chat_member
    assert came.message.new_chat_members[0].full_name == "Samir Said"
    assert gone.message.left_chat_member.id == samir.id


async def test_chat_member_comes_only_to_an_administrator_who_asks(
    bot: Bot, pocket: Pocket, nia: Phone, saturdays: Chat
) -> None:
    await bot.get_updates(allowed_updates=["chat_member"])
    groups.change_members(pocket, saturdays, [], [nia.id])
    assert heard(pocket) == []
    groups.seat_bot(pocket, saturdays, next(iter(saturdays.members)), "administrator")
    groups.change_members(pocket, saturdays, [nia.id], [])
    (update,) = parsed(heard(pocket))
    assert update.chat_member
    assert update.chat_member.new_chat_member.user.id == nia.id
    assert update.chat_member.old_chat_member.status == "left"


async def test_a_new_title_is_told(bot: Bot, pocket: Pocket, ada: Phone, saturdays: Chat) -> None:
    groups.rename(pocket, saturdays, "Sundays", ada.id)
    (update,) = parsed(heard(pocket))
    assert update.message
    assert update.message.new_chat_title == "Sundays"
    assert (await bot.get_chat(saturdays.id)).title == "Sundays"


async def test_a_group_becomes_a_supergroup(bot: Bot, pocket: Pocket, saturdays: Chat) -> None:
    grown = groups.migrate(pocket, saturdays)
    before, after = parsed(heard(pocket))
    assert before.message
    assert after.message
    assert (before.message.chat.id, before.message.migrate_to_chat_id) == (saturdays.id, grown.id)
    assert (after.message.chat.id, after.message.migrate_from_chat_id) == (grown.id, saturdays.id)
    assert (after.message.message_id, before.message.message_id > 1) == (1, True)
    assert (await bot.send_message(grown.id, "here")).message_id == 2
    with pytest.raises(CannotDo):
        groups.migrate(pocket, saturdays)


async def test_who_is_in_a_group(bot: Bot, pocket: Pocket, ada: Phone, saturdays: Chat) -> None:
    samir = pocket.add_person("Samir", "en")
    groups.change_members(pocket, saturdays, [samir.id], [])
    assert (await bot.get_chat(saturdays.id)).type == "group"
    assert await bot.get_chat_member_count(saturdays.id) == 4
    assert isinstance(await bot.get_chat_member(saturdays.id, ada.id), ChatMemberOwner)
    assert (await bot.get_chat_member(saturdays.id, samir.id)).status == "member"
    assert (await bot.get_chat_member(saturdays.id, pocket.bot.id)).status == "member"
    assert (await bot.get_chat_member(saturdays.id, pocket.add_person("Rosa", "en").id)).status == "left"
    groups.seat_bot(pocket, saturdays, ada.id, "administrator")
    administrators = await bot.get_chat_administrators(saturdays.id)
    assert [member.user.id for member in administrators] == [ada.id, pocket.bot.id]
    with pytest.raises(BadRequest, match="User not found"):
        await bot.get_chat_member(saturdays.id, 1)
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await bot.get_chat_administrators(ada.id)


async def test_pinning_in_a_group_needs_an_administrator(
    bot: Bot, pocket: Pocket, ada: Phone, saturdays: Chat
) -> None:
    message = await bot.send_message(saturdays.id, "read me")
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages in the chat"):
        await message.pin()
    groups.seat_bot(pocket, saturdays, ada.id, "administrator")
    assert await message.pin()


async def test_a_press_in_a_group_comes_from_who_pressed(
    bot: Bot, pocket: Pocket, nia: Phone, saturdays: Chat
) -> None:
    message = await bot.send_message(saturdays.id, "x")
    nia.press(saturdays.id, message.message_id, "forged", forged=True)
    (update,) = parsed(heard(pocket))
    assert update.callback_query
    assert (update.callback_query.from_user.id, update.callback_query.data) == (nia.id, "forged")


async def test_a_migrated_group_is_closed(pocket: Pocket, ada: Phone, saturdays: Chat) -> None:
    groups.migrate(pocket, saturdays)
    with pytest.raises(CannotDo):
        ada.say(saturdays.id, "anybody here?")
