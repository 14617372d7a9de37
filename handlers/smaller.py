"""Make it smaller: what first, who, when, what could get in the way; a stuck step becomes small ones."""

import enum

from db import pairs, steps
from db.acts import Verb
from db.goals import WORDS_LENGTH, Goal
from db.steps import Step
from handlers import dates, news, planning
from handlers.dates import When
from handlers.kit import ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

FIRST = ("ask-somebody", "address-or-number", "choose-a-day", "what-is-missing", "ten-minutes")
topic = Topic("smaller")


class Obstacle(enum.StrEnum):
    """What could get in the way."""

    TIME = "time"
    KNOWING = "knowing"
    WORDS = "words"
    ALONE = "alone"


AGAINST = {
    Obstacle.TIME: "choose-a-day",
    Obstacle.KNOWING: "ask-somebody",
    Obstacle.WORDS: "practise-the-words",
    Obstacle.ALONE: "go-together",
}
"""The ready step that helps against each obstacle."""


@topic.page
def ask_first(turn: Turn, step: Step) -> Screen:
    """The very first thing."""
    _ = turn.words._
    if not (step.open and step.goal.open):
        return turn.show(step)
    return Screen(
        lines(
            [
                turn.words.bold(ready.step(turn.words, step)),
                _("What is the very first thing to do? Ten minutes are enough."),
                _("Choose it, or write your own."),
            ]
        ),
        [
            [Button(ready.said(turn.words, ready.library()[key]), first.link(step, key))]
            for key in FIRST
            if key != step.ready
        ],
        awaits=take_first.link(step),
        up=step,
    )


@topic.page
def first(turn: Turn, step: Step, key: str) -> Screen:
    """Keep a ready first thing; the large step is put aside."""
    if key not in FIRST:
        raise Gone
    pairs.hold(turn.session, step.goal.pair)
    if step.goal.open and _rests(turn, step):
        return ask_who(turn, planning.take_up(turn, step.goal, key))
    known = steps.picked(turn.session, step.goal, key)
    return ask_who(turn, known) if known else turn.show(step)


@topic.reply
def take_first(turn: Turn, step: Step) -> Screen:
    """Keep the first thing in somebody's own words; the large step is put aside."""
    words = turn.text(WORDS_LENGTH)
    if not words or not step.goal.open or not _rests(turn, step):
        return ask_first(turn, step)
    return ask_who(turn, _added(turn, step.goal, words))


@topic.page
def ask_who(turn: Turn, step: Step) -> Screen:
    """Who does the first thing."""
    _ = turn.words._
    return Screen(
        lines([turn.words.bold(ready.step(turn.words, step)), _("Who does it?")]),
        [[Button(label, set_who.link(step, who))] for label, who in planning.choices(turn, step)],
        up=step,
    )


@topic.page
def set_who(turn: Turn, step: Step, who: int) -> Screen:
    """Keep who does it."""
    planning.assign(turn, step, who)
    return ask_when(turn, step)


@topic.page
def ask_when(turn: Turn, step: Step) -> Screen:
    """When; soon, for it is small."""
    _ = turn.words._

    def choice(label: str, when: When) -> Button:
        return Button(label, set_when.link(step, when))

    return Screen(
        lines([turn.words.bold(ready.step(turn.words, step)), _("Until when?")]),
        [
            [choice(_("Today"), When.TODAY), choice(_("Tomorrow"), When.TOMORROW)],
            [choice(_("This week"), When.THIS_WEEK), choice(_("Next week"), When.NEXT_WEEK)],
        ],
        up=step,
    )


@topic.page
def set_when(turn: Turn, step: Step, when: When) -> Screen:
    """Keep when."""
    dates.keep(turn, step, when.day(turn.today))
    return ask_obstacle(turn, step)


@topic.page
def ask_obstacle(turn: Turn, step: Step) -> Screen:
    """What could get in the way."""
    _ = turn.words._
    return Screen(
        lines(
            [
                turn.words.bold(ready.step(turn.words, step)),
                _("What could get in the way?"),
                _("Choose it, or write what would help."),
            ]
        ),
        [
            [Button(_("No time"), overcome.link(step, Obstacle.TIME))],
            [Button(_("Not knowing how"), overcome.link(step, Obstacle.KNOWING))],
            [Button(_("Missing words"), overcome.link(step, Obstacle.WORDS))],
            [Button(_("Doing it alone"), overcome.link(step, Obstacle.ALONE))],
            [Button(_("Nothing"), nothing.link(step))],
        ],
        awaits=take_help.link(step),
        up=step,
    )


@topic.page
def overcome(turn: Turn, step: Step, obstacle: Obstacle) -> Screen:
    """Keep the ready step that helps against it, for the same day."""
    if not (step.open and step.goal.open):
        return turn.show(step)
    return _ended(turn, step, planning.take_up(turn, step.goal, AGAINST[obstacle]))


@topic.page
def nothing(turn: Turn, step: Step) -> Screen:
    """One small step is enough."""
    return _ended(turn, step, None)


@topic.reply
def take_help(turn: Turn, step: Step) -> Screen:
    """Keep what would help as a step of its own."""
    words = turn.text(WORDS_LENGTH)
    if not words:
        return ask_obstacle(turn, step)
    return _ended(turn, step, _added(turn, step.goal, words))


def _ended(turn: Turn, step: Step, second: Step | None) -> Screen:
    _ = turn.words._
    if second and second.until is None:
        second.until = step.until
    return turn.show(step.goal).saying(_("A small step is enough. The large one can wait."))


def _rests(turn: Turn, step: Step) -> bool:
    if not step.rest(turn.session, turn.now):
        return False
    news.tell(turn, Verb.STEP_RESTED, step)
    return True


def _added(turn: Turn, goal: Goal, words: str) -> Step:
    step = steps.add(turn.session, goal, turn.person, words, turn.now)
    news.tell(turn, Verb.STEP_ADDED, step)
    return step
