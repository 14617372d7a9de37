"""Methods that change or delete what was written."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.playground import bot_view
from bot.playground.happenings import delete, edit
from bot.playground.inputs import caption_words, keyboard, text_words
from bot.playground.messages import Chat, Content, Message
from bot.playground.methods.sending import input_media
from bot.playground.params import Params
from bot.playground.pocket import Pocket
from bot.playground.reach import charge, found_message, joined_chat
from bot.playground.refusals import Refusal, Why

DELETABLE_FOR = timedelta(hours=48)
MOST_AT_ONCE = 100


def edit_message_text(pocket: Pocket, params: Params) -> Any:
    words = text_words(params, Why.EDIT_OR_ANSWER_TOO_LONG)
    message = _own_message(pocket, params)
    content = message.content
    if content.file or content.service or content.point:
        raise Refusal(Why.NO_TEXT_TO_EDIT)
    return _changed(pocket, params, message, Content(words))


def edit_message_caption(pocket: Pocket, params: Params) -> Any:
    words = caption_words(params)
    message = _own_message(pocket, params)
    if message.content.file is None:
        raise Refusal(Why.NO_CAPTION_TO_EDIT)
    return _changed(pocket, params, message, replace(message.content, words=words))


def edit_message_media(pocket: Pocket, params: Params) -> Any:
    """A text becomes a file too; a voice message, a place and documents in an album stay what they are."""
    message = _own_message(pocket, params)
    old = message.content.file
    if message.content.point or (old and old.kind == "voice"):
        raise Refusal(Why.NO_MEDIA_TO_EDIT)
    content = input_media(pocket, params, params.json("media"))
    new = content.file
    if message.album and old and new and old.kind != new.kind and "document" in (old.kind, new.kind):
        raise Refusal(Why.ALBUM_OF_OTHER_TYPE)
    return _changed(pocket, params, message, content)


def edit_message_reply_markup(pocket: Pocket, params: Params) -> Any:
    message = _own_message(pocket, params)
    return _changed(pocket, params, message, message.content)


def _own_message(pocket: Pocket, params: Params) -> Message:
    message = found_message(joined_chat(pocket, params), params, Why.NO_MESSAGE_TO_EDIT)
    if message.sender != pocket.bot.id or message.forwarded_from is not None:
        raise Refusal(Why.CANNOT_EDIT)
    return message


def _changed(pocket: Pocket, params: Params, message: Message, content: Content) -> Any:
    """An edit without a keyboard takes the former one away, as in Telegram."""
    buttons = keyboard(params)
    if content == message.content and buttons == message.keyboard:
        raise Refusal(Why.NOT_MODIFIED)
    charge(pocket, None)
    marked = message.edited if content == message.content else pocket.now()
    changed = replace(message, content=content, keyboard=buttons, edited=marked)
    return bot_view.message(pocket, edit(pocket, changed))


def delete_message(pocket: Pocket, params: Params) -> Any:
    chat = joined_chat(pocket, params)
    message = found_message(chat, params, Why.NO_MESSAGE_TO_DELETE)
    _refuse_deleting(pocket, chat, message)
    delete(pocket, message)
    return True


def delete_messages(pocket: Pocket, params: Params) -> Any:
    """Those not found are skipped, as the Bot API says; so are those that may not be deleted."""
    chat = joined_chat(pocket, params)
    for message in [chat.log[number] for number in message_ids(params) if number in chat.log]:
        if _why_not_delete(pocket, chat, message) is None:
            delete(pocket, message)
    return True


def message_ids(params: Params) -> list[int]:
    numbers = params.array("message_ids", Why.MESSAGE_IDS_MISSING)
    if not numbers:
        raise Refusal(Why.MESSAGE_IDS_MISSING)
    if len(numbers) > MOST_AT_ONCE:
        raise Refusal(Why.TOO_MANY_MESSAGE_IDS)
    if not all(isinstance(number, int) for number in numbers):
        raise Refusal(Why.MESSAGE_ID_NOT_A_NUMBER)
    return numbers


def _refuse_deleting(pocket: Pocket, chat: Chat, message: Message) -> None:
    if why := _why_not_delete(pocket, chat, message):
        raise Refusal(why)


def _why_not_delete(pocket: Pocket, chat: Chat, message: Message) -> Why | None:
    """In a group the bot deletes others' messages only as an administrator; nowhere after 48 hours."""
    if pocket.now() - message.date > DELETABLE_FOR:
        return Why.TOO_OLD_TO_DELETE
    if message.sender != pocket.bot.id and not chat.private and chat.bot != "administrator":
        return Why.CANNOT_DELETE
    return None
