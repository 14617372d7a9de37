"""Methods about the bot's own account: who it is and what it says about itself, per language."""

import re
from typing import Any

from bot.playground import bot_view
from bot.playground.params import Params
from bot.playground.pocket import Pocket
from bot.playground.refusals import Refusal, Why

_LONGEST = {"name": 64, "description": 512, "short_description": 120}


def get_me(pocket: Pocket, _params: Params) -> Any:
    return bot_view.user(pocket, pocket.bot.id) | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_name(pocket: Pocket, params: Params) -> Any:
    return _set(pocket, params, "name")


def set_my_description(pocket: Pocket, params: Params) -> Any:
    return _set(pocket, params, "description")


def set_my_short_description(pocket: Pocket, params: Params) -> Any:
    return _set(pocket, params, "short_description")


def get_my_name(pocket: Pocket, params: Params) -> Any:
    return {"name": pocket.about.text("name", language(params)) or pocket.bot.name}


def get_my_description(pocket: Pocket, params: Params) -> Any:
    return {"description": pocket.about.text("description", language(params))}


def get_my_short_description(pocket: Pocket, params: Params) -> Any:
    return {"short_description": pocket.about.text("short_description", language(params))}


def language(params: Params) -> str:
    """A two-letter code, or "" for everybody without a text of their own."""
    code = params.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise Refusal(Why.LANGUAGE_INVALID)
    return code


def _set(pocket: Pocket, params: Params, which: str) -> bool:
    text = params.text(which).strip()
    if len(text) > _LONGEST[which]:
        raise Refusal(Why.ABOUT_TOO_LONG, what=which.replace("_", " "))
    pocket.about.set_text(which, language(params), text)
    pocket.live.tell({"type": "commands"})
    return True
