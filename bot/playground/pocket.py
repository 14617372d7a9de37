"""The whole state of a little Telegram: people, chats, files, the bot's account and what waits for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.playground.about import About
from bot.playground.faults import Faults
from bot.playground.files import Files
from bot.playground.limits import Limits, Meter
from bot.playground.live import Live
from bot.playground.messages import BotProfile, Chat, ChatKind, Content, Message, Person
from bot.playground.presses import Presses
from bot.playground.updates import UpdateQueue
from bot.playground.wire import Wire

FIRST_PERSON = 6_100_000_001
"""Beyond 32 bits, as new Telegram ids are."""
FIRST_GROUP = -4_200_000_001
FIRST_SUPERGROUP = -1_002_300_000_001


@dataclass(slots=True)
class Webhook:
    """Where updates are delivered, and the last thing that went wrong there."""

    url: str
    secret: str = ""
    max_connections: int = 40
    failed_at: datetime | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class DeepLink:
    """A `https://t.me/<bot>?start=…` link somebody could open, with a few words about it."""

    label: str
    url: str


class Pocket:
    """A pocket Telegram in memory: no network here, and no clock but the one given (aware, UTC)."""

    def __init__(
        self,
        now: Callable[[], datetime],
        bot: BotProfile | None = None,
        first_update: int = 418_203_557,
        zone: str | None = None,
    ) -> None:
        """`zone` is the IANA zone in which the page shows times; without it, the browser's own."""
        self.now = now
        self.zone = zone
        self.bot = bot or BotProfile()
        self.about = About()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.links: list[DeepLink] = []
        self.files = Files()
        self.updates = UpdateQueue(first_update)
        self.webhook: Webhook | None = None
        self.presses = Presses()
        self.faults = Faults()
        self.wire = Wire()
        self.live = Live()
        self.meter: Meter | None = None
        self._groups = 0
        self._albums = 13_900_000_000_000_000
        self._last_message = 0

    @property
    def token(self) -> str:
        return self.bot.token

    @property
    def limits(self) -> Limits | None:
        """The pace the bot is held to; None, as at first, holds it to none."""
        return self.meter.limits if self.meter else None

    @limits.setter
    def limits(self, limits: Limits | None) -> None:
        self.meter = Meter(limits) if limits else None

    def add_person(self, name: str, language: str) -> Person:
        """A person with a phone, and the private chat with the bot they have not started yet."""
        person = Person(FIRST_PERSON + len(self.people), name, language)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, "private", name, {person.id: "member"})
        self.live.tell({"type": "people"})
        return person

    def change_person(self, person: Person) -> None:
        self.people[person.id] = person
        self.live.tell({"type": "people"})

    def add_chat(self, kind: ChatKind, title: str, members: dict[int, str]) -> Chat:
        """A group or supergroup; who is in it with which status ("creator", "member" …)."""
        self._groups += 1
        first = FIRST_SUPERGROUP if kind == "supergroup" else FIRST_GROUP
        chat = Chat(first - self._groups, kind, title, members)
        self.chats[chat.id] = chat
        return chat

    def add_link(self, label: str, url: str) -> None:
        """Shows a deep link on the page, for somebody to open."""
        self.links.append(DeepLink(label, url))
        self.live.tell({"type": "people"})

    def next_album(self) -> str:
        self._albums += 1
        return str(self._albums)

    def compose(self, chat: Chat, sender: int, content: Content) -> Message:
        """A new message that is not posted yet.

        As in Telegram, a supergroup numbers its own messages; private chats and groups share one row.
        """
        if chat.kind == "supergroup":
            chat.last_id = number = chat.last_id + 1
        else:
            self._last_message = number = self._last_message + 1
        return Message(number, chat.id, sender, self.now(), content)

    def name_of(self, user: int) -> str:
        return self.bot.name if user == self.bot.id else self.people[user].name
