"""Seasons: the phases follow from two moments and a zone, whatever the clocks do."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rhythm import QUIET, Weekly, local_date
from db.seasons import (
    CLOSING,
    LAST_MEETING,
    Phase,
    Season,
    add_months,
    after_months,
    last_word,
    midnight_after,
    season,
    season_end,
    word_after,
    word_before,
)
from tests.moments import moments_between

ZONES = ("Europe/Paris", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu", "Africa/Casablanca", "UTC")
ORDER = {
    Phase.WELCOME: 0,
    Phase.KNOWING: 1,
    Phase.DOING: 2,
    Phase.HALF_TIME: 2,
    Phase.CLOSING: 3,
    Phase.AFTER: 4,
}
zones = st.sampled_from(ZONES)
moments = moments_between(2025, 2029)
months = st.integers(1, 24)
weeklies = st.builds(Weekly, zones, st.integers(0, 6), st.integers(9, 20))
HALF_YEAR = Season(date(2027, 3, 1), date(2027, 8, 31))


@pytest.mark.parametrize(
    ("day", "week", "phase"),
    [
        (date(2027, 3, 1), 1, Phase.WELCOME),
        (date(2027, 3, 14), 2, Phase.WELCOME),
        (date(2027, 3, 15), 3, Phase.KNOWING),
        (date(2027, 4, 11), 6, Phase.KNOWING),
        (date(2027, 4, 12), 7, Phase.DOING),
        (date(2027, 5, 24), 13, Phase.HALF_TIME),
        (date(2027, 5, 31), 14, Phase.DOING),
        (date(2027, 8, 3), 23, Phase.DOING),
        (date(2027, 8, 4), 23, Phase.CLOSING),
        (date(2027, 8, 31), 26, Phase.CLOSING),
        (date(2027, 9, 1), 26, Phase.AFTER),
    ],
)
def test_half_a_year(day: date, week: int, phase: Phase) -> None:
    assert HALF_YEAR.weeks == 26
    assert (HALF_YEAR.week(day), HALF_YEAR.phase(day)) == (week, phase)


@given(moments, months, zones, zones)
def test_no_phase_comes_back(begins: datetime, long: int, zone: str, home: str) -> None:
    ours = season(begins, season_end(begins, long, home), zone)
    days = [ours.first + timedelta(days=number) for number in range((ours.last - ours.first).days + 3)]
    ranks = [ORDER[ours.phase(day)] for day in days]
    assert all(before <= after for before, after in pairwise(ranks))
    assert ours.phase(ours.last + timedelta(days=1)) == Phase.AFTER
    weeks = [ours.week(day) for day in days]
    assert weeks[0] == 1
    assert max(weeks) <= ours.weeks
    assert all(after - before in (0, 1) for before, after in pairwise(weeks))


@given(moments, months, zones, zones)
def test_in_another_zone_it_is_at_most_a_day_apart(begins: datetime, long: int, zone: str, home: str) -> None:
    ends = season_end(begins, long, home)
    here, there = season(begins, ends, home), season(begins, ends, zone)
    assert abs(here.first - there.first) <= timedelta(days=1)
    assert abs(here.last - there.last) <= timedelta(days=1)


@given(moments, months, zones)
def test_it_ends_at_midnight_where_the_programme_is(begins: datetime, long: int, zone: str) -> None:
    ends = season_end(begins, long, zone)
    last = season(begins, ends, zone).last
    assert midnight_after(last, zone) == ends
    assert add_months(local_date(begins, zone), long) == last + timedelta(days=1)


@given(moments, months, st.integers(1, 12), zones)
def test_more_time_never_moves_a_phase_on(begins: datetime, long: int, more: int, zone: str) -> None:
    ends = season_end(begins, long, zone)
    before = season(begins, ends, zone)
    after = season(begins, midnight_after(add_months(before.last, more), zone), zone)
    days = [before.first + timedelta(days=number) for number in range((before.last - before.first).days + 2)]
    assert all(ORDER[after.phase(day)] <= ORDER[before.phase(day)] for day in days)


@given(moments, weeklies)
def test_the_end_is_told_in_time_at_ones_own_hour(ends: datetime, weekly: Weekly) -> None:
    for ahead in (CLOSING, LAST_MEETING):
        due = word_before(ends, ahead, weekly)
        assert timedelta(hours=-1) <= ends - ahead - due <= timedelta(days=7, hours=1)
        assert at_their_hour(due, weekly)


@given(moments, weeklies)
def test_the_later_question_comes_three_months_on(ended: datetime, weekly: Weekly) -> None:
    due = word_after(ended, weekly)
    first = after_months(ended, 3, weekly.zone)
    assert first < due <= first + timedelta(days=7, hours=1)
    assert at_their_hour(due, weekly)


@given(moments, zones, st.integers(9, 20))
def test_the_last_word_comes_by_day_within_a_day(ended: datetime, zone: str, hour: int) -> None:
    due = last_word(ended, zone, hour)
    assert abs(due - ended) <= timedelta(hours=25)
    assert local(due, zone).hour not in QUIET


@pytest.mark.parametrize(
    ("day", "more", "there"),
    [
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 12, 31), 12, date(2028, 12, 31)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
    ],
)
def test_a_shorter_month_has_its_last_day(day: date, more: int, there: date) -> None:
    assert add_months(day, more) == there


def local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


def at_their_hour(due: datetime, weekly: Weekly) -> bool:
    """An hour that does not exist in spring is another one; none of these hours is."""
    return (local(due, weekly.zone).weekday(), local(due, weekly.zone).hour) == (weekly.weekday, weekly.hour)
