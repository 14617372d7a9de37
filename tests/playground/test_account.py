"""What the bot says about itself: commands per scope and language, names, descriptions, menu button."""

from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
    MenuButtonCommands,
    MenuButtonDefault,
    MenuButtonWebApp,
    WebAppInfo,
)
from telegram.error import BadRequest

from bot.playground import groups, phone_view
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket


def menu(phone: Phone, chat: int | None = None) -> list[str]:
    person = phone.pocket.people[phone.id]
    screen: dict[str, Any] = phone_view.screen(phone.pocket, person, phone.chat(chat or phone.id))
    return [line["command"] for line in screen["commands"]]


async def test_who_it_is(bot: Bot, pocket: Pocket) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (pocket.bot.id, "passerelle_bot", True)
    assert not me.can_read_all_group_messages


async def test_commands_follow_the_language_then_the_general_ones(bot: Bot, ada: Phone, nia: Phone) -> None:
    await bot.set_my_commands([("start", "Begin"), ("help", "Help")])
    await bot.set_my_commands([("start", "ابدأ")], language_code="ar")
    assert (menu(ada), menu(nia)) == (["start"], ["start", "help"])
    assert [line.description for line in await bot.get_my_commands(language_code="ar")] == ["ابدأ"]
    assert await bot.get_my_commands(language_code="fr") == ()
    await bot.delete_my_commands(language_code="ar")
    assert menu(ada) == ["start", "help"]


async def test_a_narrower_scope_wins(bot: Bot, pocket: Pocket, ada: Phone, nia: Phone) -> None:
    await bot.set_my_commands([("everywhere", "x")])
    await bot.set_my_commands([("private", "x")], BotCommandScopeAllPrivateChats())
    await bot.set_my_commands([("ada", "x")], BotCommandScopeChat(ada.id))
    assert (menu(ada), menu(nia)) == (["ada"], ["private"])
    group = groups.open_group(pocket, "Saturdays", [ada.id, nia.id])
    groups.seat_bot(pocket, group, ada.id, "member")
    assert menu(nia, group.id) == ["everywhere"]
    await bot.set_my_commands([("groups", "x")], BotCommandScopeAllGroupChats())
    assert menu(nia, group.id) == ["groups"]
    await bot.set_my_commands([("creator", "x")], BotCommandScopeChatAdministrators(group.id))
    assert (menu(ada, group.id), menu(nia, group.id)) == (["creator"], ["groups"])
    await bot.set_my_commands([("nia", "x")], BotCommandScopeChatMember(group.id, nia.id))
    assert menu(nia, group.id) == ["nia"]


@pytest.mark.parametrize(
    ("command", "description", "refusal"),
    [
        ("", "x", "Command must be non-empty"),
        ("Help", "x", "Bot_command_invalid"),
        ("help-me", "x", "Bot_command_invalid"),
        ("x" * 33, "x", "Command length must not exceed 32"),
        ("help", " ", "Command description must be non-empty"),
        ("help", "x" * 257, "Command description length must not exceed 256"),
    ],
)
async def test_commands_telegram_does_not_take(
    bot: Bot, command: str, description: str, refusal: str
) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.set_my_commands([(command, description)])
    assert caught.value.message.lower() == refusal.lower()


async def test_lists_scopes_and_languages_telegram_does_not_take(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)bot_commands_too_much"):
        await bot.set_my_commands([("x", "x")] * 101)
    with pytest.raises(BadRequest, match="Invalid language code specified"):
        await bot.set_my_commands([("x", "x")], language_code="fra")
    with pytest.raises(BadRequest, match="Can't parse botcommandscope"):
        await bot.set_my_commands([("x", "x")], BotCommandScope("nowhere"))
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([("x", "x")], BotCommandScopeChat(12345))


async def test_texts_per_language(bot: Bot, ada: Phone) -> None:
    await bot.set_my_name("جسر", language_code="ar")
    await bot.set_my_description("For pairs")
    await bot.set_my_description("Pour les duos", language_code="fr")
    await bot.set_my_short_description("Pairs")
    assert (await bot.get_my_name()).name == "Passerelle"
    assert (await bot.get_my_name("ar")).name == "جسر"
    assert (await bot.get_my_description("fr")).description == "Pour les duos"
    assert (await bot.get_my_description("ar")).description == "For pairs"
    assert (await bot.get_my_short_description()).short_description == "Pairs"
    await bot.set_my_description("", language_code="fr")
    assert (await bot.get_my_description("fr")).description == "For pairs"
    person = ada.pocket.people[ada.id]
    assert phone_view.screen(ada.pocket, person, ada.chat(ada.id))["description"] == "For pairs"


async def test_texts_that_are_too_long(bot: Bot) -> None:
    for text, call in (
        ("x" * 65, bot.set_my_name),
        ("x" * 513, bot.set_my_description),
        ("x" * 121, bot.set_my_short_description),
    ):
        with pytest.raises(BadRequest, match="too long"):
            await call(text)


async def test_the_menu_button(bot: Bot, ada: Phone, nia: Phone) -> None:
    app = MenuButtonWebApp("Open", WebAppInfo("https://example.org/"))
    await bot.set_chat_menu_button(ada.id, app)
    assert await bot.get_chat_menu_button(ada.id) == app
    assert await bot.get_chat_menu_button(nia.id) == MenuButtonCommands()
    await bot.set_chat_menu_button(menu_button=app)
    assert await bot.get_chat_menu_button(nia.id) == app
    await bot.set_chat_menu_button(menu_button=MenuButtonDefault())
    assert await bot.get_chat_menu_button() == MenuButtonCommands()
