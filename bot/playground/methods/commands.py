"""Methods about the command menu: commands per scope and language, and the menu button."""

import re
from typing import Any

from bot.playground.about import Command, Scope
from bot.playground.methods.account import language
from bot.playground.params import Params
from bot.playground.pocket import Pocket
from bot.playground.reach import known_chat
from bot.playground.refusals import Refusal, Why

MOST_COMMANDS = 100
_WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators")
_MENU_BUTTONS = ("default", "commands", "web_app")


def set_my_commands(pocket: Pocket, params: Params) -> Any:
    raw = params.array("commands", Why.COMMANDS_NOT_AN_ARRAY)
    if len(raw) > MOST_COMMANDS:
        raise Refusal(Why.TOO_MANY_COMMANDS)
    commands = tuple(_read_command(one) for one in raw)
    pocket.about.commands[_scope(pocket, params), language(params)] = commands
    pocket.live.tell({"type": "commands"})
    return True


def get_my_commands(pocket: Pocket, params: Params) -> Any:
    found = pocket.about.commands.get((_scope(pocket, params), language(params)), ())
    return [command.api() for command in found]


def delete_my_commands(pocket: Pocket, params: Params) -> Any:
    pocket.about.commands.pop((_scope(pocket, params), language(params)), None)
    pocket.live.tell({"type": "commands"})
    return True


def set_chat_menu_button(pocket: Pocket, params: Params) -> Any:
    """The button beside the input line, for one private chat or for all."""
    menu = params.object("menu_button") or {"type": "default"}
    if menu.get("type") not in _MENU_BUTTONS:
        raise Refusal(Why.MENU_BUTTON_INVALID)
    if params.text("chat_id"):
        known_chat(pocket, params).menu = None if menu["type"] == "default" else menu
    else:
        pocket.about.menu = {"type": "commands"} if menu["type"] == "default" else menu
    pocket.live.tell({"type": "commands"})
    return True


def get_chat_menu_button(pocket: Pocket, params: Params) -> Any:
    own = known_chat(pocket, params).menu if params.text("chat_id") else None
    return own or pocket.about.menu


def _read_command(raw: Any) -> Command:
    if not isinstance(raw, dict):
        raise Refusal(Why.COMMANDS_NOT_AN_ARRAY)
    command, description = (
        str(raw.get("command") or "").lstrip("/"),
        str(raw.get("description") or "").strip(),
    )
    why = _wrong_name(command) or _wrong_description(description)
    if why:
        raise Refusal(why)
    return Command(command, description)


def _wrong_name(command: str) -> Why | None:
    if not command:
        return Why.COMMAND_EMPTY
    if len(command) > 32:
        return Why.COMMAND_TOO_LONG
    return None if re.fullmatch(r"[a-z0-9_]+", command) else Why.COMMAND_INVALID


def _wrong_description(description: str) -> Why | None:
    if not description:
        return Why.COMMAND_DESCRIPTION_EMPTY
    return Why.COMMAND_DESCRIPTION_TOO_LONG if len(description) > 256 else None


def _scope(pocket: Pocket, params: Params) -> Scope:
    scope = Params(params.object("scope"))
    kind = scope.text("type") or "default"
    if kind in _WIDE_SCOPES:
        return (kind,)
    if kind not in (*_CHAT_SCOPES, "chat_member"):
        raise Refusal(Why.SCOPE_INVALID)
    chat = known_chat(pocket, scope).id
    return (kind, chat) if kind in _CHAT_SCOPES else (kind, chat, scope.integer("user_id"))
