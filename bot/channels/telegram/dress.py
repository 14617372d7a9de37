"""How a screen's words and buttons stand in a call of the Bot API."""

from typing import Any

from handlers.kit.screen import Button, Door, Screen

NO_PREVIEW = {"is_disabled": True}


def worded(screen: Screen) -> dict[str, Any]:
    """A message of words."""
    return {"text": screen.text, "link_preview_options": NO_PREVIEW, **_dress(screen)}


def captioned(screen: Screen) -> dict[str, Any]:
    """What stands below a file."""
    return {"caption": screen.text, **_dress(screen)}


def placed(screen: Screen) -> dict[str, Any]:
    """Where in a group a new message stands. What it replies to may be gone meanwhile."""
    topic = {"message_thread_id": screen.topic} if screen.topic else {}
    if screen.answers is None:
        return topic
    return topic | {"reply_parameters": {"message_id": screen.answers, "allow_sending_without_reply": True}}


def _dress(screen: Screen) -> dict[str, Any]:
    """Its markup and its buttons; no keyboard at all rather than an empty one."""
    rows = [[_button(each) for each in row] for row in screen.rows if row]
    return {"parse_mode": "HTML"} | ({"reply_markup": {"inline_keyboard": rows}} if rows else {})


def _button(each: Button | Door) -> dict[str, str]:
    if isinstance(each, Door):
        return {"text": each.label, "url": each.url}
    return {"text": each.label, "callback_data": each.link}
