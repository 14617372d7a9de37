"""Reading updates: Telegram's words become our events, and nothing else happens here."""

from collections.abc import Mapping
from typing import Any

from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.events import (
    Addressed,
    Commanded,
    Event,
    Grouped,
    GroupMoved,
    Left,
    Pressed,
    Returned,
    Sent,
    Started,
    Ungrouped,
    What,
)
from handlers.kit.links import BESIDE
from handlers.kit.turn import Said, Sort

CHANNEL = "telegram"
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
NOTES = ("pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed")
"""What Telegram itself notes in a private chat; nobody said it."""

INACCESSIBLE = 0
"""The date of a message of which Telegram tells nothing but its place."""

AWAY = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def lane(raw: Mapping[str, Any]) -> int:
    """The chat an update belongs to, found without understanding the update; 0 where there is none."""
    for part in raw.values():
        message = part.get("message", part) if isinstance(part, dict) else {}
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return 0


def read(raw: dict[str, Any], bot: Bot) -> Event | None:
    """The event in an update; None for what does not concern us.

    Raises whatever python-telegram-bot raises for an update it cannot parse.
    """
    update = Update.de_json(_lean(raw), bot)
    what = _what(update, bot.username)
    chat, user = update.effective_chat, update.effective_user
    if what is None or chat is None:
        return None
    language = (user.language_code if user else None) or "en"
    return Event(update.update_id, CHANNEL, chat.id, language, what)


def _lean(raw: dict[str, Any]) -> dict[str, Any]:
    """An update without the words of the message that was pressed: they are ours, and long to read."""
    match raw:
        case {"callback_query": {"message": {"chat": chat, "message_id": number}} as query}:
            place = {"chat": chat, "message_id": number, "date": INACCESSIBLE}
            return {**raw, "callback_query": {**query, "message": place}}
    return raw


def _what(update: Update, username: str) -> What | None:
    if update.callback_query:
        return _pressed(update.callback_query)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    if update.message is None:
        return None
    if update.message.chat.type == ChatType.PRIVATE:
        return _private(update.message)
    return _group(update.message, username) if update.message.chat.type in GROUPS else None


def _pressed(query: CallbackQuery) -> What | None:
    """A press in a private chat. In groups our buttons are doors, so a press there is forged."""
    message = query.message
    if message is None or message.chat.type != ChatType.PRIVATE:
        return None
    link = query.data or ""
    over = None if link.endswith(BESIDE) else message.message_id
    return Pressed(link.removesuffix(BESIDE), over, query.id)


def _membership(change: ChatMemberUpdated) -> What | None:
    status = change.new_chat_member.status
    if change.chat.type == ChatType.PRIVATE:
        return Left() if status in AWAY else Returned()
    if change.chat.type not in GROUPS:
        return None
    if status in AWAY:
        return Ungrouped()
    return Grouped(change.chat.title or "", greet=change.old_chat_member.status in AWAY)


def _private(message: Message) -> What | None:
    if any(getattr(message, each) for each in NOTES):
        return None
    text = message.text or ""
    if text.startswith("/"):
        word, _, rest = text[1:].partition(" ")
        word = word.split("@")[0].casefold()
        return Started(rest.strip()) if word == "start" else Commanded(word)
    return Sent(Said(_sort(message), message.text or message.caption or _place(message)))


def _place(message: Message) -> str:
    """A shared place in words: its name and address, or its coordinates to about ten metres."""
    if message.venue:
        return f"{message.venue.title}, {message.venue.address}"
    point = message.location
    return f"{point.latitude:.4f}, {point.longitude:.4f}" if point else ""


def _sort(message: Message) -> Sort:
    if message.text:
        return Sort.TEXT
    if message.voice or message.audio:
        return Sort.VOICE
    if message.location:
        return Sort.PLACE
    return Sort.PHOTO if message.photo else Sort.OTHER


def _group(message: Message, username: str) -> What | None:
    if message.migrate_to_chat_id:
        return GroupMoved(message.migrate_to_chat_id)
    if message.new_chat_title:
        return Grouped(message.new_chat_title, greet=False)
    text = message.text or ""
    commanded = text.startswith("/") and "@" not in text.split()[0]
    return Addressed() if commanded or f"@{username}".casefold() in text.casefold() else None
