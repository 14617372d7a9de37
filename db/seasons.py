"""Seasons: the time a pair has together, its phases, and what is due around its end. Pure, as `rhythm` is."""

import enum
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from db.rhythm import WEEK, Weekly, local_date, local_moment, next_day, next_weekly

MONTHS = 6
"""How long a season is, and how long what was in it is kept, if a programme says nothing else (facts)."""

WELCOME, KNOWING, CLOSING = timedelta(weeks=2), timedelta(weeks=6), timedelta(weeks=4)
"""How long a pair is new, until when the two get to know each other, how far ahead the end is told."""

LAST_MEETING = timedelta(weeks=2)
"""How long before the end the last meeting is prepared."""

REST = timedelta(weeks=3)
"""How long people rest before a new match (facts: two to three weeks)."""

LATER = 3
"""Months from the end to the one question whether they are still in touch."""


class Phase(enum.StrEnum):
    """Where in their season two are."""

    WELCOME = "welcome"
    KNOWING = "knowing"
    DOING = "doing"
    HALF_TIME = "half-time"
    CLOSING = "closing"
    AFTER = "after"


@dataclass(frozen=True)
class Season:
    """The first and the last day two have together, as somebody reads them on the wall."""

    first: date
    last: date

    @property
    def weeks(self) -> int:
        """How many weeks it has, at least one."""
        return max(1, round(((self.last - self.first).days + 1) / 7))

    def week(self, today: date) -> int:
        """The number of the week we are in, from 1 to the last one."""
        return min(max((today - self.first).days // 7 + 1, 1), self.weeks)

    @property
    def half(self) -> int:
        """The number of the week in the middle."""
        return (self.weeks + 1) // 2

    def phase(self, today: date) -> Phase:
        """The phase on a day. Half-time is one week amid the doing; a short season has no such middle."""
        gone, left = today - self.first, self.last - today
        if left < timedelta():
            return Phase.AFTER
        if left < CLOSING and gone > left:
            return Phase.CLOSING
        if gone < WELCOME:
            return Phase.WELCOME
        if self.week(today) == self.half:
            return Phase.HALF_TIME
        return Phase.KNOWING if gone < KNOWING and self.week(today) < self.half else Phase.DOING


def season(begins: datetime, ends: datetime, zone: str) -> Season:
    """The season between two moments, in days of a zone."""
    last = local_date(ends - timedelta(microseconds=1), zone)
    return Season(min(local_date(begins, zone), last), last)


def season_end(begins: datetime, months: int, zone: str) -> datetime:
    """Midnight after the last day of a season that begins then, where the programme is."""
    return after_months(begins, months, zone)


def midnight_after(day: date, zone: str) -> datetime:
    """The end of a season whose last day it is."""
    return local_moment(day + timedelta(days=1), time(0), zone)


def after_months(moment: datetime, months: int, zone: str) -> datetime:
    """The beginning of the same day of the month, so many months on; of a shorter month, its last day."""
    return local_moment(add_months(local_date(moment, zone), months), time(0), zone)


def add_months(day: date, months: int) -> date:
    """The same day of the month, so many months on; of a shorter month, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def word_before(ends: datetime, ahead: timedelta, weekly: Weekly) -> datetime:
    """The last weekly hour of somebody that leaves so much time before the end."""
    return next_weekly(ends - ahead - WEEK, replace(weekly, weeks=1))


def word_after(ended: datetime, weekly: Weekly) -> datetime:
    """The weekly hour of somebody at which they are asked whether they are still in touch."""
    return next_weekly(after_months(ended, LATER, weekly.zone), replace(weekly, weeks=1))


def last_word(ended: datetime, zone: str, hour: int) -> datetime:
    """Somebody's own hour on the day the season is over for them."""
    return next_day(ended - timedelta(days=1), zone, hour)
