"""Pausing: for a holiday, exams or hard times, until a date; the partner hears of it only if one wants."""

from datetime import date, time

from markupsafe import Markup

from db import deliveries, pairs, pauses
from db.kinds import Kind
from db.pairs import Pair
from db.people import Person
from db.rhythm import local_date, local_moment
from handlers.kit import calendar
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("pausing")


@topic.page(was=("timing.ask_pause",))
def ask(turn: Turn, first: date) -> Screen:
    """A small calendar for the first day with messages again."""
    _ = turn.words._
    shown = calendar.month_of(first, turn.today)
    rows = calendar.month_rows(turn.words, shown, turn.today, (until.link, ask.link))
    return Screen(_("Pause until which day?"), rows)


@topic.page(was=("timing.set_pause",))
def until(turn: Turn, day: date) -> Screen:
    """Nothing unasked until that day begins where the person lives; today or one gone by asks again."""
    calendar.month_of(day, turn.today)
    if day <= turn.today:
        return ask(turn, day)
    pauses.begin(turn.session, turn.person, local_moment(day, time(0), turn.person.zone), turn.now)
    return show(turn)


@topic.page
def show(turn: Turn) -> Screen:
    """What a pause means, and whether the partner knows; without one, the calendar."""
    _ = turn.words._
    lasts = pauses.lasts(turn.person, turn.now)
    first = turn.today.replace(day=1)
    if lasts is None:
        return ask(turn, first)
    return Screen(
        paragraphs(
            turn.words.bold(_("Pause until {day}", day=_day(turn, turn.person))),
            lines(
                [
                    _("We send nothing of our own. News waits for you."),
                    _("Meetings and announcements still come."),
                ]
            ),
            _known(turn),
        ),
        [
            *_tell_row(turn),
            [Button(_("Another day"), ask.link(first)), Button(_("End the pause"), end.link())],
        ],
    )


def _partners(turn: Turn) -> Markup:
    ours = pairs.of_person(turn.session, turn.person)
    return turn.called(other for pair in ours for other in pair.others(turn.person))


def _known(turn: Turn) -> Markup | None:
    _ = turn.words._
    partners = _partners(turn)
    if not partners:
        return None
    if turn.person.pause_shared:
        return _("You have told {names}.", names=partners)
    return _("Nobody else knows of it.")


def _tell_row(turn: Turn) -> list[Row]:
    _ = turn.words._
    partners = _partners(turn)
    if turn.person.pause_shared or not partners:
        return []
    return [[Button(_("Tell {names}", names=partners), tell.link())]]


@topic.page
def tell(turn: Turn) -> Screen:
    """The partner hears of the pause, in every pair; once, however often it is pressed."""
    person = turn.person
    if pauses.lasts(person, turn.now) and not person.pause_shared:
        person.pause_shared = True
        for pair in pairs.of_person(turn.session, person):
            for other in pair.others(person):
                link = told.link(pair, person.id)
                deliveries.plan(turn.session, Kind.NEWS, link, turn.now, person_id=other.id)
    return show(turn)


@topic.page
def told(turn: Turn, pair: Pair, who: int) -> Screen:
    """The kind sentence for the partner. Gone where the pause is over, or not for others to know."""
    _ = turn.words._
    found = [each for each in pair.others(turn.person) if each.id == who]
    if pair.ended_at or not found or not pauses.shared(found[0], turn.now):
        raise Gone
    return Screen(
        lines(
            [
                turn.words.bold(_line(turn, found[0])),
                _("All is well between you. There is nothing to do."),
                _("You can go on together afterwards."),
            ]
        )
    )


@topic.page
def end(turn: Turn) -> Screen:
    """From here on messages come again, and what has waited comes now."""
    _ = turn.words._
    pauses.end(turn.session, turn.person, turn.now)
    return Screen(_("The pause is over. Good to have you back."))


def of_others(turn: Turn, pair: Pair) -> Markup | None:
    """Pauses of the others that one may know of."""
    paused = [each for each in pair.others(turn.person) if pauses.shared(each, turn.now)]
    return lines(_line(turn, each) for each in paused) if paused else None


def _line(turn: Turn, person: Person) -> Markup:
    _ = turn.words._
    return _("{name} takes a pause until {day}.", name=person.called, day=_day(turn, person))


def _day(turn: Turn, person: Person) -> Markup:
    """The day a pause ends, where whoever takes it lives."""
    ends = pauses.lasts(person, turn.now) or turn.now
    return turn.words.day(local_date(ends, person.zone))
