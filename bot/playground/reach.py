"""May the bot write there, and now? Finds the chat of a call and refuses as Telegram would."""

from bot.playground.messages import Chat, Message
from bot.playground.params import Params
from bot.playground.pocket import Pocket
from bot.playground.refusals import Refusal, Why


def known_chat(pocket: Pocket, params: Params, name: str = "chat_id") -> Chat:
    """A chat the bot has seen, whether or not it may write there."""
    if not params.text(name):
        raise Refusal(Why.CHAT_ID_EMPTY)
    chat = pocket.chats.get(params.integer(name))
    if chat is None or (chat.bot == "never" and not chat.private):
        raise Refusal(Why.CHAT_NOT_FOUND)
    if chat.migrated_to is not None:
        raise Refusal.migrated(chat.migrated_to)
    return chat


def joined_chat(pocket: Pocket, params: Params) -> Chat:
    """A chat the bot is in: refuses one it was blocked in, kicked from, or never was a member of."""
    chat = known_chat(pocket, params)
    if chat.private:
        _refuse_unreachable(pocket, chat)
    elif chat.bot == "kicked":
        raise Refusal(Why.KICKED, kind=chat.kind)
    elif chat.bot == "left":
        raise Refusal(Why.NOT_A_MEMBER, kind=chat.kind)
    return chat


def open_topic(chat: Chat, params: Params) -> int | None:
    """In which topic a new message stands; refuses one that is not there, is closed, or no forum's.

    Without a number it is the topic of the message that is answered, or the general one.
    """
    if chat.bot == "restricted":
        raise Refusal(Why.NOT_ENOUGH_RIGHTS_TO_WRITE)
    named = params.integer("message_thread_id")
    if not named:
        answered = chat.log.get(Params(params.object("reply_parameters")).integer("message_id"))
        return answered.topic if answered else None
    if named not in chat.topics:
        raise Refusal(Why.THREAD_NOT_FOUND)
    if chat.topics[named].closed and chat.bot != "administrator":
        raise Refusal(Why.TOPIC_CLOSED)
    return named


def _refuse_unreachable(pocket: Pocket, chat: Chat) -> None:
    if pocket.people[chat.id].deactivated:
        raise Refusal(Why.DEACTIVATED)
    if chat.bot == "never":
        raise Refusal(Why.NEVER_STARTED)
    if chat.bot == "kicked":
        raise Refusal(Why.BLOCKED)


def charge(pocket: Pocket, chat: Chat | None, count: int = 1) -> None:
    """Counts messages against the limits, if any; an edit counts over all only (no chat)."""
    if pocket.meter is None:
        return
    seconds = pocket.meter.charge(chat.id if chat else None, count, pocket.now())
    if seconds is not None:
        raise Refusal.flood(seconds)


def found_message(chat: Chat, params: Params, otherwise: Why) -> Message:
    """The message a call names, or the refusal given."""
    if not params.text("message_id"):
        raise Refusal(Why.MESSAGE_ID_MISSING)
    message = chat.log.get(params.integer("message_id"))
    if message is None:
        raise Refusal(otherwise)
    return message
