"""Taking what a message shows out of a chat, as far as Telegram lets a bot do it."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import TelegramError

from bot.channels.telegram.calls import call
from bot.channels.telegram.dress import captioned, worded
from bot.channels.telegram.errors import translate
from bot.undeliverable import NotEditable
from handlers.kit.pictures import Blank
from handlers.kit.screen import Screen

Message = tuple[int, int]
"""A chat, and the number of a message in it."""


async def withdraw(bot: Bot, message: Message, screen: Screen) -> int:
    """Put a screen in the place of a message; the message's number.

    Words are replaced, at any age, unless all of it is to vanish. What vanishes, and a photo or voice
    message, is deleted, which Telegram lets a bot do for 48 hours. An older photo is replaced by the
    screen's picture or a blank one. Of an older voice message only the caption is: Telegram edits
    "animation, audio, document, live photo, photo, or video messages" (Bot API, editMessageMedia) and no
    voice.
    """
    first = (_delete, _reword) if screen.vanishes else (_reword, _delete)
    for attempt in (*first, _replace, _caption):
        if await _possible(attempt(bot, message, screen)):
            break
    return message[1]


Attempt = Callable[[Bot, Message, Screen], Awaitable[object]]


async def _possible(attempt: Awaitable[object]) -> bool:
    """Whether a way could be gone. Raises what delivery is to know."""
    try:
        await attempt
    except TelegramError as error:
        problem = translate(error)
        if problem and not isinstance(problem, NotEditable):
            raise problem from None
        return problem is None
    return True


async def _reword(bot: Bot, message: Message, screen: Screen) -> None:
    await call(bot, "editMessageText", **_named(message), **worded(screen))


async def _delete(bot: Bot, message: Message, _: Screen) -> None:
    await call(bot, "deleteMessage", **_named(message))


async def _replace(bot: Bot, message: Message, screen: Screen) -> None:
    picture, words = screen.picture or Blank(), captioned(screen)
    drawn = InputFile(await asyncio.to_thread(picture.draw), filename=picture.name, attach=True)
    media = InputMediaPhoto(drawn, caption=words["caption"], parse_mode=words["parse_mode"])
    given = {"reply_markup": words["reply_markup"]} if "reply_markup" in words else {}
    await bot.edit_message_media(media, chat_id=message[0], message_id=message[1], api_kwargs=given)


async def _caption(bot: Bot, message: Message, screen: Screen) -> None:
    await call(bot, "editMessageCaption", **_named(message), **captioned(screen))


def _named(message: Message) -> dict[str, int]:
    return {"chat_id": message[0], "message_id": message[1]}
