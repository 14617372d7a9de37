"""An announcement as members and groups read it."""

from collections.abc import Sequence

from markupsafe import Markup

from db import versions
from db.announcements import Announcement
from db.versions import Version
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, paragraphs

topic = Topic("bulletin")


@topic.page
def read(turn: Turn, announcement: Announcement) -> Screen:
    """The coordinator's words, in the version the reader understands best; a group reads both of its own."""
    chosen = _in_group(turn, announcement) if turn.group else _of_person(turn, announcement)
    return Screen(letter(turn.words, announcement, chosen))


def _of_person(turn: Turn, announcement: Announcement) -> list[Version]:
    return [versions.best(announcement.versions, versions.read_by(turn.person))]


def _in_group(turn: Turn, announcement: Announcement) -> list[Version]:
    own = [turn.words.language, turn.group.beside if turn.group else None]
    found = [versions.best(announcement.versions, [language]) for language in own if language]
    return list(dict.fromkeys(found))


def letter(words: Words, announcement: Announcement, chosen: Sequence[Version]) -> Markup:
    """The words between the programme's name and whoever signs."""
    _ = words._
    author = announcement.author
    return paragraphs(
        words.bold(announcement.programme.name),
        *[words.said(version.words) for version in chosen],
        _("From {name}", name=author.called) if author else None,
    )
