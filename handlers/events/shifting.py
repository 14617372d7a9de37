"""Shifting: an event that has gone out is moved or called off; a minute later all who answered hear of it."""

from datetime import datetime, timedelta

from markupsafe import Markup

from db import attendance, deliveries
from db.events import Event
from db.guests import Says
from db.kinds import Kind
from db.places import Place
from handlers import when_and_where
from handlers.events import card, recalling, telling
from handlers.kit import calendar
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

LOOK_AGAIN = timedelta(seconds=3)
"""So long after it has happened that is shown by itself."""
topic = Topic("shifting", coordinators=True)


def _open(turn: Turn, event: Event) -> None:
    """Raises Gone for a draft, and for what has begun or is called off."""
    if event.announcement.sent_at is None or not event.stands(turn.now):
        raise Gone


@topic.page
def ask_move(turn: Turn, event: Event, begins: datetime) -> Screen:
    """Asked once, since all who answered hear of it."""
    _ = turn.words._
    _open(turn, event)
    moment = turn.words.moment(begins, event.programme.zone)
    return Screen(
        paragraphs(
            card.titled(turn, event),
            _("Shall we move it to {moment}?", moment=moment),
            _("All who answered hear of it. Their answers stay."),
        ),
        [[Button(_("Move it"), move.link(event, begins))]],
        up=event.announcement,
    )


@topic.page
def move(turn: Turn, event: Event, begins: datetime) -> Screen:
    """Move it to another time in a minute, and to the other place that was chosen meanwhile."""
    attendance.hold(turn.session, event)
    _open(turn, event)
    if not turn.now < begins <= turn.now + calendar.AHEAD:
        raise Gone
    if begins != (event.next_begins_at or event.begins_at):
        event.ask_move(begins, event.next_place, turn.now + event.announcement.grace)
        _plan(turn, event)
    return pending(turn, event)


def elsewhere(turn: Turn, event: Event, place: Place) -> Screen:
    """Move it to another place in a minute, and to the other time that was chosen meanwhile."""
    attendance.hold(turn.session, event)
    _open(turn, event)
    before = event.next_place
    if (place.words, place.spot) != (before.words, before.spot):
        begins = event.next_begins_at or event.begins_at
        event.ask_move(begins, place, turn.now + event.announcement.grace)
        _plan(turn, event)
    return pending(turn, event)


@topic.page
def ask_call_off(turn: Turn, event: Event) -> Screen:
    """Asked once, too."""
    _ = turn.words._
    _open(turn, event)
    return Screen(
        paragraphs(card.titled(turn, event), _("Shall we call it off? All who come or wait hear of it.")),
        [[Button(_("Call off event"), call_off.link(event))]],
        up=event.announcement,
    )


@topic.page
def call_off(turn: Turn, event: Event) -> Screen:
    """Call it off in a minute."""
    attendance.hold(turn.session, event)
    _open(turn, event)
    event.ask_call_off(turn.now + event.announcement.grace)
    _plan(turn, event)
    return pending(turn, event)


def _plan(turn: Turn, event: Event) -> None:
    deliveries.plan(turn.session, Kind.ERRAND, settle.link(event), event.settles_at or turn.now)


@topic.page
def pending(turn: Turn, event: Event) -> Screen:
    """What happens in a moment, as long as it can be undone; then how it is."""
    _ = turn.words._
    if event.settles_at is None:
        return Screen(card.titled(turn, event), up=event.announcement)
    return Screen(
        paragraphs(
            turn.words.bold(card.title(turn, event)),
            _next(turn, event),
            _("It happens in a moment. You can still undo it."),
        ),
        [[Button(_("Undo"), undo.link(event))]],
        up=event.announcement,
        again=max(event.settles_at, turn.now) + LOOK_AGAIN,
    )


def _next(turn: Turn, event: Event) -> Markup:
    _ = turn.words._
    if event.next_begins_at is None:
        return _("This event is called off.")
    return lines(
        [
            turn.words.bold(turn.words.moment(event.next_begins_at, event.programme.zone)),
            _("Place: {place}", place=when_and_where.named(turn.words, event.next_place)),
        ]
    )


@topic.page
def undo(turn: Turn, event: Event) -> Screen:
    """Nobody hears of anything."""
    _ = turn.words._
    attendance.hold(turn.session, event)
    event.undo()
    return pending(turn, event)


@topic.errand
def settle(turn: Turn, event: Event) -> None:
    """Its minute has gone by: it happens, and all whom it concerns hear of it at once."""
    attendance.hold(turn.session, event)
    if event.settles_at is None or event.settles_at > turn.now:
        return
    before, everybody = event.begins_at, attendance.guests(turn.session, event)
    event.settle(turn.now)
    near = turn.now + telling.NEAR
    pressing = turn.now < before < near or turn.now < event.begins_at < near
    if event.called_off_at:
        concerned = [each for each in everybody if each.says is not Says.CANNOT]
        telling.tell_all(turn, event, telling.called_off.link(event), (concerned, pressing))
    else:
        telling.tell_all(turn, event, telling.moved.link(event, event.version), (everybody, pressing))
    for each in everybody:
        recalling.plan(turn, event, each)
