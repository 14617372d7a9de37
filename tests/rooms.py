"""Group chats, and what their members do there."""

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
from bot.undeliverable import TopicGone
from handlers.kit.bidi import strip
from handlers.kit.screen import Button, Door
from handlers.kit.turn import Said, Sort
from tests.phones import Chat, Phone


class Room(Chat):
    """A group chat that the bot may be added to, perhaps with topics; `topic` is the one that is open."""

    topic: InTopic | None = None
    pinned: int | None = None
    may_pin = False

    def does(self, what: What) -> None:
        self.talk.hears(self.number, self.app, what, self.topic)

    def pins(self, message: int) -> bool:
        self.pinned = message if self.may_pin else self.pinned
        return self.may_pin

    def adds_bot(self, title: str = "Chez Rosa") -> None:
        self.does(Grouped(title, greet=True, rights=Rights(write=True)))

    def lets(self, *, write: bool = True, pin: bool = False, title: str = "Chez Rosa") -> None:
        """Change what the bot may do."""
        self.may_pin = pin
        self.does(Grouped(title, greet=False, rights=Rights(write, pin)))

    def opens_topic(self, number: int, title: str) -> None:
        """Make a topic, or give it a name, and stay in it."""
        self.topic = InTopic(number, title)
        self.does(TopicNamed())

    def shuts_topic(self, *, closed: bool = True) -> None:
        """Close the topic that is open, or open it again."""
        self.does(TopicShut(closed))

    def loses_topic(self) -> None:
        """The next message to a topic is refused."""
        self.talk.troubles[self.number] = TopicGone("Bad Request: message thread not found")

    def is_renamed(self, title: str) -> None:
        self.does(Grouped(title, greet=False))

    def removes_bot(self) -> None:
        self.does(Ungrouped())

    def moves(self, number: int) -> None:
        """Become a supergroup."""
        self.does(GroupMoved(number))
        del self.talk.listeners[self.number]
        self.number = number
        self.talk.listeners[number] = self

    def calls_bot(self, about: int | None = None) -> None:
        """Somebody mentions the bot, perhaps below a message of somebody's."""
        self.does(Addressed(about))

    def relays(self, by: Phone, said: str | Said | None, name: str = "") -> None:
        """Somebody replies to a message with /relay."""
        words = Said(Sort.TEXT, said) if isinstance(said, str) else said
        self.does(Relayed(words, Someone(by.number, name)))

    @property
    def door(self) -> str:
        """What the deep link on the last message carries."""
        return self.doors[0]

    @property
    def doors(self) -> list[str]:
        """What all deep links on it carry."""
        found = [each for row in self.screen.rows for each in row if isinstance(each, Door)]
        return [each.url.partition("?start=")[2] for each in found]

    def link(self, label: str) -> str:
        """The link behind a button."""
        button = Phone.finds(label, self.screen)
        assert isinstance(button, Button), f"{label!r} is not on {self.labels}"
        return button.link

    def is_tapped(self, by: Phone, label: str, name: str = "", below: str | None = None) -> str:
        """Somebody presses a button here; what only they read for a moment.

        `below` is what the message with the button replies to.
        """
        return self.is_forged(by, self.link(label), name, below)

    def is_forged(self, by: Phone, link: str, name: str = "", below: str | None = None) -> str:
        """Somebody presses what stands on no message."""
        said = None if below is None else Said(Sort.TEXT, below)
        self.talk.hears(self.number, by.app, Tapped(link, "press", Someone(by.number, name), said))
        return strip(self.talk.hinted)

    def is_answered(self, by: Phone, said: str | Said, name: str = "", to: int | None = None) -> None:
        """Somebody replies to a message of ours, the last one or an older one."""
        words = Said(Sort.TEXT, said) if isinstance(said, str) else said
        what = Replied(to or self.last, words, Someone(by.number, name))
        self.talk.hears(self.number, by.app, what)
