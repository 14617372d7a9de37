"""Telegram as a channel: a screen becomes calls of the Bot API, an error one of our few."""

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace

import structlog
from telegram import Bot, InputFile
from telegram.error import InvalidToken, TelegramError

from bot.channels import CannotBegin, Raw, Slot
from bot.channels.telegram import reading
from bot.channels.telegram.calls import call
from bot.channels.telegram.contents import CHANNEL
from bot.channels.telegram.dress import captioned, placed, worded
from bot.channels.telegram.errors import translate
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.patience import until_answered
from bot.channels.telegram.rewording import reword
from bot.channels.telegram.shipping import Shipping
from bot.channels.telegram.withdrawing import withdraw
from bot.events import Event
from bot.posted import Posted
from bot.undeliverable import NotEditable
from handlers.kit.screen import Screen, clipped

log = structlog.get_logger()

HINT_LENGTH = 190
"""Telegram takes 200; letters beyond the first plane count twice there."""


@dataclass(frozen=True)
class Telegram:
    """One bot of Telegram's, behind one gate."""

    bot: Bot
    gate: Gate
    name: str = CHANNEL

    async def begin(self) -> None:
        """Learn our own name, however long Telegram takes. Raises CannotBegin for a token nobody knows."""
        try:
            await until_answered(self.bot.initialize)
        except InvalidToken as error:
            raise CannotBegin("Telegram does not know this token. Check TELEGRAM_TOKEN.") from error

    def lane(self, raw: Raw) -> int:
        """The chat an update belongs to."""
        return reading.lane(raw)

    def read(self, raw: Raw) -> Event | None:
        """The event in an update."""
        return reading.read(raw, self.bot.username)

    def slot(self) -> AbstractAsyncContextManager[Slot]:
        """Enter when something due may be sent."""
        return self.gate.slot()

    def slow_down(self, seconds: float) -> None:
        """Let nothing out for so long."""
        self.gate.slow_down(seconds)

    async def answer(self, chat: int, screen: Screen, over: Posted | None = None) -> Posted:
        """Show a screen to somebody who waits: ahead of whatever is due."""
        async with self.gate.answer(chat):
            return await self.show(chat, screen, over)

    async def show(self, chat: int, screen: Screen, over: Posted | None = None) -> Posted:
        """Edit the message that was pressed, or send a new one where there is nothing to edit."""
        if over and screen.withdraws:
            return await withdraw(self.bot, chat, screen, over)
        if over and screen.rewords:
            return await self._reworded(chat, screen, over)
        if over and not screen.captioned:
            try:
                return await self._edit(chat, screen, over)
            except NotEditable:
                pass
        return await self._send(chat, screen)

    async def acknowledge(self, press: str, said: str = "") -> None:
        """Stop the little clock on the pressed button, and perhaps say something beside it."""
        words = {"text": clipped(said, HINT_LENGTH)} if said else {}
        try:
            await call(self.bot, "answerCallbackQuery", callback_query_id=press, **words)
        except TelegramError as error:
            if problem := translate(error):
                raise problem from None

    async def pin(self, chat: int, message: int) -> None:
        """Pin a message of ours without a sound."""
        try:
            given = {"chat_id": chat, "message_id": message, "disable_notification": True}
            await call(self.bot, "pinChatMessage", **given)
        except TelegramError as error:
            if problem := translate(error):
                raise problem from None

    def deep_link(self, payload: str) -> str:
        """A link that starts the bot."""
        return f"https://t.me/{self.bot.username}" + (f"?start={payload}" if payload else "")

    async def _reworded(self, chat: int, screen: Screen, over: Posted) -> Posted:
        if await reword(self.bot, (chat, over.message), screen):
            return over
        anew = await self._send(chat, replace(screen, items=()))
        return Posted(anew.message, (*over.further, over.message))

    async def _edit(self, chat: int, screen: Screen, over: Posted) -> Posted:
        try:
            await call(self.bot, "editMessageText", chat_id=chat, message_id=over.message, **worded(screen))
        except TelegramError as error:
            if problem := translate(error):
                raise problem from None
        return over

    async def _send(self, chat: int, screen: Screen) -> Posted:
        if screen.items:
            return await Shipping(self.bot, self.gate, chat).send(screen)
        try:
            file = await _attached(screen)
            if file is None:
                said = worded(screen) | placed(screen)
                return Posted((await call(self.bot, "sendMessage", chat_id=chat, **said))["message_id"])
            send = self.bot.send_photo if screen.picture else self.bot.send_document
            dress = captioned(screen) | placed(screen)
            return Posted((await send(chat, file, api_kwargs=dress)).message_id)
        except TelegramError as error:
            raise (translate(error) or error) from None


async def _attached(screen: Screen) -> InputFile | None:
    """Its picture or document; None where it has none, or making it fails: the caption says the same."""
    if screen.picture:
        name, make = screen.picture.name, screen.picture.draw
    elif screen.document:
        name, make = screen.document.name, screen.document.write
    else:
        return None
    try:
        return InputFile(await asyncio.to_thread(make), filename=name)
    except Exception:
        log.exception("a picture or document was not made", name=name)
        return None
