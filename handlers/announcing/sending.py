"""Sending: a minute to stop it, then everybody who was to get it when it started, and how far it is."""

from datetime import timedelta

from markupsafe import Markup, escape

from db import askings, deliveries, recipients, sendings
from db.announcements import Announcement
from db.kinds import Kind
from db.sendings import Tally
from db.starts import Timing
from handlers import headline
from handlers.announcing import report, when
from handlers.events import hosting
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

LOOK_AGAIN = timedelta(seconds=3)
"""The shortest time between two looks at the progress; it grows to a tenth of the time gone by."""
BAR = 10
"""How many squares the bar has."""
topic = Topic("sending", coordinators=True)


@topic.page(was=("announcements.send",))
def send(turn: Turn, announcement: Announcement) -> Screen:
    """Have it start in a minute or at its time, once; what presses is asked about once more."""
    if announcement.sent_at is None and announcement.urgent:
        return _wakes(turn, announcement)
    return wake(turn, announcement)


def _wakes(turn: Turn, announcement: Announcement) -> Screen:
    _ = turn.words._
    return Screen(
        _("It will wake people. Send now?"),
        [[Button(_("Send now"), wake.link(announcement))]],
        up=announcement,
    )


@topic.page
def wake(turn: Turn, announcement: Announcement) -> Screen:
    """Send it, whatever it wakes. A time that has gone by is asked for again, and so is who gets it."""
    if asked := when.gone_by(turn, announcement) or _to_nobody(turn, announcement):
        return asked
    starts = max(announcement.starts_at or turn.now, turn.now + announcement.grace)
    if announcement.send_once(turn.session, turn.now, starts):
        deliveries.plan(turn.session, Kind.ERRAND, begin.link(announcement), starts)
    return progress(turn, announcement)


def _to_nobody(turn: Turn, announcement: Announcement) -> Screen | None:
    """The draft once more, where nobody would get it by now."""
    if announcement.sent_at or recipients.reach(turn.session, announcement, turn.now).anybody:
        return None
    return turn.show(announcement).saying(turn.words._("It goes to nobody. Please choose to whom."))


@topic.errand
def begin(turn: Turn, announcement: Announcement) -> None:
    """Its time has come: freeze who gets it."""
    if announcement.start_once(turn.session, turn.now):
        sendings.freeze(turn.session, announcement, turn.now)
        askings.thank_all(turn.session, announcement, turn.now)


@topic.page
def take_back(turn: Turn, announcement: Announcement) -> Screen:
    """Before anybody got it, it is a draft again."""
    if announcement.unsend_once(turn.session):
        return turn.show(announcement)
    return progress(turn, announcement)


@topic.page(was=("announcements.progress",))
def progress(turn: Turn, announcement: Announcement) -> Screen:
    """How far it is; then what became of it."""
    if announcement.sent_at is None:
        return turn.show(announcement)
    if announcement.started_at is None:
        return _waiting(turn, announcement)
    return _under_way(turn, announcement)


def _waiting(turn: Turn, announcement: Announcement) -> Screen:
    _ = turn.words._
    starts = announcement.starts_at or turn.now
    return Screen(
        lines([_title(turn, announcement), _soon(turn, announcement)]),
        [[Button(_("Do not send it"), take_back.link(announcement))]],
        up=announcement.programme,
        again=max(starts, turn.now) + LOOK_AGAIN,
    )


def _soon(turn: Turn, announcement: Announcement) -> Markup:
    """When it starts; a moment is not worth a time."""
    _ = turn.words._
    if announcement.timing is not Timing.NOW:
        return lines([when.line(turn, announcement), _("You can still stop it.")])
    return _("It starts in a moment. You can still stop it.")


def _under_way(turn: Turn, announcement: Announcement) -> Screen:
    tally = sendings.tally(turn.session, announcement, turn.now)
    running = bool(tally.waiting) and announcement.stopped_at is None
    return Screen(
        lines(
            [
                _title(turn, announcement),
                _bar(tally) if tally.under_way else None,
                *_counts(turn, tally),
                _left(turn, announcement, tally) if running else None,
            ]
        ),
        [*_doors(turn, announcement, tally), *hosting.rows(turn, announcement)],
        up=announcement.programme,
        again=turn.now + _pause(turn, announcement) if running else None,
    )


def _title(turn: Turn, announcement: Announcement) -> Markup:
    return headline.bold(turn, announcement)


def _bar(tally: Tally) -> Markup:
    """How much of the whole has left, in squares that read alike from either side."""
    done = BAR * (tally.all - tally.under_way - tally.held) // max(tally.all, 1)
    return escape("▰" * done + "▱" * (BAR - done))


def _counts(turn: Turn, tally: Tally) -> list[Markup | None]:
    _, n_ = turn.words._, turn.words.n_
    missed = tally.unreachable + tally.late
    return [
        n_("{n} message arrived.", "{n} messages arrived.", tally.sent) if tally.sent else None,
        n_("{n} still to come.", "{n} still to come.", tally.waiting) if tally.waiting else None,
        _("Until the morning wait: {n}", n=tally.later) if tally.later else None,
        _("Stopped before: {n}", n=tally.held) if tally.held else None,
        _("Not reached: {n}", n=missed) if missed else None,
        _("Perhaps not arrived: {n}", n=tally.uncertain) if tally.uncertain else None,
        None if tally.under_way or tally.held else _("All are sent."),
    ]


def _left(turn: Turn, announcement: Announcement, tally: Tally) -> Markup | None:
    """How long the rest takes at the pace so far; nothing while that cannot be known or is a moment."""
    since = turn.now - (announcement.started_at or turn.now)
    gone = tally.all - tally.under_way
    minutes = round(since * tally.waiting / gone / timedelta(minutes=1)) if gone else 0
    n_ = turn.words.n_
    return n_("About {n} minute left.", "About {n} minutes left.", minutes) if minutes else None


def _doors(turn: Turn, announcement: Announcement, tally: Tally) -> list[Row]:
    _ = turn.words._
    more = [Button(_("See who got it"), report.overview.link(announcement))]
    if announcement.taken_back_at:
        return [more]
    if announcement.stopped_at:
        return [[Button(_("Go on sending"), go_on.link(announcement))], more]
    if tally.under_way:
        look, halt = Button(_("Look again"), progress.link(announcement)), stop.link(announcement)
        return [[Button(_("Stop"), halt), look], more]
    return [more]


def _pause(turn: Turn, announcement: Announcement) -> timedelta:
    since = turn.now - (announcement.started_at or turn.now)
    return max(LOOK_AGAIN, since / 10)


@topic.page
def stop(turn: Turn, announcement: Announcement) -> Screen:
    """Hold what has not left yet. What is on its way at this moment still arrives."""
    under_way = sendings.tally(turn.session, announcement, turn.now).under_way
    if under_way and announcement.stop_once(turn.session, turn.now):
        sendings.hold(turn.session, announcement, turn.now)
    return progress(turn, announcement)


@topic.page
def go_on(turn: Turn, announcement: Announcement) -> Screen:
    """Let go what was held."""
    if announcement.go_on_once(turn.session):
        sendings.release(turn.session, announcement, turn.now)
    return progress(turn, announcement)
