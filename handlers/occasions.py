"""Occasions of the weekly word: a step, a meeting, a first goal, half of the way; a fact and some choices."""

from db import glances, steps
from db.glances import Glance
from db.pairs import Pair
from db.rhythm import WEEK, local_date
from db.seasons import Phase
from db.steps import Step
from handlers import goals, path, proposing
from handlers.kit import ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines
from handlers.smaller import ask_first
from handlers.steps import about, change, finish

AMID = 4
"""Weeks in which half of the way can be spoken of."""

topic = Topic("occasions")


def glance(turn: Turn, pair: Pair) -> Glance:
    """How it stands with a pair, for the reader."""
    return glances.of(turn.session, pair, turn.person, turn.now)


def overdue(turn: Turn, seen: Glance) -> Screen | None:
    """The first of one's own steps, or of those for all, whose day has gone by."""
    return step(turn, steps.of_pair(turn.session, seen.pair, seen.overdue)) if seen.overdue else None


def soon(turn: Turn, seen: Glance) -> Screen | None:
    """The first of them whose day is near."""
    return step(turn, steps.of_pair(turn.session, seen.pair, seen.soon)) if seen.soon else None


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
    """That it is time to meet again, and the way to it. Gone once it is not."""
    return _or_gone(meeting(turn, glance(turn, pair)))


def meeting(turn: Turn, seen: Glance) -> Screen | None:
    """The same, if it is true.

    Not while the time a pair leaves between two meetings lasts, once one is planned, or the pair is over.
    """
    _ = turn.words._
    pair = seen.pair
    rested = (seen.met or pair.matched_at) + pair.rhythm.weeks * WEEK <= turn.now
    if pair.ended_at or seen.meets or not rested:
        return None
    day = turn.words.day(local_date(seen.met, turn.person.zone)) if seen.met else None
    return Screen(
        lines(
            [
                _("<b>You and {names}</b>", names=turn.others(pair)),
                _("Last meeting: {day}", day=day) if day else None,
                _("No meeting is planned now."),
            ]
        ),
        [[Button(_("Propose a meeting"), proposing.ask_day.link(pair, turn.today))]],
        here=meet.link(pair),
    )


@topic.page
def first_goal(turn: Turn, pair: Pair) -> Screen:
    """The way to a goal. Gone once there is one, or the pair is over."""
    return _or_gone(aim(turn, glance(turn, pair)))


def aim(turn: Turn, seen: Glance) -> Screen | None:
    """The same, if there is none."""
    _ = turn.words._
    if seen.pair.ended_at or seen.aims:
        return None
    return Screen(
        lines(
            [
                _("<b>You and {names}</b>", names=turn.others(seen.pair)),
                _("No goal at the moment. A small one is a fine start."),
            ]
        ),
        [[Button(_("Add a goal"), goals.ask_goal.link(seen.pair))]],
        here=first_goal.link(seen.pair),
    )


def _or_gone(screen: Screen | None) -> Screen:
    if screen is None:
        raise Gone
    return screen


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
