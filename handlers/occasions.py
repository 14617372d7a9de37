"""Occasions of the weekly word: a step, a meeting, a first goal, half of the way; a fact and some choices."""

from datetime import date, timedelta

from db import goals, meetings, steps
from db.pairs import Pair
from db.rhythm import WEEK, local_date
from db.seasons import Phase
from db.steps import Step
from handlers import goals as goal_pages
from handlers import path, proposing
from handlers.kit import ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines
from handlers.smaller import ask_first
from handlers.steps import about, change, finish

DAY, SOON = timedelta(days=1), timedelta(days=3)
AMID = 4
"""Weeks in which half of the way can be spoken of."""

topic = Topic("occasions")


def overdue(turn: Turn, pair: Pair) -> Screen | None:
    """The first of one's own steps, or of those for all, whose day has gone by."""
    found = steps.next_dated(turn.session, pair, turn.person, (date.min, turn.today - DAY))
    return step(turn, found) if found else None


def soon(turn: Turn, pair: Pair) -> Screen | None:
    """The first of them whose day is near."""
    found = steps.next_dated(turn.session, pair, turn.person, (turn.today, turn.today + SOON))
    return step(turn, found) if found else None


@topic.page
def step(turn: Turn, step: Step) -> Screen:
    """A step with its day, in the words of whoever wrote it. Gone once it is not open."""
    _ = turn.words._
    if not (step.open and step.goal.open):
        raise Gone
    return Screen(
        lines([_("Your next step:"), turn.words.bold(ready.step(turn.words, step)), *about(turn, step)]),
        [
            [Button(_("Done"), finish.link(step))],
            [Button(_("Change it"), change.link(step)), Button(_("Make it smaller"), ask_first.link(step))],
        ],
    )


@topic.page
def meet(turn: Turn, pair: Pair) -> Screen:
    """That it is time to meet again, and the way to it.

    Gone while the time a pair leaves between two meetings lasts, once one is planned, or the pair is over.
    """
    _ = turn.words._
    last, to_come = meetings.around(turn.session, pair, turn.now)
    rested = (last or pair.matched_at) + pair.rhythm.weeks * WEEK <= turn.now
    if pair.ended_at or to_come or not rested:
        raise Gone
    day = turn.words.day(local_date(last, turn.person.zone)) if last else None
    return Screen(
        lines(
            [
                _("<b>You and {names}</b>", names=turn.others(pair)),
                _("Last meeting: {day}", day=day) if day else None,
                _("No meeting is planned now."),
            ]
        ),
        [[Button(_("Propose a meeting"), proposing.ask_day.link(pair, turn.today))]],
    )


@topic.page
def first_goal(turn: Turn, pair: Pair) -> Screen:
    """The way to a goal. Gone once there is one, or the pair is over."""
    _ = turn.words._
    if pair.ended_at or goals.of_pair(turn.session, pair):
        raise Gone
    return Screen(
        lines(
            [
                _("<b>You and {names}</b>", names=turn.others(pair)),
                _("No goal at the moment. A small one is a fine start."),
            ]
        ),
        [[Button(_("Add a goal"), goal_pages.ask_goal.link(pair))]],
    )


def _amid(turn: Turn, pair: Pair) -> bool:
    """Whether it is the week in the middle of their season, or one of the three after it."""
    season = pair.season(turn.person.zone)
    amid = season.phase(turn.today) in (Phase.HALF_TIME, Phase.DOING)
    return amid and 0 <= season.week(turn.today) - season.half < AMID


@topic.page
def half_way(turn: Turn, pair: Pair) -> Screen:
    """Half of the way: what there was, and the way on. Gone once these weeks are over."""
    _ = turn.words._
    if pair.ended_at or not _amid(turn, pair):
        raise Gone
    return Screen(
        lines(
            [
                turn.words.bold(_("This is the middle of your time together.")),
                _("Look at what you did, and choose what comes next."),
            ]
        ),
        [
            [Button(_("Our path"), path.overview.link(pair, 0))],
            [Button(_("See goals"), turn.link_to(pair))],
        ],
    )
