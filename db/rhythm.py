"""Rules of time, pure: quiet hours, the weekly hour, the weekly cap. No database, no clock of its own.

Moments are aware and in UTC; a person's days and hours are local to their IANA zone. Sources of the
defaults: facts of the field (evening, never between 21:00 and 9:00, at most one unasked a week).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.kinds import Rule

QUIET_FROM = time(21)
QUIET_TO = time(9)
PAUSED = "paused"
ANSWERING = timedelta(minutes=10)
CAP = timedelta(days=6)
EVENING = time(18)
BEFORE = timedelta(hours=2)
ENOUGH = timedelta(minutes=30)
PRESSING = timedelta(hours=12)
WEEK = timedelta(days=7)
PULSE_FIRST, PULSE_AGAIN = 30, 60
"""Days from the match to the first question how it goes, and from each to the next (facts of the field)."""

DECIDING = timedelta(days=4)
"""How long a pair is given to say whether they would like to go on, while somebody has not answered."""

SECOND_THOUGHT = timedelta(hours=1)
"""From the last answer to what comes of it: until then everybody may change theirs."""


@dataclass(frozen=True)
class Habits:
    """What decides when somebody may be written to.

    `answering_since`: when we last asked them something. `weeks`: from one unasked message to the next.
    """

    zone: str
    paused_until: datetime | None = None
    answering_since: datetime | None = None
    last_unasked: datetime | None = None
    weeks: int = 1


@dataclass(frozen=True)
class Weekly:
    """A weekday, counted from Monday (0), and an hour in a zone, every `weeks` weeks."""

    zone: str
    weekday: int
    hour: int
    weeks: int = 1


@dataclass(frozen=True)
class Send:
    """It goes now."""


@dataclass(frozen=True)
class PutOff:
    """It goes later, because of `reason`."""

    until: datetime
    reason: str


@dataclass(frozen=True)
class LetGo:
    """It never goes, because of `reason`."""

    reason: str


Verdict = Send | PutOff | LetGo


def decide(rule: Rule, due: datetime, habits: Habits, now: datetime) -> Verdict:
    """What becomes of a message due at `due`, looked at `now`."""
    if now > due + rule.latest:
        return LetGo("too late")
    if habits.paused_until and now < habits.paused_until:
        if not rule.asked:
            return LetGo(PAUSED)
        if rule.rests:
            return PutOff(habits.paused_until, PAUSED)
    rest = timedelta(weeks=habits.weeks - 1) + CAP
    if not rule.asked and habits.last_unasked and now < habits.last_unasked + rest:
        return LetGo("one a week")
    if rule.quiet and (morning := quiet_until(now, habits.zone)):
        return PutOff(morning, "quiet hours")
    if rule.waits and habits.answering_since and now < habits.answering_since + ANSWERING:
        return PutOff(habits.answering_since + ANSWERING, "in the middle of an answer")
    return Send()


def stuck(until: date | None, slips: int, today: date) -> bool:
    """Whether a date has gone by twice: after it was moved, or with a weekly word before this one."""
    return until is not None and until < today and (slips > 0 or until + WEEK < today)


def quiet_until(now: datetime, zone: str) -> datetime | None:
    """The end of the quiet hours (21:00 to 9:00 local) if `now` lies in them."""
    local = now.astimezone(ZoneInfo(zone))
    if QUIET_TO <= local.time() < QUIET_FROM:
        return None
    day = local.date() + timedelta(days=1 if local.time() >= QUIET_FROM else 0)
    return local_moment(day, QUIET_TO, zone)


def next_weekly(after: datetime, weekly: Weekly) -> datetime:
    """The first such local weekday and hour after a moment, `weeks` - 1 weeks further on.

    An hour skipped in spring is taken at the same distance after midnight; of an hour repeated in
    autumn the first one counts.
    """
    hour = time(weekly.hour)
    day = local_date(after, weekly.zone)
    day += timedelta(days=(weekly.weekday - day.weekday()) % 7)
    if local_moment(day, hour, weekly.zone) <= after:
        day += timedelta(weeks=1)
    return local_moment(day + timedelta(weeks=weekly.weeks - 1), hour, weekly.zone)


def evening_before(begins: datetime, zone: str) -> datetime:
    """18:00 on the day before a meeting, where its reader lives."""
    return local_moment(local_date(begins, zone) - timedelta(days=1), EVENING, zone)


def shortly_before(begins: datetime, zone: str) -> datetime | None:
    """Two hours before a meeting, or when the quiet hours end; None where that leaves no half an hour."""
    due = begins - BEFORE
    due = quiet_until(due, zone) or due
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


def next_day(now: datetime, zone: str, hour: int) -> datetime:
    """An hour of the next day, where somebody lives."""
    return local_moment(local_date(now, zone) + timedelta(days=1), time(hour), zone)


def outcome_due(asked: datetime, said: datetime, complete: bool) -> datetime:
    """When all of a pair hear whether they go on, first `asked` then and the last answer `said` then.

    While answers are missing, not before `DECIDING` has gone by: so the time tells nobody's answer.
    """
    soon = said + SECOND_THOUGHT
    return soon if complete else max(soon, asked + DECIDING)


def local_moment(day: date, at: time, zone: str) -> datetime:
    """A local date and clock time as a moment in UTC."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def local_date(moment: datetime, zone: str) -> date:
    """The date somebody in the zone reads on the wall at a moment."""
    return moment.astimezone(ZoneInfo(zone)).date()
