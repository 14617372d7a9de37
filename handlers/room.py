"""Room for goals: a pair works on three at once; for a fourth, one is finished or put aside."""

from collections.abc import Sequence

from markupsafe import Markup

from db import goals, pairs
from db.acts import Verb
from db.goals import MOST, Goal
from db.needs import Need
from db.pairs import Pair
from handlers import news
from handlers.kit import needs, ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, in_rows
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("room")


def there_is(turn: Turn, pair: Pair) -> bool:
    """Whether the pair may open one more goal; of two who ask at once, the second sees the first one's."""
    pairs.hold(turn.session, pair)
    return len(goals.of_pair(turn.session, pair)) < MOST


def quick_win(turn: Turn, pair: Pair) -> Markup | None:
    """What the first goal is asked to be."""
    _ = turn.words._
    first = not goals.any_yet(turn.session, pair)
    return _("Begin with something you can do within two weeks.") if first else None


@topic.page
def choose(turn: Turn, pair: Pair, need: Need) -> Screen:
    """Make a goal of a category, or show the one there is. Safe to press twice."""
    if pair.ended_at:
        raise Gone
    free = there_is(turn, pair)
    ours = goals.of_pair(turn.session, pair)
    if known := next((each for each in ours if each.need == need and not each.words), None):
        known.pair = pair
        return turn.show(known)
    if not free:
        return full(turn, pair)
    fresh = goals.choose(turn.session, pair, turn.person, need, turn.now)
    news.tell(turn, Verb.GOAL_ADDED, fresh)
    return turn.show(fresh)


def goal_rows(turn: Turn, pair: Pair, found: list[Need]) -> Sequence[Row]:
    """Categories, each making a goal with one tap."""
    return in_rows([Button(needs.label(turn.words, each), choose.link(pair, each)) for each in found], 2)


@topic.page
def full(turn: Turn, pair: Pair) -> Screen:
    """Why three are enough, and which one could make room."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    if there_is(turn, pair):
        return turn.show(pair)
    ours = goals.of_pair(turn.session, pair)
    return Screen(
        lines(
            [
                _("You already have three goals. With fewer goals you get further."),
                _("Which one is finished, or can wait a little?"),
            ]
        ),
        [[Button(ready.goal(turn.words, each), ease.link(each))] for each in ours],
        up=pair,
    )


@topic.page
def ease(turn: Turn, goal: Goal) -> Screen:
    """Finish one goal, or put it aside."""
    _ = turn.words._
    if not goal.open:
        return turn.show(goal)
    return Screen(
        paragraphs(
            turn.words.bold(ready.goal(turn.words, goal)),
            _("A goal put aside keeps its steps. You can take it up again."),
        ),
        [[Button(_("Finish this goal"), finish.link(goal))], [Button(_("Put it aside"), rest.link(goal))]],
        up=goal.pair,
    )


@topic.page
def finish(turn: Turn, goal: Goal) -> Screen:
    """The pair has got there, and there is room."""
    _ = turn.words._
    if goal.finish(turn.session, turn.now):
        news.tell(turn, Verb.GOAL_FINISHED, goal)
    if not goal.finished_at:
        return turn.show(goal)
    return turn.show(goal.pair).saying(_("Well done. There is room for a new goal."))


@topic.page
def rest(turn: Turn, goal: Goal) -> Screen:
    """Put a goal aside; its steps rest with it."""
    _ = turn.words._
    if goal.rest(turn.session, turn.now):
        news.tell(turn, Verb.GOAL_RESTED, goal)
    if not goal.rested_at:
        return turn.show(goal)
    return turn.show(goal.pair).saying(_("The goal is put aside."))


@topic.page
def aside(turn: Turn, pair: Pair) -> Screen:
    """The goals put aside."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    found = goals.put_aside(turn.session, pair)
    if not found:
        return turn.show(pair)
    return Screen(
        _("Goals put aside"),
        [[Button(ready.goal(turn.words, each), turn.link_to(each))] for each in found],
        up=pair,
    )


@topic.page
def wake(turn: Turn, goal: Goal) -> Screen:
    """Take up a goal again, if there is room."""
    if goal.open:
        return turn.show(goal)
    if not there_is(turn, goal.pair):
        return full(turn, goal.pair)
    if goal.reopen(turn.session):
        news.tell(turn, Verb.GOAL_REOPENED, goal)
    return turn.show(goal)
