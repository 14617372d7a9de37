"""Sending what a screen holds: in as many messages as it takes, and all of them or none."""

from dataclasses import dataclass, replace

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram import composing
from bot.channels.telegram.calls import call
from bot.channels.telegram.composing import Part
from bot.channels.telegram.contents import CHANNEL
from bot.channels.telegram.errors import translate
from bot.channels.telegram.gate import Gate
from bot.posted import Posted
from bot.undeliverable import FileRefused, SlowDown, Undeliverable
from db.contents import Medium
from handlers.kit.screen import Screen

MOST_FLOODS = 3
"""How often what belongs to a message that has left waits as long as Telegram says."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Shipping:
    """One bot of Telegram's on its way to one chat."""

    bot: Bot
    gate: Gate
    chat: int

    async def send(self, screen: Screen) -> Posted:
        """Show items and words. A file that Telegram does not know stays away; the words go without it."""
        beside: list[int] = []
        said: list[int] = []
        for part in composing.parts(self._known(screen)):
            try:
                numbers = await (self._then(part) if beside else self._call(part))
            except FileRefused as problem:
                log.warning("words go alone", chat=self.chat, reason=problem.reason)
                numbers = await self._call(composing.words(screen)) if part.says else []
            except Undeliverable:
                await self._take_out(beside)
                raise
            (said if part.says else beside).extend(numbers)
        return Posted(said[0], (*beside, *said[1:]))

    def _known(self, screen: Screen) -> Screen:
        """The screen without what another channel keeps."""
        known = [each for each in screen.items if each.channel == CHANNEL or each.medium == Medium.PLACE]
        if len(known) < len(screen.items):
            log.warning("words go alone", chat=self.chat, reason="a file of another channel")
        return replace(screen, items=known)

    async def _then(self, part: Part, floods: int = MOST_FLOODS) -> list[int]:
        """What follows: the gate is asked again, and what Telegram wants us to wait is waited for here."""
        async with self.gate.answer(self.chat):
            try:
                return await self._call(part)
            except SlowDown as problem:
                if not floods:
                    raise
                self.gate.slow_down(problem.seconds)
        return await self._then(part, floods - 1)

    async def _call(self, part: Part) -> list[int]:
        """The numbers of the messages that came of it."""
        try:
            sent = await call(self.bot, part.method, chat_id=self.chat, **part.parameters)
        except TelegramError as error:
            raise (translate(error) or error) from None
        numbers = [int(each["message_id"]) for each in (sent if isinstance(sent, list) else [sent])]
        self.gate.counts(self.chat, len(numbers) - 1)
        return numbers

    async def _take_out(self, numbers: list[int]) -> None:
        """So that nobody gets the pictures twice when all of it is sent again."""
        try:
            if numbers:
                await call(self.bot, "deleteMessages", chat_id=self.chat, message_ids=numbers)
        except TelegramError as error:
            log.warning("pictures stay", chat=self.chat, why=type(error).__name__)
