"""Methods about a chat: what it is, who is in it, what is pinned, and leaving it."""

from typing import Any

from bot.playground import bot_view, groups
from bot.playground.happenings import pin
from bot.playground.messages import Chat
from bot.playground.params import Params
from bot.playground.pocket import Pocket
from bot.playground.reach import found_message, joined_chat, known_chat
from bot.playground.refusals import Refusal, Why

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def get_chat(pocket: Pocket, params: Params) -> Any:
    chat = _visible(pocket, params)
    shown = bot_view.chat(pocket, chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.pinned and chat.pinned[-1] in chat.log:
        shown["pinned_message"] = bot_view.message(pocket, chat.log[chat.pinned[-1]])
    return shown


def get_chat_member(pocket: Pocket, params: Params) -> Any:
    chat, user = _visible(pocket, params), params.integer("user_id")
    if user == pocket.bot.id:
        return bot_view.member(pocket, user, chat.bot)
    if user not in pocket.people:
        raise Refusal(Why.USER_NOT_FOUND)
    return bot_view.member(pocket, user, chat.members.get(user, "left"))


def get_chat_member_count(pocket: Pocket, params: Params) -> Any:
    chat = _visible(pocket, params)
    return len(chat.members) + chat.bot_member


def get_chat_administrators(pocket: Pocket, params: Params) -> Any:
    chat = _visible(pocket, params)
    if chat.private:
        raise Refusal(Why.NO_ADMINISTRATORS_IN_PRIVATE)
    people = [
        bot_view.member(pocket, user, status)
        for user, status in chat.members.items()
        if status in ("creator", "administrator")
    ]
    bots = [bot_view.member(pocket, pocket.bot.id, chat.bot)] if chat.bot == "administrator" else []
    return people + bots


def pin_chat_message(pocket: Pocket, params: Params) -> Any:
    chat = _pinnable(pocket, params)
    pin(pocket, found_message(chat, params, Why.NO_MESSAGE_TO_PIN), pinned=True)
    return True


def unpin_chat_message(pocket: Pocket, params: Params) -> Any:
    """Without a message id, the newest pin goes."""
    chat = _pinnable(pocket, params)
    if not chat.pinned:
        raise Refusal(Why.NO_MESSAGE_TO_UNPIN)
    named = params.integer("message_id") or chat.pinned[-1]
    if named not in chat.pinned:
        raise Refusal(Why.NO_MESSAGE_TO_UNPIN)
    pin(pocket, chat.log[named], pinned=False)
    return True


def leave_chat(pocket: Pocket, params: Params) -> Any:
    chat = joined_chat(pocket, params)
    if chat.private:
        raise Refusal(Why.CANNOT_LEAVE_PRIVATE)
    groups.leave(pocket, chat)
    return True


def _pinnable(pocket: Pocket, params: Params) -> Chat:
    chat = joined_chat(pocket, params)
    if not chat.private and chat.bot != "administrator":
        raise Refusal(Why.NOT_ENOUGH_RIGHTS_TO_PIN)
    return chat


def _visible(pocket: Pocket, params: Params) -> Chat:
    """A chat the bot may ask about: it was started once, or the bot is in the group."""
    chat = known_chat(pocket, params)
    if chat.private:
        if chat.bot == "never":
            raise Refusal(Why.CHAT_NOT_FOUND)
        return chat
    return joined_chat(pocket, params)
