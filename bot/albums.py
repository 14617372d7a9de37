"""Albums: each piece comes by itself, and joins those before it without a screen of its own."""

from dataclasses import replace

from bot.answers import Answer
from bot.events import Event
from db import heard
from db.contents import joined
from db.people import LEFT
from handlers.kit.book import Book
from handlers.kit.links import Awaited, Gone, Private, Silent, TooLong
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn


def goes_on(turn: Turn) -> bool:
    """Whether it is one more piece of the album that the person sent last."""
    return turn.said.album is not None and turn.said.album == turn.person.album


def began(turn: Turn, screen: Screen) -> None:
    """Keep where the rest of an album goes; once the person has gone on, it goes there unseen."""
    person = turn.person
    if turn.said.album:
        person.album, person.album_to, person.album_message = turn.said.album, screen.gathers, None
    elif person.album:
        person.album_to, person.album_message = screen.gathers or person.album_to, LEFT


def join(book: Book, turn: Turn, event: Event) -> Answer | None:
    """Have one more piece join: given to the reply that gathers them, or held with what is held; or let go.

    What it shows stands in the place of the first piece's screen, once no other piece waits.
    """
    person = turn.person
    if person.album_to is None:
        _hold(turn)
        return None
    screen = _gathered(book, turn, Awaited(person.album_to))
    if screen is None or screen.captioned or person.album_message == LEFT:
        return None
    if heard.waits(turn.session, event.chat):
        return None
    screen = replace(screen, gathers=Awaited(person.album_to))
    return Answer(event.chat, screen, person.album_message, person.id)


def _hold(turn: Turn) -> None:
    """The words of an album stand on one of its pieces, perhaps not the first."""
    person, brought = turn.person, turn.brought
    if person.held is None or person.album_message == LEFT or brought is None:
        return
    person.held = person.held or brought.words
    person.held_media = joined(person.held_media or [], brought.items)


def _gathered(book: Book, turn: Turn, reply: Awaited) -> Screen | None:
    """What the reply shows; words below a later piece are let go where they would have to be asked about."""
    try:
        return book.answer(turn, reply)
    except (Private, TooLong):
        return book.answer(replace(turn, said=replace(turn.said, text="")), reply)
    except (Gone, Silent):
        return None
