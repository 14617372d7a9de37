"""Throwing a draft away: asked once, and for a minute it can be brought back."""

from db import drafts
from db.announcements import Announcement
from handlers import headline
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

topic = Topic("dropping", coordinators=True)


@topic.page
def ask(turn: Turn, announcement: Announcement) -> Screen:
    """Whether to throw it away."""
    _ = turn.words._
    if announcement.sent_at or announcement.dropped_at:
        return turn.show(announcement)
    return Screen(
        lines([_("Throw this draft away?"), headline.bold(turn, announcement)]),
        [
            [Button(_("Throw it away"), drop.link(announcement))],
            [Button(_("Keep it"), turn.link_to(announcement))],
        ],
    )


@topic.page
def drop(turn: Turn, announcement: Announcement) -> Screen:
    """It is a draft no more, whoever works on it."""
    drafts.drop_once(turn.session, announcement, turn.now)
    return turn.show(announcement)


def gone(turn: Turn, announcement: Announcement) -> Screen:
    """What is left of a draft that was thrown away: a way back, for a minute."""
    _ = turn.words._
    back = drafts.may_return(announcement, turn.now)
    return Screen(
        lines(
            [
                _("This draft is thrown away."),
                headline.bold(turn, announcement) if back else None,
                _("For a minute you can undo it.") if back else None,
            ]
        ),
        [[Button(_("Undo"), undo.link(announcement))]] if back else [],
        up=announcement.programme,
        here=turn.link_to(announcement),
    )


@topic.page
def undo(turn: Turn, announcement: Announcement) -> Screen:
    """Have it again."""
    drafts.bring_back_once(turn.session, announcement, turn.now)
    return turn.show(announcement)
