"""Moving a meeting to another time or place; the others hear of it at once and answer anew."""

from datetime import date, datetime

from db.meetings import Meeting
from db.moments import presses
from db.places import Place, Spot
from handlers import agreeing, reminding, when_and_where
from handlers.kit import calendar
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Sort, Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("moving")


@topic.page
def ask_day(turn: Turn, meeting: Meeting, first: date) -> Screen:
    """A small calendar."""
    _ = turn.words._
    shown = calendar.month_of(first, turn.today)
    links = (lambda day: ask_hour.link(meeting, day), lambda day: ask_day.link(meeting, day))
    return Screen(
        lines([_("Now: {meeting}", meeting=when_and_where.line(turn, meeting)), _("Which day suits you?")]),
        calendar.month_rows(turn.words, shown, turn.today, links),
        up=meeting,
    )


@topic.page
def ask_hour(turn: Turn, meeting: Meeting, day: date) -> Screen:
    """The hours of that day that are still to come."""
    _ = turn.words._
    calendar.month_of(day, turn.today)

    def link(begins: datetime) -> Link | None:
        return confirm.link(meeting, begins) if begins > turn.now else None

    rows = when_and_where.hour_rows(turn, meeting.pair, day, link)
    if not rows:
        return ask_day(turn, meeting, turn.today).saying(_("This day has no hour left."))
    return Screen(
        lines([turn.words.bold(turn.words.day(day)), _("Which hour suits you? Tap it, or write it.")]),
        [*rows, [Button(_("Another day"), ask_day.link(meeting, day))]],
        awaits=take_hour.link(meeting, day),
        up=meeting,
    )


@topic.reply
def take_hour(turn: Turn, meeting: Meeting, day: date) -> Screen:
    """An hour somebody wrote."""
    begins = when_and_where.hour_said(turn, day)
    if begins is None or begins <= turn.now:
        return ask_hour(turn, meeting, day)
    return confirm(turn, meeting, begins)


@topic.page
def confirm(turn: Turn, meeting: Meeting, begins: datetime) -> Screen:
    """Everything together, before the others hear of it."""
    _ = turn.words._
    names = turn.others(meeting.pair)
    return Screen(
        paragraphs(
            _("Shall we propose this to {names}?", names=names),
            turn.words.bold(when_and_where.said(turn, begins, meeting.place)),
        ),
        [
            [Button(_("Propose it"), move.link(meeting, begins))],
            [Button(_("Another day"), ask_day.link(meeting, turn.today))],
        ],
        up=meeting,
    )


@topic.page
def move(turn: Turn, meeting: Meeting, begins: datetime) -> Screen:
    """Propose another time."""
    _ = turn.words._
    if begins > turn.now + calendar.AHEAD:
        raise Gone
    if begins <= turn.now:
        return ask_day(turn, meeting, turn.today).saying(_("This moment has gone by."))
    pressing = _presses(turn, meeting, begins)
    if meeting.move(turn.session, turn.person, begins, turn.now):
        agreeing.tell(turn, meeting, agreeing.moved.link(meeting, meeting.version), pressing)
    return turn.show(meeting)


@topic.page
def ask_place(turn: Turn, meeting: Meeting) -> Screen:
    """Another place at the same time."""
    _ = turn.words._
    rows = when_and_where.place_rows(
        turn,
        meeting.pair,
        lambda place: set_place.link(meeting, place),
        lambda spot: set_spot.link(meeting, spot),
    )
    return Screen(
        lines(
            [
                _("Now: {meeting}", meeting=when_and_where.line(turn, meeting)),
                _("Where? Tap, write it, or share a place."),
            ]
        ),
        rows,
        awaits=take_place.link(meeting),
        up=meeting,
    )


@topic.reply(takes=(Sort.TEXT, Sort.PLACE))
def take_place(turn: Turn, meeting: Meeting) -> Screen:
    """A place somebody wrote or shared."""
    place = when_and_where.place_said(turn, meeting.pair)
    return set_place(turn, meeting, place) if place else ask_place(turn, meeting)


@topic.page
def set_spot(turn: Turn, meeting: Meeting, spot: Spot) -> Screen:
    """A sort of place."""
    return set_place(turn, meeting, when_and_where.at_spot(turn, meeting.pair, spot))


@topic.page
def set_place(turn: Turn, meeting: Meeting, place: Place) -> Screen:
    """Meet there; whoever comes still comes, and is told."""
    when_and_where.lasting(meeting.pair, place)
    if meeting.begins_at > turn.now and meeting.move_to(turn.session, place):
        pressing = _presses(turn, meeting, meeting.begins_at)
        agreeing.tell(turn, meeting, agreeing.elsewhere.link(meeting, meeting.version), pressing)
        reminding.plan(turn, meeting)
    return turn.show(meeting)


def _presses(turn: Turn, meeting: Meeting, begins: datetime) -> bool:
    """Whether the old time or the new one is so near that a change cannot wait until morning."""
    return any(
        presses(moment, other.zone, turn.now)
        for other in meeting.pair.others(turn.person)
        for moment in (meeting.begins_at, begins)
    )
