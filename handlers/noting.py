"""Noting a meeting afterwards: day, hour, place; the others hear of it and can say how it was."""

from datetime import date, datetime, timedelta

from db import meetings
from db.meetings import Meeting
from db.pairs import Pair
from db.places import Place, Spot
from handlers import afterwards, agreeing, going_on, thanking, when_and_where
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Sort, Turn
from handlers.kit.words import lines

topic = Topic("noting")
DAYS = 7
"""How many days are shown at once."""

BACK = timedelta(days=92)
"""How far back a meeting can be noted."""


@topic.page
def ask_day(turn: Turn, pair: Pair, last: date) -> Screen:
    """The days up to one, the latest first."""
    _ = turn.words._
    last = _noted(turn, pair, last)
    days = [last - timedelta(days=number) for number in range(DAYS)]
    return Screen(
        _("On which day did you meet?"),
        [
            *[[Button(turn.words.day(day), ask_hour.link(pair, day))] for day in days],
            [Button(_("Earlier"), ask_day.link(pair, max(days[-1] - timedelta(days=1), turn.today - BACK)))],
        ],
    )


@topic.page
def ask_hour(turn: Turn, pair: Pair, day: date) -> Screen:
    """The hours of that day that have begun."""
    _ = turn.words._
    day = _noted(turn, pair, day)

    def link(begins: datetime) -> Link | None:
        return ask_place.link(pair, begins) if begins <= turn.now else None

    return Screen(
        lines([turn.words.bold(turn.words.day(day)), _("At which hour? Tap it, or write it.")]),
        [
            *when_and_where.hour_rows(turn, pair, day, link),
            [Button(_("Another day"), ask_day.link(pair, turn.today))],
        ],
        awaits=take_hour.link(pair, day),
    )


@topic.reply
def take_hour(turn: Turn, pair: Pair, day: date) -> Screen:
    """An hour somebody wrote."""
    begins = when_and_where.hour_said(turn, day)
    if begins is None or begins > turn.now:
        return ask_hour(turn, pair, day)
    return ask_place(turn, pair, begins)


@topic.page
def ask_place(turn: Turn, pair: Pair, begins: datetime) -> Screen:
    """Where it was."""
    return when_and_where.place_asked(turn, pair, begins, (keep, keep_spot, take_place))


@topic.reply(takes=(Sort.TEXT, Sort.PLACE))
def take_place(turn: Turn, pair: Pair, begins: datetime) -> Screen:
    """A place somebody wrote or shared."""
    when_and_where.lasting(pair)
    place = when_and_where.place_said(turn, pair)
    return keep(turn, pair, begins, place) if place else ask_place(turn, pair, begins)


@topic.page
def keep_spot(turn: Turn, pair: Pair, begins: datetime, spot: Spot) -> Screen:
    """A sort of place."""
    when_and_where.lasting(pair)
    return keep(turn, pair, begins, when_and_where.at_spot(turn, pair, spot))


@topic.page
def keep(turn: Turn, pair: Pair, begins: datetime, place: Place) -> Screen:
    """They met then and there."""
    when_and_where.lasting(pair, place)
    if not turn.now - BACK <= begins <= turn.now:
        raise Gone
    meeting, new = meetings.note(turn.session, place, turn.person, begins, turn.now)
    if new:
        agreeing.tell(turn, meeting, noted.link(meeting))
        going_on.begin(turn, pair)
        thanking.open(turn, pair)
    return afterwards.ask_face(turn, meeting)


@topic.page
def noted(turn: Turn, meeting: Meeting) -> Screen:
    """Somebody has noted a meeting. Gone where that was taken back."""
    _ = turn.words._
    if not meeting.met:
        raise Gone
    return afterwards.ask_face(turn, meeting).saying(_("A meeting of yours was noted:"))


def _noted(turn: Turn, pair: Pair, day: date) -> date:
    """The day, today at the latest. Raises Gone for one too far back."""
    when_and_where.lasting(pair)
    if day < turn.today - BACK:
        raise Gone
    return min(day, turn.today)
