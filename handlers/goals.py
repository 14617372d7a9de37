"""Goals: what the two work towards, why, and the steps that lead there."""

from markupsafe import Markup

from db import goals, pairs, steps
from db.acts import Verb
from db.goals import WORDS_LENGTH, Goal
from db.needs import Need
from db.pairs import Pair
from db.steps import Step
from handlers import matters, news, planning, room
from handlers.kit import ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

SHOWN = 3
"""How many steps stand in the text; every step has its button."""

topic = Topic("goals")


@topic.page
def mine(turn: Turn) -> Screen:
    """The goals of the first pair somebody is in."""
    _ = turn.words._
    ours = pairs.of_person(turn.session, turn.person)
    return overview(turn, ours[0]) if ours else Screen(_("You have no partner at the moment."))


@topic.page
def overview(turn: Turn, pair: Pair) -> Screen:
    """The pair's open goals."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    ours = goals.of_pair(turn.session, pair)
    add = Button(_("Add a goal") if ours else _("Add a first goal"), ask_goal.link(pair))
    aside = [Button(_("Goals put aside"), room.aside.link(pair))]
    return Screen(
        _("Your goals") if ours else _("No goal yet. A small one is a fine start."),
        [
            *[[Button(ready.goal(turn.words, goal), show.link(goal))] for goal in ours],
            [add],
            [Button(_("What matters now"), matters.open.link(pair))],
            *([aside] if goals.put_aside(turn.session, pair) else []),
        ],
    )


@topic.page
def ask_goal(turn: Turn, pair: Pair) -> Screen:
    """The words of a new goal, or its category; the first one is to be a quick win."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    if not room.there_is(turn, pair):
        return room.full(turn, pair)
    return Screen(
        lines(
            [
                _("What would you like to work towards together?"),
                room.quick_win(turn, pair),
                _("Choose a topic, or write one sentence."),
            ],
        ),
        room.goal_rows(turn, pair, list(Need)),
        awaits=take_goal.link(pair),
        up=pair,
    )


@topic.reply
def take_goal(turn: Turn, pair: Pair) -> Screen:
    """Keep the goal, and ask why."""
    words = turn.text(WORDS_LENGTH)
    if not words or pair.ended_at:
        return ask_goal(turn, pair)
    free = room.there_is(turn, pair)
    goal = goals.add(turn.session, pair, turn.person, words, turn.now)
    if not free:
        goal.rest(turn.session, turn.now)
        return room.full(turn, pair).saying(turn.words._("Your goal is kept, and put aside for now."))
    news.tell(turn, Verb.GOAL_ADDED, goal)
    return ask_why(turn, goal)


@topic.page
def ask_why(turn: Turn, goal: Goal) -> Screen:
    """Why it matters; nobody has to say."""
    _ = turn.words._
    return Screen(
        lines(
            [
                turn.words.bold(ready.goal(turn.words, goal)),
                _("Why does it matter to you? Write it, or skip."),
            ]
        ),
        [[Button(_("Skip"), show.link(goal))]],
        awaits=take_why.link(goal),
        up=goal,
    )


@topic.reply
def take_why(turn: Turn, goal: Goal) -> Screen:
    """Keep why."""
    if why := turn.text(WORDS_LENGTH):
        goal.explain(turn.person, why)
    return show(turn, goal)


@topic.page
def show(turn: Turn, goal: Goal) -> Screen:
    """One goal with its steps."""
    _ = turn.words._
    found = [step for step in steps.of_goal(turn.session, goal) if goal.open or step.done_at]
    text = paragraphs(
        lines(
            [
                turn.words.bold(ready.goal(turn.words, goal)),
                ready.written(turn.words, goal.language, goal.words),
            ]
        ),
        lines(
            [
                _("Why: {why}", why=goal.why) if goal.why else None,
                ready.written(turn.words, goal.why_language, goal.why),
            ]
        ),
        lines(_step_line(turn, step) for step in found[:SHOWN]),
        _state(turn, goal),
    )
    return Screen(text, _rows(turn, goal, found), up=goal.pair)


def _step_line(turn: Turn, step: Step) -> Markup:
    _ = turn.words._
    words = ready.step(turn.words, step)
    if step.done_at:
        return _("Done: {step}", step=words)
    if step.rested_at:
        return _("Put aside: {step}", step=words)
    return lines([_("To do: {step}", step=words), _when_line(turn, step)])


def _when_line(turn: Turn, step: Step) -> Markup | None:
    _ = turn.words._
    return _("Until: {day}", day=turn.words.day(step.until)) if step.until else None


def _state(turn: Turn, goal: Goal) -> Markup | None:
    _ = turn.words._
    if goal.rested_at:
        return _("This goal is put aside.")
    if goal.dropped_at:
        return _("This goal was dropped.")
    return _("This goal is finished. Well done.") if goal.finished_at else None


def _rows(turn: Turn, goal: Goal, found: list[Step]) -> list[Row]:
    _ = turn.words._
    if not goal.open:
        back = Button(_("Take it back"), reopen.link(goal))
        return [[Button(_("Take it up again"), room.wake.link(goal)) if goal.rested_at else back]]
    return [
        *[
            [Button(ticked(ready.step(turn.words, step), step.done_at is not None), turn.link_to(step))]
            for step in found
        ],
        [Button(_("Add a step"), planning.ask_step.link(goal))],
        [Button(_("Finish this goal"), finish.link(goal)), Button(_("Change it"), change.link(goal))],
    ]


@topic.page
def finish(turn: Turn, goal: Goal) -> Screen:
    """The pair has got there."""
    if goal.finish(turn.session, turn.now):
        news.tell(turn, Verb.GOAL_FINISHED, goal)
    return show(turn, goal)


@topic.page
def reopen(turn: Turn, goal: Goal) -> Screen:
    """Take a finished or dropped goal back, if there is room."""
    return room.wake(turn, goal)


@topic.page
def change(turn: Turn, goal: Goal) -> Screen:
    """What can be changed about a goal."""
    _ = turn.words._
    return Screen(
        turn.words.bold(ready.goal(turn.words, goal)),
        [
            [Button(_("Change words"), ask_words.link(goal))],
            [Button(_("Say why"), ask_why.link(goal))],
            [Button(_("Put it aside"), room.rest.link(goal))],
            [Button(_("Drop it"), drop.link(goal))],
        ],
        up=goal,
    )


@topic.page
def ask_words(turn: Turn, goal: Goal) -> Screen:
    """Other words for a goal."""
    _ = turn.words._
    return Screen(
        paragraphs(turn.words.bold(ready.goal(turn.words, goal)), _("Please write the new words.")),
        awaits=take_words.link(goal),
        up=goal,
    )


@topic.reply
def take_words(turn: Turn, goal: Goal) -> Screen:
    """Keep the new words."""
    if words := turn.text(WORDS_LENGTH):
        goal.reword(turn.person, words)
        news.tell(turn, Verb.GOAL_CHANGED, goal)
    return show(turn, goal)


@topic.page
def drop(turn: Turn, goal: Goal) -> Screen:
    """Let it go. It can be taken back."""
    if goal.drop(turn.session, turn.now):
        news.tell(turn, Verb.GOAL_DROPPED, goal)
    return show(turn, goal)
