"""Our own menu as phones show it: many words in private, one in groups, each in its language."""

import pytest
from telegram import Bot, BotCommandScopeAllGroupChats

from bot.channels.telegram.menu import Menu
from bot.playground.pocket import Pocket
from db.engine import Database
from handlers import topics
from handlers.kit import catalogues

GROUPS = BotCommandScopeAllGroupChats()


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
async def test_groups_have_a_menu_of_their_own(bot: Bot, pocket: Pocket, database: Database) -> None:
    words = catalogues.load()
    menu = Menu(bot, topics.book(), words, database)
    await menu.introduce()
    for language in words.languages:
        code = "" if language == "en" else language
        [relay] = await bot.get_my_commands(GROUPS, language_code=code)
        assert relay.command == "relay"
        assert relay.description == str(words.words(language)._("Pass a message on"))
        in_private = [each.command for each in await bot.get_my_commands(language_code=code)]
        assert "goals" in in_private
        assert "relay" not in in_private
    calls = len(pocket.wire.since(0))
    await menu.introduce()
    again = [call.method for call in pocket.wire.since(0)[calls:]]
    assert not [method for method in again if method.startswith("set")], "what is there is not set again"
