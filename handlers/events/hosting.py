"""Hosting: what coordinators see of an event, who answered what, and all of a season."""

from collections.abc import Sequence

from markupsafe import Markup

from db import attendance, events, seating
from db.announcements import Announcement
from db.events import Event
from db.guests import Guest, Says
from db.programmes import Programme
from db.rhythm import local_date
from db.seasons import after_months
from handlers.events import arranging, card, door, listing, shifting, sizing, turnout
from handlers.kit import leaves
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

LISTED = 8
"""How many events are listed at a time."""
topic = Topic("hosting", coordinators=True)


def rows(turn: Turn, announcement: Announcement) -> list[Row]:
    """The way to the event of what has gone out."""
    event = events.of(turn.session, announcement)
    return [[Button(turn.words._("See event"), show.link(event))]] if event else []


def season(turn: Turn, programme: Programme) -> Markup | None:
    """How many events there were lately, as long as a season is, and how many came."""
    return _held(turn, _lately(turn, programme)[1])


def _lately(turn: Turn, programme: Programme) -> tuple[list[Event], list[Event]]:
    """A season's events: those to come, the soonest first, and those that are over, the last first."""
    since = after_months(turn.now, -programme.season_months, programme.zone)
    found = events.of_programme(turn.session, programme, since)
    to_come = [each for each in found if not each.over(turn.now)]
    return to_come, [each for each in reversed(found) if each.over(turn.now)]


def _held(turn: Turn, past: Sequence[Event]) -> Markup | None:
    n_ = turn.words.n_
    if not past:
        return None
    return lines(
        [
            n_("{n} event this season", "{n} events this season", len(past)),
            n_("{n} person was there.", "{n} people were there.", attendance.came(turn.session, *past)),
        ]
    )


@topic.page
def overview(turn: Turn, programme: Programme) -> Screen:
    """The events of this season, those to come first."""
    return leaf(turn, programme, 0)


@topic.page
def leaf(turn: Turn, programme: Programme, start: int) -> Screen:
    """The same, from the event of that number on; after the last one the first again."""
    _ = turn.words._
    to_come, past = _lately(turn, programme)
    found = leaves.leaf([*to_come, *past], start, LISTED)
    return Screen(
        paragraphs(
            turn.words.bold(_("Events")),
            None if found.shown else _("No announcement has a date yet."),
            _held(turn, past),
        ),
        [
            *[[Button(_label(turn, each), show.link(each))] for each in found.shown],
            *found.more(_("Next"), lambda start: leaf.link(programme, start)),
        ],
        up=programme,
    )


def _label(turn: Turn, event: Event) -> str:
    day = turn.words.month_day(local_date(event.begins_at, event.programme.zone))
    return turn.words._("{day}: {title}", day=day, title=card.title(turn, event))


@topic.page
def show(turn: Turn, event: Event) -> Screen:
    """One event: how many answered what, and what can be done."""
    _ = turn.words._
    if event.settles_at:
        return shifting.pending(turn, event)
    if event.announcement.sent_at is None:
        return turn.show(event.announcement)
    return Screen(
        paragraphs(card.titled(turn, event), _counted(turn, event)),
        [
            [Button(_("See names"), names.link(event))],
            *([] if event.called_off_at else [[Button(_("List for the door"), door.show.link(event, 0))]]),
            *(_changes(turn, event) if event.stands(turn.now) else []),
        ],
        up=event.announcement,
    )


def _counted(turn: Turn, event: Event) -> Markup | None:
    """The answers beside those who come, and afterwards how many were there."""
    _ = turn.words._
    if event.called_off_at:
        return None
    counted = attendance.counts(turn.session, event)
    return lines(
        [
            turnout.said(turn, event) if event.begins_at <= turn.now else None,
            _("Maybe: {n}", n=counted.maybe) if counted.maybe else None,
            _("Cannot come: {n}", n=counted.cannot) if counted.cannot else None,
            _("On the waiting list: {n}", n=counted.waiting) if counted.waiting else None,
        ]
    )


def _changes(turn: Turn, event: Event) -> list[Row]:
    _ = turn.words._
    announcement = event.announcement
    today = local_date(turn.now, event.programme.zone)
    return [
        [
            Button(_("Put on the list"), listing.offer.link(event, 0)),
            Button(_("Places"), sizing.ask_room.link(event)),
        ],
        [Button(_("Another day"), arranging.ask_day.link(announcement, today))],
        [Button(_("Another place"), arranging.ask_place.link(announcement))],
        [Button(_("Call off event"), shifting.ask_call_off.link(event))],
    ]


@topic.page
def names(turn: Turn, event: Event) -> Screen:
    """Who answered what; those who wait in their order."""
    _ = turn.words._
    everybody = attendance.guests(turn.session, event)
    words = turn.words
    return Screen(
        paragraphs(
            words.bold(card.title(turn, event)),
            _group(words, _("Come"), [each for each in everybody if each.seated]),
            _group(words, _("Waiting list"), seating.queue(everybody)),
            _group(words, _("Maybe"), [each for each in everybody if each.says is Says.MAYBE]),
            _group(words, _("Cannot come"), [each for each in everybody if each.says is Says.CANNOT]),
            None if everybody else _("Nobody has answered yet."),
        ),
        [[Button(_("See event"), show.link(event))]],
        up=event.announcement,
    )


def _group(words: Words, heading: Markup, found: Sequence[Guest]) -> Markup | None:
    if not found:
        return None
    return lines([words.bold(heading), *[_named(words, each) for each in found]])


def _named(words: Words, guest: Guest) -> Markup:
    if guest.brings:
        return words._("{name} and {n} more", name=guest.called, n=guest.brings)
    return words.said(guest.called)
