"""Closed days: the public holidays of a country, on which its offices would else be open."""

from datetime import date
from functools import lru_cache

from babel.core import get_global

NOWHERE = ("001", "ZZ")


def country_of(zone: str) -> str | None:
    """The country (ISO 3166) that an IANA zone lies in; None for one that lies in none."""
    found: str | None = get_global("zone_territories").get(zone)
    return None if found in NOWHERE else found


def countries() -> list[str]:
    """Codes of the countries whose public holidays are known."""
    from holidays.registry import COUNTRIES  # only here: it is slow to load

    return sorted(code for _, code, *_ in COUNTRIES.values())


@lru_cache(maxsize=64)
def of_year(country: str | None, year: int) -> dict[date, str]:
    """Dates to names, in the country's own words as they stand on its doors. No Sundays, no regions' days."""
    from holidays import country_holidays  # only here: it is slow to load

    if country not in countries():
        return {}
    own = country_holidays(country)
    found = country_holidays(country, years=year, expand=False, language=own.default_language)
    rest = {6} & own.weekend
    return {day: ", ".join(found.get_list(day)) for day in sorted(found) if day.weekday() not in rest}


def on(country: str, day: date) -> str | None:
    """What a country closes for on a date."""
    return of_year(country, day.year).get(day)
