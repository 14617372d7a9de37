"""What a chat is made of: people, chats, messages and what they contain."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.playground.entities import NO_WORDS, Words
from bot.playground.files import StoredFile
from bot.playground.keyboards import Keyboard

ChatKind = Literal["private", "group", "supergroup"]
Standing = Literal["never", "member", "administrator", "restricted", "left", "kicked"]
"""What the bot is in a chat; in a private one: never started, member, or kicked (blocked). Restricted: it may
not write."""

MOST_MESSAGES_A_CHAT = 2_000


@dataclass(frozen=True, slots=True)
class BotProfile:
    """The bot's own account."""

    id: int = 700_100_200
    username: str = "passerelle_bot"
    name: str = "Passerelle"
    key: str = "playground-of-passerelle-no-secret-x"

    @property
    def token(self) -> str:
        return f"{self.id}:{self.key}"


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user with a phone; the language is the one of their app."""

    id: int
    name: str
    language: str
    deactivated: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """What Telegram itself notes in a chat: a Bot API field, its value, and the words on the phone."""

    field: str
    value: Any
    text: str


@dataclass(frozen=True, slots=True)
class ForumTopic:
    """A topic of a group; nobody but administrators writes where it is closed."""

    name: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, in degrees; a venue has a title and an address too."""

    latitude: float
    longitude: float
    title: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Words, or a file with a caption, or a service note, or a sticker, or a place that is shared."""

    words: Words = NO_WORDS
    file: StoredFile | None = None
    service: Service | None = None
    emoji: str = ""
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `sender` is a person's or the bot's id, `edited` the time of the last edit (UTC).

    `topic` is where it stands in a forum; None in the general topic.
    """

    id: int
    chat: int
    sender: int
    date: datetime
    content: Content
    keyboard: Keyboard = ()
    reply_to: int | None = None
    album: str | None = None
    forwarded_from: int | None = None
    protected: bool = False
    edited: datetime | None = None
    topic: int | None = None


@dataclass(slots=True)
class Chat:
    """A chat, its members (id → status), the bot's standing in it, and its last messages.

    A forum has topics, numbered by the message that made each.
    """

    id: int
    kind: ChatKind
    title: str
    members: dict[int, str] = field(default_factory=dict)
    bot: Standing = "never"
    log: dict[int, Message] = field(default_factory=dict)
    pinned: deque[int] = field(default_factory=lambda: deque(maxlen=100))
    migrated_to: int | None = None
    menu: dict[str, Any] | None = None
    forum: bool = False
    topics: dict[int, ForumTopic] = field(default_factory=dict)
    last_id: int = 0

    @property
    def private(self) -> bool:
        return self.kind == "private"

    @property
    def bot_member(self) -> bool:
        return self.bot in ("member", "administrator", "restricted")

    def keep(self, message: Message) -> None:
        """Adds a message; the oldest goes when the chat is full."""
        self.log[message.id] = message
        if len(self.log) > MOST_MESSAGES_A_CHAT:
            self.forget(next(iter(self.log)))

    def forget(self, message: int) -> None:
        """Takes a message out, and its pin with it."""
        del self.log[message]
        if message in self.pinned:
            self.pinned.remove(message)
