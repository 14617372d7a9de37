"""Planning a step: what, who of us, until when. Each answer is kept at once, so none is lost half-way."""

import enum
from datetime import date, timedelta

from db import steps
from db.acts import Verb
from db.goals import WORDS_LENGTH, Goal
from db.people import Person
from db.steps import Step
from handlers import news
from handlers.kit import calendar
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("planning")
TOGETHER = 0
SUNDAY = 6


class Then(enum.StrEnum):
    """What follows an answer: the next question, or the step's own page."""

    DATE = "date"
    STEP = "step"


class When(enum.StrEnum):
    """Until when, by one tap. A week ends on its Sunday."""

    TODAY = "today"
    THIS_WEEK = "this-week"
    NEXT_WEEK = "next-week"
    NO_DATE = "no-date"

    def day(self, today: date) -> date | None:
        """The date meant, seen from today."""
        sunday = today + timedelta(days=SUNDAY - today.weekday())
        return {
            When.TODAY: today,
            When.THIS_WEEK: sunday,
            When.NEXT_WEEK: sunday + timedelta(days=7),
            When.NO_DATE: None,
        }[self]


@topic.page
def ask_step(turn: Turn, goal: Goal) -> Screen:
    """The words of a new step."""
    _ = turn.words._
    return Screen(
        paragraphs(turn.words.bold(goal.words), _("What is the next small step? Please write one sentence.")),
        awaits=take_step.link(goal),
        up=goal,
    )


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
        paragraphs(turn.words.bold(step.words), _("Please write the new words.")),
        awaits=take_words.link(step),
        up=step,
    )


@topic.reply
def take_words(turn: Turn, step: Step) -> Screen:
    """Keep the new words."""
    if words := turn.text(WORDS_LENGTH):
        step.reword(turn.person, words)
        news.tell(turn, Verb.STEP_CHANGED, step)
    return turn.show(step)


@topic.page
def ask_who(turn: Turn, step: Step, then: Then) -> Screen:
    """Who does it: me, the other by name, together."""
    _ = turn.words._
    others = step.goal.pair.others(turn.person)
    choices = [(_("Me"), turn.person.id), *((each.called, each.id) for each in others)]
    return Screen(
        lines([turn.words.bold(step.words), _("Who does it?")]),
        [
            [Button(label, set_who.link(step, id, then))]
            for label, id in (*choices, (_("Together"), TOGETHER))
        ],
        up=step,
    )


@topic.page
def set_who(turn: Turn, step: Step, who: int, then: Then) -> Screen:
    """Keep who does it."""
    doer = _doer(turn, step, who)
    if step.doer_id != (doer.id if doer else None):
        step.doer_id = doer.id if doer else None
        news.tell(turn, Verb.STEP_CHANGED, step)
    return ask_until(turn, step) if then == Then.DATE else turn.show(step)


def _doer(turn: Turn, step: Step, who: int) -> Person | None:
    people = {each.id: each for each in [turn.person, *step.goal.pair.others(turn.person)]}
    if who not in (TOGETHER, *people):
        raise Gone
    return people.get(who)


@topic.page
def ask_until(turn: Turn, step: Step) -> Screen:
    """Until when."""
    _ = turn.words._

    def choice(label: str, when: When) -> Button:
        return Button(label, set_when.link(step, when))

    return Screen(
        lines([turn.words.bold(step.words), _("Until when?")]),
        [
            [choice(_("Today"), When.TODAY), choice(_("This week"), When.THIS_WEEK)],
            [choice(_("Next week"), When.NEXT_WEEK), choice(_("No date"), When.NO_DATE)],
            [Button(_("Choose a date"), month.link(step, turn.today.replace(day=1)))],
        ],
        up=step,
    )


@topic.page
def month(turn: Turn, step: Step, first: date) -> Screen:
    """A small calendar."""
    _ = turn.words._
    shown = calendar.month_of(first, turn.today)
    links = (lambda day: set_until.link(step, day), lambda day: month.link(step, day))
    rows = calendar.month_rows(turn.words, shown, turn.today, links)
    return Screen(lines([turn.words.bold(step.words), _("Until when?")]), rows, up=step)


@topic.page
def set_when(turn: Turn, step: Step, when: When) -> Screen:
    """Keep the date meant, or none."""
    return _keep(turn, step, when.day(turn.today))


@topic.page
def set_until(turn: Turn, step: Step, day: date) -> Screen:
    """Keep a date from the calendar; one gone by asks again."""
    calendar.month_of(day, turn.today)
    return _keep(turn, step, day) if day >= turn.today else month(turn, step, day)


def _keep(turn: Turn, step: Step, day: date | None) -> Screen:
    if step.until != day:
        step.until = day
        news.tell(turn, Verb.STEP_CHANGED, step)
    return turn.show(step)
