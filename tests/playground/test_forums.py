"""Forums as the bot meets them: topics made, named, closed and deleted, and what stands in which."""

from typing import Any

import pytest
from telegram import Bot, ChatMemberRestricted, InputMediaPhoto, Message, Update
from telegram.error import BadRequest

from bot.playground import forums, groups
from bot.playground.files import Upload
from bot.playground.messages import Chat
from bot.playground.phone import CannotDo, Phone
from bot.playground.pocket import Pocket

from .conftest import Client, heard
from .pictures import png


@pytest.fixture
def plaza(pocket: Pocket, ada: Phone, nia: Phone) -> Chat:
    """A forum of Ada and Nia; the bot is a member of it and has read so."""
    group = groups.open_group(pocket, "Plaza", [ada.id, nia.id])
    groups.seat_bot(pocket, group, ada.id, "member")
    grown = forums.make_forum(pocket, group)
    heard(pocket)
    return grown


@pytest.fixture
def kitchen(pocket: Pocket, ada: Phone, plaza: Chat) -> int:
    """A topic; the bot has heard of it."""
    number = forums.create_topic(pocket, plaza, ada.id, "Kitchen").id
    heard(pocket)
    return number


def last(pocket: Pocket) -> Update:
    updates = heard(pocket)
    update = Update.de_json(updates[-1])
    assert update
    return update


async def test_a_topic_is_made(pocket: Pocket, ada: Phone, plaza: Chat) -> None:
    number = forums.create_topic(pocket, plaza, ada.id, "Kitchen").id
    message = last(pocket).message
    assert message
    assert message.chat.is_forum
    assert message.forum_topic_created
    assert message.forum_topic_created.name == "Kitchen"
    assert (message.message_thread_id, message.is_topic_message) == (number, True)
    assert message.reply_to_message is None


async def test_what_is_said_in_a_topic_carries_its_head(
    pocket: Pocket, ada: Phone, plaza: Chat, kitchen: int
) -> None:
    ada.topic = kitchen
    said = ada.say(plaza.id, "/help")
    message = last(pocket).message
    assert message
    assert message.message_thread_id == kitchen
    assert message.reply_to_message
    assert message.reply_to_message.forum_topic_created
    ada.topic = None
    ada.say(plaza.id, "/help", said.id)
    message = last(pocket).message
    assert message
    assert message.message_thread_id == kitchen, "a reply stands beside what it answers"
    assert message.reply_to_message
    assert message.reply_to_message.message_id == said.id


async def test_the_general_topic_has_no_number(pocket: Pocket, ada: Phone, plaza: Chat, kitchen: int) -> None:
    ada.say(plaza.id, "/help")
    message = last(pocket).message
    assert message
    assert (message.message_thread_id, message.is_topic_message) == (None, None)


async def test_the_bot_writes_in_a_topic(bot: Bot, plaza: Chat, kitchen: int) -> None:
    sent = await bot.send_message(plaza.id, "x", message_thread_id=kitchen)
    assert sent.message_thread_id == kitchen
    beside = await bot.send_message(plaza.id, "y", reply_to_message_id=sent.message_id)
    edited = await sent.edit_text("z")
    assert isinstance(edited, Message)
    assert edited.message_thread_id == kitchen
    assert beside.message_id == sent.message_id + 1
    assert (await bot.copy_message(plaza.id, plaza.id, sent.message_id, message_thread_id=kitchen)).message_id
    assert (await sent.forward(plaza.id, message_thread_id=kitchen)).message_thread_id == kitchen


async def test_albums_stand_in_a_topic_too(bot: Bot, ada: Phone, plaza: Chat, kitchen: int) -> None:
    pictures = [InputMediaPhoto(png()) for _ in range(2)]
    for message in await bot.send_media_group(plaza.id, pictures, message_thread_id=kitchen):
        assert message.message_thread_id == kitchen
    ada.topic = kitchen
    uploads = [Upload(png(), f"{n}.png", "image/png") for n in range(2)]
    assert {each.topic for each in ada.show_album(plaza.id, "photo", uploads)} == {kitchen}


async def refused(bot: Bot, chat: Chat, thread: int) -> str:
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(chat.id, "x", message_thread_id=thread)
    return caught.value.message


async def test_where_there_is_no_topic_nobody_writes(bot: Bot, ada: Phone, plaza: Chat, kitchen: int) -> None:
    assert await refused(bot, plaza, 999) == "Message thread not found"
    ada.topic = 999
    with pytest.raises(CannotDo, match="no such topic"):
        ada.say(plaza.id, "hello")
    forums.delete_topic(ada.pocket, plaza, kitchen)
    assert await refused(bot, plaza, kitchen) == "Message thread not found"
    assert heard(ada.pocket) == [], "nobody notes that a topic is deleted"


async def test_a_closed_topic_takes_only_administrators(
    bot: Bot, nia: Phone, plaza: Chat, kitchen: int
) -> None:
    ada = next(iter(plaza.members))
    forums.shut_topic(nia.pocket, plaza, ada, (kitchen, True))
    forums.shut_topic(nia.pocket, plaza, ada, (kitchen, True))
    closed = last(nia.pocket).message
    assert closed
    assert closed.forum_topic_closed
    assert closed.message_thread_id == kitchen
    assert await refused(bot, plaza, kitchen) == "Topic_closed"
    nia.topic = kitchen
    with pytest.raises(CannotDo, match="closed"):
        nia.say(plaza.id, "hello")
    groups.seat_bot(nia.pocket, plaza, ada, "administrator")
    assert await bot.send_message(plaza.id, "x", message_thread_id=kitchen)
    groups.seat_bot(nia.pocket, plaza, ada, "member")
    forums.shut_topic(nia.pocket, plaza, ada, (kitchen, False))
    opened = last(nia.pocket).message
    assert opened
    assert opened.forum_topic_reopened
    assert nia.say(plaza.id, "hello").topic == kitchen


async def test_a_topic_gets_another_name(pocket: Pocket, ada: Phone, plaza: Chat, kitchen: int) -> None:
    forums.name_topic(pocket, plaza, ada.id, (kitchen, "Garden"))
    message = last(pocket).message
    assert message
    assert message.forum_topic_edited
    assert message.forum_topic_edited.name == "Garden"
    for name in ("", "x" * 129):
        with pytest.raises(CannotDo):
            forums.name_topic(pocket, plaza, ada.id, (kitchen, name))


async def test_only_a_forum_has_topics(pocket: Pocket, ada: Phone) -> None:
    group = groups.open_group(pocket, "Plain", [ada.id], "supergroup")
    with pytest.raises(CannotDo):
        forums.create_topic(pocket, group, ada.id, "Kitchen")


async def test_a_restricted_bot_reads_and_may_not_write(
    bot: Bot, pocket: Pocket, ada: Phone, plaza: Chat
) -> None:
    groups.seat_bot(pocket, plaza, ada.id, "restricted")
    change = last(pocket).my_chat_member
    assert change
    assert isinstance(change.new_chat_member, ChatMemberRestricted)
    assert not change.new_chat_member.can_send_messages
    with pytest.raises(BadRequest, match="Not enough rights to send text messages to the chat"):
        await bot.send_message(plaza.id, "x")
    ada.say(plaza.id, "/help")
    assert last(pocket).message


async def test_the_page_makes_and_shuts_topics(
    client: Client, pocket: Pocket, ada: Phone, nia: Phone
) -> None:
    async def post(path: str, **given: Any) -> Any:
        answer = await client.post(path, json=given)
        assert answer.status == 200, await answer.text()
        return await answer.json()

    group = await post("/groups", title="Plaza", members=[ada.id, nia.id], type="group")
    forum = await post(f"/groups/{group['id']}/forum")
    path = f"/groups/{forum['id']}/topics"
    topic = (await post(path, name="Kitchen", by=nia.id))["id"]
    await post(f"{path}/{topic}/name", name="Garden")
    shown = await post(f"{path}/{topic}/close")
    assert (shown["forum"], shown["topics"]) == (True, [{"id": topic, "name": "Garden", "closed": True}])
    await post(f"{path}/{topic}/reopen")
    said = await post(f"/phones/{nia.id}/chats/{forum['id']}/say", text="hello", topic=topic)
    assert said["topic"] == topic
    assert (await post(f"{path}/{topic}/delete"))["topics"] == []
    assert (await client.post(f"{path}/9/close")).status == 409
    assert (await post("/groups", title="New", members=[ada.id], type="forum"))["forum"]
