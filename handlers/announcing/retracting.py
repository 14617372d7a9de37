"""Taking back what has gone out: out of the chats where that is possible, and kind words in the others."""

from db import deliveries, events, sendings
from db.announcements import Announcement
from db.deliveries import Outcome
from db.kinds import Kind
from db.sendings import Standing
from handlers import bulletin, headline
from handlers.events import shifting
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

topic = Topic("retracting", coordinators=True)


@topic.page
def ask(turn: Turn, announcement: Announcement) -> Screen:
    """Asked once: it leaves so many chats, and nobody else gets it."""
    _, n_ = turn.words._, turn.words.n_
    if announcement.started_at is None or announcement.taken_back_at:
        return state(turn, announcement)
    count = sendings.chats(turn.session, announcement, Standing())
    return Screen(
        lines(
            [
                headline.bold(turn, announcement),
                n_("Take it out of {n} chat?", "Take it out of {n} chats?", count),
                _("Nobody else gets it. Who has read it has read it."),
            ]
        ),
        [[Button(_("Yes, take it back"), do.link(announcement))]],
        up=announcement,
    )


@topic.page
def do(turn: Turn, announcement: Announcement) -> Screen:
    """Hold the rest at once; the chats follow in a minute."""
    if announcement.take_back_once(turn.session, turn.now):
        sendings.hold(turn.session, announcement, turn.now)
        due = turn.now + announcement.grace
        deliveries.plan(turn.session, Kind.ERRAND, withdraw.link(announcement), due)
    return state(turn, announcement)


@topic.page
def leave(turn: Turn, announcement: Announcement) -> Screen:
    """Let it stand after all, as long as it stands everywhere. What was held goes on by hand."""
    if not _left(turn, announcement) and announcement.leave_once(turn.session):
        held = sendings.tally(turn.session, announcement, turn.now).held
        announcement.stopped_at = turn.now if held else None
    return turn.show(announcement)


def _left(turn: Turn, announcement: Announcement) -> dict[Outcome | None, int]:
    """How it goes with leaving the chats; empty while none was left."""
    return sendings.still_over(turn.session, Kind.TAKEN_BACK, bulletin.taken_back.link(announcement))


@topic.errand
def withdraw(turn: Turn, announcement: Announcement) -> None:
    """The minute is over: one message after the other leaves its chat."""
    taken = announcement.taken_back_at
    if taken and taken + announcement.grace <= turn.now and not _left(turn, announcement):
        what = (Kind.TAKEN_BACK, bulletin.taken_back.link(announcement))
        sendings.over(turn.session, announcement, what, turn.now, Standing())


@topic.page
def state(turn: Turn, announcement: Announcement) -> Screen:
    """How far it is."""
    _, n_ = turn.words._, turn.words.n_
    if announcement.taken_back_at is None:
        return turn.show(announcement)
    counts = _left(turn, announcement)
    waiting, gone = counts.get(None, 0), counts.get(Outcome.SENT, 0)
    title = headline.bold(turn, announcement)
    if not counts and turn.now < announcement.taken_back_at + announcement.grace:
        return Screen(
            lines([title, _("It leaves the chats in a moment. You can still stop it.")]),
            [[Button(_("Let it stand"), leave.link(announcement))]],
            up=announcement.programme,
        )
    event = events.of(turn.session, announcement)
    invites = event if event and event.stands(turn.now) else None
    return Screen(
        lines(
            [
                title,
                n_("Taken out of {n} chat.", "Taken out of {n} chats.", gone),
                n_("{n} still to come.", "{n} still to come.", waiting) if waiting else None,
                _("The event still takes place.") if invites else None,
            ]
        ),
        [
            *([[Button(_("Look again"), state.link(announcement))]] if waiting else []),
            *([[Button(_("Call off event"), shifting.ask_call_off.link(invites))]] if invites else []),
        ],
        up=announcement.programme,
    )
