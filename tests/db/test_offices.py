"""Office hours in every zone there is: the first moment at which somebody is there."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.hours import Hours
from db.offices import Office
from tests.db.cast import new_programme
from tests.db.test_rhythm import PARIS, moments, zones

QUARTER = timedelta(minutes=15)
weeks = st.frozensets(st.integers(0, 6), min_size=1)
spans = st.tuples(st.integers(0, 22), st.integers(1, 8)).map(
    lambda span: Hours(span[0], min(span[0] + span[1], 23))
)
offices = st.builds(Office, zones, weeks, spans)
SUNDAY_NIGHT = Office(PARIS, frozenset({6}), Hours(2, 3))


def there(office: Office, moment: datetime) -> bool:
    local = moment.astimezone(ZoneInfo(office.zone))
    return local.weekday() in office.days and local.hour in office.hours


@given(moments, offices)
@example(datetime(2027, 3, 28, 0, 30, tzinfo=UTC), SUNDAY_NIGHT)  # its only hour is skipped that week
@example(datetime(2027, 10, 31, 0, 30, tzinfo=UTC), SUNDAY_NIGHT)  # and comes twice in autumn
@example(datetime(2027, 6, 4, 15, tzinfo=UTC), Office("Asia/Kathmandu", frozenset({0}), Hours(9, 17)))
@example(datetime(2011, 12, 29, 12, tzinfo=UTC), Office("Pacific/Apia", frozenset({4}), Hours(9, 17)))
def test_it_opens_when_somebody_is_there_and_not_later(now: datetime, office: Office) -> None:
    opens = office.opens(now)
    assert there(office, opens)
    assert timedelta(0) <= opens - now <= timedelta(days=15)
    before = opens - timedelta(minutes=1)
    while before > now:
        assert not there(office, before)
        before -= QUARTER


@given(moments, offices)
def test_while_somebody_is_there_it_is_now(now: datetime, office: Office) -> None:
    opens = office.opens(now)
    assert office.opens(opens) == opens
    assert (opens == now) == there(office, now)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2027-03-01 08:00", "2027-03-01 08:00"),  # Monday, 9:00 in Paris
        ("2027-03-01 06:00", "2027-03-01 08:00"),
        ("2027-03-01 15:59", "2027-03-01 15:59"),
        ("2027-03-01 16:00", "2027-03-02 08:00"),
        ("2027-03-05 16:00", "2027-03-08 08:00"),  # Friday evening
        ("2027-03-06 10:00", "2027-03-08 08:00"),
    ],
)
def test_monday_to_friday_from_nine_to_five(now: str, opens: str) -> None:
    office = Office(PARIS, frozenset(range(5)), Hours(9, 17))
    assert office.opens(datetime.fromisoformat(f"{now}Z")) == datetime.fromisoformat(f"{opens}Z")


def test_a_programme_keeps_one_day_at_least() -> None:
    programme = new_programme("Marseille 2027")
    programme.office_days, programme.office_from, programme.office_to = "01", 9, 17
    assert programme.attend(5, on=True)
    assert programme.office_days == "015"
    assert programme.attend(0, on=False)
    assert programme.attend(1, on=False)
    assert not programme.attend(5, on=False)
    assert programme.office == Office(PARIS, frozenset({5}), Hours(9, 17))
