"""Reads what a call wants to say: words with their markup, a keyboard, a file, a reply."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.playground.entities import Entity, Words, in_order, trimmed, with_spotted
from bot.playground.files import Kind, StoredFile
from bot.playground.html_reader import read_html
from bot.playground.keyboards import Keyboard, read_keyboard
from bot.playground.messages import Chat, Point
from bot.playground.params import Params
from bot.playground.pocket import Pocket
from bot.playground.refusals import Refusal, Why

_SURROGATE = re.compile("[\ud800-\udfff]")
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def text_words(params: Params, too_long: Why = Why.TEXT_TOO_LONG) -> Words:
    """The text of a message: 1 to 4096 UTF-16 units once its markup is read."""
    if not params.text("text"):
        raise Refusal(Why.TEXT_EMPTY)
    words = _read(params.values, "text", params.json("entities"))
    if not words.text:
        raise Refusal(Why.TEXT_BLANK)
    if len(words) > LONGEST_TEXT:
        raise Refusal(too_long)
    return words


def caption_words(params: Params) -> Words:
    """The caption of a file: at most 1024 UTF-16 units once its markup is read."""
    return captioned(params.values, params.json("caption_entities"))


def captioned(values: Mapping[str, Any], entities: Any = None) -> Words:
    words = _read(values, "caption", entities)
    if len(words) > LONGEST_CAPTION:
        raise Refusal(Why.CAPTION_TOO_LONG)
    return words


def _read(values: Mapping[str, Any], name: str, entities: Any) -> Words:
    text = str(values.get(name) or "").replace("\r\n", "\n")
    if not text.isascii() and _SURROGATE.search(text):
        raise Refusal(Why.NOT_UTF8)
    mode = str(values.get("parse_mode") or "").lower()
    if mode == "html":
        words = read_html(text)
    elif mode:
        raise Refusal(Why.UNSUPPORTED_PARSE_MODE)
    else:
        words = Words(text, _read_entities([] if entities is None else entities))
    return with_spotted(trimmed(words))


def _read_entities(raw: Any) -> tuple[Entity, ...]:
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        raise Refusal(Why.ENTITIES, detail="expected an Array of MessageEntity")
    return in_order([_read_entity(dict(one)) for one in raw])


def _read_entity(raw: dict[str, Any]) -> Entity:
    try:
        kind, offset, length = str(raw.pop("type")), int(raw.pop("offset")), int(raw.pop("length"))
    except (KeyError, ValueError) as error:
        raise Refusal(Why.ENTITIES, detail="can't parse MessageEntity") from error
    return Entity(kind, offset, length, tuple((key, value) for key, value in raw.items() if key != "user"))


def keyboard(params: Params) -> Keyboard:
    return read_keyboard(params.json("reply_markup"))


def replied_to(chat: Chat, params: Params) -> int | None:
    """The id of the message answered; refuses one that is not there unless told to send anyway."""
    reply = Params(params.object("reply_parameters"))
    wanted = reply.integer("message_id") or params.integer("reply_to_message_id")
    if not wanted:
        return None
    if wanted in chat.log:
        return wanted
    if any(asked.flag("allow_sending_without_reply") for asked in (reply, params)):
        return None
    raise Refusal(Why.NO_MESSAGE_TO_REPLY)


def read_point(params: Params, wrong: Why) -> Point:
    """Where a place is, in degrees that are on the map."""
    empty = {"latitude": Why.LATITUDE_EMPTY, "longitude": Why.LONGITUDE_EMPTY}
    for name, why in empty.items():
        if not params.text(name).strip():
            raise Refusal(why)
    try:
        latitude, longitude = (float(params.text(name)) for name in empty)
    except ValueError as error:
        raise Refusal(wrong) from error
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise Refusal(wrong)
    return Point(latitude, longitude)


def sent_file(pocket: Pocket, params: Params, kind: Kind) -> StoredFile:
    """The file of a sendPhoto, sendVoice and the like, which stands in the field of that name."""
    if kind in params.uploads:
        upload = replace(params.uploads[kind], duration=params.integer("duration", 1))
        return pocket.files.keep(kind, upload)
    source = params.text(kind)
    if not source:
        raise Refusal(Why.NO_FILE_IN_REQUEST, kind=kind)
    return named_file(pocket, params, (kind, source))


def named_file(pocket: Pocket, params: Params, named: tuple[Kind, str]) -> StoredFile:
    """A file by `attach://field` or by a file_id of the same kind; addresses are not fetched here."""
    kind, source = named
    if source.startswith("attach://"):
        upload = params.uploads.get(source.removeprefix("attach://"))
        if upload is None:
            raise Refusal(Why.NO_FILE_IN_REQUEST, kind=kind)
        return pocket.files.keep(kind, upload)
    stored = pocket.files.by_id(source)
    if stored is None:
        raise Refusal(Why.FILE_UNKNOWN)
    if stored.kind != kind:
        was, wanted = stored.kind.capitalize(), kind.capitalize()
        raise Refusal(Why.FILE_OF_OTHER_TYPE, was=was, wanted=wanted)
    return stored
