"""Extending: a pair as its coordinators see it, with the end of its season, which they can move."""

from datetime import date

from markupsafe import Markup

from db import partings
from db.pairs import Pair
from db.programmes import Programme
from db.seasons import CLOSING, add_months, midnight_after
from handlers import closing
from handlers.kit import calendar
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

FURTHEST = 2 * calendar.AHEAD

topic = Topic("extending", coordinators=True)


@topic.page
def show(turn: Turn, pair: Pair) -> Screen:
    """Who they are and how far they are. That they are active, never what they write."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    return Screen(
        lines([*_about(turn, pair), closing.line(turn, pair)]),
        [[Button(_("Give more time"), ask.link(pair))]],
        up=_programme(turn, pair),
    )


def _about(turn: Turn, pair: Pair) -> list[Markup]:
    _ = turn.words._
    names = turn.called(pair.people)
    return [turn.words.bold(names), _("Together until {day}", day=turn.words.dated(_last(turn, pair)))]


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """How much longer. Each button names the day, so that nobody gets more by pressing twice."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    last = _last(turn, pair)

    def choice(label: str, months: int) -> Button:
        return Button(label, until.link(pair, add_months(last, months)))

    return Screen(
        lines([*_about(turn, pair), _("How much longer? All of them hear of it.")]),
        [
            [choice(_("One month"), 1), choice(_("Two months"), 2)],
            [choice(_("Three months"), 3)],
            [Button(_("Choose a date"), month.link(pair, turn.today.replace(day=1)))],
        ],
        up=_programme(turn, pair),
    )


@topic.page
def month(turn: Turn, pair: Pair, first: date) -> Screen:
    """A small calendar for the last day."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    shown = calendar.month_of(first, turn.today)
    links = (lambda day: until.link(pair, day), lambda day: month.link(pair, day))
    rows = calendar.month_rows(turn.words, shown, turn.today, links)
    return Screen(lines([*_about(turn, pair), _("Until which day?")]), rows, up=_programme(turn, pair))


@topic.page
def until(turn: Turn, pair: Pair, day: date) -> Screen:
    """Keep the last day, and have all of them hear of it. The end is never nearer than it was told."""
    _ = turn.words._
    if pair.ended_at or day > turn.today + FURTHEST:
        raise Gone
    if day < min(_last(turn, pair), turn.today + CLOSING):
        return month(turn, pair, day).saying(_("That is too soon. All should hear of it four weeks before."))
    programme = _programme(turn, pair)
    ends = midnight_after(day, programme.zone)
    if ends != pair.ends_at and partings.put_off(turn.session, pair, ends):
        closing.tell(turn, pair)
    return show(turn, pair)


def _programme(turn: Turn, pair: Pair) -> Programme:
    return turn.session.get_one(Programme, pair.programme_id)


def _last(turn: Turn, pair: Pair) -> date:
    """The last day, as it is counted where the programme is."""
    return pair.season(_programme(turn, pair).zone).last
