"""Phones and group chats: only what is on a screen is pressed, what is shown is read in one's language."""

from bot.events import Commanded, Left, Pressed, Returned, Sent, Started, What
from bot.posted import Posted
from db import people
from db.contents import Item, Medium
from handlers.kit.links import BESIDE
from handlers.kit.screen import LABEL_LENGTH, Button, Door, Screen, clipped
from handlers.kit.turn import Said, Sort
from handlers.kit.words import Value, Words
from tests.proper import proper
from tests.talk import CHANNEL, Talk
from tests.vocabulary import ours, plurals, read

TICK = " ✓"


class Chat:
    """A chat as it stands on a screen: messages by number, the newest word last."""

    def __init__(self, talk: Talk, number: int, app: str = "fr") -> None:
        self.talk = talk
        self.number = number
        self.app = app
        self.reachable = True
        self.messages: dict[int, Screen] = {}
        self.beside: dict[int, Item] = {}
        self.last = 0
        self._count = 0
        talk.listeners[number] = self

    def receives(self, screen: Screen, over: Posted | None = None) -> Posted:
        proper(screen, self.words)
        if screen.withdraws and over:
            return self._loses(screen, over)
        old = over and self.messages.get(over.message)
        edits = old and (screen.rewords or not (old.captioned or screen.captioned))
        posted = over if over and edits else self._new(screen)
        self.messages[posted.message], self.last = screen, posted.message
        return posted

    def _new(self, screen: Screen) -> Posted:
        """Several pictures, and places, stand above the words in messages of their own."""
        alone = len(screen.items) == 1 and screen.items[0].medium != Medium.PLACE
        above, first = () if alone else screen.items, self._count + 1
        self.beside |= dict(enumerate(above, first))
        self._count = first + len(above)
        return Posted(self._count, tuple(range(first, self._count)))

    def pins(self, message: int) -> bool:
        """We have no right to, unless the chat gives it."""
        return False

    def _loses(self, screen: Screen, over: Posted) -> Posted:
        """Words are replaced; pictures and a voice go, and nothing comes in their place."""
        self.beside = {number: each for number, each in self.beside.items() if number not in over.further}
        if (old := self.messages.pop(over.message, None)) and (over.further or not old.captioned):
            self.messages[over.message] = screen
        self.last = self.last if self.last in self.messages else max(self.messages, default=0)
        return Posted(over.message)

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

    def replies(self, said: str | Said, to: int | None = None) -> None:
        """Reply to a message, the last one or an older one."""
        self.does(Sent(Said(Sort.TEXT, said) if isinstance(said, str) else said, to or self.last))

    def sends(self, sort: Sort, caption: str = "", *items: Item) -> None:
        """Send something that is not text."""
        self.does(Sent(Said(sort, caption, items)))

    def sends_photo(self, caption: str = "", file: str = "a photo") -> None:
        self.sends(Sort.PHOTO, caption, Item(Medium.PHOTO, CHANNEL, file))

    def sends_voice(self, caption: str = "", file: str = "a voice") -> None:
        self.sends(Sort.VOICE, caption, Item(Medium.VOICE, CHANNEL, file))

    def sends_sticker(self) -> None:
        self.sends(Sort.OTHER)

    def blocks(self) -> None:
        """Block the bot: nothing arrives any more, and the platform says so."""
        self.reachable = False
        self.does(Left())

    def unblocks(self) -> None:
        self.reachable = True
        self.does(Returned())
