"""Inline keyboards: read from a call, refused when Telegram would refuse them, written for the bot."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.playground.refusals import Refusal, Why

MOST_BUTTONS = 100
MOST_BUTTONS_A_ROW = 8
MOST_DATA_BYTES = 64
_ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
)
_REPLY_KINDS = ("keyboard", "remove_keyboard", "force_reply")


@dataclass(frozen=True, slots=True)
class Button:
    """A button and what a press does: `action` is the Bot API's field, `value` what stands in it."""

    text: str
    action: str
    value: Any

    def api(self) -> dict[str, Any]:
        return {"text": self.text, self.action: self.value}

    def phone(self) -> dict[str, Any]:
        name = {"callback_data": "data"}.get(self.action, self.action)
        return {"text": self.text, name: self.value}


Keyboard = tuple[tuple[Button, ...], ...]


def api_markup(keyboard: Keyboard) -> dict[str, Any]:
    return {"inline_keyboard": [[button.api() for button in row] for row in keyboard]}


def carries(keyboard: Keyboard, data: str) -> bool:
    """Whether some button of the keyboard sends this data."""
    return any(
        button.action == "callback_data" and button.value == data for row in keyboard for button in row
    )


def read_keyboard(markup: Any) -> Keyboard:
    """The inline keyboard of a `reply_markup`; other kinds of keyboard are taken and not shown."""
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise Refusal(Why.MARKUP_NOT_AN_OBJECT)
    if "inline_keyboard" not in markup and any(kind in markup for kind in _REPLY_KINDS):
        return ()
    rows = markup.get("inline_keyboard") or []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Refusal(Why.MARKUP_NOT_INLINE)
    keyboard = tuple(filter(None, (_read_row(row) for row in rows)))
    if sum(map(len, keyboard)) > MOST_BUTTONS or any(len(row) > MOST_BUTTONS_A_ROW for row in keyboard):
        raise Refusal(Why.MARKUP_TOO_LONG)
    return keyboard


def _read_row(row: list[Any]) -> tuple[Button, ...]:
    """Telegram drops a button whose text is empty."""
    return tuple(button for button in map(_read_button, row) if button.text)


def _read_button(raw: Any) -> Button:
    if not isinstance(raw, dict):
        raise Refusal(Why.BUTTON_NOT_AN_OBJECT)
    if not isinstance(raw.get("text"), str):
        raise Refusal(Why.BUTTON_WITHOUT_TEXT)
    action = next((name for name in _ACTIONS if raw.get(name) is not None), None)
    if action is None:
        raise Refusal(Why.BUTTON_WITHOUT_ACTION)
    if action == "callback_data" and not 1 <= len(str(raw[action]).encode()) <= MOST_DATA_BYTES:
        raise Refusal(Why.BUTTON_DATA_INVALID)
    if action == "url":
        _refuse_bad_url(str(raw[action]))
    return Button(raw["text"].strip(), action, raw[action])


def _refuse_bad_url(url: str) -> None:
    scheme = urlsplit(url).scheme.lower() if "://" in url else "http"
    if scheme not in ("http", "https", "tg", "ton"):
        raise Refusal(Why.BUTTON_URL_INVALID, url=url, detail="Unsupported URL protocol")
    if scheme in ("http", "https") and not _public_host(url):
        raise Refusal(Why.BUTTON_URL_INVALID, url=url, detail="Wrong HTTP URL")


def _public_host(url: str) -> bool:
    """Telegram wants a host with a dot: it refuses `http://localhost/` too."""
    try:
        host = urlsplit(url if "://" in url else f"http://{url}").hostname or ""
    except ValueError:
        return False
    return bool(re.fullmatch(r"[\w-]+(\.[\w-]+)+", host)) or ":" in host
