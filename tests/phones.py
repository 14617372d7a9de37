"""Phones and group chats: only what is on a screen is pressed, what is shown is read in one's language."""

import re
from functools import cache
from html import unescape

from bot.events import (
    Addressed,
    Commanded,
    Grouped,
    GroupMoved,
    Left,
    Pressed,
    Replied,
    Returned,
    Sent,
    Someone,
    Started,
    Tapped,
    Ungrouped,
    What,
)
from db import people
from db.activities import Play
from db.answers import Medium
from handlers.community import cards
from handlers.culture import content as observances
from handlers.kit import prompts
from handlers.kit.bidi import strip
from handlers.kit.links import BESIDE
from handlers.kit.media import Media
from handlers.kit.screen import LABEL_LENGTH, Button, Door, Screen, clipped
from handlers.kit.turn import Said, Sort
from handlers.kit.words import Value, Words
from tests import sentences
from tests.proper import proper
from tests.talk import CHANNEL, Talk

TICK = " ✓"


class Chat:
    """A chat as it stands on a screen: messages by number, the newest word last."""

    def __init__(self, talk: Talk, number: int, app: str = "fr") -> None:
        self.talk = talk
        self.number = number
        self.app = app
        self.reachable = True
        self.messages: dict[int, Screen] = {}
        self.last = 0
        self._count = 0
        talk.listeners[number] = self

    def receives(self, screen: Screen, over: int | None = None) -> int:
        proper(screen, self.words)
        if screen.withdraws and over:
            return self._loses(screen, over)
        old = self.messages.get(over or 0)
        edited = over if old and not old.captioned and not screen.captioned else None
        self._count += not edited
        self.last = edited or self._count
        self.messages[self.last] = screen
        return self.last

    def _loses(self, screen: Screen, over: int) -> int:
        """Words are replaced; a picture or a voice goes, and nothing comes in its place."""
        if over in self.messages and self.messages[over].captioned:
            del self.messages[over]
            self.last = max(self.messages, default=0)
        elif over in self.messages:
            self.messages[over] = screen
        return over

    def looks_at(self, message: int) -> None:
        """Scroll back to an older message."""
        assert message in self.messages
        self.last = message

    def does(self, what: What) -> None:
        self.talk.hears(self.number, self.app, what)

    @property
    def screen(self) -> Screen:
        """What was shown last."""
        return self.messages[self.last]

    @property
    def text(self) -> str:
        """The same, as somebody reads it."""
        return read(self.screen.text)

    @property
    def labels(self) -> list[str]:
        return [each.label for row in self.screen.rows for each in row]

    @property
    def words(self) -> Words:
        """The words this chat is spoken to with."""
        return self.talk.catalogues.words(self.app)

    def say(self, sentence: str, **values: Value) -> str:
        """An English sentence of ours, as this chat reads it; anything else as it is."""
        if sentence not in ours():
            return sentence
        if counting := plurals().get(sentence):
            one, many = counting
            n = values.pop("n")
            assert isinstance(n, int)
            return read(self.words.n_(one, many, n, **values))
        return read(self.words._(sentence, **values))

    def sees(self, *said: str, **values: Value) -> None:
        """All of these are on the last screen."""
        for each in said:
            assert self.say(each, **values) in self.text, f"{self.say(each, **values)!r} not in {self.text!r}"

    def sees_not(self, *said: str, **values: Value) -> None:
        """None of these stands anywhere on the last screen."""
        everything = "\n".join([self.text, *self.labels])
        for each in said:
            assert self.say(each, **values) not in everything, f"{each!r} in {everything!r}"


class Phone(Chat):
    """Somebody's phone. `app` is the language their app is set to."""

    @property
    def words(self) -> Words:
        address = self.talk.look(lambda session: people.at(session, CHANNEL, self.number))
        if address is None:
            return self.talk.catalogues.words(self.app)
        person = address.person
        return self.talk.catalogues.words(person.language or person.app_language, *(person.speaks or []))

    def opens(self, payload: str = "") -> None:
        """Open a deep link, or just press Start."""
        self.does(Started(payload))

    def presses(self, *labels: str, on: int | None = None, **values: Value) -> None:
        """Press one button after another, by its English label, on the last screen or an older one."""
        for each in labels:
            number = on or self.last
            button = self.finds(self.say(each, **values), self.messages[number])
            assert isinstance(button, Button), f"{each!r} is not on {self.labels}"
            self._press(button.link, number)

    def _press(self, link: str, number: int) -> None:
        over = None if link.endswith(BESIDE) else number
        self.does(Pressed(link.removesuffix(BESIDE), over, "press"))

    def presses_through(self, label: str) -> None:
        """Press a button as long as there is one."""
        while self.finds(self.say(label), self.screen):
            self.presses(label)

    def presses_again(self, label: str, **values: Value) -> None:
        """Press a button twice, faster than the screen changes."""
        screen, number = self.screen, self.last
        button = self.finds(self.say(label, **values), screen)
        assert isinstance(button, Button)
        self._press(button.link, number)
        self._press(button.link, number)

    @staticmethod
    def finds(label: str, screen: Screen) -> Button | Door | None:
        """The button of that label, ticked or not; None if there is none."""
        label = clipped(label, LABEL_LENGTH)
        buttons = (each for row in screen.rows for each in row)
        return next((each for each in buttons if each.label.removesuffix(TICK) == label), None)

    def forges(self, link: str) -> None:
        """Press what stands on no screen."""
        self.does(Pressed(link, self.last or None, "press"))

    def link(self, label: str, **values: Value) -> str:
        """The link behind a button."""
        button = self.finds(self.say(label, **values), self.screen)
        assert isinstance(button, Button), f"{label!r} is not on {self.labels}"
        return button.link.removesuffix(BESIDE)

    def may_press(self, *labels: str, **values: Value) -> None:
        """All of these buttons are there."""
        for each in labels:
            assert self.finds(self.say(each, **values), self.screen), f"{each!r} is not on {self.labels}"

    def may_not_press(self, *labels: str, **values: Value) -> None:
        """None of these buttons is there."""
        for each in labels:
            assert not self.finds(self.say(each, **values), self.screen), f"{each!r} is on {self.labels}"

    def says(self, text: str) -> None:
        """Write something; a word after a slash is a command."""
        command = text.startswith("/")
        self.does(Commanded(text[1:]) if command else Sent(Said(Sort.TEXT, text)))

    def sends(self, sort: Sort, caption: str = "") -> None:
        """Send something that is not text."""
        self.does(Sent(Said(sort, caption)))

    def sends_photo(self, caption: str = "", file: str = "a photo") -> None:
        self.does(Sent(Said(Sort.PHOTO, caption, Media(Medium.PHOTO, CHANNEL, file))))

    def sends_voice(self, caption: str = "", file: str = "a voice") -> None:
        self.does(Sent(Said(Sort.VOICE, caption, Media(Medium.VOICE, CHANNEL, file))))

    def sends_sticker(self) -> None:
        self.sends(Sort.OTHER)

    def blocks(self) -> None:
        """Block the bot: nothing arrives any more, and the platform says so."""
        self.reachable = False
        self.does(Left())

    def unblocks(self) -> None:
        self.reachable = True
        self.does(Returned())


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


def read(text: str) -> str:
    """A message as eyes read it: no tags, no escapes, no invisible marks."""
    return strip(unescape(re.sub("<[^>]+>", "", text)))


@cache
def ours() -> set[str]:
    """Every sentence that we say; all others are people's words."""
    said = {each for call in sentences.calls() for each in call.sentences if each}
    played = {words for play in (Play.NAMES, Play.WORDS) for words in cards.library(play).values()}
    return said | played | content()


def content() -> set[str]:
    """What the libraries of icebreakers and of days say: no label of ours, though a button may lead to it."""
    found = {each for prompt in prompts.library().values() for each in (prompt.words, prompt.follow) if each}
    days = observances.library().values()
    return found | {each for day in days for each in (day.name, day.words, day.greeting, day.question)}


@cache
def plurals() -> dict[str, tuple[str, str]]:
    """Both English forms of each sentence that counts, by either."""
    found = [call.sentences for call in sentences.calls() if len(call.sentences) == 2]
    both = [(one, many) for one, many in found if one and many]
    return {form: (one, many) for one, many in both for form in (one, many)}
