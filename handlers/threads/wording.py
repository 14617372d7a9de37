"""How what members and coordinators write to each other is read, and stands in a message."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from db.announcements import Announcement
from db.programmes import Programme
from db.threads import WORDS_LENGTH, Message, Thread
from handlers import headline
from handlers.kit import held, private, ready
from handlers.kit.links import Link
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import CONTENT, Sort, Turn
from handlers.kit.words import lines, paragraphs

TAKES = (*CONTENT, Sort.OTHER)
"""What is looked at where an answer is awaited, so that all that cannot be kept is answered kindly."""


def heard(turn: Turn) -> Message | None:
    """What the person sent, kept nowhere yet; None where it is nothing that we keep.

    Addresses pass: only those read it whom people meet through us. Numbers of identity are asked about.
    """
    item = held.found(turn.said.items)
    worded = item or turn.said.sort in (Sort.TEXT, Sort.PLACE)
    words = turn.passage(WORDS_LENGTH, private.number) if worded else ""
    if not (item or words):
        return None
    message = Message(author=turn.person, words=words or None, language=turn.words.language)
    message.written_at = turn.now
    if item:
        message.medium, message.channel, message.file = item.medium, item.channel, item.file
    return message


def unheard(turn: Turn) -> Markup:
    """What can be kept, for whoever sent something else."""
    return turn.words._("I can keep words, a voice message or a photo.")


def about(turn: Turn, announcement: Announcement) -> Markup:
    """Which announcement it is about."""
    return turn.words._("About: {words}", words=headline.read(turn, announcement))


def programme(turn: Turn, thread: Thread) -> Programme:
    """The programme whose coordinators read a thread."""
    return turn.session.get_one(Programme, thread.programme_id)


def exchange(turn: Turn, found: Iterable[Message]) -> Markup:
    """Messages one below the other, under the names of those who wrote them."""
    groups = [list(group) for _, group in groupby(found, lambda each: each.author_id)]
    return paragraphs(
        *[lines([turn.words.bold(group[0].author.called), said(turn, group)]) for group in groups]
    )


def said(turn: Turn, found: list[Message]) -> Markup:
    """What one person wrote, and in which language where that is not the reader's."""
    worded = [each for each in found if each.words][-1:]
    return lines(
        [
            *[held.said(turn.words, each) for each in found],
            *[ready.written(turn.words, each.language, each.words) for each in worded],
        ]
    )


def door(turn: Turn, message: Message, page: Link) -> Row:
    """The way to a voice message or photo."""
    own = message.author_id == turn.person.id
    return [Button(held.label(turn.words, message, own), page)]


def look(turn: Turn, message: Message, back: Link) -> Screen:
    """The voice message or photo itself, with its words, and the way back."""
    rows = [[Button(turn.words._("Go back"), back)]]
    return Screen(exchange(turn, [message]), rows, items=held.items(message))
