"""Pictures, documents, voices and albums the bot sends, changes and fetches."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
)
from telegram.error import BadRequest

from bot.playground.files import Upload
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket

from .looking import last
from .pictures import gif, jpeg, png


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
    await message.edit_caption("two")
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
