"""Proposing a meeting in four taps: day, hour, place, confirm."""

from datetime import date, datetime

from db import meetings
from db.pairs import Pair
from db.places import WORDS_LENGTH, Place, Spot
from handlers import agreeing, when_and_where
from handlers.kit import calendar, private
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Sort, Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("proposing")


@topic.page
def ask_day(turn: Turn, pair: Pair, first: date) -> Screen:
    """A small calendar."""
    _ = turn.words._
    when_and_where.lasting(pair)
    shown = calendar.month_of(first, turn.today)
    links = (lambda day: ask_hour.link(pair, day), lambda day: ask_day.link(pair, day))
    names = turn.others(pair)
    return Screen(
        lines([_("<b>Meeting with {names}</b>", names=names), _("Which day suits you?")]),
        calendar.month_rows(turn.words, shown, turn.today, links),
    )


@topic.page
def ask_hour(turn: Turn, pair: Pair, day: date) -> Screen:
    """The hours of that day that are still to come; one gone by asks for the day again."""
    _ = turn.words._
    when_and_where.lasting(pair)
    calendar.month_of(day, turn.today)

    def link(begins: datetime) -> Link | None:
        return ask_place.link(pair, begins) if begins > turn.now else None

    rows = when_and_where.hour_rows(turn, pair, day, link)
    if not rows:
        return ask_day(turn, pair, turn.today).saying(_("This day has no hour left."))
    return Screen(
        lines([turn.words.bold(turn.words.day(day)), _("Which hour suits you? Tap it, or write it.")]),
        [*rows, [Button(_("Another day"), ask_day.link(pair, day))]],
        awaits=take_hour.link(pair, day),
    )


@topic.reply
def take_hour(turn: Turn, pair: Pair, day: date) -> Screen:
    """An hour somebody wrote."""
    begins = when_and_where.hour_said(turn, day)
    if begins is None or begins <= turn.now:
        return ask_hour(turn, pair, day)
    return ask_place(turn, pair, begins)


@topic.page
def ask_place(turn: Turn, pair: Pair, begins: datetime) -> Screen:
    """Where: a place they know, a sort of place, or one that is written or shared."""
    return when_and_where.place_asked(turn, pair, begins, (confirm, confirm_spot, take_place))


@topic.reply(takes=(Sort.TEXT, Sort.PLACE))
def take_place(turn: Turn, pair: Pair, begins: datetime) -> Screen:
    """A place somebody wrote or shared."""
    when_and_where.lasting(pair)
    place = when_and_where.place_said(turn, pair)
    return confirm(turn, pair, begins, place) if place else ask_place(turn, pair, begins)


@topic.page
def confirm_spot(turn: Turn, pair: Pair, begins: datetime, spot: Spot) -> Screen:
    """A sort of place, as one of the pair's."""
    when_and_where.lasting(pair)
    return confirm(turn, pair, begins, when_and_where.at_spot(turn, pair, spot))


@topic.page
def confirm(turn: Turn, pair: Pair, begins: datetime, place: Place) -> Screen:
    """Everything together, before the others hear of it."""
    _ = turn.words._
    when_and_where.lasting(pair, place)
    names = turn.others(pair)
    return Screen(
        paragraphs(
            _("Shall we propose this to {names}?", names=names),
            turn.words.bold(when_and_where.said(turn, begins, place)),
            _("You can also write a name for this place.") if place.point else None,
        ),
        [
            [Button(_("Propose it"), propose.link(pair, begins, place))],
            [Button(_("Another day"), ask_day.link(pair, turn.today))],
        ],
        awaits=take_name.link(pair, begins, place) if place.point else None,
    )


@topic.reply
def take_name(turn: Turn, pair: Pair, begins: datetime, place: Place) -> Screen:
    """A name for a shared place; its coordinates are not kept beside it."""
    when_and_where.lasting(pair, place)
    name = turn.text(WORDS_LENGTH, private.number)
    if name and place.point:
        place.words = name
    return confirm(turn, pair, begins, place)


@topic.page
def propose(turn: Turn, pair: Pair, begins: datetime, place: Place) -> Screen:
    """Propose it. Where the other has proposed the same at the same moment, both have agreed."""
    _ = turn.words._
    when_and_where.lasting(pair, place)
    if begins > turn.now + calendar.AHEAD:
        raise Gone
    if begins <= turn.now:
        return ask_day(turn, pair, turn.today).saying(_("This moment has gone by."))
    meeting, new = meetings.propose(turn.session, place, turn.person, begins, turn.now)
    if not new and not meeting.coming(turn.person).comes:
        return agreeing.accept(turn, meeting, meeting.version)
    if new:
        agreeing.tell(turn, meeting, agreeing.invited.link(meeting, meeting.version))
    return turn.show(meeting)
