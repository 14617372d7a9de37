"""A crawler: presses everything on one phone and holds each screen to the rules."""

import re
from collections import Counter, deque
from functools import cache

from handlers.kit import catalogues
from handlers.kit.bidi import FSI, LRI, PDI
from handlers.kit.links import BESIDE, split
from handlers.kit.screen import Button, Screen
from handlers.kit.words import places
from tests.phones import TICK, Phone
from tests.vocabulary import content, ours, read

LABEL_LENGTH = 20
WORDS_ON_A_SCREEN = 60
OFTEN = 3
"""How often one page is opened with different things."""

LISTS = {
    "announcements.show": "somebody's own words as they will look, with all that was chosen for them",
    "privacy.know": "everything we know of somebody, however much that is",
    "matching.waiting": "everybody who waits, with what they need or offer",
    "matching.choose": "the same",
    "tables.show": "every small group, however many there are",
}
NEVER = (
    "privacy.forget",
    "joining.decline",
    "parting.end",
    "round.forget",
    "going_on.answer",
    "coming.decline",
    "later.until",
    "waking.keep",
    "waking.any_hour",
)
"""What ends a crawl, or keeps away what is to come in it, and is pressed after it."""
LATE = (
    "sending.send",
    "sizing.remove",
    "shifting.call_off",
    "outcome.tell",
    "goals.drop",
    "goals.finish",
    "review.drop",
    "review.finish",
    "invitations.close",
    "groups.remove",
    "remarks.send",
    "taking_back.do",
    "dropping.drop",
    "removing.remove",
)
"""What closes doors behind it is pressed when nothing else is left."""
VALUE = re.compile(f"[{FSI}{LRI}][^{PDI}]*{PDI}")


class Crawler:
    """Presses everything on one phone, breadth first; says a few words wherever it is asked."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.language = phone.words.language
        self.opened: Counter[str] = Counter()
        self._known: set[str] = set()
        self._queue: deque[str] = deque()
        self._late: deque[str] = deque()
        self._labels = own_labels(self.language)

    def crawl(self) -> None:
        """Everything from the screen there is now."""
        self.looks()
        while self._queue or self._late:
            link = (self._queue or self._late).popleft()
            name = split(link)[0]
            if self.opened[name] < OFTEN and self._keeps_language(link):
                self.opened[name] += 1
                self.phone.forges(link)
                self.looks()

    def looks(self) -> None:
        """Check the screen, note its buttons, and answer its question."""
        screen = self.phone.screen
        self.reads(screen)
        if screen.awaits and self.opened[name := split(screen.awaits)[0]] < OFTEN:
            self.opened[name] += 1
            self.phone.says("Walk to the sea")
            self.looks()

    def reads(self, screen: Screen) -> None:
        """Check a screen and note its buttons."""
        self.check(screen)
        for row in screen.rows:
            for each in row:
                if isinstance(each, Button):
                    self._note(each.link.removesuffix(BESIDE))

    def strays(self) -> None:
        """Do what nobody asked for, answer a question with a sticker, and then with a private number."""
        self.phone.forges("nothing.at:all")
        self._came("home.lost")
        self.phone.says("What is this?")
        self._came("home.puzzled")
        self.phone.forges("settings.ask_name")
        self.phone.sends_sticker()
        self._came("home.wordless")
        self.phone.says("Passport 12AB34567")
        self._came("careful.ask")
        self.crawl()

    def commands(self) -> None:
        """Every word of the menu."""
        for command in self.phone.talk.book.commands:
            self.phone.says(f"/{command.word}")
            self._came(command.page.name)

    def _came(self, name: str) -> None:
        self.opened[name] += 1
        self.check(self.phone.screen)

    def _note(self, link: str) -> None:
        if link not in self._known and not link.startswith(NEVER):
            self._known.add(link)
            (self._late if link.startswith(LATE) else self._queue).append(link)

    def _keeps_language(self, link: str) -> bool:
        name, given, _ = split(link)
        return name not in ("settings.set_language", "joining.read_in") or given == [self.language]

    def check(self, screen: Screen) -> None:
        """The rules beyond those that every screen of every test is held to."""
        page = split(screen.here or "")[0]
        self.opened[page] += 1
        said = read(VALUE.sub("", screen.text))
        assert len(said.split()) <= WORDS_ON_A_SCREEN or page in LISTS, said
        labels = [each.label for row in screen.rows for each in row]
        for label in labels:
            own = label.removesuffix(TICK) in self._labels
            assert not own or len(label.removesuffix(TICK)) <= LABEL_LENGTH, label
        outside = page.startswith(("joining", "profile")) or page == "home.open"
        links = [each.link for row in screen.rows for each in row if isinstance(each, Button)]
        assert outside or any(link.startswith("home.open") for link in links), f"{page} has no way home"


@cache
def own_labels(language: str) -> set[str]:
    """Our own sentences in a language, where nothing is filled in."""
    words = catalogues.load().words(language)
    return {read(words._(each)) for each in ours() - content() if not places(each)}
