"""A small calendar of buttons: one month, a week to a row, days gone by left blank."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from handlers.kit.links import Gone, Link
from handlers.kit.screen import Button, Row
from handlers.kit.words import Words

BLANK = "·"
AHEAD = timedelta(days=366)


def month_of(day: date, today: date) -> date:
    """The first day of the month to show, never one gone by. Raises Gone for one too far ahead."""
    if day > today + AHEAD:
        raise Gone
    return max(day, today).replace(day=1)


def month_rows(
    words: Words, first: date, today: date, links: tuple[Callable[[date], Link], Callable[[date], Link]]
) -> list[Row]:
    """Rows for the month that `first` lies in; `links` make one for a day and one for a month.

    A day gone by and the gaps before and after lead back to the same month.
    """
    pick, turn_to = links
    weeks = calendar.Calendar(words.first_weekday).monthdatescalendar(first.year, first.month)
    here = turn_to(first.replace(day=1))

    def cell(day: date) -> Button:
        usable = day.month == first.month and day >= today
        return Button(str(day.day), pick(day)) if usable else Button(BLANK, here)

    days = [[cell(day) for day in week] for week in weeks if week[-1] >= today]
    names = [Button(words.initial(day.weekday()), here) for day in weeks[0]]
    return [[Button(words.month(first), here)], names, *days, _turning(words, first, today, turn_to)]


def _turning(words: Words, first: date, today: date, turn_to: Callable[[date], Link]) -> Row:
    before = first.replace(day=1) - timedelta(days=1)
    after = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    back = [Button(words._("Previous month"), turn_to(before.replace(day=1)))] if before >= today else []
    ahead = after <= today + AHEAD
    return [*back, *([Button(words._("Next month"), turn_to(after))] if ahead else [])]
