"""Reading what happens in groups: who is let in and out, what is said to us, and in which topic.

With privacy mode on, which is how we run, Telegram brings us commands, replies to our messages and its own
notes, and of a message that a command replies to that one message, inside the command: of an album the one
item that was replied to, with its caption if it stands there. Of a group where we are an administrator, or
with privacy mode off, it brings every message. None of them is looked at, and none is kept for an album to be
gathered from: its other items are not ours to remember before anybody asked.
"""

from telegram.constants import ChatMemberStatus, ChatType

from bot.channels import Raw
from bot.channels.telegram import contents
from bot.events import (
    Addressed,
    Grouped,
    GroupMoved,
    InTopic,
    Relayed,
    Replied,
    Rights,
    Someone,
    Tapped,
    TopicNamed,
    TopicShut,
    Ungrouped,
    What,
)
from handlers.kit.turn import Said

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
AWAY = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
RELAY = "relay"


def topic(part: Raw) -> InTopic | None:
    """The topic of a message, or of the message that was pressed. Other threads are mere rows of replies."""
    message = part.get("message", part)
    if not message.get("is_topic_message") or "message_thread_id" not in message:
        return None
    named = message.get("forum_topic_created") or message.get("forum_topic_edited")
    named = named or message.get("reply_to_message", {}).get("forum_topic_created") or {}
    return InTopic(message["message_thread_id"], named.get("name"))


def membership(change: Raw) -> What:
    """We were let into a group or out of it, or may do more or less there than before."""
    now, was = change["new_chat_member"], change["old_chat_member"]
    if _away(now):
        return Ungrouped()
    return Grouped(change["chat"].get("title", ""), greet=_away(was), rights=_rights(now))


def _away(member: Raw) -> bool:
    return member["status"] in AWAY or not member.get("is_member", True)


def _rights(member: Raw) -> Rights:
    """An administrator may write wherever it is; what a plain member may pin is the group's to say."""
    write = member["status"] != ChatMemberStatus.RESTRICTED or bool(member.get("can_send_messages"))
    return Rights(write, member.get("can_pin_messages"))


def pressed(query: Raw) -> What:
    """A press on a message of ours, with what that message replies to."""
    replied = _foreign(query["message"], query["message"].get("from", {}).get("username", ""))
    link, said = query.get("data", ""), contents.said(replied) if replied else None
    return Tapped(link, query["id"], someone(query), said)


def someone(part: Raw) -> Someone:
    """Who did it."""
    return Someone(part["from"]["id"], part["from"].get("first_name", ""))


def message(message: Raw, username: str) -> What | None:
    """What is said to us in a group, or noted by Telegram; None for everything else."""
    match message:
        case {"migrate_to_chat_id": to}:
            return GroupMoved(to)
        case {"new_chat_title": title}:
            return Grouped(title, greet=False)
        case {"forum_topic_created": _} | {"forum_topic_edited": {"name": _}}:
            return TopicNamed()
        case {"forum_topic_closed": _}:
            return TopicShut(closed=True)
        case {"forum_topic_reopened": _}:
            return TopicShut(closed=False)
    if _answers(message, username):
        to = message["reply_to_message"]["message_id"]
        return Replied(to, Said(contents.said(message).sort, message.get("text", "")), someone(message))
    return _called(message, username)


def _called(message: Raw, username: str) -> What | None:
    """A command for us, or our name."""
    text = message.get("text", "")
    replied = _foreign(message, username)
    if text.startswith("/"):
        word, _, whom = text.split()[0][1:].casefold().partition("@")
        if whom not in ("", username.casefold()):
            return None
        if word == RELAY and not _nobody(message):
            return Relayed(contents.said(replied) if replied else None, someone(message))
    elif f"@{username}".casefold() not in text.casefold():
        return None
    return Addressed(replied["message_id"] if replied else None)


def _foreign(message: Raw, username: str) -> Raw | None:
    """What a message replies to, unless it is ours, or merely the topic it stands in."""
    replied: Raw | None = message.get("reply_to_message")
    if replied is None or "forum_topic_created" in replied or _ours(replied, username):
        return None
    return replied


def _ours(message: Raw, username: str) -> bool:
    named: str = message.get("from", {}).get("username", "")
    return named.casefold() == username.casefold()


def _nobody(message: Raw) -> bool:
    """Whether a channel, a bot, or an administrator who hides wrote it."""
    return "sender_chat" in message or message.get("from", {}).get("is_bot", True)


def _answers(message: Raw, username: str) -> bool:
    """Whether a person replies to a message of ours with no command."""
    commanded = message.get("text", "").startswith("/")
    return _ours(message.get("reply_to_message", {}), username) and not _nobody(message) and not commanded
