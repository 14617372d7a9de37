"""Drafts of announcements: written, seen as they will look, changed, thrown away."""

from datetime import timedelta

from markupsafe import Markup

from db import announcements
from db.announcements import TEXT_LENGTH, Announcement
from db.programmes import Programme
from handlers import bulletin
from handlers.announcing import (
    audience,
    describing,
    dropping,
    looking,
    retracting,
    sending,
    translating,
    when,
)
from handlers.events import arranging
from handlers.kit import private
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

AT_WORK = timedelta(minutes=15)
"""So long after a change a colleague is said to be working on a draft."""
topic = Topic("announcements", coordinators=True)


@topic.page
def ask(turn: Turn, programme: Programme) -> Screen:
    """The words of an announcement."""
    _ = turn.words._
    return Screen(
        lines([_("Please write your announcement."), _("You will see it before it goes out.")]),
        awaits=take.link(programme),
        up=programme,
    )


@topic.reply
def take(turn: Turn, programme: Programme) -> Screen:
    """Keep a draft, and show it."""
    words = turn.passage(TEXT_LENGTH, private.nothing)
    if not words:
        return ask(turn, programme)
    return show(turn, announcements.write(turn.session, programme, turn.person, words, turn.now))


@topic.page
def show(turn: Turn, announcement: Announcement) -> Screen:
    """A draft as it will look, with how many will get it; or how it went."""
    if announcement.taken_back_at:
        return retracting.state(turn, announcement)
    if announcement.dropped_at:
        return dropping.gone(turn, announcement)
    return sending.progress(turn, announcement) if announcement.sent_at else preview(turn, announcement)


def preview(turn: Turn, announcement: Announcement) -> Screen:
    """The words as members will read them, and how many those are."""
    _ = turn.words._
    looks = bulletin.letter(turn.words, announcement, [announcement.first])
    to_whom = Markup(" ").join(describing.said(turn, announcement))
    presses = _("It presses: it also comes in quiet hours.") if announcement.urgent else None
    return Screen(
        paragraphs(
            looks,
            arranging.said(turn, announcement),
            at_work(turn, announcement),
            translating.in_short(turn, announcement),
            lines(
                [
                    _("This is how it will look."),
                    to_whom,
                    describing.counted(turn, announcement),
                    when.line(turn, announcement),
                    presses,
                ]
            ),
        ),
        [*looking.send_row(turn, announcement), *_ways(turn, announcement)],
        up=announcement.programme,
    )


def _ways(turn: Turn, announcement: Announcement) -> list[Row]:
    """Everything that can still be changed of a draft."""
    _ = turn.words._
    urgent = when.press.link(announcement, int(not announcement.urgent))
    return [
        [Button(_("Look and test"), looking.version.link(announcement, 0))],
        [
            Button(_("Change words"), rewrite.link(announcement)),
            Button(_("Languages"), translating.overview.link(announcement)),
        ],
        [
            Button(_("To whom"), audience.show.link(announcement)),
            Button(_("When"), when.show.link(announcement)),
        ],
        *arranging.rows(turn, announcement),
        [Button(ticked(_("Urgent"), announcement.urgent), urgent)],
        [Button(_("Throw it away"), dropping.ask.link(announcement))],
    ]


def at_work(turn: Turn, announcement: Announcement) -> Markup | None:
    """Whether a colleague is at it right now."""
    _ = turn.words._
    editor = announcement.editor
    if editor is None or editor is turn.person or turn.now - announcement.edited_at > AT_WORK:
        return None
    return _("{name} is working on this.", name=editor.called)


@topic.page
def rewrite(turn: Turn, announcement: Announcement) -> Screen:
    """Other words for a draft; colleagues see who is at it."""
    _ = turn.words._
    if announcement.sent_at or announcement.dropped_at:
        return show(turn, announcement)
    announcement.edited(turn.person, turn.now)
    return Screen(
        paragraphs(_("Please write the new words."), turn.words.said(announcement.words)),
        awaits=take_words.link(announcement),
        up=announcement,
    )


@topic.reply
def take_words(turn: Turn, announcement: Announcement) -> Screen:
    """Keep the new words, unless it went out meanwhile."""
    words = turn.passage(TEXT_LENGTH, private.nothing)
    if words and announcement.sent_at is None and announcement.dropped_at is None:
        announcement.first.words = words
        announcement.edited(turn.person, turn.now)
    return show(turn, announcement)
