"""Moments of a pair, pure as `rhythm`: around its meetings and events, how it goes, whether they go on."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.hours import Hours
from db.rhythm import QUIET, WEEK, local_date, local_moment, quiet_until

EVENING = time(18)
BEFORE = timedelta(hours=2)
ENOUGH = timedelta(minutes=30)
PRESSING = timedelta(hours=12)
PULSE_FIRST, PULSE_AGAIN = 30, 60
"""Days from the match to the first question how it goes, and from each to the next (facts of the field)."""

DECIDING = timedelta(days=4)
"""How long a pair is given to say whether they would like to go on, while somebody has not answered."""

SECOND_THOUGHT = timedelta(hours=1)
"""From the last answer to what comes of it: until then everybody may change theirs."""


def stuck(until: date | None, slips: int, today: date) -> bool:
    """Whether a date has gone by twice: after it was moved, or with a weekly word before this one."""
    return until is not None and until < today and (slips > 0 or until + WEEK < today)


def evening_before(begins: datetime, zone: str) -> datetime:
    """18:00 on the day before a meeting, where its reader lives."""
    return local_moment(local_date(begins, zone) - timedelta(days=1), EVENING, zone)


def day_before(begins: datetime, zone: str, hours: Collection[int]) -> datetime:
    """On the day before an event where its reader lives, at the one of their hours nearest to 18:00."""
    hour = min(hours, key=lambda each: (abs(each - EVENING.hour), each), default=EVENING.hour)
    return local_moment(local_date(begins, zone) - timedelta(days=1), time(hour), zone)


def shortly_before(begins: datetime, zone: str, quiet: Hours = QUIET) -> datetime | None:
    """Two hours before a meeting, or when the quiet hours end; None where that leaves no half an hour."""
    due = begins - BEFORE
    due = quiet_until(due, zone, quiet) or due
    return due if due <= begins - ENOUGH else None


def presses(begins: datetime, zone: str, now: datetime) -> bool:
    """Whether a meeting is so near that a change of it cannot wait for the end of the quiet hours."""
    today = local_date(begins, zone) == local_date(now, zone)
    return begins > now and (today or begins - now < PRESSING)


def next_meeting(begins: datetime, zone: str, weeks: int, now: datetime) -> datetime:
    """The same weekday and clock time, `weeks` on, or as many times `weeks` as lead past now."""
    local = begins.astimezone(ZoneInfo(zone))
    day, step = local.date(), timedelta(weeks=weeks)
    while (found := local_moment(day := day + step, local.time(), zone)) <= now:
        pass
    return found


def pulse_round(matched: datetime, now: datetime, zone: str) -> int:
    """How often it has been time to ask how it goes: 0 before day 30, then 1, from day 90 on 2, and so on.

    Days are those on the calendar where somebody lives.
    """
    days = (local_date(now, zone) - local_date(matched, zone)).days
    return max(0, 1 + (days - PULSE_FIRST) // PULSE_AGAIN)


def outcome_due(asked: datetime, said: datetime, complete: bool) -> datetime:
    """When all of a pair hear whether they go on, first `asked` then and the last answer `said` then.

    While answers are missing, not before `DECIDING` has gone by: so the time tells nobody's answer.
    """
    soon = said + SECOND_THOUGHT
    return soon if complete else max(soon, asked + DECIDING)
