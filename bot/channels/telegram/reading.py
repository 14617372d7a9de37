"""Reading updates: Telegram's words become our events, and nothing else happens here."""

from collections.abc import Callable

from telegram.constants import ChatMemberStatus, ChatType

from bot.channels import Raw
from bot.channels.telegram import contents
from bot.channels.telegram.contents import CHANNEL
from bot.events import (
    Addressed,
    Commanded,
    Event,
    Grouped,
    GroupMoved,
    Left,
    Pressed,
    Replied,
    Returned,
    Sent,
    Someone,
    Started,
    Tapped,
    Ungrouped,
    What,
)
from handlers.kit.links import BESIDE
from handlers.kit.turn import Said

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
NOTES = ("pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed")
"""What Telegram itself notes in a private chat; nobody said it."""

AWAY = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


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
            return Event(raw["update_id"], CHANNEL, lane(raw), language, what) if what else None
    return None


def _pressed(query: Raw, _: str) -> What | None:
    """A press on a message of ours, in a private chat or in a group."""
    press, message, link = query["id"], query.get("message"), query.get("data", "")
    if message is None or message["chat"]["type"] not in (ChatType.PRIVATE, *GROUPS):
        return None
    if message["chat"]["type"] in GROUPS:
        return Tapped(link, press, _someone(query))
    over = None if link.endswith(BESIDE) else message["message_id"]
    return Pressed(link.removesuffix(BESIDE), over, press)


def _someone(part: Raw) -> Someone:
    return Someone(part["from"]["id"], part["from"].get("first_name", ""))


def _membership(change: Raw, _: str) -> What | None:
    status, chat = change["new_chat_member"]["status"], change["chat"]
    if chat["type"] == ChatType.PRIVATE:
        return Left() if status in AWAY else Returned()
    if chat["type"] not in GROUPS:
        return None
    if status in AWAY:
        return Ungrouped()
    return Grouped(chat.get("title", ""), greet=change["old_chat_member"]["status"] in AWAY)


def _message(message: Raw, username: str) -> What | None:
    kind = message["chat"]["type"]
    if kind == ChatType.PRIVATE:
        return _private(message)
    return _group(message, username) if kind in GROUPS else None


def _private(message: Raw) -> What | None:
    if any(each in message for each in NOTES):
        return None
    text = message.get("text", "")
    if text.startswith("/") and not contents.forwarded(message):
        word, _, rest = text[1:].partition(" ")
        word = word.split("@")[0].casefold()
        return Started(rest.strip()) if word == "start" else Commanded(word)
    return Sent(contents.said(message))


def _group(message: Raw, username: str) -> What | None:
    match message:
        case {"migrate_to_chat_id": to}:
            return GroupMoved(to)
        case {"new_chat_title": title}:
            return Grouped(title, greet=False)
    if _answers(message, username):
        to = message["reply_to_message"]["message_id"]
        return Replied(to, Said(contents.sort(message), message.get("text", "")), _someone(message))
    text = message.get("text", "")
    commanded = text.startswith("/") and "@" not in text.split()[0]
    return Addressed() if commanded or f"@{username}".casefold() in text.casefold() else None


def _answers(message: Raw, username: str) -> bool:
    """Whether a person, not a channel or another bot, replies to a message of ours with no command."""
    ours = message.get("reply_to_message", {}).get("from", {}).get("username", "")
    nobody = "sender_chat" in message or message.get("from", {}).get("is_bot", True)
    commanded = message.get("text", "").startswith("/")
    return ours.casefold() == username.casefold() and not nobody and not commanded


READINGS: dict[str, Callable[[Raw, str], What | None]] = {
    "message": _message,
    "callback_query": _pressed,
    "my_chat_member": _membership,
}
