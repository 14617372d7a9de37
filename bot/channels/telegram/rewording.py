"""Changing the words of what was sent, where they stand: alone, or below a file."""

from dataclasses import replace

from markupsafe import Markup
from telegram import Bot

from bot.channels.telegram.attempts import caption, possible, text
from bot.channels.telegram.composing import fits
from handlers.kit.screen import Screen


async def reword(bot: Bot, message: tuple[int, int], screen: Screen) -> bool:
    """Say it in the same message. False where that is gone, or the words have no room below its file.

    Then what stood there is taken away, because it is said anew.
    """
    if await possible(text(bot, message, screen)):
        return True
    if fits(screen):
        return await possible(caption(bot, message, screen))
    await possible(caption(bot, message, replace(screen, text=Markup(), rows=())))
    return False
