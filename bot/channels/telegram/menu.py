"""What Telegram itself shows of us: the command menu and who we are, in every language."""

from dataclasses import dataclass, field

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.channels.telegram.groups import RELAY
from db import programmes
from db.engine import Database
from handlers.kit.book import Book
from handlers.kit.catalogues import SOURCE, Catalogues
from handlers.kit.words import Words

log = structlog.get_logger()


@dataclass
class Menu:
    """Sets menus and descriptions where they differ from what Telegram has."""

    bot: Bot
    book: Book
    catalogues: Catalogues
    database: Database
    _coordinators: set[int] = field(default_factory=set)

    async def introduce(self) -> None:
        """Commands, name and description in every language; English for all others."""
        for language in self.catalogues.languages:
            try:
                await self._introduce(language)
            except TelegramError as error:
                log.warning("not introduced", language=language, why=type(error).__name__)

    async def _introduce(self, language: str) -> None:
        words = self.catalogues.words(language)
        code = "" if language == SOURCE else language
        commands = self._commands(words, coordinators=False)
        if list(await self.bot.get_my_commands(language_code=code)) != commands:
            await self.bot.set_my_commands(commands, language_code=code)
        _ = words._
        together, scope = [BotCommand(RELAY, str(_("Pass a message on")))], BotCommandScopeAllGroupChats()
        if list(await self.bot.get_my_commands(scope, language_code=code)) != together:
            await self.bot.set_my_commands(together, scope, language_code=code)
        long = str(_("Passerelle helps two people take small steps together. Open your invitation to begin."))
        short = str(_("Small steps together, each in their own language."))
        if (await self.bot.get_my_description(code)).description != long:
            await self.bot.set_my_description(long, language_code=code)
        if (await self.bot.get_my_short_description(code)).short_description != short:
            await self.bot.set_my_short_description(short, language_code=code)
        name = str(_("Passerelle"))
        if (await self.bot.get_my_name(code)).name != name:
            await self.bot.set_my_name(name, language_code=code)

    async def for_coordinators(self) -> None:
        """The desk in the menu of everybody who coordinates, once a person and process."""
        found = await self.database.run(programmes.coordinators_chats)
        for chat, language in found:
            if chat not in self._coordinators:
                self._coordinators.add(chat)
                await self._add_desk(chat, language)

    async def _add_desk(self, chat: int, language: str) -> None:
        commands = self._commands(self.catalogues.words(language), coordinators=True)
        try:
            await self.bot.set_my_commands(commands, scope=BotCommandScopeChat(chat))
        except TelegramError as error:
            log.warning("no desk in the menu", chat=chat, why=type(error).__name__)

    def _commands(self, words: Words, *, coordinators: bool) -> list[BotCommand]:
        return [
            BotCommand(each.word, str(each.title(words)))
            for each in self.book.commands
            if coordinators or not each.coordinators
        ]
