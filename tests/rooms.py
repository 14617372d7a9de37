"""Group chats, and what their members do there."""

from bot.events import (
    Addressed,
    Grouped,
    GroupMoved,
    Replied,
    Someone,
    Tapped,
    Ungrouped,
)
from handlers.kit.bidi import strip
from handlers.kit.screen import Button, Door
from handlers.kit.turn import Said, Sort
from tests.phones import Chat, Phone


class Room(Chat):
    """A group chat that the bot may be added to."""

    def adds_bot(self, title: str = "Chez Rosa") -> None:
        self.does(Grouped(title, greet=True))

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

    def calls_bot(self) -> None:
        """Somebody mentions the bot."""
        self.does(Addressed())

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

    def is_tapped(self, by: Phone, label: str, name: str = "") -> str:
        """Somebody presses a button here; what only they read for a moment."""
        return self.is_forged(by, self.link(label), name)

    def is_forged(self, by: Phone, link: str, name: str = "") -> str:
        """Somebody presses what stands on no message."""
        self.talk.hears(self.number, by.app, Tapped(link, "press", Someone(by.number, name)))
        return strip(self.talk.hinted)

    def is_answered(self, by: Phone, said: str | Said, name: str = "", to: int | None = None) -> None:
        """Somebody replies to a message of ours, the last one or an older one."""
        words = Said(Sort.TEXT, said) if isinstance(said, str) else said
        what = Replied(to or self.last, words, Someone(by.number, name))
        self.talk.hears(self.number, by.app, what)
