"""What happens in a chat, told to everyone it concerns: kept in the log, shown on phones, sent to the bot."""

import re
from dataclasses import replace
from typing import Any

from bot.playground import bot_view, phone_view
from bot.playground.messages import Chat, Content, Message, Service, Standing
from bot.playground.pocket import Pocket


def post(pocket: Pocket, message: Message) -> Message:
    """Adds a message to its chat; the bot hears it unless it wrote it or is not allowed to."""
    chat = pocket.chats[message.chat]
    chat.keep(message)
    if pocket.live:
        pocket.live.tell({"type": "message", "message": phone_view.message(pocket, message)})
    if heard_by_bot(pocket, chat, message):
        pocket.updates.push("message", bot_view.message(pocket, message), message.date)
    return message


def note(pocket: Pocket, chat: Chat, sender: int, service: Service) -> Message:
    """Posts what Telegram itself notes in a chat: who came, who left, a new title."""
    return post(pocket, pocket.compose(chat, sender, Content(service=service)))


def edit(pocket: Pocket, message: Message) -> Message:
    """Puts a changed message in the place of the former one."""
    pocket.chats[message.chat].log[message.id] = message
    if pocket.live:
        pocket.live.tell({"type": "edited", "message": phone_view.message(pocket, message)})
    return message


def delete(pocket: Pocket, message: Message) -> None:
    chat = pocket.chats[message.chat]
    chat.forget(message.id)
    pocket.live.tell({"type": "deleted", "chat": chat.id, "message": message.id})


def pin(pocket: Pocket, message: Message, *, pinned: bool) -> None:
    """Pins or unpins; the newest pin comes last."""
    pins = pocket.chats[message.chat].pinned
    if message.id in pins:
        pins.remove(message.id)
    if pinned:
        pins.append(message.id)
    edit(pocket, replace(message))


def heard_by_bot(pocket: Pocket, chat: Chat, message: Message) -> bool:
    """Privacy mode: in a group the bot hears commands, replies and service notes; an admin hears all."""
    if message.sender == pocket.bot.id or not chat.bot_member:
        return False
    if chat.private or chat.bot == "administrator" or message.content.service:
        return True
    answered = chat.log.get(message.reply_to or 0)
    if answered and answered.sender == pocket.bot.id:
        return True
    return _is_command_for(pocket.bot.username, message.content.words.text)


def _is_command_for(username: str, text: str) -> bool:
    command = re.match(r"/\w+(?:@(\w+))?", text)
    return bool(command and (command[1] or username).lower() == username.lower())


def change_standing(pocket: Pocket, chat: Chat, by: int, standing: Standing) -> None:
    """The bot is blocked, unblocked, added, promoted or removed; it is told so by `my_chat_member`."""
    if standing == chat.bot:
        return
    was, chat.bot = chat.bot, standing
    change = _change(pocket, chat, pocket.bot.id, (was, standing))
    pocket.updates.push("my_chat_member", change | {"from": bot_view.user(pocket, by)}, pocket.now())
    pocket.live.tell({"type": "people" if chat.private else "chats"})


def tell_member_change(pocket: Pocket, chat: Chat, member: int, statuses: tuple[str, str]) -> None:
    """`chat_member`, which Telegram tells only to administrators that asked for it."""
    if chat.bot == "administrator":
        change = _change(pocket, chat, member, statuses) | {"from": bot_view.user(pocket, member)}
        pocket.updates.push("chat_member", change, pocket.now())


def _change(pocket: Pocket, chat: Chat, who: int, statuses: tuple[str, str]) -> dict[str, Any]:
    before, after = statuses
    return {
        "chat": bot_view.chat(pocket, chat),
        "date": bot_view.timestamp(pocket.now()),
        "old_chat_member": bot_view.member(pocket, who, before),
        "new_chat_member": bot_view.member(pocket, who, after),
    }
