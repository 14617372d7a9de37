"""Methods that pass a message on: copied without its author's name, or forwarded with it."""

from dataclasses import replace
from typing import Any

from bot.playground import bot_view
from bot.playground.entities import NO_WORDS
from bot.playground.happenings import post
from bot.playground.inputs import caption_words, keyboard, replied_to
from bot.playground.messages import Chat, Content, Message
from bot.playground.methods.editing import message_ids
from bot.playground.params import Params
from bot.playground.pocket import Pocket
from bot.playground.reach import charge, found_message, joined_chat, known_chat, open_topic
from bot.playground.refusals import Refusal, Why


def copy_message(pocket: Pocket, params: Params) -> Any:
    source = found_message(_source(pocket, params), params, Why.NO_MESSAGE_TO_COPY)
    _refuse_protected(source, Why.CANNOT_COPY)
    chat = joined_chat(pocket, params)
    content = source.content
    if "caption" in params.values and content.file:
        content = replace(content, words=caption_words(params))
    copy = replace(
        pocket.compose(chat, pocket.bot.id, content),
        keyboard=keyboard(params),
        reply_to=replied_to(chat, params),
        topic=open_topic(chat, params),
        protected=params.flag("protect_content"),
    )
    charge(pocket, chat)
    return {"message_id": post(pocket, copy).id}


def copy_messages(pocket: Pocket, params: Params) -> Any:
    """Albums stay albums; what is not found or cannot be copied is skipped, as the Bot API says."""
    origin, chat = _source(pocket, params), joined_chat(pocket, params)
    sources = [origin.log[number] for number in message_ids(params) if number in origin.log]
    sources = [source for source in sources if not (source.protected or source.content.service)]
    if not sources:
        raise Refusal(Why.NO_MESSAGE_TO_COPY)
    topic = open_topic(chat, params)
    charge(pocket, chat, len(sources))
    albums = {source.album: pocket.next_album() for source in sources if source.album}
    copies = [
        replace(
            pocket.compose(chat, pocket.bot.id, _content(source, bare=params.flag("remove_caption"))),
            album=albums[source.album] if source.album else None,
            topic=topic,
            protected=params.flag("protect_content"),
        )
        for source in sources
    ]
    return [{"message_id": post(pocket, copy).id} for copy in copies]


def _content(source: Message, *, bare: bool) -> Content:
    """What is copied: a file may lose its caption, a text stays."""
    if bare and source.content.file:
        return replace(source.content, words=NO_WORDS)
    return source.content


def forward_message(pocket: Pocket, params: Params) -> Any:
    source = found_message(_source(pocket, params), params, Why.NO_MESSAGE_TO_FORWARD)
    _refuse_protected(source, Why.CANNOT_FORWARD)
    chat = joined_chat(pocket, params)
    topic = open_topic(chat, params)
    charge(pocket, chat)
    author = source.sender if source.forwarded_from is None else source.forwarded_from
    message = replace(
        pocket.compose(chat, pocket.bot.id, source.content),
        forwarded_from=author,
        topic=topic,
        protected=params.flag("protect_content"),
    )
    return bot_view.message(pocket, post(pocket, message))


def _source(pocket: Pocket, params: Params) -> Chat:
    return known_chat(pocket, params, "from_chat_id")


def _refuse_protected(source: Message, why: Why) -> None:
    if source.protected or source.content.service:
        raise Refusal(why)
