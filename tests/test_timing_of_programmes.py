"""What the operator types about hours: read, and refused with a sentence that helps."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable

import pytest

from bot import timing
from db.hours import Hours
from tests.db.cast import new_programme


@pytest.mark.parametrize(("text", "day"), [("thursday", 3), ("Mon", 0), ("SU", 6)])
def test_days_by_their_names(text: str, day: int) -> None:
    assert timing.weekday(text) == day


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (timing.weekday, "t"),
        (timing.weekday, "jeudi"),
        (timing.hour, "24"),
        (timing.hour, "six"),
        (timing.quiet, "21"),
        (timing.quiet, "9-21"),
        (timing.quiet, "21-13"),
        (timing.reach, "17-9"),
        (timing.reach, "always"),
        (timing.cap, "0"),
        (timing.days, "mon-"),
        (timing.days, ""),
        (timing.days, "weekend"),
        (timing.office, "17-9"),
        (timing.office, "9"),
        (timing.cap, "8"),
        (timing.grace, "-1"),
        (timing.grace, "601"),
    ],
)
def test_what_cannot_be_is_refused(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(ArgumentTypeError):
        read(text)


def test_hours_are_spans() -> None:
    assert timing.quiet("22-7") == Hours(22, 7)
    assert timing.reach("9-12") == Hours(9, 12)
    assert timing.reach("any") == Hours(0, 0)
    assert timing.office("9-17") == Hours(9, 17)


@pytest.mark.parametrize(
    ("text", "days"), [("mon-fri", "01234"), ("tue", "1"), ("mon,wed-thu", "023"), ("sat-mon", "056")]
)
def test_days_of_an_office(text: str, days: str) -> None:
    assert timing.days(text) == days


def test_an_office_is_named_as_it_is_typed() -> None:
    programme = new_programme("Marseille 2027")
    chosen = given(office_days="0124", office=Hours(10, 16))
    for name, value in {
        **PLAIN,
        **{name: value for name, value in chosen.items() if value is not None},
    }.items():
        setattr(programme, name, value)
    assert timing.about(programme).endswith("office mon,tue,wed,fri 10-16")


PLAIN = {"weekday": 3, "hour": 18, "cap": 1, "quiet_from": 21, "quiet_to": 9, "reach_from": 0, "reach_to": 0}


def given(**typed: object) -> dict[str, int | str | None]:
    nothing = dict.fromkeys(("weekday", "hour", "quiet", "reach", "cap", "office_days", "office", "grace"))
    return timing.chosen(Namespace(**(nothing | typed)))


def test_what_does_not_go_together_is_said() -> None:
    programme = new_programme("Marseille 2027")
    for name, value in PLAIN.items():
        setattr(programme, name, value)
    assert timing.trouble(programme, given()) is None
    assert "quiet hours (21-9)" in (timing.trouble(programme, given(hour=22)) or "")
    assert "never come" in (timing.trouble(programme, given(reach=Hours(6, 9))) or "")
    assert timing.trouble(programme, given(hour=8, quiet=Hours(22, 7))) is None
