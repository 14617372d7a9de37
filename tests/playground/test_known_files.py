"""Voices and photos that people sent, sent on by their name, as Telegram does and refuses it."""

import pytest
from telegram import Bot, InputMediaPhoto, Message
from telegram.error import BadRequest

from bot.playground.files import Upload
from bot.playground.phone import Phone

from .conftest import HandClock
from .looking import last
from .pictures import png


def sent(phone: Phone, kind: str, data: bytes) -> str:
    """What a phone shows the bot; the name of the file."""
    message = phone.show(phone.id, "voice" if kind == "voice" else "photo", Upload(data))
    assert message.content.file
    return message.content.file.file_id


async def test_what_one_sent_the_other_gets(bot: Bot, ada: Phone, nia: Phone) -> None:
    ada.say(ada.id, "/start")
    nia.say(nia.id, "/start")
    await bot.send_voice(nia.id, sent(ada, "voice", b"OggS"), caption="Ada")
    assert (last(nia)["voice"]["url"], last(nia)["text"]) == ("/files/1", "Ada")
    await bot.send_photo(ada.id, sent(nia, "photo", png()), caption="Nia")
    assert (last(ada)["photo"], last(ada)["text"]) == ("/files/2", "Nia")


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("pocket-voice-000099", "Wrong file identifier/HTTP URL"),
        ("1", "Can't use file of type Photo as Voice"),
    ],
)
async def test_what_is_no_voice_is_refused(bot: Bot, ada: Phone, name: str, refusal: str) -> None:
    ada.say(ada.id, "/start")
    photo = sent(ada, "photo", png())
    with pytest.raises(BadRequest, match=f"(?i){refusal}"):
        await bot.send_voice(ada.id, photo if name == "1" else name)


async def test_an_old_photo_is_replaced_an_old_voice_is_not(bot: Bot, clock: HandClock, ada: Phone) -> None:
    ada.say(ada.id, "/start")
    voice = await bot.send_voice(ada.id, b"OggS", caption="hello")
    photo = await bot.send_photo(ada.id, png())
    clock.pass_by(hours=49)
    for message in (voice, photo):
        with pytest.raises(BadRequest, match="can't be deleted for everyone"):
            await message.delete()
    assert isinstance(await photo.edit_media(InputMediaPhoto(png(10, 10))), Message)
    with pytest.raises(BadRequest, match="There is no media in the message to edit"):
        await voice.edit_media(InputMediaPhoto(png()))
    await voice.edit_caption("gone")
