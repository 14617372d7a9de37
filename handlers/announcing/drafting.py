"""Drafts of announcements: written, seen as they will look, changed, thrown away."""

from datetime import timedelta

from markupsafe import Markup

from db import recipients
from db.announcements import Announcement
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
    writing,
)
from handlers.events import arranging
from handlers.kit import contents
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

AT_WORK = timedelta(minutes=15)
"""So long after a change a colleague is said to be working on a draft."""
topic = Topic("announcements", coordinators=True)


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
    reach = recipients.reach(turn.session, announcement, turn.now)
    to_whom = Markup(" ").join(describing.said(turn, announcement, reach))
    presses = _("It presses: it also comes in quiet hours.") if announcement.urgent else None
    return Screen(
        paragraphs(
            looks,
            contents.told(turn.words, announcement.first.items or []),
            arranging.said(turn, announcement),
            at_work(turn, announcement),
            translating.in_short(turn, announcement),
            lines(
                [
                    _("This is how it will look."),
                    to_whom,
                    describing.counted(turn, reach),
                    when.line(turn, announcement),
                    presses,
                ]
            ),
        ),
        [*looking.send_row(turn, announcement, reach), *_ways(turn, announcement)],
        up=announcement.programme,
    )


def _ways(turn: Turn, announcement: Announcement) -> list[Row]:
    """Everything that can still be changed of a draft."""
    _ = turn.words._
    urgent = when.press.link(announcement, int(not announcement.urgent))
    return [
        [Button(_("Look and test"), looking.version.link(announcement, 0))],
        [
            Button(_("Change words"), writing.rewrite.link(announcement)),
            Button(_("Languages"), translating.overview.link(announcement)),
        ],
        [
            Button(_("To whom"), audience.show.link(announcement)),
            Button(_("When"), when.show.link(announcement)),
        ],
        [arranging.button(turn, announcement), Button(ticked(_("Urgent"), announcement.urgent), urgent)],
        [Button(_("Throw it away"), dropping.ask.link(announcement))],
    ]


def at_work(turn: Turn, announcement: Announcement) -> Markup | None:
    """Whether a colleague is at it right now."""
    _ = turn.words._
    editor = announcement.editor
    if editor is None or editor is turn.person or turn.now - announcement.edited_at > AT_WORK:
        return None
    return _("{name} is working on this.", name=editor.called)
