"""When an announcement starts: at once, at a time, as each one's quiet hours end; and whether it presses."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from markupsafe import Markup

from db import drafts
from db.announcements import Announcement
from db.rhythm import local_date, local_moment
from db.starts import Timing
from handlers import when_and_where
from handlers.kit import calendar
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

HOURS = [time(hour) for hour in range(7, 23)]
topic = Topic("when", coordinators=True)


def line(turn: Turn, announcement: Announcement) -> Markup:
    """When it starts, in the programme's time, and in the reader's own where that is another."""
    _ = turn.words._
    if announcement.timing is Timing.QUIET:
        return _("Each gets it when their quiet hours end.")
    if announcement.timing is Timing.NOW or announcement.starts_at is None:
        return _("It starts as soon as you send it.")
    return _moment(turn, announcement.programme.zone, announcement.starts_at)


def _moment(turn: Turn, zone: str, starts: datetime) -> Markup:
    _, mine = turn.words._, turn.person.zone
    there, here = starts.astimezone(ZoneInfo(zone)), starts.astimezone(ZoneInfo(mine))
    moment = turn.words.moment(starts, zone)
    if there.replace(tzinfo=None) == here.replace(tzinfo=None):
        return _("It starts: {moment}.", moment=moment)
    own = turn.words.clock(here.time()) if there.date() == here.date() else turn.words.moment(starts, mine)
    place = turn.words.place(zone)
    return _("It starts: {moment}, time in {place} ({own} for you).", moment=moment, place=place, own=own)


@topic.page
def show(turn: Turn, announcement: Announcement) -> Screen:
    """When, in three ways."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    timing, today = announcement.timing, local_date(turn.now, announcement.programme.zone)
    return Screen(
        lines([turn.words.bold(_("When")), line(turn, announcement)]),
        [
            [Button(ticked(_("Now"), timing is Timing.NOW), at_once.link(announcement))],
            [Button(ticked(_("At a time"), timing is Timing.AT), month.link(announcement, today))],
            [Button(ticked(_("After quiet hours"), timing is Timing.QUIET), after_quiet.link(announcement))],
        ],
        up=announcement,
    )


def gone_by(turn: Turn, announcement: Announcement) -> Screen | None:
    """The question once more, where the time that was chosen has gone by; None where there is none."""
    starts = announcement.starts_at
    if announcement.sent_at or announcement.timing is not Timing.AT or (starts and starts > turn.now):
        return None
    return show(turn, announcement).saying(turn.words._("This time has gone by. When shall it start?"))


@topic.page
def at_once(turn: Turn, announcement: Announcement) -> Screen:
    """As soon as it is sent."""
    drafts.change(turn.session, announcement, turn.person, turn.now, timing=Timing.NOW, starts_at=None)
    return turn.show(announcement)


@topic.page
def after_quiet(turn: Turn, announcement: Announcement) -> Screen:
    """For each as their quiet hours end next; what can wait for that does not press."""
    chosen = {"timing": Timing.QUIET, "starts_at": None, "urgent": False}
    drafts.change(turn.session, announcement, turn.person, turn.now, **chosen)
    return turn.show(announcement)


@topic.page
def month(turn: Turn, announcement: Announcement, first: date) -> Screen:
    """A small calendar of the programme's days."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    today = local_date(turn.now, announcement.programme.zone)
    shown = calendar.month_of(first, today)
    links = (lambda day: hours.link(announcement, day), lambda day: month.link(announcement, day))
    rows = calendar.month_rows(turn.words, shown, today, links)
    return Screen(_("On which day shall it start?"), rows, up=announcement)


@topic.page
def hours(turn: Turn, announcement: Announcement, day: date) -> Screen:
    """The hours of that day that are still to come, by the programme's clock."""
    _ = turn.words._
    zone = announcement.programme.zone
    calendar.month_of(day, local_date(turn.now, zone))
    if not announcement.is_draft:
        return turn.show(announcement)
    moments = [(hour, local_moment(day, hour, zone)) for hour in HOURS]
    buttons = [
        Button(turn.words.clock(hour), at.link(announcement, moment))
        for hour, moment in moments
        if moment > turn.now
    ]
    if not buttons:
        return month(turn, announcement, day).saying(_("This day has no hour left."))
    return Screen(
        paragraphs(
            turn.words.bold(turn.words.day(day)),
            _("At which hour shall it start? Tap it, or write it."),
            _("This is the time in {place}.", place=turn.words.place(zone))
            if zone != turn.person.zone
            else None,
        ),
        [*in_rows(buttons, 4), [Button(_("Another day"), month.link(announcement, day))]],
        awaits=take_hour.link(announcement, day),
        up=announcement,
    )


@topic.reply
def take_hour(turn: Turn, announcement: Announcement, day: date) -> Screen:
    """An hour somebody wrote."""
    starts = when_and_where.hour_said(turn, day, announcement.programme.zone)
    return at(turn, announcement, starts) if starts else hours(turn, announcement, day)


@topic.page
def at(turn: Turn, announcement: Announcement, starts: datetime) -> Screen:
    """Keep the time; one gone by asks again."""
    day = local_date(starts, announcement.programme.zone)
    calendar.month_of(day, local_date(turn.now, announcement.programme.zone))
    if starts <= turn.now:
        return hours(turn, announcement, day)
    drafts.change(turn.session, announcement, turn.person, turn.now, timing=Timing.AT, starts_at=starts)
    return turn.show(announcement)


@topic.page
def press(turn: Turn, announcement: Announcement, whether: int) -> Screen:
    """Have it come in quiet hours too (1), or not (0). What presses does not wait for their end."""
    if whether not in (0, 1):
        raise Gone
    later = announcement.timing is Timing.QUIET and whether
    timing = Timing.NOW if later else announcement.timing
    drafts.change(turn.session, announcement, turn.person, turn.now, urgent=bool(whether), timing=timing)
    return turn.show(announcement)
