"""The life of one turn: an update is marked handled, the page opened, what is awaited kept, in one go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot import albums
from bot.answers import Answer, Hint
from bot.events import Commanded, Event, Left, Pressed, Returned, Sent, Started
from bot.in_groups import InGroups, together
from db import heard, outlook, people
from db.people import Address, Person
from handlers.kit.book import Book
from handlers.kit.catalogues import Catalogues
from handlers.kit.links import Awaited, Gone, Private, Silent, TooLong, Vouched
from handlers.kit.screen import Screen
from handlers.kit.turn import Said, Sort, Turn


class Conversation:
    """Opens pages for people. Everything here runs inside one transaction and waits for no network."""

    def __init__(
        self, book: Book, catalogues: Catalogues, deep_link: Callable[[str], str], translator: str = ""
    ) -> None:
        self.book = book
        self.catalogues = catalogues
        self.translator = translator
        self._deep_link = deep_link
        self._in_groups = InGroups(book, self.turn)

    def take(self, session: Session, event: Event, now: datetime) -> Answer | Hint | None:
        """One turn. None for a duplicate, and for what needs no answer."""
        if not heard.handle(session, event.id, now):
            return None
        if together(event):
            return self._in_groups.take(session, event, now)
        address = people.at(session, event.channel, event.chat)
        if isinstance(event.what, Left | Returned):
            _reach(address, now if isinstance(event.what, Left) else None)
            return None
        _reach(address, None)
        person = address.person if address else stranger(event, now)
        turn = replace(self.turn(session, person, event.address, now), said=_said(event))
        return self._private(turn, event)

    def apologise(self, session: Session, event: Event, now: datetime, fault: str) -> Answer | Hint | None:
        """After a fault of ours: keep the update aside with its words, and say so kindly."""
        heard.set_aside(session, event.id, fault)
        if together(event):
            return self._in_groups.failed(event)
        address = people.at(session, event.channel, event.chat)
        person = address.person if address else stranger(event, now)
        turn = self.turn(session, person, event.address, now)
        return Answer(event.chat, self.book.finish(turn, self.book.front.broken(turn)))

    def turn(self, session: Session, person: Person, address: tuple[str, int], now: datetime) -> Turn:
        """A turn of that person, now."""
        given = (self.catalogues, self._deep_link, address, self.book.shelf)
        return Turn(session, person, now, *given, translator=self.translator)

    def _private(self, turn: Turn, event: Event) -> Answer | None:
        was_joining = turn.person.joining
        turn.person.seen(turn.today)
        if albums.goes_on(turn):
            return albums.join(self.book, turn, event)
        screen = self._open(turn, event)
        if was_joining and not turn.person.joining and turn.person in turn.session:
            screen = self.book.finish(turn, self.book.front.home(turn).saying(screen.text))
        remember(turn, screen)
        albums.began(turn, screen)
        over = event.what.message if isinstance(event.what, Pressed) else None
        return Answer(event.chat, screen, over, turn.person.id)

    def _open(self, turn: Turn, event: Event) -> Screen:
        try:
            return self._follow(turn, event)
        except (Gone, Silent):
            page = self.book.front.join if _outside(turn.person) else self.book.front.lost
            lost = self.book.finish(turn, page(turn))
            return lost if lost.awaits else _still_open(turn, lost)

    def _follow(self, turn: Turn, event: Event) -> Screen:
        """Where an event leads: a link to its page, words to what awaits them, everything else home."""
        front = self.book.front
        match event.what:
            case Started(payload) if payload:
                return self.book.open(turn, front.start.link(payload))
            case Pressed(link) if not _outside(turn.person) or self.book.on_doorstep(link):
                return self._pressed(turn, link)
            case Sent(to=int(to)) if asked := self._behind(turn, to):
                return self._replied(turn, asked)
            case Sent() if turn.awaited:
                return self._answered(turn, turn.awaited)
            case _ if _outside(turn.person):
                return self.book.finish(turn, front.join(turn))
            case Started():
                return self.book.finish(turn, front.home(turn))
            case Commanded(word):
                return self.book.spoken(turn, word)
            case Sent(said):
                return self.book.spoken(turn, said.text)
        raise Gone

    def _pressed(self, turn: Turn, link: str) -> Screen:
        """A press opens a page; the one that vouches for held words has them answer their question."""
        try:
            return self.book.open(turn, link)
        except Vouched as found:
            items = tuple(turn.person.held_media or ())
            said = Said(Sort(items[0].medium) if items else Sort.TEXT, found.words, items)
            turn.person.held = turn.person.held_media = None
            return self._answered(replace(turn, said=said, vouched=True), found.awaited)

    def _behind(self, turn: Turn, message: int) -> Awaited | None:
        """What a reply to a message of ours answers, if it answers anything."""
        link = None if _outside(turn.person) else outlook.behind(turn.session, turn.person, message)
        return self.book.back(link) if link else None

    def _replied(self, turn: Turn, asked: Awaited) -> Screen:
        """An answer to a message of ours; another question stays open, unless words are held for this one."""
        screen = self._answered(turn, asked)
        return _still_open(turn, screen) if turn.awaited else screen

    def _answered(self, turn: Turn, awaited: Awaited) -> Screen:
        """Words go to the reply that awaits them; anything else leaves the question open."""
        front = self.book.front
        page = front.join if _outside(turn.person) else front.wordless
        if self.book.takes(awaited, turn.said.sort):
            try:
                return self.book.answer(turn, awaited)
            except TooLong:
                page = front.lengthy
            except Private as found:
                turn.person.awaits, turn.person.held = awaited, found.words
                turn.person.held_media = list(turn.said.items) or None
                page = front.careful
        return _still_open(turn, self.book.finish(turn, page(turn)))


def stranger(event: Event, now: datetime) -> Person:
    """Somebody of whom nothing is kept: a reader for this one turn."""
    return Person(app_language=event.app_language, zone="UTC", created_at=now)


def remember(turn: Turn, screen: Screen) -> None:
    """Keep what the person's next words answer, unless the person is not kept at all.

    What was held goes with the screen that held it.
    """
    if turn.person not in turn.session:
        return
    held = screen.holds
    kept = (held.words, list(held.items) or None) if held else (None, None)
    # where it is the same it is not set: even that would have the whole person looked through at the commit
    if (turn.person.held, turn.person.held_media) != kept:
        turn.person.held, turn.person.held_media = kept
    if turn.person.awaits or screen.awaits:
        turn.person.awaits = screen.awaits
        turn.person.awaits_since = turn.now if screen.awaits else None


def _still_open(turn: Turn, screen: Screen) -> Screen:
    """The screen with the question left as open as it was, and what is held for it."""
    return replace(screen, awaits=turn.awaited, holds=turn.held)


def _reach(address: Address | None, unreachable_since: datetime | None) -> None:
    if address and bool(address.unreachable_since) != bool(unreachable_since):
        address.unreachable_since = unreachable_since


def _said(event: Event) -> Said:
    return event.what.said if isinstance(event.what, Sent) else Said()


def _outside(person: Person) -> bool:
    """Whether somebody has not come in yet: unknown to us, or still answering the first questions."""
    return person.id is None or person.joining is not None
