"""The almanac: on which dates days of culture fall."""

from datetime import date
from functools import lru_cache

from db.observances import FIXED, Observance


@lru_cache(maxsize=16)
def of_year(year: int) -> dict[date, tuple[Observance, ...]]:
    """What falls on which dates of a year, in order. A calendar that does not reach so far has none."""
    from db.calendars import Calendars  # only here: it takes longer to load than a turn takes

    found: dict[date, tuple[Observance, ...]] = {}
    for (month, number), observance in FIXED.items():
        found[date(year, month, number)] = (observance,)
    moving = Calendars(year)
    for day in moving:
        found[day] = (*found.get(day, ()), *map(Observance, moving.get_list(day)))
    return dict(sorted(found.items()))


def on(day: date) -> tuple[Observance, ...]:
    """What falls on a date."""
    return of_year(day.year).get(day, ())


def next_date(observance: Observance, start: date) -> date | None:
    """When it falls next, from `start` on; None beyond what the calendars know."""
    dates = [
        day
        for year in (start.year, start.year + 1)
        for day, found in of_year(year).items()
        if observance in found
    ]
    return next((day for day in dates if day >= start), None)


def in_turn(start: date) -> list[Observance]:
    """All of them, the one that falls next from `start` on first."""
    return sorted(Observance, key=lambda each: (next_date(each, start) or date.max, each))
