"""Closed days: a country's own legal days, in the words on its doors."""

from datetime import date

import pytest

from db import closed


def test_france_in_2027() -> None:
    assert [f"{day:%m-%d} {name}" for day, name in closed.of_year("FR", 2027).items()] == [
        "01-01 Jour de l'an",
        "03-29 Lundi de Pâques",
        "05-01 Fête du Travail",
        "05-06 Ascension",
        "05-08 Fête de la Victoire",
        "05-17 Lundi de Pentecôte",
        "07-14 Fête nationale",
        "11-01 Toussaint",
        "11-11 Armistice",
        "12-25 Noël",
    ]


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("GR", "2027-10-28", "Ημέρα του Όχι"),
        ("NO", "2028-05-17", "Grunnlovsdag"),
        ("TR", "2027-08-30", "Zafer Bayramı"),
    ],
)
def test_a_day_is_called_as_its_country_calls_it(country: str, day: str, name: str) -> None:
    assert name in (closed.on(country, date.fromisoformat(day)) or "")


def test_a_sunday_is_closed_anyway() -> None:
    assert closed.on("FR", date(2027, 8, 15)) is None
    assert closed.on("FR", date(2028, 8, 15)) == "Assomption"


def test_several_on_one_day() -> None:
    assert closed.on("NO", date(2027, 5, 17)) == "Andre pinsedag, Grunnlovsdag"


def test_a_country_that_nobody_knows_closes_never() -> None:
    assert closed.of_year("XX", 2027) == closed.of_year(None, 2027) == {}
    assert "XX" not in closed.countries()


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Paris", "FR"),
        ("Europe/Athens", "GR"),
        ("Europe/Oslo", "NO"),
        ("UTC", None),
        ("Etc/UTC", None),
    ],
)
def test_a_zone_lies_in_a_country(zone: str, country: str | None) -> None:
    assert closed.country_of(zone) == country
