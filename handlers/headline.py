"""The headline of an announcement: by what somebody knows it where all of it has no room."""

from markupsafe import Markup

from db import versions
from db.announcements import Announcement
from db.versions import Version
from handlers.kit import contents
from handlers.kit.screen import clipped
from handlers.kit.turn import Turn
from handlers.kit.words import plain

LENGTH = 60
"""Letters."""


def read(turn: Turn, announcement: Announcement) -> str:
    """That of the version the reader gets."""
    return of(turn, announcement, versions.best(announcement.versions, versions.read_by(turn.person)))


def first(turn: Turn, announcement: Announcement) -> str:
    """That of the version it was written in, as its coordinators know it."""
    return of(turn, announcement, announcement.first)


def bold(turn: Turn, announcement: Announcement) -> Markup:
    """The same above a page of theirs."""
    return turn.words.bold(first(turn, announcement))


def of(turn: Turn, announcement: Announcement, version: Version) -> str:
    """The words a version begins with; without any, what it holds, or whose it is."""
    told = contents.told(turn.words, announcement.items(version))
    return clipped(version.words or plain(told or announcement.programme.name), LENGTH)
