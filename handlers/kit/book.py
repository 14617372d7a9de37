"""The book: every page and reply by name, and what the engine adds to each screen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from db.base import Numbered
from db.deliveries import Delivery
from db.groups import Group
from handlers.kit import bidi
from handlers.kit.links import BESIDE, PART, SEPARATOR, Awaited, Gone, Link, split
from handlers.kit.pages import Errand, Opening, Page, Reply, Tap, Topic
from handlers.kit.parts import CAPTION_LENGTH, TEXT_LENGTH, parts
from handlers.kit.screen import Button, Row, Screen, fitted
from handlers.kit.turn import Showing, Sort, Turn
from handlers.kit.words import Words


@dataclass(frozen=True)
class Front:
    """The pages the engine itself leads to.

    `home` and `quiet` are added to screens; `join` takes those who are not in yet, whatever they
    press; `lost` greets whoever followed a link that leads nowhere, `puzzled` whoever sent something
    nobody asked for, `wordless` whoever answered a question with something other than words, `lengthy`
    with too many of them, `careful` with some that look private, `broken` whoever met a fault of ours.
    `start` takes what a deep link carries.
    """

    home: Page[[]]
    quiet: Page[[Delivery]]
    later: Page[[Delivery]]
    join: Page[[]]
    lost: Page[[]]
    puzzled: Page[[]]
    wordless: Page[[]]
    lengthy: Page[[]]
    careful: Page[[]]
    broken: Page[[]]
    start: Page[[str]]


@dataclass(frozen=True)
class Command:
    """A word of the menu, Latin and short as Telegram wants it, with its title in every language."""

    word: str
    page: Page[[]]
    title: Callable[[Words], Markup]
    coordinators: bool = False


class Book:
    """All topics. `commands` are the words of the menu, `shelf` the pages that show a thing."""

    def __init__(
        self,
        topics: Sequence[Topic],
        front: Front,
        commands: Sequence[Command],
        shelf: Mapping[type[Numbered], Showing],
    ) -> None:
        self.topics = topics
        self.shelf = shelf
        self.front = front
        self.commands = commands
        self._doorstep = {topic.name for topic in topics if topic.doorstep}
        self.pages = _by_name(page for topic in topics for page in topic.pages)
        self.replies = _by_name(reply for topic in topics for reply in topic.replies)
        self.taps = {tap.name: tap for topic in topics for tap in topic.taps}
        self.errands = {errand.name: errand for topic in topics for errand in topic.errands}

    def open(self, turn: Turn, link: str) -> Screen:
        """Follow a link to a page. Raises Gone where there is none, or none for this person."""
        name, texts, part = split(link)
        page: Page[Any] = _found(self.pages, name)
        screen = page(turn, *page.signature.read(texts, turn.session, turn.group or turn.person))
        return self.finish(turn, screen, part)

    def answer(self, turn: Turn, awaited: str) -> Screen:
        """Give what the person said to the reply that awaits it. Raises Gone like `open`."""
        name, texts, _ = split(awaited)
        reply: Reply[Any] = _found(self.replies, name)
        screen = reply(turn, *reply.signature.read(texts, turn.session, turn.person))
        return self.finish(turn, screen)

    def tap(self, turn: Turn, group: Group, link: str) -> Markup:
        """What a press in a group says to whoever pressed. Raises Gone like `open`."""
        name, texts, _ = split(link)
        tap: Tap[Any] = _found(self.taps, name)
        return tap(turn, *tap.signature.read(texts, turn.session, group))

    def run(self, turn: Turn, link: str) -> None:
        """Do what the clock has planned for nobody in particular. Raises Gone like `open`."""
        name, texts, _ = split(link)
        errand: Errand[Any] = _found(self.errands, name)
        errand(turn, *errand.signature.read(texts, turn.session, turn.person))

    def takes(self, awaited: str, sort: Sort) -> bool:
        """Whether the reply that is awaited can be given by this sort of message."""
        reply: Reply[Any] | None = self.replies.get(split(awaited)[0])
        return sort in (reply.takes if reply else (Sort.TEXT,))

    def back(self, link: str) -> Awaited | None:
        """What somebody answers who replies to a message with the page of a link."""
        name, texts, _ = split(link)
        page: Page[Any] | None = self.pages.get(name)
        answered = page.answered if page else None
        return Awaited(SEPARATOR.join([answered.name, *texts])) if answered else None

    def on_doorstep(self, link: str) -> bool:
        """Whether a link leads to a page for those who have not come in yet."""
        name, _, _ = split(link)
        page: Page[Any] = _found(self.pages, name)
        return page.name.partition(".")[0] in self._doorstep

    def spoken(self, turn: Turn, word: str) -> Screen:
        """The page of a word of the menu, in the reader's language or in English; puzzled without one."""
        said = word.strip().casefold()
        for command in self.commands:
            if said in (command.word, str(command.title(turn.words)).casefold()):
                return self.finish(turn, command.page(turn))
        return self.finish(turn, self.front.puzzled(turn))

    def finish(self, turn: Turn, screen: Screen, part: int = 0) -> Screen:
        """Give every line its direction, cut what is too long, and add the way home."""
        text = Markup(bidi.direct(screen.text, turn.words.rtl))
        # a line that is cut gets one more mark
        pieces = parts(text, (CAPTION_LENGTH if screen.brief else TEXT_LENGTH) - 1)
        part = min(part, len(pieces) - 1)
        rows = [*self._more(turn, screen, part + 1 < len(pieces), part + 1), *screen.rows]
        if not screen.ends:
            rows.append([*self._up(turn, screen), Button(turn.words._("Home"), self.front.home.link())])
        rows = [narrow for row in rows for narrow in fitted(row)]
        text = Markup(bidi.direct(pieces[part], turn.words.rtl))
        finished = replace(screen, text=text, rows=rows)
        return self.lasting(finished) if screen.shares else finished

    def quietable(self, turn: Turn, screen: Screen, message: Delivery) -> Screen:
        """What nobody asked for also carries a way to have it later, and one to have fewer of its sort."""
        _ = turn.words._
        *rows, home = screen.rows
        later = Button(_("Later"), self.front.later.link(message))
        quiet = Button(_("Fewer messages"), self.front.quiet.link(message))
        if rows and len(rows[0]) == 1:
            rows[:1] = fitted([*rows[0], later])
        else:
            rows.append([later])
        return replace(screen, rows=[*rows, *fitted([*home, quiet])])

    def lasting(self, screen: Screen) -> Screen:
        """The same screen with buttons that leave it standing: what they open comes in a new message."""
        rows = [
            [
                replace(each, link=Link(each.link.removesuffix(BESIDE) + BESIDE))
                if isinstance(each, Button)
                else each
                for each in row
            ]
            for row in screen.rows
        ]
        return replace(screen, rows=rows)

    def _up(self, turn: Turn, screen: Screen) -> list[Button]:
        if screen.up is None:
            return []
        return [Button(turn.words._("Go back"), turn.link_to(screen.up))]

    def _more(self, turn: Turn, screen: Screen, more: bool, part: int) -> list[Row]:
        if not (more and screen.here):
            return []
        return [[Button(turn.words._("Read on"), Link(f"{screen.here}{PART}{part}"))]]


def _by_name(openings: Iterable[Opening[...]]) -> dict[str, Any]:
    """Openings by every name they have or had. Raises ValueError where two share one."""
    found: dict[str, Any] = {}
    for opening in openings:
        for name in (opening.name, *opening.was):
            if name in found:
                raise ValueError(f"two pages are called {name}")
            found[name] = opening
    return found


def _found(openings: dict[str, Any], name: str) -> Any:
    if name not in openings:
        raise Gone
    return openings[name]
