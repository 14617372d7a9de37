"""Rules of time in every zone there is, through leap days and both changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.kinds import RULES, Kind
from db.rhythm import CAP, Habits, LetGo, PutOff, Send, decide, local_moment, next_weekly, quiet_until

PARIS = "Europe/Paris"
THURSDAY = datetime(2027, 3, 4, 17, 0, tzinfo=UTC)

zones = st.sampled_from(sorted(available_timezones() - {"localtime"}))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
weekdays = st.integers(0, 6)
hours = st.integers(0, 23)


def exists(day: date, hour: int, zone: str) -> bool:
    """Whether a clock in the zone shows this hour on that day."""
    return local_moment(day, time(hour), zone).astimezone(ZoneInfo(zone)).hour == hour


@given(moments, zones, weekdays, hours)
@example(datetime(2027, 3, 27, 12, tzinfo=UTC), PARIS, 6, 2)  # skipped in spring
@example(datetime(2027, 10, 31, 0, 30, tzinfo=UTC), PARIS, 6, 2)  # in the first of two such hours
@example(datetime(2028, 2, 28, 12, tzinfo=UTC), PARIS, 1, 18)  # a leap day
def test_the_weekly_hour_is_next_and_as_chosen(after: datetime, zone: str, weekday: int, hour: int) -> None:
    due = next_weekly(after, zone, weekday, hour)
    local = due.astimezone(ZoneInfo(zone))
    assert timedelta(0) < due - after <= timedelta(days=7, hours=3)
    if exists(local.date(), hour, zone):
        assert (local.weekday(), local.hour, local.minute) == (weekday, hour, 0)


@given(moments, zones, weekdays, hours, st.integers(1, 4))
def test_weeks_are_counted_on_the_calendar(
    after: datetime, zone: str, weekday: int, hour: int, weeks: int
) -> None:
    first = next_weekly(after, zone, weekday, hour).astimezone(ZoneInfo(zone))
    later = next_weekly(after, zone, weekday, hour, weeks).astimezone(ZoneInfo(zone))
    if exists(first.date(), hour, zone) and exists(later.date(), hour, zone):
        assert later.replace(tzinfo=None) - first.replace(tzinfo=None) == timedelta(weeks=weeks - 1)


@given(moments, zones, weekdays, st.integers(9, 20))
def test_from_week_to_week_the_hour_stays(after: datetime, zone: str, weekday: int, hour: int) -> None:
    due = next_weekly(after, zone, weekday, hour)
    for _ in range(60):
        due, before = next_weekly(due, zone, weekday, hour), due
        assert timedelta(days=6, hours=20) < due - before < timedelta(days=7, hours=4)
        assert due.astimezone(ZoneInfo(zone)).hour == hour


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
    assert next_weekly(moment, PARIS, 3, 18) == datetime.fromisoformat(f"{expected}+00:00")


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
        (Kind.NUDGE, 21 * HOUR, UNTROUBLED, LetGo("too late")),
        (Kind.ANNOUNCEMENT, 71 * HOUR, UNTROUBLED, Send()),
        (Kind.NUDGE, 0 * HOUR, Habits(PARIS, paused_until=THURSDAY + DAY), LetGo("paused")),
        (Kind.NUDGE, 0 * HOUR, Habits(PARIS, paused_until=THURSDAY), Send()),
        (Kind.NEWS, 0 * HOUR, Habits(PARIS, paused_until=THURSDAY + DAY), Send()),
        (Kind.NUDGE, 0 * HOUR, Habits(PARIS, last_unasked=THURSDAY - CAP), Send()),
        (Kind.NUDGE, 0 * HOUR, Habits(PARIS, last_unasked=THURSDAY - 5 * DAY), LetGo("one a week")),
        (Kind.ANNOUNCEMENT, 0 * HOUR, Habits(PARIS, last_unasked=THURSDAY), Send()),
        (Kind.NEWS, 0 * HOUR, ANSWERING, PutOff(SOON, "in the middle of an answer")),
        (Kind.MATCH, 0 * HOUR, ANSWERING, Send()),
        (Kind.NEWS, 0 * HOUR, IN_KABUL, PutOff(MORNING, "quiet hours")),
        (Kind.REPORT, 0 * HOUR, IN_KABUL, Send()),
    ],
)
def test_what_becomes_of_a_message(
    kind: Kind, late: timedelta, habits: Habits, verdict: Send | PutOff | LetGo
) -> None:
    assert decide(RULES[kind], THURSDAY - late, habits, THURSDAY) == verdict


@given(st.sampled_from(Kind), moments, st.integers(0, 3000), zones, st.integers(0, 30))
def test_what_is_put_off_goes_in_the_end_and_never_at_night(
    kind: Kind, due: datetime, minutes: int, zone: str, answering: int
) -> None:
    now = due + timedelta(minutes=minutes)
    habits = Habits(zone, answering_since=now - timedelta(minutes=answering))
    while isinstance(verdict := decide(RULES[kind], due, habits, now), PutOff):
        assert verdict.until > now
        now = verdict.until
    assert now <= due + timedelta(minutes=minutes) + DAY
    assert not (isinstance(verdict, Send) and RULES[kind].quiet and quiet_until(now, zone))
