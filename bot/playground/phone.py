"""What a person does with their phone: write, send, press, open a link, block."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.playground import bot_view
from bot.playground.entities import Words, with_spotted
from bot.playground.files import Kind, Upload
from bot.playground.happenings import change_standing, post
from bot.playground.keyboards import carries
from bot.playground.messages import Chat, Content, Message, Point
from bot.playground.pocket import Pocket
from bot.playground.presses import Press

MOST_IN_ALBUM = 10


class CannotDo(Exception):
    """The phone does not offer this: no such chat, message or button, or the bot is blocked."""


class Phone:
    """One person's phone; raises `CannotDo` for what a real one would not let them do.

    `replying_to` is the message that a photo, voice or sticker answers, if they answer one; `topic` the one
    that is open in a forum.
    """

    def __init__(self, pocket: Pocket, person_id: int) -> None:
        if person_id not in pocket.people:
            raise CannotDo("there is no such phone")
        self.pocket = pocket
        self.id = person_id
        self.replying_to: int | None = None
        self.topic: int | None = None

    def chat(self, chat_id: int) -> Chat:
        """A chat this person is in."""
        chat = self.pocket.chats.get(chat_id)
        if chat is None or self.id not in chat.members:
            raise CannotDo("this person is not in that chat")
        return chat

    def say(self, chat_id: int, text: str, reply_to: int | None = None) -> Message:
        if not text.strip():
            raise CannotDo("there is nothing to send")
        return self.send(chat_id, Content(with_spotted(Words(text.strip()))), reply_to)

    def show(self, chat_id: int, kind: Kind, upload: Upload, caption: str = "") -> Message:
        """Sends a photo, a video, a document or a voice."""
        return self.send(chat_id, self._content(kind, upload, caption))

    def show_album(self, chat_id: int, kind: Kind, uploads: list[Upload], caption: str = "") -> list[Message]:
        """Several files at once: they arrive as separate messages of one media group."""
        if kind == "voice" or len(uploads) > MOST_IN_ALBUM:
            raise CannotDo("an album has at most ten pictures or documents")
        chat, album = self._writable(chat_id), self.pocket.next_album()
        captions = [caption] + [""] * (len(uploads) - 1)
        contents = [self._content(kind, *pair) for pair in zip(uploads, captions, strict=True)]
        about = {"album": album, "reply_to": self.replying_to}
        return [self._posted(chat, content, **about) for content in contents]

    def forward(self, chat_id: int, message_id: int) -> list[Message]:
        """Forwards a message to the bot, with the whole album it belongs to."""
        log, chat = self.chat(chat_id).log, self._writable(self.id)
        message = log.get(message_id)
        if message is None or message.protected or message.content.service:
            raise CannotDo("there is no such message to forward")
        album = message.album and self.pocket.next_album()
        pieces = [each for each in log.values() if album and each.album == message.album] or [message]
        return [
            self._posted(chat, each.content, album=album, forwarded_from=_author(each)) for each in pieces
        ]

    def _posted(self, chat: Chat, content: Content, **about: Any) -> Message:
        about["topic"] = self._topic(chat, about.get("reply_to"))
        return post(self.pocket, replace(self.pocket.compose(chat, self.id, content), **about))

    def stick(self, chat_id: int, emoji: str) -> Message:
        """Sends a sticker."""
        file = self.pocket.files.keep("sticker", Upload(b"", "sticker.webp", "image/webp"))
        return self.send(chat_id, Content(file=file, emoji=emoji))

    def share(self, chat_id: int, point: Point) -> Message:
        """Shares a place on the map."""
        return self.send(chat_id, Content(point=point))

    def send(self, chat_id: int, content: Content, reply_to: int | None = None) -> Message:
        return self._posted(self._writable(chat_id), content, reply_to=reply_to or self.replying_to)

    def _topic(self, chat: Chat, answered: int | None) -> int | None:
        """Where something new stands: beside what it answers, or in the topic that is open."""
        number = chat.log[answered].topic if answered in chat.log else self.topic
        topic = chat.topics.get(number or 0)
        if number and topic is None:
            raise CannotDo("there is no such topic")
        if topic and topic.closed and chat.members[self.id] not in ("creator", "administrator"):
            raise CannotDo("this topic is closed")
        return number

    def _content(self, kind: Kind, upload: Upload, caption: str) -> Content:
        """Films lie among the pictures of a phone."""
        kind = "video" if kind == "photo" and upload.mime.startswith("video/") else kind
        return Content(with_spotted(Words(caption.strip())), self.pocket.files.keep(kind, upload))

    def _writable(self, chat_id: int) -> Chat:
        """The first message in a private chat starts the bot."""
        chat = self.chat(chat_id)
        if chat.private and chat.bot == "kicked":
            raise CannotDo("the bot is blocked: unblock it to write")
        if chat.migrated_to is not None:
            raise CannotDo("the group became a supergroup")
        if chat.private and chat.bot == "never":
            chat.bot = "member"
        return chat

    def press(self, chat_id: int, message_id: int, data: str, *, forged: bool = False) -> Press:
        """Presses the button that carries the data; a forged press sends any, as a custom client can."""
        chat = self.chat(chat_id)
        message = chat.log.get(message_id)
        if message is None:
            raise CannotDo("there is no such message")
        if not forged and not carries(message.keyboard, data):
            raise CannotDo("no button of that message carries this data")
        press = Press(self.pocket.presses.next_id(), self.id, chat_id, message_id, data, self.pocket.now())
        self.pocket.presses.keep(press)
        self.pocket.live.tell(pressed(press, answered=False))
        if chat.bot_member:
            self._tell_bot(press, message)
        return press

    def _tell_bot(self, press: Press, message: Message) -> None:
        query = {
            "id": press.id,
            "from": bot_view.user(self.pocket, self.id),
            "message": bot_view.message(self.pocket, message),
            "chat_instance": str(abs(press.chat) * 7919),
            "data": press.data,
        }
        self.pocket.updates.push("callback_query", query, press.at)

    def open(self, link: str) -> Message:
        """Opens a `t.me` link to the bot, unblocks it if need be, and sends `/start` with the payload."""
        payload = start_payload(link, self.pocket.bot.username)
        self.unblock()
        return self.say(self.id, f"/start {payload}".strip())

    def block(self) -> None:
        """Blocks the bot, or never lets it begin."""
        change_standing(self.pocket, self.chat(self.id), self.id, "kicked")

    def unblock(self) -> None:
        chat = self.chat(self.id)
        if chat.bot == "kicked":
            change_standing(self.pocket, chat, self.id, "member")

    def speak(self, language: str) -> None:
        """Changes the language of the app."""
        self.pocket.change_person(replace(self.pocket.people[self.id], language=language))

    def delete_account(self) -> None:
        """From now on the bot learns that the user is deactivated."""
        self.pocket.change_person(replace(self.pocket.people[self.id], deactivated=True))


def _author(message: Message) -> int:
    """Who wrote a message first, however often it was forwarded since."""
    return message.sender if message.forwarded_from is None else message.forwarded_from


def pressed(press: Press, *, answered: bool) -> dict[str, Any]:
    """The event of a press, for the pages that watch."""
    return {
        "type": "pressed",
        "person": press.person,
        "chat": press.chat,
        "message": press.message,
        "data": press.data,
        "answered": answered,
    }


def start_payload(link: str, username: str) -> str:
    """What stands behind `start=`; raises `CannotDo` for a link that does not lead to this bot."""
    parts = urlsplit(link if "://" in link else f"https://{link}")
    name = parts.path.strip("/")
    query = parse_qs(parts.query)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    elif parts.hostname not in ("t.me", "telegram.me"):
        raise CannotDo("this is not a Telegram link")
    if name.lower() != username.lower():
        raise CannotDo("this link leads to another bot")
    payload = query.get("start", [""])[0]
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", payload):
        raise CannotDo("the payload of this link is not one Telegram takes")
    return payload
