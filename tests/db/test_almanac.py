"""Days of culture: their dates are fixed here for five years, and known ones looked up by hand."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from db import almanac
from db.observances import AROUND, Observance

SNAPSHOT = Path(__file__).with_name("observances.txt")

KNOWN = {
    "2026-02-17": Observance.LUNAR_NEW_YEAR,
    "2026-04-12": Observance.ORTHODOX_EASTER,
    "2026-09-12": Observance.ROSH_HASHANAH,
    "2026-11-08": Observance.DIWALI,
    "2027-01-07": Observance.ORTHODOX_CHRISTMAS,
    "2027-02-08": Observance.RAMADAN,
    "2027-03-21": Observance.NOWRUZ,
    "2027-03-28": Observance.EASTER,
    "2027-05-02": Observance.ORTHODOX_EASTER,
    "2027-09-12": Observance.ENKUTATASH,
    "2027-09-28": Observance.MESKEL,
    "2028-03-20": Observance.NOWRUZ,
    "2028-10-03": Observance.MID_AUTUMN,
    "2028-10-17": Observance.DIWALI,
    "2028-12-20": Observance.YALDA,
    "2029-04-24": Observance.EID_AL_ADHA,
    "2030-02-04": Observance.EID_AL_FITR,
    "2030-12-26": Observance.RAMADAN,
}
"""As calendars printed elsewhere give them; Ethiopia's year begins a day later before a leap year of ours."""


def test_the_dates_of_five_years() -> None:
    found = [
        f"{day} {observance}"
        for year in range(2026, 2031)
        for day, all_of_it in almanac.of_year(year).items()
        for observance in sorted(all_of_it)
    ]
    lines = SNAPSHOT.read_text("utf-8").splitlines()
    assert found == [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("day", "observance"), KNOWN.items())
def test_known_dates(day: str, observance: Observance) -> None:
    assert observance in almanac.on(date.fromisoformat(day))


@pytest.mark.parametrize("observance", Observance)
def test_each_comes_again_and_again(observance: Observance) -> None:
    day = date(2026, 1, 1)
    for _ in range(9):
        found = almanac.next_date(observance, day)
        assert found is not None
        assert found - day < timedelta(days=386)
        day = found + timedelta(days=1)


@pytest.mark.parametrize("observance", sorted(AROUND - {Observance.YENNAYER}))
def test_what_follows_the_moon_moves(observance: Observance) -> None:
    dates = {almanac.next_date(observance, date(year, 1, 1)) for year in range(2026, 2031)}
    assert len({(day.month, day.day) for day in dates if day}) == 5


def test_the_next_to_come_stands_first() -> None:
    found = almanac.in_turn(date(2027, 3, 10))
    assert found[:3] == [Observance.NEWROZ, Observance.NOWRUZ, Observance.EASTER]
    assert found[-1] == Observance.WOMENS_DAY
    assert set(found) == set(Observance)


def test_beyond_the_calendars_there_is_nothing() -> None:
    assert almanac.next_date(Observance.DIWALI, date(2050, 1, 1)) is None
    assert almanac.on(date(9999, 12, 31)) == ()
