"""Rules of time in every zone there is, through leap days and both changes of the clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.kinds import RULES, Kind, Rule
from db.moments import stuck
from db.rhythm import (
    CAP,
    WEEK,
    Habits,
    LetGo,
    PutOff,
    Reason,
    Send,
    Weekly,
    decide,
    local_moment,
    next_weekly,
    quiet_until,
)
from tests.moments import moments_between

PARIS = "Europe/Paris"
THURSDAY = datetime(2027, 3, 4, 17, 0, tzinfo=UTC)

zones = st.sampled_from(sorted(available_timezones() - {"localtime"}))

moments = moments_between(2024, 2035)
weeklies = st.builds(Weekly, zones, st.integers(0, 6), st.integers(0, 23))


def exists(day: date, weekly: Weekly) -> bool:
    """Whether a clock in the zone shows this hour on that day."""
    moment = local_moment(day, time(weekly.hour), weekly.zone)
    return moment.astimezone(ZoneInfo(weekly.zone)).hour == weekly.hour


@given(moments, weeklies)
@example(datetime(2027, 3, 27, 12, tzinfo=UTC), Weekly(PARIS, 6, 2))  # skipped in spring
@example(datetime(2027, 10, 31, 0, 30, tzinfo=UTC), Weekly(PARIS, 6, 2))  # in the first of two such hours
@example(datetime(2028, 2, 28, 12, tzinfo=UTC), Weekly(PARIS, 1, 18))  # a leap day
def test_the_weekly_hour_is_next_and_as_chosen(after: datetime, weekly: Weekly) -> None:
    due = next_weekly(after, weekly)
    local = due.astimezone(ZoneInfo(weekly.zone))
    assert timedelta(0) < due - after <= timedelta(days=7, hours=3)
    if exists(local.date(), weekly):
        assert (local.weekday(), local.hour, local.minute) == (weekly.weekday, weekly.hour, 0)


@given(moments, weeklies, st.integers(1, 4))
def test_weeks_are_counted_on_the_calendar(after: datetime, weekly: Weekly, weeks: int) -> None:
    zone = ZoneInfo(weekly.zone)
    first = next_weekly(after, weekly).astimezone(zone)
    later = next_weekly(after, replace(weekly, weeks=weeks)).astimezone(zone)
    if exists(first.date(), weekly) and exists(later.date(), weekly):
        assert later.replace(tzinfo=None) - first.replace(tzinfo=None) == timedelta(weeks=weeks - 1)


@given(moments, st.builds(Weekly, zones, st.integers(0, 6), st.integers(9, 20)))
def test_from_week_to_week_the_hour_stays(after: datetime, weekly: Weekly) -> None:
    due = next_weekly(after, weekly)
    for _ in range(60):
        due, before = next_weekly(due, weekly), due
        assert timedelta(days=6, hours=20) < due - before < timedelta(days=7, hours=4)
        assert due.astimezone(ZoneInfo(weekly.zone)).hour == weekly.hour


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2027-03-04T16:59", "2027-03-04T17:00"),
        ("2027-03-04T17:00", "2027-03-11T17:00"),
        ("2027-03-25T17:00", "2027-04-01T16:00"),  # summer time begins on 28 March
        ("2027-10-28T16:00", "2027-11-04T17:00"),  # and ends on 31 October
        ("2028-02-24T17:00", "2028-03-02T17:00"),  # over a leap day
    ],
)
def test_thursdays_at_six_in_marseille(after: str, expected: str) -> None:
    moment = datetime.fromisoformat(f"{after}+00:00")
    assert next_weekly(moment, Weekly(PARIS, 3, 18)) == datetime.fromisoformat(f"{expected}+00:00")


@given(moments, zones)
@example(datetime(2027, 3, 27, 23, 30, tzinfo=UTC), PARIS)
@example(datetime(2027, 10, 30, 23, 30, tzinfo=UTC), PARIS)
def test_the_quiet_hours_end_at_nine(now: datetime, zone: str) -> None:
    local = now.astimezone(ZoneInfo(zone))
    until = quiet_until(now, zone)
    assert (until is None) == (9 <= local.hour < 21)
    if until:
        assert timedelta(0) < until - now <= timedelta(hours=15)
        assert until.astimezone(ZoneInfo(zone)).time() == time(9)
        assert quiet_until(until, zone) is None


def test_the_night_of_the_longer_hours_still_ends_at_nine() -> None:
    spring, autumn = datetime(2027, 3, 27, 21, tzinfo=UTC), datetime(2027, 10, 30, 20, tzinfo=UTC)
    assert quiet_until(spring, PARIS) == datetime(2027, 3, 28, 7, tzinfo=UTC)
    assert quiet_until(autumn, PARIS) == datetime(2027, 10, 31, 8, tzinfo=UTC)


DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
SOON = THURSDAY + 6 * MINUTE
MORNING = datetime(2027, 3, 5, 4, 30, tzinfo=UTC)  # nine in Kabul, where it is half past nine at night
UNTROUBLED, IN_KABUL = Habits(PARIS), Habits("Asia/Kabul")
ANSWERING = Habits(PARIS, answering_since=THURSDAY - 4 * MINUTE)


@pytest.mark.parametrize(
    ("kind", "late", "habits", "verdict"),
    [
        (Kind.NUDGE, 0 * HOUR, UNTROUBLED, Send()),
        (Kind.NUDGE, 21 * HOUR, UNTROUBLED, LetGo(Reason.LATE)),
        (Kind.ANNOUNCEMENT, 71 * HOUR, UNTROUBLED, Send()),
        (Kind.NUDGE, 0 * HOUR, Habits(PARIS, paused_until=THURSDAY + DAY), LetGo(Reason.PAUSED)),
        (Kind.NUDGE, 0 * HOUR, Habits(PARIS, paused_until=THURSDAY), Send()),
        (
            Kind.NEWS,
            0 * HOUR,
            Habits(PARIS, paused_until=THURSDAY + DAY),
            PutOff(THURSDAY + DAY, Reason.PAUSED),
        ),
        (Kind.NUDGE, 0 * HOUR, Habits(PARIS, lately=(THURSDAY - CAP,)), Send()),
        (Kind.NUDGE, 0 * HOUR, Habits(PARIS, lately=(THURSDAY - 5 * DAY,)), LetGo(Reason.CAPPED)),
        (Kind.ANNOUNCEMENT, 0 * HOUR, Habits(PARIS, lately=(THURSDAY,)), Send()),
        (Kind.NEWS, 0 * HOUR, ANSWERING, PutOff(SOON, Reason.ANSWERING)),
        (Kind.MATCH, 0 * HOUR, ANSWERING, Send()),
        (Kind.NEWS, 0 * HOUR, IN_KABUL, PutOff(MORNING, Reason.QUIET)),
        (Kind.REPORT, 0 * HOUR, IN_KABUL, Send()),
    ],
)
def test_what_becomes_of_a_message(
    kind: Kind, late: timedelta, habits: Habits, verdict: Send | PutOff | LetGo
) -> None:
    assert decide(RULES[kind], THURSDAY - late, habits, THURSDAY) == verdict


MONTHLY = Habits(PARIS, lately=(THURSDAY - 3 * WEEK,), weeks=4)


def test_whoever_wants_to_hear_less_hears_nothing_in_between() -> None:
    assert decide(RULES[Kind.NUDGE], THURSDAY, MONTHLY, THURSDAY) == LetGo(Reason.CAPPED)
    assert decide(RULES[Kind.NUDGE], THURSDAY + WEEK, MONTHLY, THURSDAY + WEEK) == Send()


@given(st.dates(), st.dates(), st.integers(0, 3))
def test_a_step_is_stuck_only_once_its_date_has_gone_by(until: date, today: date, slips: int) -> None:
    assert not stuck(None, slips, today)
    assert stuck(until, slips, today) <= (until < today)
    assert stuck(until, 1, today) == (until < today)
    assert stuck(until, 0, today) == (today - until > WEEK)


@given(
    st.sampled_from(list(RULES.values())), moments, zones, st.tuples(st.integers(0, 3000), st.integers(0, 30))
)
def test_what_is_put_off_goes_in_the_end_and_never_at_night(
    rule: Rule, due: datetime, zone: str, minutes: tuple[int, int]
) -> None:
    late, answering = (number * MINUTE for number in minutes)
    now = due + late
    habits = Habits(zone, answering_since=now - answering)
    while isinstance(verdict := decide(rule, due, habits, now), PutOff):
        assert verdict.until > now
        now = verdict.until
    assert now <= due + late + DAY
    assert not (isinstance(verdict, Send) and rule.quiet and quiet_until(now, zone))
