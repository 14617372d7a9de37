"""Telegram as a channel: a screen becomes calls of the Bot API, an error one of our few."""

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot, InputFile
from telegram.error import InvalidToken, TelegramError

from bot.channels import CannotBegin, Raw, Slot
from bot.channels.telegram import reading
from bot.channels.telegram.calls import call
from bot.channels.telegram.errors import translate
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.patience import until_answered
from bot.channels.telegram.reading import CHANNEL
from bot.events import Event
from bot.undeliverable import NotEditable
from handlers.kit.screen import Button, Document, Door, Picture, Screen

log = structlog.get_logger()

NO_PREVIEW = {"is_disabled": True}


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

    async def answer(self, chat: int, screen: Screen, over: int | None = None) -> int:
        """Show a screen to somebody who waits: ahead of whatever is due."""
        async with self.gate.answer(chat):
            return await self.show(chat, screen, over)

    async def show(self, chat: int, screen: Screen, over: int | None = None) -> int:
        """Edit the message that was pressed, or send a new one where there is nothing to edit."""
        if over is not None and not screen.captioned:
            try:
                return await self._edit(chat, screen, over)
            except NotEditable:
                pass
        return await self._send(chat, screen)

    async def acknowledge(self, press: str) -> None:
        """Stop the little clock on the pressed button."""
        try:
            await call(self.bot, "answerCallbackQuery", callback_query_id=press)
        except TelegramError as error:
            if problem := translate(error):
                raise problem from None

    def deep_link(self, payload: str) -> str:
        """A link that starts the bot."""
        return f"https://t.me/{self.bot.username}" + (f"?start={payload}" if payload else "")

    async def _edit(self, chat: int, screen: Screen, over: int) -> int:
        try:
            await call(self.bot, "editMessageText", chat_id=chat, message_id=over, **_text(screen))
        except TelegramError as error:
            if problem := translate(error):
                raise problem from None
        return over

    async def _send(self, chat: int, screen: Screen) -> int:
        try:
            if screen.picture:
                return await self._send_picture(chat, screen, screen.picture)
            if screen.document:
                return await self._send_document(chat, screen, screen.document)
            return await self._send_text(chat, screen)
        except TelegramError as error:
            raise (translate(error) or error) from None

    async def _send_text(self, chat: int, screen: Screen) -> int:
        sent = await call(self.bot, "sendMessage", chat_id=chat, **_text(screen))
        return int(sent["message_id"])

    async def _send_picture(self, chat: int, screen: Screen, picture: Picture) -> int:
        """A picture with its caption; the caption alone, which says the same, where drawing fails."""
        try:
            drawn = await asyncio.to_thread(picture.draw)
        except Exception:
            log.exception("a picture was not drawn", picture=picture.name)
            return await self._send_text(chat, screen)
        photo = InputFile(drawn, filename=picture.name)
        sent = await self.bot.send_photo(chat, photo, api_kwargs=_caption(screen))
        return sent.message_id

    async def _send_document(self, chat: int, screen: Screen, document: Document) -> int:
        """A document with its caption; the caption alone where writing fails, for words are never lost."""
        try:
            written = await asyncio.to_thread(document.write)
        except Exception:
            log.exception("a document was not written", document=document.name)
            return await self._send_text(chat, screen)
        file = InputFile(written, filename=document.name)
        sent = await self.bot.send_document(chat, file, api_kwargs=_caption(screen))
        return sent.message_id


def _text(screen: Screen) -> dict[str, Any]:
    return {"text": screen.text, "link_preview_options": NO_PREVIEW, **_dress(screen)}


def _caption(screen: Screen) -> dict[str, Any]:
    return {"caption": screen.text, **_dress(screen)}


def _dress(screen: Screen) -> dict[str, Any]:
    """Its markup and its buttons; no keyboard at all rather than an empty one."""
    rows = [[_button(each) for each in row] for row in screen.rows if row]
    return {"parse_mode": "HTML"} | ({"reply_markup": {"inline_keyboard": rows}} if rows else {})


def _button(each: Button | Door) -> dict[str, str]:
    if isinstance(each, Door):
        return {"text": each.label, "url": each.url}
    return {"text": each.label, "callback_data": each.link}
