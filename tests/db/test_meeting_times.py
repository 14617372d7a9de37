"""When people are reminded of a meeting, in every zone and through both changes of the clock."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.hours import Hours
from db.moments import (
    BEFORE,
    ENOUGH,
    PRESSING,
    day_before,
    evening_before,
    next_meeting,
    presses,
    shortly_before,
)
from db.rhythm import Habits, local_date, quiet_until
from tests.db.test_rhythm import PARIS, moments, zones

DAY = timedelta(days=1)
SPRING = datetime(2027, 3, 28, 8, tzinfo=UTC)
"""Ten in the morning in Marseille, on the day that begins at winter time and goes on at summer time."""

AUTUMN = datetime(2027, 10, 31, 9, tzinfo=UTC)


@given(moments, zones)
@example(SPRING, PARIS)
@example(AUTUMN, PARIS)
def test_the_evening_before_is_six_on_the_day_before(begins: datetime, zone: str) -> None:
    evening = evening_before(begins, zone).astimezone(ZoneInfo(zone))
    meeting = begins.astimezone(ZoneInfo(zone))
    days = meeting.date() - evening.date()
    assert days in (DAY, 0 * DAY), "a day that a zone skipped"
    if days == DAY:
        assert evening.time() == time(18) or evening.utcoffset() != meeting.utcoffset()
    assert evening_before(begins, zone) < begins
    assert quiet_until(evening_before(begins, zone), zone) is None


@given(moments, zones, st.sampled_from([None, Hours(9, 12), Hours(19, 21), Hours(20, 19)]))
@example(SPRING, PARIS, None)
@example(AUTUMN, PARIS, None)
def test_the_day_before_an_event_is_within_reach(begins: datetime, zone: str, reach: Hours | None) -> None:
    hours = Habits(zone, reach=reach).hours(others=True)
    due = day_before(begins, zone, hours)
    assert due < begins
    days = local_date(begins, zone) - local_date(due, zone)
    assert days in (DAY, 0 * DAY), "a day that a zone skipped"
    local, event = due.astimezone(ZoneInfo(zone)), begins.astimezone(ZoneInfo(zone))
    if days == DAY and local.utcoffset() == event.utcoffset():
        assert local.hour in hours
        assert all(abs(local.hour - 18) <= abs(each - 18) for each in hours)


@given(moments, zones)
@example(SPRING, PARIS)
@example(AUTUMN, PARIS)
def test_shortly_before_is_two_hours_and_never_at_night(begins: datetime, zone: str) -> None:
    due = shortly_before(begins, zone)
    if due is None:
        assert quiet_until(begins - BEFORE, zone)
        return
    assert quiet_until(due, zone) is None
    assert ENOUGH <= begins - due <= BEFORE
    assert due == begins - BEFORE or due == quiet_until(begins - BEFORE, zone)


@given(moments, zones, zones)
def test_two_people_in_two_zones_are_reminded_of_one_moment(begins: datetime, one: str, other: str) -> None:
    for zone in (one, other):
        assert timedelta(hours=6) - timedelta(hours=3) <= begins - evening_before(begins, zone)
        assert begins - evening_before(begins, zone) <= timedelta(hours=30 + 24)
    both = {shortly_before(begins, one), shortly_before(begins, other)} - {None}
    assert all(begins - BEFORE <= due <= begins - ENOUGH for due in both if due)


@given(moments, zones, st.sampled_from([1, 2, 4]), st.integers(0, 100))
@example(datetime(2027, 3, 14, 17, tzinfo=UTC), PARIS, 2, 1)
@example(datetime(2027, 10, 17, 16, tzinfo=UTC), PARIS, 2, 1)
def test_the_next_date_is_the_same_weekday_and_hour(
    begins: datetime, zone: str, weeks: int, days: int
) -> None:
    now = begins + days * DAY
    found = next_meeting(begins, zone, weeks, now)
    assert found > now
    gap = local_date(found, zone) - local_date(begins, zone)
    local, before = found.astimezone(ZoneInfo(zone)), begins.astimezone(ZoneInfo(zone))
    if local.time() == before.time():
        assert gap % timedelta(weeks=weeks) == timedelta(0)
    assert found - now <= timedelta(weeks=weeks, days=1, hours=3)


def test_six_stays_six_when_the_clocks_change() -> None:
    thursday = datetime(2027, 3, 18, 17, tzinfo=UTC)
    assert next_meeting(thursday, PARIS, 2, thursday) == datetime(2027, 4, 1, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "pressing"),
    [(0, False), (1, True), (6, True), (11, True), (13, False)],
)
def test_what_presses_at_ten_at_night(hours: int, pressing: bool) -> None:
    now = datetime(2027, 3, 4, 21, tzinfo=UTC)
    assert presses(now + timedelta(hours=hours), PARIS, now) is pressing


@given(moments, zones, st.integers(1, 3000))
def test_what_is_today_presses_and_what_is_far_does_not(now: datetime, zone: str, minutes: int) -> None:
    begins = now + timedelta(minutes=minutes)
    today = local_date(begins, zone) == local_date(now, zone)
    assert presses(begins, zone, now) == (today or begins - now < PRESSING)
