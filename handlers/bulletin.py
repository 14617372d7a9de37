"""An announcement as members and groups read it."""

from markupsafe import Markup

from db.announcements import Announcement
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, paragraphs

topic = Topic("bulletin")


@topic.page
def read(turn: Turn, announcement: Announcement) -> Screen:
    """The coordinator's words, as they were written."""
    return Screen(letter(turn.words, announcement))


def letter(words: Words, announcement: Announcement) -> Markup:
    """The words between the programme's name and whoever signs."""
    _ = words._
    author = announcement.author
    return paragraphs(
        words.bold(announcement.programme.name),
        words.said(announcement.words),
        _("From {name}", name=author.called) if author else None,
    )
