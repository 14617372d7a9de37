"""Arranging: a draft gets a date, an hour and a place; what has gone out is moved by the same questions."""

from datetime import date, datetime, time

from markupsafe import Markup

from db import events
from db.announcements import Announcement
from db.events import Event
from db.places import WORDS_LENGTH, Place, Spot
from db.rhythm import local_date, local_moment
from handlers import when_and_where
from handlers.events import card, shifting, sizing
from handlers.kit import calendar, private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows
from handlers.kit.turn import Sort, Turn
from handlers.kit.words import lines, paragraphs

HOURS = [time(hour) for hour in range(9, 22)]
topic = Topic("arranging", coordinators=True)


def button(turn: Turn, announcement: Announcement) -> Button:
    """The way to the date and place of a draft."""
    return Button(turn.words._("Date and place"), show.link(announcement))


def said(turn: Turn, announcement: Announcement) -> Markup | None:
    """What a draft invites to, as members will read it, and a word where its date has gone by."""
    _ = turn.words._
    event = events.of(turn.session, announcement)
    if event is None:
        return None
    return lines(
        [
            card.told(turn, event),
            _("This date has gone by. Please choose another.") if event.begins_at <= turn.now else None,
        ]
    )


@topic.page
def show(turn: Turn, announcement: Announcement) -> Screen:
    """What a draft invites to, and all that can be changed."""
    _ = turn.words._
    event = events.of(turn.session, announcement)
    if announcement.sent_at:
        return turn.show(announcement)
    if event is None:
        return ask_day(turn, announcement, _today(turn, announcement))
    return Screen(
        paragraphs(turn.words.bold(_("Date and place")), said(turn, announcement), sizing.said(turn, event)),
        [
            [Button(_("Another day"), ask_day.link(announcement, _today(turn, announcement)))],
            [Button(_("Another place"), ask_place.link(announcement))],
            *sizing.rows(turn, event),
        ],
        up=announcement,
    )


def _changed(turn: Turn, announcement: Announcement) -> Event | None:
    """The event that is to be arranged. Raises Gone where it has gone out and cannot be moved any more."""
    event = events.of(turn.session, announcement)
    if announcement.sent_at and (event is None or not event.stands(turn.now)):
        raise Gone
    return event


def _today(turn: Turn, announcement: Announcement) -> date:
    return local_date(turn.now, announcement.programme.zone)


@topic.page
def ask_day(turn: Turn, announcement: Announcement, first: date) -> Screen:
    """A small calendar, where the programme is."""
    _ = turn.words._
    _changed(turn, announcement)
    today = _today(turn, announcement)
    shown = calendar.month_of(first, today)
    links = (lambda day: ask_hour.link(announcement, day), lambda day: ask_day.link(announcement, day))
    days = calendar.month_rows(turn.words, shown, today, links)
    return Screen(_("On which day is the event?"), days, up=announcement)


@topic.page
def ask_hour(turn: Turn, announcement: Announcement, day: date) -> Screen:
    """The hours of that day that are still to come."""
    _ = turn.words._
    _changed(turn, announcement)
    calendar.month_of(day, _today(turn, announcement))
    begins = {hour: local_moment(day, hour, announcement.programme.zone) for hour in HOURS}
    buttons = [
        Button(turn.words.clock(hour), set_time.link(announcement, moment))
        for hour, moment in begins.items()
        if moment > turn.now
    ]
    return Screen(
        lines([turn.words.bold(turn.words.day(day)), _("When does it begin? Tap it, or write it.")]),
        [*in_rows(buttons, 4), [Button(_("Another day"), ask_day.link(announcement, day))]],
        awaits=take_hour.link(announcement, day),
        up=announcement,
    )


@topic.reply
def take_hour(turn: Turn, announcement: Announcement, day: date) -> Screen:
    """An hour somebody wrote."""
    begins = when_and_where.hour_said(turn, day, announcement.programme.zone)
    if begins is None or begins <= turn.now:
        return ask_hour(turn, announcement, day)
    return set_time(turn, announcement, begins)


@topic.page
def set_time(turn: Turn, announcement: Announcement, begins: datetime) -> Screen:
    """Keep when it begins; of what has gone out, ask once more."""
    known = _changed(turn, announcement)
    if not turn.now < begins <= turn.now + calendar.AHEAD:
        raise Gone
    if known and announcement.sent_at:
        return shifting.ask_move(turn, known, begins)
    announcement.edited(turn.person, turn.now)
    event = events.arrange(turn.session, announcement, begins)
    return show(turn, announcement) if event.words or event.spot else ask_place(turn, announcement)


@topic.page
def ask_place(turn: Turn, announcement: Announcement) -> Screen:
    """Where it is."""
    _ = turn.words._
    if _changed(turn, announcement) is None:
        raise Gone
    spots = when_and_where.spots(turn.words).items()
    return Screen(
        _("Where? Tap, write it, or share a place."),
        in_rows([Button(name, set_spot.link(announcement, spot)) for spot, name in spots], 1),
        awaits=take_place.link(announcement),
        up=announcement,
    )


@topic.reply(takes=(Sort.TEXT, Sort.PLACE))
def take_place(turn: Turn, announcement: Announcement) -> Screen:
    """A place somebody wrote or shared."""
    words = turn.text(WORDS_LENGTH, private.nothing)
    return _at(turn, announcement, Place(words=words)) if words else ask_place(turn, announcement)


@topic.page
def set_spot(turn: Turn, announcement: Announcement, spot: Spot) -> Screen:
    """A sort of place, which each reads in their own language."""
    return _at(turn, announcement, Place(spot=spot))


def _at(turn: Turn, announcement: Announcement, place: Place) -> Screen:
    event = _changed(turn, announcement)
    if event is None:
        raise Gone
    if announcement.sent_at:
        return shifting.elsewhere(turn, event, place)
    announcement.edited(turn.person, turn.now)
    event.words, event.spot = place.words, place.spot
    return show(turn, announcement)
