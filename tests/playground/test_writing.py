"""What the bot writes, changes, deletes, relays and pins, and what the phones show of it."""

from datetime import timedelta
from typing import Any

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest

from bot.playground import phone_view
from bot.playground.files import Upload
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket

from .conftest import HandClock
from .pictures import gif, jpeg, png

GO = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


def bubbles(phone: Phone) -> list[dict[str, Any]]:
    person = phone.pocket.people[phone.id]
    shown: list[dict[str, Any]] = phone_view.screen(phone.pocket, person, phone.chat(phone.id))["messages"]
    return shown


def last(phone: Phone) -> dict[str, Any]:
    return bubbles(phone)[-1]


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


@pytest.mark.parametrize("picture", [png(1280, 960), jpeg(1280, 960), gif(1280, 960)])
async def test_a_picture_has_sizes_and_can_be_fetched_again(bot: Bot, ada: Phone, picture: bytes) -> None:
    message = await bot.send_photo(ada.id, picture, caption="<i>here</i>", parse_mode="HTML")
    assert [(size.width, size.height) for size in message.photo] == [(90, 67), (1280, 960)]
    assert message.caption_html == "<i>here</i>"
    file = await message.photo[-1].get_file()
    assert bytes(await file.download_as_bytearray()) == picture
    again = await bot.send_photo(ada.id, message.photo[-1].file_id)
    assert again.photo[-1].file_id == message.photo[-1].file_id
    assert last(ada)["photo"] == "/files/1"


async def test_documents_and_voices(bot: Bot, ada: Phone) -> None:
    message = await bot.send_document(ada.id, b"BEGIN:VCALENDAR", filename="meeting.ics")
    assert message.document
    assert (message.document.file_name, message.document.file_size) == ("meeting.ics", 15)
    assert last(ada)["document"] == {"name": "meeting.ics", "url": "/files/1", "size": 15}
    spoken = await bot.send_voice(ada.id, b"OggS", duration=3)
    assert spoken.voice
    assert spoken.voice.duration == timedelta(seconds=3)
    assert last(ada)["voice"] == {"url": "/files/2", "duration": 3}


async def test_files_telegram_does_not_take(bot: Bot, ada: Phone) -> None:
    document = (await bot.send_document(ada.id, b"x")).document
    assert document
    refused: dict[str, bytes | str] = {
        "IMAGE_PROCESS_FAILED": b"not a picture",
        "File must be non-empty": b"",
        "PHOTO_INVALID_DIMENSIONS": png(2100, 100),
        "Can't use file of type Document as Photo": document.file_id,
        "Wrong file identifier/HTTP URL specified": "unknown",
    }
    for description, photo in refused.items():
        with pytest.raises(BadRequest) as caught:
            await bot.send_photo(ada.id, photo)
        assert caught.value.message.lower() == description.lower()
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(ada.id, png(), caption="x" * 1025)
    with pytest.raises(BadRequest, match=r"(?i)wrong file_id"):
        await bot.get_file("unknown")


async def test_a_large_file_can_be_sent_but_not_fetched(bot: Bot, pocket: Pocket, ada: Phone) -> None:
    sent = ada.show(ada.id, "document", Upload(bytes(20 * 1024 * 1024 + 1), "large.bin"))
    assert sent.content.file
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(sent.content.file.file_id)
    with pytest.raises(BadRequest, match="Too big for a photo"):
        await bot.send_photo(ada.id, png() + bytes(10 * 1024 * 1024))


async def test_captions_and_pictures_are_edited_texts_are_not(bot: Bot, ada: Phone) -> None:
    message = await bot.send_photo(ada.id, png(), caption="one")
    await message.edit_caption("two", reply_markup=GO)
    assert last(ada)["text"] == "two"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await message.edit_text("three")
    edited = await message.edit_media(InputMediaPhoto(png(10, 10), caption="four"))
    assert isinstance(edited, Message)
    assert (edited.photo[-1].width, edited.caption) == (10, "four")
    text = await bot.send_message(ada.id, "text")
    edited = await text.edit_media(InputMediaDocument(b"x", filename="a.txt"))
    assert isinstance(edited, Message)
    assert edited.document


async def test_an_album_is_one_media_group(bot: Bot, ada: Phone) -> None:
    messages = await bot.send_media_group(
        ada.id, [InputMediaPhoto(png()), InputMediaPhoto(png())], caption="ours"
    )
    assert len({message.media_group_id for message in messages}) == 1
    assert [message.caption for message in messages] == ["ours", None]
    with pytest.raises(BadRequest, match="Too many messages to send as an album"):
        await bot.send_media_group(ada.id, [InputMediaPhoto(messages[0].photo[-1].file_id)] * 11)
    with pytest.raises(BadRequest, match="Document can't be mixed with other media types"):
        await bot.send_media_group(ada.id, [InputMediaPhoto(png()), InputMediaDocument(b"x")])


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


async def test_a_copy_does_not_name_its_author_a_forward_does(bot: Bot, ada: Phone, nia: Phone) -> None:
    letter = ada.show(ada.id, "photo", Upload(png(), "a.png", "image/png"), "for you")
    copy = await bot.copy_message(nia.id, ada.id, letter.id, caption="from a friend", reply_markup=GO)
    assert copy.message_id == last(nia)["id"]
    assert (last(nia)["text"], "forwarded_from" in last(nia)) == ("from a friend", False)
    forward = await bot.forward_message(nia.id, ada.id, letter.id)
    assert forward.forward_origin
    assert last(nia)["forwarded_from"] == "Ada"
    for call in (bot.copy_message, bot.forward_message):
        with pytest.raises(BadRequest, match="not found"):
            await call(nia.id, ada.id, 999)


async def test_albums_are_copied_as_albums(bot: Bot, ada: Phone, nia: Phone) -> None:
    uploads = [Upload(png(), "a.png", "image/png")] * 2
    numbers = [message.id for message in ada.show_album(ada.id, "photo", uploads, "ours")]
    copies = await bot.copy_messages(nia.id, ada.id, numbers, remove_caption=True)
    assert [copy.message_id for copy in copies] == [bubble["id"] for bubble in bubbles(nia)[-2:]]
    assert len({bubble["album"] for bubble in bubbles(nia)[-2:]}) == 1
    assert last(nia)["text"] == ""
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_messages(nia.id, ada.id, [999])


async def test_protected_messages_stay_where_they_are(bot: Bot, ada: Phone, nia: Phone) -> None:
    message = await bot.send_message(ada.id, "only for you", protect_content=True)
    with pytest.raises(BadRequest, match="Message can't be copied"):
        await bot.copy_message(nia.id, ada.id, message.message_id)
    with pytest.raises(BadRequest, match="Message can't be forwarded"):
        await bot.forward_message(nia.id, ada.id, message.message_id)


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


async def test_typing(bot: Bot, ada: Phone) -> None:
    assert await bot.send_chat_action(ada.id, ChatAction.TYPING)
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(ada.id, "dancing")
