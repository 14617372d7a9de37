"""Methods that write something new: text, files, albums, places, and "is typing"."""

from dataclasses import replace
from typing import Any

from bot.playground import bot_view
from bot.playground.files import Kind
from bot.playground.happenings import post
from bot.playground.inputs import (
    caption_words,
    captioned,
    keyboard,
    named_file,
    read_point,
    replied_to,
    sent_file,
    text_words,
)
from bot.playground.messages import Content
from bot.playground.params import Params
from bot.playground.pocket import Pocket
from bot.playground.reach import charge, joined_chat, open_topic
from bot.playground.refusals import Refusal, Why

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_message(pocket: Pocket, params: Params) -> Any:
    return _send(pocket, params, Content(text_words(params)))


def send_photo(pocket: Pocket, params: Params) -> Any:
    return _send_file(pocket, params, "photo")


def send_document(pocket: Pocket, params: Params) -> Any:
    return _send_file(pocket, params, "document")


def send_video(pocket: Pocket, params: Params) -> Any:
    return _send_file(pocket, params, "video")


def send_voice(pocket: Pocket, params: Params) -> Any:
    return _send_file(pocket, params, "voice")


def send_location(pocket: Pocket, params: Params) -> Any:
    return _send(pocket, params, Content(point=read_point(params, Why.WRONG_LOCATION)))


def send_venue(pocket: Pocket, params: Params) -> Any:
    point = read_point(params, Why.WRONG_VENUE)
    title, address = params.text("title"), params.text("address")
    if not title:
        raise Refusal(Why.WRONG_VENUE)
    return _send(pocket, params, Content(point=replace(point, title=title, address=address)))


def _send_file(pocket: Pocket, params: Params, kind: Kind) -> Any:
    words = caption_words(params)
    joined_chat(pocket, params)
    return _send(pocket, params, Content(words, sent_file(pocket, params, kind)))


def _send(pocket: Pocket, params: Params, content: Content) -> Any:
    buttons = keyboard(params)
    chat = joined_chat(pocket, params)
    reply_to, topic = replied_to(chat, params), open_topic(chat, params)
    charge(pocket, chat)
    message = replace(
        pocket.compose(chat, pocket.bot.id, content),
        keyboard=buttons,
        reply_to=reply_to,
        topic=topic,
        protected=params.flag("protect_content"),
    )
    return bot_view.message(pocket, post(pocket, message))


def send_media_group(pocket: Pocket, params: Params) -> Any:
    chat = joined_chat(pocket, params)
    contents = _album(pocket, params)
    reply_to, topic = replied_to(chat, params), open_topic(chat, params)
    charge(pocket, chat, len(contents))
    album, protected = pocket.next_album(), params.flag("protect_content")
    messages = [
        replace(
            pocket.compose(chat, pocket.bot.id, content),
            album=album,
            reply_to=reply_to,
            topic=topic,
            protected=protected,
        )
        for content in contents
    ]
    return [bot_view.message(pocket, post(pocket, message)) for message in messages]


def _album(pocket: Pocket, params: Params) -> list[Content]:
    """One to ten files; documents do not mix with pictures."""
    if "media" not in params.values:
        raise Refusal(Why.PARAMETER_REQUIRED, name="media")
    items = params.array("media", Why.MEDIA_NOT_AN_ARRAY)
    if not items:
        raise Refusal(Why.ALBUM_EMPTY)
    if len(items) > 10:
        raise Refusal(Why.ALBUM_TOO_LONG)
    contents = [input_media(pocket, params, item) for item in items]
    kinds = {content.file.kind for content in contents if content.file}
    if len(kinds) > 1 and "document" in kinds:
        raise Refusal(Why.ALBUM_MIXED)
    return contents


def input_media(pocket: Pocket, params: Params, item: Any) -> Content:
    """The content an InputMediaPhoto, InputMediaVideo or InputMediaDocument describes."""
    if not isinstance(item, dict):
        raise Refusal(Why.MEDIA_NOT_AN_OBJECT)
    words = captioned(item, item.get("caption_entities"))
    match item.get("type"):
        case "photo" | "video" | "document" as kind:
            return Content(words, named_file(pocket, params, (kind, str(item.get("media") or ""))))
        case _:
            raise Refusal(Why.MEDIA_TYPE_UNSUPPORTED)


def send_chat_action(pocket: Pocket, params: Params) -> Any:
    if params.text("action") not in _ACTIONS:
        raise Refusal(Why.WRONG_ACTION)
    chat = joined_chat(pocket, params)
    pocket.live.tell({"type": "action", "chat": chat.id, "action": params.text("action")})
    return True
