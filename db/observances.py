"""Days of culture: a curated few, and on which dates they fall. Chosen by people, never guessed."""

import enum
from datetime import date
from functools import lru_cache


class Observance(enum.StrEnum):
    """A day of culture. Its key is stable for ever: never renamed, never reused."""

    YENNAYER = "yennayer"
    ORTHODOX_CHRISTMAS = "orthodox-christmas"
    LUNAR_NEW_YEAR = "lunar-new-year"
    RAMADAN = "ramadan"
    MOTHER_LANGUAGE = "mother-language"
    WOMENS_DAY = "womens-day"
    EID_AL_FITR = "eid-al-fitr"
    NOWRUZ = "nowruz"
    NEWROZ = "newroz"
    EASTER = "easter"
    ORTHODOX_EASTER = "orthodox-easter"
    VESAK = "vesak"
    CULTURAL_DIVERSITY = "cultural-diversity"
    EID_AL_ADHA = "eid-al-adha"
    REFUGEE_DAY = "refugee-day"
    MUSIC_DAY = "music-day"
    ENKUTATASH = "enkutatash"
    ROSH_HASHANAH = "rosh-hashanah"
    MID_AUTUMN = "mid-autumn"
    MESKEL = "meskel"
    DIWALI = "diwali"
    MIGRANTS_DAY = "migrants-day"
    YALDA = "yalda"
    CHRISTMAS = "christmas"


AROUND = frozenset(
    {
        Observance.YENNAYER,
        Observance.LUNAR_NEW_YEAR,
        Observance.RAMADAN,
        Observance.EID_AL_FITR,
        Observance.EID_AL_ADHA,
        Observance.VESAK,
        Observance.DIWALI,
    }
)
"""Where the moon decides, or places differ: the date is said as "around"."""

FIXED = {
    (1, 12): Observance.YENNAYER,
    (2, 21): Observance.MOTHER_LANGUAGE,
    (3, 8): Observance.WOMENS_DAY,
    (3, 21): Observance.NEWROZ,
    (5, 21): Observance.CULTURAL_DIVERSITY,
    (6, 20): Observance.REFUGEE_DAY,
    (6, 21): Observance.MUSIC_DAY,
    (12, 18): Observance.MIGRANTS_DAY,
}
"""Month and day of those that stay: the United Nations' days and two new years."""


@lru_cache(maxsize=16)
def of_year(year: int) -> dict[date, tuple[Observance, ...]]:
    """What falls on which dates of a year, in order. A calendar that does not reach so far has none."""
    from db.almanac import Almanac  # only here: it takes longer to load than a turn takes

    found: dict[date, tuple[Observance, ...]] = {}
    for (month, number), observance in FIXED.items():
        found[date(year, month, number)] = (observance,)
    almanac = Almanac(year)
    for day in almanac:
        found[day] = (*found.get(day, ()), *map(Observance, almanac.get_list(day)))
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
