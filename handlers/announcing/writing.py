"""Writing an announcement: words, files, a place or an album become a draft, and change while it is one."""

from dataclasses import replace

from db import announcements
from db.announcements import TEXT_LENGTH, Announcement
from db.contents import joined
from db.programmes import Programme
from handlers.kit import private
from handlers.kit.links import Gone
from handlers.kit.media import Held
from handlers.kit.pages import Topic
from handlers.kit.parts import units
from handlers.kit.screen import Screen
from handlers.kit.turn import CONTENT, Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("writing", coordinators=True)


@topic.page(was=("announcements.ask",))
def ask(turn: Turn, programme: Programme) -> Screen:
    """What is to be announced."""
    _ = turn.words._
    return Screen(
        lines(
            [
                _("Please write your announcement."),
                _("Pictures, a voice message, a file or a place are fine, too."),
                _("You will see it before it goes out."),
            ]
        ),
        awaits=take.link(programme),
        up=programme,
    )


@topic.reply(takes=CONTENT, was=("announcements.take",))
def take(turn: Turn, programme: Programme) -> Screen:
    """Keep a draft, and show it. The rest of an album joins it."""
    brought = Held(turn.passage(TEXT_LENGTH, private.nothing), turn.said.items)
    return _begun(turn, programme, brought) if brought.words or brought.items else ask(turn, programme)


@topic.page
def this(turn: Turn, programme: Programme) -> Screen:
    """A draft of what was sent or forwarded before anybody asked for it."""
    if turn.held is None:
        raise Gone
    if units(turn.held.words) > TEXT_LENGTH:
        return ask(turn, programme).saying(turn.words._("That is too long for an announcement."))
    return _begun(turn, programme, turn.held)


def _begun(turn: Turn, programme: Programme, brought: Held) -> Screen:
    draft = announcements.write(turn.session, programme, turn.person, brought.words, turn.now)
    draft.first.items = list(brought.items)
    return _gathers(turn, draft)


def _gathers(turn: Turn, draft: Announcement) -> Screen:
    return replace(turn.show(draft), gathers=more.link(draft))


@topic.reply(takes=CONTENT)
def more(turn: Turn, announcement: Announcement) -> Screen:
    """One more piece of an album; its words may stand on any of them."""
    if announcement.is_draft:
        first = announcement.first
        first.items = joined(first.items or [], turn.said.items)
        first.words = first.words or turn.passage(TEXT_LENGTH, private.nothing)
    return _gathers(turn, announcement)


@topic.page(was=("announcements.rewrite",))
def rewrite(turn: Turn, announcement: Announcement) -> Screen:
    """Other words or files for a draft; colleagues see who is at it."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    announcement.edited(turn.person, turn.now)
    return Screen(
        paragraphs(_("Please write the new words."), turn.words.said(announcement.words)),
        awaits=take_words.link(announcement),
        up=announcement,
    )


@topic.reply(takes=CONTENT, was=("announcements.take_words",))
def take_words(turn: Turn, announcement: Announcement) -> Screen:
    """Keep the new words, or files in place of those before, unless it went out meanwhile."""
    words, items = turn.passage(TEXT_LENGTH, private.nothing), turn.said.items
    if (words or items) and announcement.is_draft:
        first = announcement.first
        first.words = words or first.words
        first.items = list(items) or first.items
        announcement.edited(turn.person, turn.now)
    return _gathers(turn, announcement) if items else turn.show(announcement)
