"""An announcement as members and groups read it."""

from collections.abc import Sequence

from markupsafe import Markup

from db import sendings, versions
from db.announcements import Announcement
from db.rhythm import Reason
from db.versions import Version
from handlers.kit.links import Gone, Silent
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, paragraphs

topic = Topic("bulletin")


@topic.page
def read(turn: Turn, announcement: Announcement) -> Screen:
    """The coordinator's words, in the version the reader understands best; a group reads both of its own."""
    reader = turn.group or turn.person
    if announcement.taken_back_at:
        raise Gone
    if announcement.stopped_at and not sendings.got(turn.session, announcement, reader):
        raise Silent(Reason.STOPPED)
    chosen = _in_group(turn, announcement) if turn.group else _of_person(turn, announcement)
    return sheet(turn.words, announcement, chosen)


def sheet(words: Words, announcement: Announcement, chosen: Sequence[Version]) -> Screen:
    """What a reader gets of these versions, whoever looks at it."""
    items = announcement.items(chosen[0])
    return Screen(letter(words, announcement, chosen), items=items, rewords=bool(items))


def _of_person(turn: Turn, announcement: Announcement) -> list[Version]:
    return [versions.best(announcement.versions, versions.read_by(turn.person))]


def _in_group(turn: Turn, announcement: Announcement) -> list[Version]:
    own = [turn.words.language, turn.group.beside if turn.group else None]
    found = [versions.best(announcement.versions, [language]) for language in own if language]
    return list(dict.fromkeys(found))


def letter(words: Words, announcement: Announcement, chosen: Sequence[Version]) -> Markup:
    """What a reader reads of these versions."""
    corrected = words._("Corrected.") if announcement.corrected_at else None
    return _signed(words, announcement, [*[words.said(each.words) for each in chosen], corrected])


def proposed(words: Words, announcement: Announcement, text: str) -> Markup:
    """The same with other words, to be looked at before anybody reads them."""
    return _signed(words, announcement, [words.said(text), words._("Corrected.")])


def _signed(words: Words, announcement: Announcement, said: Sequence[Markup | None]) -> Markup:
    """Words between the programme's name and whoever signs."""
    author = announcement.author
    return paragraphs(
        words.bold(announcement.programme.name),
        *[each for each in said if each],
        words._("From {name}", name=author.called) if author else None,
    )


@topic.page
def taken_back(turn: Turn, announcement: Announcement) -> Screen:
    """In its place where it stood, if it cannot leave the chat altogether."""
    _ = turn.words._
    if announcement.taken_back_at is None:
        raise Gone
    words = _("This message from {programme} was taken back.", programme=announcement.programme.name)
    return Screen(words, ends=turn.group is not None, withdraws=True, vanishes=True)
