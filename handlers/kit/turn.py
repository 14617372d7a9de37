"""A turn: one person, one thing they did or that came due, one transaction, one screen."""

import enum
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from markupsafe import Markup
from sqlalchemy.orm import Session

from db.base import Numbered
from db.contents import Item
from db.groups import Group
from db.pairs import Pair
from db.people import Person
from db.rhythm import local_date
from handlers.kit import bidi, private
from handlers.kit.catalogues import Catalogues
from handlers.kit.links import Awaited, Link, Private, TooLong
from handlers.kit.media import Held
from handlers.kit.parts import units
from handlers.kit.screen import Screen
from handlers.kit.words import Words

Guard = Callable[[str], bool]
"""Whether words are to be asked about before they are kept: see `handlers.kit.private`."""


class Sort(enum.StrEnum):
    """What sort of message somebody sent."""

    NOTHING = "nothing"
    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    PLACE = "place"
    OTHER = "other"


CONTENT = (Sort.TEXT, Sort.VOICE, Sort.PHOTO, Sort.VIDEO, Sort.DOCUMENT, Sort.PLACE)
"""The sorts that hold something which can be kept and shown again."""


@dataclass(frozen=True)
class Said:
    """What somebody sent of their own accord: words, or something else with perhaps a caption.

    Markup is dropped. The text of a place is its name where it has one, or its coordinates. An `album` comes
    in pieces, each by itself and perhaps out of order: all of them name it. `forwarded` is what somebody else
    wrote or sent first.
    """

    sort: Sort = Sort.NOTHING
    text: str = ""
    items: tuple[Item, ...] = ()
    album: str | None = None
    forwarded: bool = False


class Showing(Protocol):
    """The page that shows a thing."""

    def __call__(self, turn: "Turn", thing: Any, /) -> Screen:
        """Its screen."""

    def link(self, thing: Any, /) -> Link:
        """Its link."""


@dataclass(frozen=True)
class Turn:
    """Everything a page may use.

    `now` is aware and in UTC; `deep_link` makes a link that starts us; `address` is the channel and
    number the person wrote from; `shelf` knows which page shows a thing, so that features need not
    know each other. With a `group` the screen is for that group chat, and `person` stands for its reader.
    Words that are `vouched` for are taken though they look private. `translator` is the host of the machine
    that coordinators may have an announcement translated by; empty where there is none.
    """

    session: Session
    person: Person
    now: datetime
    catalogues: Catalogues
    deep_link: Callable[[str], str]
    address: tuple[str, int]
    shelf: Mapping[type[Numbered], Showing]
    said: Said = Said()
    group: Group | None = None
    vouched: bool = False
    translator: str = ""

    @property
    def words(self) -> Words:
        """The reader's words, in the language chosen by now; the app's own while none is."""
        person = self.person
        return self.catalogues.words(person.language or person.app_language, *(person.speaks or []))

    @property
    def today(self) -> date:
        """The date the person reads on the wall."""
        return local_date(self.now, self.person.zone)

    @property
    def awaited(self) -> Awaited | None:
        """The reply that the person's next words go to, as it stood when the turn began."""
        return Awaited(self.person.awaits) if self.person.awaits else None

    @property
    def held(self) -> Held | None:
        """What they sent before, which waits for them to say whether to keep it, or what for."""
        person = self.person
        return None if person.held is None else Held(person.held, tuple(person.held_media or ()))

    @property
    def brought(self) -> Held | None:
        """What they sent, whole, so that a screen can hold it; None where nothing of it can be kept."""
        text, items = cleaned(self.said.text.strip()), self.said.items
        return Held(text, items) if text or items else None

    def called(self, people: Iterable[Person]) -> Markup:
        """The names of some people, as the reader's language joins them."""
        return self.words.listed([each.called for each in people])

    def others(self, pair: Pair) -> Markup:
        """The names of everybody else in a pair of the person's."""
        return self.called(pair.others(self.person))

    def show(self, thing: Numbered) -> Screen:
        """The screen of a thing: a goal, a step, a pair, a programme."""
        return self.shelf[type(thing)](self, thing)

    def link_to(self, thing: Numbered) -> Link:
        """The link to a thing's own page."""
        return self.shelf[type(thing)].link(thing)

    def text(self, limit: int, guard: Guard = private.anything) -> str:
        """What the person wrote, on one line; empty if nobody sees it. Raises TooLong above `limit`.

        Raises Private where the `guard` finds that it should rather stay out of a chat, so a reply reads
        before it keeps anything. What everybody may read, or nobody keeps, is read with `private.nothing`.
        """
        return self._kept(" ".join(self.said.text.split()), limit, guard)

    def passage(self, limit: int, guard: Guard = private.anything) -> str:
        """The same with its line breaks."""
        return self._kept(self.said.text.strip(), limit, guard)

    def _kept(self, text: str, limit: int, guard: Guard) -> str:
        """`limit` counts UTF-16 units, as channels do, so that what is kept can also be shown."""
        text = cleaned(text)
        if units(text) > limit:
            raise TooLong
        if self.said.sort != Sort.PLACE and not self.vouched and guard(text):
            raise Private(text)
        return text if any(each.isprintable() and each != " " for each in bidi.strip(text)) else ""


def cleaned(text: str) -> str:
    """Text that every database keeps: no control characters but line breaks, no halves of a letter."""
    return "".join(each for each in text if each == "\n" or unicodedata.category(each) not in ("Cc", "Cs"))
