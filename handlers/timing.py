"""Timing: on which day and hour, in which zone and how often somebody hears from us."""

from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from markupsafe import Markup

from db import pauses
from db.deliveries import Delivery
from db.people import Appetite
from db.rhythm import local_date
from handlers import closing, nudges, pausing, reasons, reminding
from handlers.culture import days
from handlers.events import recalling
from handlers.kit import private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

HOURS = range(6, 23)
"""Hours there are at all; those that somebody keeps quiet are not offered."""

NEAR = ("Europe/Paris", "Europe/London", "Europe/Athens", "Europe/Istanbul", "Europe/Oslo", "Europe/Madrid")
FAR = ("Europe/Kyiv", "Africa/Algiers", "Africa/Tunis", "Asia/Beirut", "Asia/Kabul", "Asia/Tehran")
topic = Topic("timing")


@topic.page
def show(turn: Turn) -> Screen:
    """Day, hour and zone as they are now."""
    _ = turn.words._
    return Screen(
        lines([_("All right."), summary(turn), place(turn)]),
        [
            [Button(_("Change hour"), ask_weekday.link()), Button(_("Change time zone"), ask_zone.link())],
        ],
    )


def summary(turn: Turn) -> Markup:
    """The day and hour of the weekly message."""
    _ = turn.words._
    return _(
        "Messages from us: {weekday}, {clock}",
        weekday=turn.words.weekday(turn.person.weekday),
        clock=turn.words.clock(time(turn.person.hour)),
    )


def place(turn: Turn) -> Markup:
    """The zone by its city."""
    _ = turn.words._
    return _("Time zone: {place}", place=turn.words.place(turn.person.zone))


@topic.page
def ask_weekday(turn: Turn) -> Screen:
    """The day of the weekly message."""
    _ = turn.words._
    days = [(turn.words.locale.first_week_day + n) % 7 for n in range(7)]
    buttons = [Button(turn.words.weekday(day), ask_hour.link(day)) for day in days]
    return Screen(_("Which day suits you?"), in_rows(buttons, 2))


@topic.page
def ask_hour(turn: Turn, weekday: int) -> Screen:
    """The hour of the weekly message; none in the quiet hours."""
    _ = turn.words._
    if weekday not in range(7):
        raise Gone
    hours = [hour for hour in HOURS if hour not in turn.person.quiet]
    buttons = [Button(f"{hour:02}:00", set_hour.link(weekday, hour)) for hour in hours]
    return Screen(_("Which hour suits you?"), in_rows(buttons, 4))


@topic.page
def set_hour(turn: Turn, weekday: int, hour: int) -> Screen:
    """Keep day and hour, and move what is planned."""
    if weekday not in range(7) or hour not in HOURS or hour in turn.person.quiet:
        raise Gone
    turn.person.weekday, turn.person.hour = weekday, hour
    _replan(turn)
    return show(turn)


@topic.page
def ask_zone(turn: Turn) -> Screen:
    """Some places by tap, every other one by its name."""
    _ = turn.words._
    zones = dict.fromkeys([turn.person.zone, *NEAR, *FAR])
    buttons = [Button(turn.words.place(zone), set_zone.link(zone)) for zone in zones]
    return Screen(
        paragraphs(
            _("Your clock shows {clock}.", clock=turn.words.clock(_local_time(turn))),
            _("Choose a place with your time. Or write the name of a large city."),
        ),
        in_rows(buttons, 2),
        awaits=take_zone.link(),
    )


@topic.reply
def take_zone(turn: Turn) -> Screen:
    """Find the zone of a city, by its name in the reader's language or in English."""
    _ = turn.words._
    city = turn.text(60, private.nothing).casefold()
    cities = sorted(zone for zone in available_timezones() if "/" in zone)
    found = [zone for zone in cities if city in _names(turn, zone)]
    if not found:
        return ask_zone(turn).saying(_("I do not know this city. Please try a larger one near you."))
    return set_zone(turn, found[0])


@topic.page
def set_zone(turn: Turn, zone: str) -> Screen:
    """Keep the zone, and move what is planned."""
    if zone not in available_timezones():
        raise Gone
    turn.person.zone = zone
    _replan(turn)
    reminding.replan(turn)
    recalling.replan(turn)
    return show(turn)


@topic.page
def quiet(turn: Turn) -> Screen:
    """How often, or not for a while."""
    _ = turn.words._
    return Screen(
        paragraphs(_("How often may we write to you?"), _state(turn)),
        [
            [Button(_("Every week"), set_appetite.link(Appetite.WEEKLY))],
            [Button(_("Every two weeks"), set_appetite.link(Appetite.FORTNIGHTLY))],
            [Button(_("Every month"), set_appetite.link(Appetite.MONTHLY))],
            [Button(_("Pause until…"), pausing.show.link())],
        ],
    )


@topic.page
def fewer(turn: Turn, message: Delivery) -> Screen:
    """The same from a message, which first says why it came."""
    why = reasons.why(turn.words, message.reason)
    return quiet(turn).saying(why) if why else quiet(turn)


def _state(turn: Turn) -> Markup:
    _ = turn.words._
    if paused := pauses.lasts(turn.person, turn.now):
        return _("Now: pause until {day}.", day=turn.words.day(local_date(paused, turn.person.zone)))
    return {
        Appetite.WEEKLY: _("Now: every week."),
        Appetite.FORTNIGHTLY: _("Now: every two weeks."),
        Appetite.MONTHLY: _("Now: every month."),
    }[turn.person.appetite]


@topic.page
def set_appetite(turn: Turn, appetite: Appetite) -> Screen:
    """Keep it, end a pause, and move what is planned."""
    turn.person.appetite = appetite
    pauses.end(turn.session, turn.person, turn.now)
    _replan(turn)
    return quiet(turn)


def _names(turn: Turn, zone: str) -> set[str]:
    """A zone's city as IANA and as the reader's language call it, folded for comparing."""
    return {zone.rsplit("/", 1)[-1].replace("_", " ").casefold(), turn.words.place(zone).casefold()}


def _local_time(turn: Turn) -> time:
    return turn.now.astimezone(ZoneInfo(turn.person.zone)).time()


def _replan(turn: Turn) -> None:
    nudges.replan(turn)
    closing.replan(turn)
    days.plan(turn, turn.person)
