"""Planning a step: what, who of us, until when. Each answer is kept at once, so none is lost half-way."""

import enum

from db import steps
from db.acts import Verb
from db.goals import WORDS_LENGTH, Goal
from db.needs import Need
from db.people import Person
from db.steps import Step
from handlers import dates, news
from handlers.kit import needs, ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.ready import Ready
from handlers.kit.screen import Button, Row, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("planning")
TOGETHER = 0
ANYONE = -1


class Then(enum.StrEnum):
    """What follows an answer: the next question, or the step's own page."""

    DATE = "date"
    STEP = "step"


@topic.page
def ask_step(turn: Turn, goal: Goal) -> Screen:
    """What the step is: words of one's own, or a ready one of the goal's category or of any other."""
    return shelf(turn, goal, goal.need) if goal.need else topics(turn, goal)


@topic.page
def topics(turn: Turn, goal: Goal) -> Screen:
    """The categories of ready steps."""
    _ = turn.words._
    buttons = [Button(needs.label(turn.words, each), shelf.link(goal, each)) for each in Need]
    return Screen(
        paragraphs(
            turn.words.bold(ready.goal(turn.words, goal)),
            _("What is the next small step? Please write one sentence."),
            _("Or choose a topic to see ready steps."),
        ),
        in_rows(buttons, 2),
        awaits=take_step.link(goal),
        up=goal,
    )


@topic.page
def shelf(turn: Turn, goal: Goal, need: Need) -> Screen:
    """The ready steps of a category."""
    _ = turn.words._
    everything = ready.of_programme(turn.session, goal.pair.programme_id)
    found = [each for each in ready.of_category(everything, need, turn.person.zone) if not each.hidden]
    return Screen(
        paragraphs(
            turn.words.bold(ready.goal(turn.words, goal)),
            _("What is the next small step? Choose one, or write your own."),
            ready.some_written(turn.words, found),
        ),
        [
            *[[Button(ready.said(turn.words, each), pick.link(goal, each.key))] for each in found],
            [Button(_("Other topics"), topics.link(goal))],
        ],
        awaits=take_step.link(goal),
        up=goal,
    )


@topic.page
def pick(turn: Turn, goal: Goal, key: str) -> Screen:
    """Keep a ready step, given to whom it usually falls, and ask who."""
    chosen = ready.of_programme(turn.session, goal.pair.programme_id).get(key)
    if chosen is None or chosen.hidden or not goal.open:
        raise Gone
    return ask_who(turn, take_up(turn, goal, key), Then.DATE)


def take_up(turn: Turn, goal: Goal, key: str) -> Step:
    """The goal's ready step of that key, a new one unless it is open already."""
    step, fresh = steps.pick(turn.session, goal, turn.person, key, turn.now)
    if fresh:
        _give(step, ready.of_programme(turn.session, goal.pair.programme_id)[key])
        news.tell(turn, Verb.STEP_ADDED, step)
    return step


def _give(step: Step, chosen: Ready) -> None:
    """Give a ready step to whoever usually does it, unless several could be meant."""
    usual = [each.person_id for each in step.goal.pair.partners if each.role == chosen.who]
    step.doer_id = usual[0] if len(usual) == 1 else None
    step.anyone = chosen.who == "anyone"


@topic.reply
def take_step(turn: Turn, goal: Goal) -> Screen:
    """Keep the step, and ask who."""
    words = turn.text(WORDS_LENGTH)
    if not words:
        return ask_step(turn, goal)
    step = steps.add(turn.session, goal, turn.person, words, turn.now)
    news.tell(turn, Verb.STEP_ADDED, step)
    return ask_who(turn, step, Then.DATE)


@topic.page
def ask_words(turn: Turn, step: Step) -> Screen:
    """Other words for a step."""
    _ = turn.words._
    return Screen(
        paragraphs(turn.words.bold(ready.step(turn.words, step)), _("Please write the new words.")),
        awaits=take_words.link(step),
        up=step,
    )


@topic.reply
def take_words(turn: Turn, step: Step) -> Screen:
    """Keep the new words, also in place of ready ones."""
    if words := turn.text(WORDS_LENGTH):
        step.reword(turn.person, words)
        news.tell(turn, Verb.STEP_CHANGED, step)
    return turn.show(step)


@topic.page
def ask_who(turn: Turn, step: Step, then: Then) -> Screen:
    """Who does it: me, the other by name, together, whoever can."""
    _ = turn.words._
    known = step.ready is not None or then == Then.STEP

    def row(label: str, who: int) -> Row:
        return [Button(ticked(label, known and who == whose(step)), set_who.link(step, who, then))]

    return Screen(
        lines([turn.words.bold(ready.step(turn.words, step)), _("Who does it?")]),
        [row(label, who) for label, who in choices(turn, step)],
        up=step,
    )


def choices(turn: Turn, step: Step) -> list[tuple[str, int]]:
    """Who may do a step, with their numbers in a link: always in this order."""
    _ = turn.words._
    others = [(each.called, each.id) for each in step.goal.pair.others(turn.person)]
    return [
        (_("Me"), turn.person.id),
        *others,
        (_("Together"), TOGETHER),
        (_("Anyone of us"), ANYONE),
    ]


def whose(step: Step) -> int:
    """Who does a step, as a link carries it."""
    return step.doer_id or (ANYONE if step.anyone else TOGETHER)


@topic.page
def set_who(turn: Turn, step: Step, who: int, then: Then) -> Screen:
    """Keep who does it."""
    assign(turn, step, who)
    return dates.ask(turn, step) if then == Then.DATE else turn.show(step)


def assign(turn: Turn, step: Step, who: int) -> None:
    """Keep who does a step, and have the others hear of it. Raises Gone for somebody else."""
    doer = _doer(turn, step, who)
    if whose(step) != who:
        step.doer_id, step.anyone = doer.id if doer else None, who == ANYONE
        news.tell(turn, Verb.STEP_CHANGED, step)


def _doer(turn: Turn, step: Step, who: int) -> Person | None:
    people = {each.id: each for each in [turn.person, *step.goal.pair.others(turn.person)]}
    if who not in (TOGETHER, ANYONE, *people):
        raise Gone
    return people.get(who)
