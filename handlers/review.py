"""A look back at each goal every four weeks: keep it, change it, finish it, or let it go."""

from dataclasses import replace

from db.goals import Goal, of_pair
from db.pairs import Pair
from db.rhythm import WEEK
from handlers import goals
from handlers.kit import ready
from handlers.kit.links import Gone, Silent
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs

RIPE = 2 * WEEK
"""How old a goal is before anybody is asked about it."""

topic = Topic("review")


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """The first of the goals. Silent where there is none to look back at."""
    if pair.ended_at:
        raise Gone
    ripe = _ripe(turn, pair)
    if not ripe:
        raise Silent
    return _about(turn, pair, ripe[0])


@topic.page
def on(turn: Turn, goal: Goal) -> Screen:
    """The goal after this one, or all of them as they are now."""
    later = _later(turn, goal)
    return _about(turn, goal.pair, later) if later else turn.show(goal.pair)


@topic.page
def finish(turn: Turn, goal: Goal) -> Screen:
    """The pair has got there."""
    return _then(turn, goals.finish(turn, goal), goal)


@topic.page
def drop(turn: Turn, goal: Goal) -> Screen:
    """Let it go. It can be taken back."""
    return _then(turn, goals.drop(turn, goal), goal)


def _about(turn: Turn, pair: Pair, goal: Goal) -> Screen:
    _ = turn.words._
    return Screen(
        paragraphs(
            turn.words.bold(ready.goal(turn.words, goal)),
            _("Some weeks have gone by. Is this goal still right for you?"),
        ),
        [
            [Button(_("Keep as it is"), on.link(goal)), Button(_("Change it"), goals.change.link(goal))],
            [Button(_("Finish this goal"), finish.link(goal)), Button(_("Drop it"), drop.link(goal))],
        ],
        up=pair,
    )


def _then(turn: Turn, screen: Screen, goal: Goal) -> Screen:
    """What became of one goal, and the way to the next."""
    if not _later(turn, goal):
        return screen
    return replace(screen, rows=[*screen.rows, [Button(turn.words._("Next goal"), on.link(goal))]])


def _later(turn: Turn, goal: Goal) -> Goal | None:
    return next((each for each in _ripe(turn, goal.pair) if each.id > goal.id), None)


def _ripe(turn: Turn, pair: Pair) -> list[Goal]:
    return [goal for goal in of_pair(turn.session, pair) if goal.added_at + RIPE <= turn.now]
