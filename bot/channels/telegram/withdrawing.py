"""Taking what messages show out of a chat, as far as Telegram lets a bot do it."""

import asyncio
from dataclasses import replace

from markupsafe import Markup
from telegram import Bot, InputFile, InputMediaPhoto

from bot.channels.telegram.attempts import Message, caption, named, possible, text
from bot.channels.telegram.calls import call
from bot.channels.telegram.dress import captioned
from bot.posted import Posted
from handlers.kit.pictures import Blank
from handlers.kit.screen import Screen


async def withdraw(bot: Bot, chat: int, screen: Screen, over: Posted) -> Posted:
    """Put a screen in the place of messages; those beside the one with the words go, if they can.

    Words are replaced, at any age, unless all of it is to vanish. What vanishes, and a photo or voice
    message, is deleted, which Telegram lets a bot do for 48 hours. An older photo is replaced by the
    screen's picture or a blank one. Of an older voice message only the caption is: Telegram edits
    "animation, audio, document, live photo, photo, or video messages" (Bot API, editMessageMedia) and no
    voice.
    """
    bare = replace(screen, text=Markup(), rows=(), picture=None)
    for number in over.further:
        for attempt in (_delete, _replace, caption):
            if await possible(attempt(bot, (chat, number), bare)):
                break
    first = (_delete, text) if screen.vanishes else (text, _delete)
    for attempt in (*first, _replace, caption):
        if await possible(attempt(bot, (chat, over.message), screen)):
            break
    return Posted(over.message)


async def _delete(bot: Bot, message: Message, _: Screen) -> None:
    await call(bot, "deleteMessage", **named(message))


async def _replace(bot: Bot, message: Message, screen: Screen) -> None:
    picture, words = screen.picture or Blank(), captioned(screen)
    drawn = InputFile(await asyncio.to_thread(picture.draw), filename=picture.name, attach=True)
    media = InputMediaPhoto(drawn, caption=words["caption"], parse_mode=words["parse_mode"])
    given = {"reply_markup": words["reply_markup"]} if "reply_markup" in words else {}
    await bot.edit_message_media(media, chat_id=message[0], message_id=message[1], api_kwargs=given)
