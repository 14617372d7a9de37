"""Messages the bot passes on from one person to another."""

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.error import BadRequest

from bot.playground.files import Upload
from bot.playground.phone import Phone

from .looking import bubbles, last
from .pictures import png

GO = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


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
