"""Agendas: when somebody hears of which day, in every zone and around every change of the clock."""

from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from db import almanac
from db.agendas import Agenda, Part
from db.observances import Observance
from db.people import Person
from db.rhythm import QUIET, Weekly, local_date, quiet_until
from tests.moments import moments_between

ADA = Person(name="Ada")
EXAMPLES = 500

zones = st.sampled_from(sorted(available_timezones() - {"localtime"}))
agendas = st.builds(
    Agenda,
    st.frozensets(st.sampled_from(Observance)),
    st.dictionaries(st.sampled_from(Observance), st.just((ADA,))),
    st.sampled_from([(), ("FR",), ("GR", "NO")]),
)
weeklies = st.builds(Weekly, zones, st.integers(0, 6), st.integers(9, 20))


@settings(max_examples=EXAMPLES)
@given(agendas, weeklies, moments_between(2026, 2034))
def test_what_comes_comes_in_order_and_never_in_the_quiet_hours(
    agenda: Agenda, weekly: Weekly, now: datetime
) -> None:
    looks = list(islice(agenda.looks(weekly, now), 30))
    dues = [look.due for look in looks]
    assert dues == sorted(dues)
    assert len({(look.day, look.part) for look in looks}) == len(looks)
    for look in looks:
        local = look.due.astimezone(ZoneInfo(weekly.zone))
        assert look.due > now
        assert local.date() == look.day
        assert local.hour not in QUIET
        assert quiet_until(look.due, weekly.zone) is None


@settings(max_examples=EXAMPLES)
@given(agendas, weeklies, moments_between(2026, 2034))
def test_nothing_of_a_year_is_lost(agenda: Agenda, weekly: Weekly, now: datetime) -> None:
    looks = {(look.day, look.part) for look in agenda.looks(weekly, now)}
    start = local_date(now, weekly.zone) + timedelta(days=2)
    for n in range(365):
        day = start + timedelta(days=n)
        assert bool(agenda.of_own(day)) == ((day, Part.MORNING) in looks)
        told_before = bool(agenda.of_others(day) or agenda.closed(day))
        assert told_before == ((day - timedelta(days=1), Part.EVENING) in looks)


@settings(max_examples=EXAMPLES)
@given(st.sampled_from(Observance), weeklies, moments_between(2026, 2034))
def test_a_day_is_heard_of_once(observance: Observance, weekly: Weekly, now: datetime) -> None:
    """Whoever looks anew after each look hears of every date once."""
    agenda, heard = Agenda(own=frozenset({observance})), []
    for _ in range(3):
        look = next(agenda.looks(weekly, now), None)
        if look is None:
            break
        heard.append(look.day)
        now = look.due
    assert len(set(heard)) == len(heard)
    assert all(observance in almanac.on(day) for day in heard)


def test_the_same_reason_of_two_countries_is_said_once() -> None:
    assert Agenda(countries=("FR", "BE")).closed(date(2027, 12, 25)) == ["Noël", "Kerstmis"]
    assert Agenda(countries=("GB", "IE")).closed(date(2027, 1, 1)) == ["New Year's Day"]
