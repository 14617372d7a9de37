"""Dates of steps: until when, by one tap or from a small calendar; moved just as easily."""

import enum
from datetime import date, timedelta

from db.acts import Verb
from db.steps import Step
from handlers import news
from handlers.kit import calendar, ready
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

topic = Topic("dates")
SUNDAY = 6


class When(enum.StrEnum):
    """Until when, by one tap. A week ends on its Sunday."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    THIS_WEEK = "this-week"
    NEXT_WEEK = "next-week"
    NO_DATE = "no-date"

    def day(self, today: date) -> date | None:
        """The date meant, seen from today."""
        sunday = today + timedelta(days=SUNDAY - today.weekday())
        return {
            When.TODAY: today,
            When.TOMORROW: today + timedelta(days=1),
            When.THIS_WEEK: sunday,
            When.NEXT_WEEK: sunday + timedelta(days=7),
            When.NO_DATE: None,
        }[self]


@topic.page(was=("planning.ask_until",))
def ask(turn: Turn, step: Step) -> Screen:
    """Until when."""
    _ = turn.words._

    def choice(label: str, when: When) -> Button:
        return Button(label, set_when.link(step, when))

    return Screen(
        lines([turn.words.bold(ready.step(turn.words, step)), _("Until when?")]),
        [
            [choice(_("Today"), When.TODAY), choice(_("This week"), When.THIS_WEEK)],
            [choice(_("Next week"), When.NEXT_WEEK), choice(_("No date"), When.NO_DATE)],
            [Button(_("Choose a date"), month.link(step, turn.today.replace(day=1)))],
        ],
        up=step,
    )


@topic.page(was=("planning.month",))
def month(turn: Turn, step: Step, first: date) -> Screen:
    """A small calendar."""
    _ = turn.words._
    shown = calendar.month_of(first, turn.today)
    links = (lambda day: set_until.link(step, day), lambda day: month.link(step, day))
    rows = calendar.month_rows(turn.words, shown, turn.today, links)
    return Screen(
        lines([turn.words.bold(ready.step(turn.words, step)), _("Until when?")]),
        rows,
        up=step,
    )


@topic.page(was=("planning.set_when",))
def set_when(turn: Turn, step: Step, when: When) -> Screen:
    """Keep the date meant, or none."""
    keep(turn, step, when.day(turn.today))
    return turn.show(step)


@topic.page(was=("planning.set_until",))
def set_until(turn: Turn, step: Step, day: date) -> Screen:
    """Keep a date from the calendar; one gone by asks again."""
    calendar.month_of(day, turn.today)
    if day < turn.today:
        return month(turn, step, day)
    keep(turn, step, day)
    return turn.show(step)


def keep(turn: Turn, step: Step, day: date | None) -> None:
    """Keep a date, and have the others hear of it."""
    if step.move(day, turn.today):
        news.tell(turn, Verb.STEP_CHANGED, step)
