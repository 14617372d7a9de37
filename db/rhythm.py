"""Rules of time, pure: whether a message goes now, later or never, and why. No database, no clock of its own.

Moments are aware and in UTC; a person's days and hours are local to their IANA zone. Sources of the
defaults: facts of the field (evening, never between 21:00 and 9:00, at most one unasked a week).
"""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.hours import DAY, Hours, opening
from db.kinds import Rule

QUIET = Hours(21, 9)
ANSWERING = timedelta(minutes=10)
CAP = timedelta(days=6)
"""What counts as a week: one message may have waited for the morning, and the next one not."""

WEEK = timedelta(days=7)
FEWER, NONE = 3, 6
"""So many unasked messages without a sign from somebody, and they get fewer; so many, and none."""

SELDOM = 4
"""Weeks from one unasked message to the next for those who get fewer."""


class Reason(enum.StrEnum):
    """Why a message was put off, or never went."""

    LATE = "too late"
    PAUSED = "paused"
    CAPPED = "one a week"
    QUIET = "quiet hours"
    REACH = "reach hours"
    ANSWERING = "in the middle of an answer"
    ACTIVE = "active these days"
    UNHEARD = "never answers"
    DECLINED = "declined"
    SNOOZED = "snoozed"
    CROWDED = "many at once"
    NOTHING = "nothing to say"
    GONE = "gone"
    PLANNED = "already planned"
    PARTED = "parted"
    UNCERTAIN = "uncertain"
    STOPPED = "stopped"
    NO_ADDRESS = "no address"
    NO_GROUP = "no group"


@dataclass(frozen=True)
class Habits:
    """What decides when somebody may be written to.

    `quiet`: nothing comes then but what presses. `reach`: when what others cause may come, within the hours
    that are not quiet; None is all of those. `answering_since`: when we last asked them something.
    `lately`: when they got something unasked. `weeks`: from one unasked message to the next, of which `cap`
    may come in each. `unanswered`: how many of them came since the last sign from them.
    """

    zone: str
    quiet: Hours = QUIET
    reach: Hours | None = None
    paused_until: datetime | None = None
    answering_since: datetime | None = None
    lately: tuple[datetime, ...] = ()
    weeks: int = 1
    cap: int = 1
    unanswered: int = 0

    def rest(self, recurs: bool) -> timedelta:
        """How long an unasked message keeps away another: longer, what recurs, from who does not answer."""
        weeks = seldom(self.weeks, self.unanswered) if recurs else self.weeks
        return timedelta(weeks=weeks - 1) + CAP

    def capped_until(self, recurs: bool) -> datetime | None:
        """From when on one more unasked message may come. Whoever chose to hear less gets one at a time."""
        rest = self.rest(recurs)
        cap = self.cap if rest == CAP else 1
        return sorted(self.lately)[-cap] + rest if len(self.lately) >= cap else None

    def hours(self, others: bool) -> list[int]:
        """The hours of a day in which something may come, perhaps from others."""
        awake = [hour for hour in range(DAY) if hour not in self.quiet]
        reach = [hour for hour in awake if self.reach is None or hour in self.reach]
        return reach or awake if others else awake


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
    reason: Reason


@dataclass(frozen=True)
class LetGo:
    """It never goes, because of `reason`."""

    reason: Reason


Verdict = Send | PutOff | LetGo


def decide(rule: Rule, due: datetime, habits: Habits, now: datetime) -> Verdict:
    """What becomes of a message first due at `due`, looked at `now`.

    It is put off only to a moment at which it can still go; but what rests through a pause is due anew
    when that ends.
    """
    last = due + rule.latest
    if now > last:
        return LetGo(Reason.LATE)
    verdict = next(_hindrances(rule, habits, now), Send())
    if isinstance(verdict, PutOff) and verdict.until > last and verdict.reason != Reason.PAUSED:
        return LetGo(verdict.reason)
    return verdict


def _hindrances(rule: Rule, habits: Habits, now: datetime) -> Iterator[PutOff | LetGo]:
    """What stands against sending it now, the weightiest first."""
    if habits.paused_until and now < habits.paused_until:
        if not rule.asked:
            yield LetGo(Reason.PAUSED)
        elif rule.rests:
            yield PutOff(habits.paused_until, Reason.PAUSED)
    if not rule.asked and habits.unanswered >= NONE:
        yield LetGo(Reason.UNHEARD)
    if not rule.asked and (free := habits.capped_until(rule.recurs)) and now < free:
        yield PutOff(free, Reason.CAPPED)
    if rule.quiet and (opens := opening(now, habits.zone, habits.hours(rule.others))) > now:
        asleep = now.astimezone(ZoneInfo(habits.zone)).hour in habits.quiet
        yield PutOff(opens, Reason.QUIET if asleep else Reason.REACH)
    if rule.waits and habits.answering_since and now < habits.answering_since + ANSWERING:
        yield PutOff(habits.answering_since + ANSWERING, Reason.ANSWERING)


def seldom(weeks: int, unanswered: int) -> int:
    """Weeks from one unasked message to the next for somebody who has not answered so many."""
    return max(weeks, SELDOM) if unanswered >= FEWER else weeks


def quiet_until(now: datetime, zone: str, quiet: Hours = QUIET) -> datetime | None:
    """The end of the quiet hours if `now` lies in them."""
    opens = opening(now, zone, Habits(zone, quiet).hours(others=False))
    return opens if opens > now else None


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


def next_hour(after: datetime, zone: str, hour: int) -> datetime:
    """The next time a clock where somebody lives shows this hour."""
    today = local_moment(local_date(after, zone), time(hour), zone)
    return today if today > after else next_day(after, zone, hour)


def next_day(now: datetime, zone: str, hour: int) -> datetime:
    """An hour of the next day, where somebody lives."""
    return local_moment(local_date(now, zone) + timedelta(days=1), time(hour), zone)


def local_moment(day: date, at: time, zone: str) -> datetime:
    """A local date and clock time as a moment in UTC."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def local_date(moment: datetime, zone: str) -> date:
    """The date somebody in the zone reads on the wall at a moment."""
    return moment.astimezone(ZoneInfo(zone)).date()
