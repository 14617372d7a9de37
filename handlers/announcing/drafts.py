"""The announcements of a programme in a list: drafts with who works on them, then what was sent."""

from markupsafe import Markup

from db import drafts
from db.announcements import Announcement
from db.programmes import Programme
from handlers import headline
from handlers.announcing import drafting, writing
from handlers.events import hosting
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, clipped
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

SHOWN = 5
FIRST_WORDS = 40
"""Letters of an announcement in the list."""
topic = Topic("drafts", coordinators=True)


@topic.page(was=("announcements.overview",))
def overview(turn: Turn, programme: Programme) -> Screen:
    """Write one, or look at the newest."""
    return leaf(turn, programme, 0)


@topic.page
def leaf(turn: Turn, programme: Programme, start: int) -> Screen:
    """The same, from the announcement of that number on."""
    _ = turn.words._
    if not 0 <= start < 10_000:
        raise Gone
    found = drafts.listed(turn.session, programme, start, SHOWN + 1)
    older = [[Button(_("Older ones"), leaf.link(programme, start + SHOWN))]] if found[SHOWN:] else []
    newer = [[Button(_("Newer ones"), leaf.link(programme, max(start - SHOWN, 0)))]] if start else []
    shown = found[:SHOWN]
    return Screen(
        paragraphs(
            turn.words.bold(_("Announcements")),
            *([_line(turn, each) for each in shown] or [_("There is none yet.")]),
        ),
        [
            [Button(_("Write announcement"), writing.ask.link(programme))],
            *[[Button(headline.first(turn, each), drafting.show.link(each))] for each in shown],
            *older,
            *newer,
            [Button(_("Events"), hosting.overview.link(programme))],
        ],
        up=programme,
    )


def _line(turn: Turn, announcement: Announcement) -> Markup:
    """Its first words, and how far it is."""
    first_words = turn.words.said(clipped(headline.first(turn, announcement), FIRST_WORDS))
    return lines([first_words, _state(turn, announcement)])


def _state(turn: Turn, announcement: Announcement) -> Markup | None:
    _ = turn.words._
    zone = turn.person.zone
    if announcement.sent_at is None:
        return drafting.at_work(turn, announcement) or _("A draft.")
    if announcement.taken_back_at:
        return _("Taken back.")
    if announcement.stopped_at:
        return _("Stopped.")
    if announcement.started_at is None:
        starts = announcement.starts_at or announcement.sent_at
        return _("It goes out: {moment}", moment=turn.words.moment(starts, zone))
    return _("Sent: {moment}", moment=turn.words.moment(announcement.started_at, zone))
