"""Reading updates: Telegram's words become our events, and nothing else happens here."""

from collections.abc import Callable

from telegram.constants import ChatType

from bot.channels import Raw
from bot.channels.telegram import contents, groups
from bot.channels.telegram.contents import CHANNEL
from bot.channels.telegram.groups import AWAY, GROUPS
from bot.events import Commanded, Event, Left, Pressed, Returned, Sent, Started, What
from handlers.kit.links import BESIDE

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
NOTES = ("pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed")
"""What Telegram itself notes in a private chat; nobody said it."""


def lane(raw: Raw) -> int:
    """The chat an update belongs to, found without understanding the update; 0 where there is none."""
    for part in raw.values():
        message = part.get("message", part) if isinstance(part, dict) else {}
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return 0


def read(raw: Raw, username: str) -> Event | None:
    """The event in an update; None for what does not concern us.

    Only what is needed is looked at. Raises KeyError, TypeError, AttributeError or ValueError where that is
    not as Telegram promises.
    """
    for kind, reading in READINGS.items():
        if kind in raw:
            part = raw[kind]
            what = reading(part, username)
            language = part.get("from", {}).get("language_code") or "en"
            if what is None:
                return None
            return Event(raw["update_id"], CHANNEL, lane(raw), language, what, groups.topic(part))
    return None


def _pressed(query: Raw, _: str) -> What | None:
    """A press on a message of ours, in a private chat or in a group."""
    press, message, link = query["id"], query.get("message"), query.get("data", "")
    if message is None or message["chat"]["type"] not in (ChatType.PRIVATE, *GROUPS):
        return None
    if message["chat"]["type"] in GROUPS:
        return groups.pressed(query)
    over = None if link.endswith(BESIDE) else message["message_id"]
    return Pressed(link.removesuffix(BESIDE), over, press)


def _membership(change: Raw, _: str) -> What | None:
    kind = change["chat"]["type"]
    if kind == ChatType.PRIVATE:
        return Left() if change["new_chat_member"]["status"] in AWAY else Returned()
    return groups.membership(change) if kind in GROUPS else None


def _message(message: Raw, username: str) -> What | None:
    kind = message["chat"]["type"]
    if kind == ChatType.PRIVATE:
        return _private(message)
    return groups.message(message, username) if kind in GROUPS else None


def _private(message: Raw) -> What | None:
    if any(each in message for each in NOTES):
        return None
    text = message.get("text", "")
    if text.startswith("/") and not contents.forwarded(message):
        word, _, rest = text[1:].partition(" ")
        word = word.split("@")[0].casefold()
        return Started(rest.strip()) if word == "start" else Commanded(word)
    return Sent(contents.said(message), message.get("reply_to_message", {}).get("message_id"))


READINGS: dict[str, Callable[[Raw, str], What | None]] = {
    "message": _message,
    "callback_query": _pressed,
    "my_chat_member": _membership,
}
