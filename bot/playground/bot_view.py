"""What the bot is shown: people, chats and messages as the Bot API writes them."""

from datetime import datetime
from typing import Any

from bot.playground.files import StoredFile
from bot.playground.keyboards import api_markup
from bot.playground.messages import Chat, Content, Message, Point
from bot.playground.pocket import Pocket

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_react_to_messages",
    "can_edit_tag",
)
_THUMBNAIL = 90


def timestamp(at: datetime) -> int:
    return int(at.timestamp())


def user(pocket: Pocket, number: int) -> dict[str, Any]:
    if number == pocket.bot.id:
        bot = pocket.bot
        name = pocket.about.text("name", "") or bot.name
        return {"id": bot.id, "is_bot": True, "first_name": name, "username": bot.username}
    person = pocket.people[number]
    first, _, last = person.name.partition(" ")
    names = {"first_name": first, "last_name": last} if last else {"first_name": first}
    return {"id": number, "is_bot": False, **names, "language_code": person.language}


def chat(pocket: Pocket, it: Chat) -> dict[str, Any]:
    if it.private:
        names = user(pocket, it.id)
        return {"id": it.id, "type": "private"} | {
            name: names[name] for name in ("first_name", "last_name") if name in names
        }
    shown: dict[str, Any] = {"id": it.id, "type": it.kind, "title": it.title}
    shown |= {"is_forum": True} if it.forum else {}
    return shown | ({"all_members_are_administrators": False} if it.kind == "group" else {})


def member(pocket: Pocket, number: int, status: str) -> dict[str, Any]:
    """A ChatMember; "never" reads as "left", as Telegram tells it."""
    shown: dict[str, Any] = {"user": user(pocket, number), "status": "left" if status == "never" else status}
    if status == "administrator":
        shown |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(_RIGHTS, True)
    elif status == "creator":
        shown["is_anonymous"] = False
    elif status == "restricted":
        shown |= {"is_member": True, "until_date": 0} | dict.fromkeys(_PERMISSIONS, False)
    elif status == "kicked":
        shown["until_date"] = 0
    return shown


def message(pocket: Pocket, it: Message, *, with_reply: bool = True) -> dict[str, Any]:
    where = pocket.chats[it.chat]
    shown: dict[str, Any] = {
        "message_id": it.id,
        "from": user(pocket, it.sender),
        "chat": chat(pocket, where),
        "date": timestamp(it.date),
    }
    if it.edited:
        shown["edit_date"] = timestamp(it.edited)
    if it.album:
        shown["media_group_id"] = it.album
    if it.protected:
        shown["has_protected_content"] = True
    if it.forwarded_from is not None:
        sender = user(pocket, it.forwarded_from)
        shown["forward_origin"] = {"type": "user", "sender_user": sender, "date": shown["date"]}
    if it.keyboard:
        shown["reply_markup"] = api_markup(it.keyboard)
    if it.topic:
        shown |= {"message_thread_id": it.topic, "is_topic_message": True}
    answered = where.log.get(_answered(it))
    if with_reply and answered:
        shown["reply_to_message"] = message(pocket, answered, with_reply=False)
    return shown | content(it.content)


def _answered(it: Message) -> int:
    """What a message answers; in a topic, if nothing else, the note that made the topic."""
    head = it.topic if it.topic != it.id else None
    return it.reply_to or head or 0


def content(it: Content) -> dict[str, Any]:
    if it.service:
        return {it.service.field: it.service.value}
    if it.point:
        return place(it.point)
    if it.file is None:
        return _worded(it, "text", "entities")
    return {it.file.kind: media(it.file, it.emoji)} | _worded(it, "caption", "caption_entities")


def place(it: Point) -> dict[str, Any]:
    """A venue comes with its bare location beside it."""
    location = {"latitude": it.latitude, "longitude": it.longitude}
    venue = {"venue": {"location": location, "title": it.title, "address": it.address}} if it.title else {}
    return {"location": location} | venue


def _worded(it: Content, text: str, entities: str) -> dict[str, Any]:
    shown: dict[str, Any] = {text: it.words.text} if it.words.text else {}
    if it.words.entities:
        shown[entities] = [entity.api() for entity in it.words.entities]
    return shown


def media(it: StoredFile, emoji: str = "") -> dict[str, Any] | list[dict[str, Any]]:
    named = {"file_id": it.file_id, "file_unique_id": it.unique_id, "file_size": it.size}
    match it.kind:
        case "photo":
            return _photo_sizes(it, named)
        case "voice":
            return named | {"duration": it.upload.duration, "mime_type": it.mime}
        case "video":
            shape = {"width": 0, "height": 0, "duration": it.upload.duration}
            return named | shape | {"file_name": it.upload.name, "mime_type": it.mime}
        case "sticker":
            kind = {"type": "regular", "is_animated": False, "is_video": False}
            return named | kind | {"width": 512, "height": 512, "emoji": emoji}
        case _:
            return named | {"file_name": it.upload.name, "mime_type": it.mime}


def _photo_sizes(it: StoredFile, named: dict[str, Any]) -> list[dict[str, Any]]:
    """Smallest first, as Telegram lists them; both lead to the same bytes here."""
    whole = named | {"width": it.width, "height": it.height}
    longest = max(it.width, it.height)
    if longest <= _THUMBNAIL:
        return [whole]
    width, height = (max(1, side * _THUMBNAIL // longest) for side in (it.width, it.height))
    return [whole | {"file_unique_id": f"{it.unique_id}s", "width": width, "height": height}, whole]
