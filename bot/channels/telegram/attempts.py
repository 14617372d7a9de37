"""Changing a message that may be of words or of a file: one way after another, until one can be gone."""

from collections.abc import Awaitable

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram.calls import call
from bot.channels.telegram.dress import captioned, worded
from bot.channels.telegram.errors import translate
from bot.undeliverable import NotEditable
from handlers.kit.screen import Screen

Message = tuple[int, int]
"""A chat, and the number of a message in it."""


async def possible(attempt: Awaitable[object]) -> bool:
    """Whether a way could be gone. Raises what delivery is to know."""
    try:
        await attempt
    except TelegramError as error:
        problem = translate(error)
        if problem and not isinstance(problem, NotEditable):
            raise problem from None
        return problem is None
    return True


async def text(bot: Bot, message: Message, screen: Screen) -> None:
    """Replace the words of a message without a file."""
    await call(bot, "editMessageText", **named(message), **worded(screen))


async def caption(bot: Bot, message: Message, screen: Screen) -> None:
    """Replace the words below a file."""
    await call(bot, "editMessageCaption", **named(message), **captioned(screen))


def named(message: Message) -> dict[str, int]:
    """How a call names a message."""
    return {"chat_id": message[0], "message_id": message[1]}
