"""Hours of a day in every zone there is: the first moment at which a clock on the wall shows one of them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from db.hours import Hours, opening
from tests.db.test_rhythm import PARIS, moments, zones

MINUTE = timedelta(minutes=1)
spans = st.builds(Hours, st.integers(0, 23), st.integers(0, 23)).filter(lambda span: span.first != span.last)


@given(st.integers(0, 23), st.integers(0, 23), st.integers(0, 23))
def test_a_span_ends_where_another_begins(first: int, last: int, hour: int) -> None:
    if first == last:
        assert hour not in Hours(first, last)
    else:
        assert (hour in Hours(first, last)) != (hour in Hours(last, first))


@given(moments, zones, spans)
@example(datetime(2027, 3, 27, 23, 30, tzinfo=UTC), PARIS, Hours(2, 3))  # an hour that is skipped
@example(datetime(2027, 10, 31, 0, 30, tzinfo=UTC), PARIS, Hours(3, 4))  # after one that comes twice
@example(
    datetime(2027, 10, 2, 14, 45, tzinfo=UTC), "Australia/Lord_Howe", Hours(2, 3)
)  # half an hour skipped
@example(datetime(2027, 3, 27, 23, tzinfo=UTC), "Antarctica/Troll", Hours(2, 4))  # two hours skipped
@example(datetime(2027, 6, 1, 3, 20, tzinfo=UTC), "Asia/Kathmandu", Hours(9, 21))  # a quarter past
def test_it_opens_at_the_first_such_hour(now: datetime, zone: str, hours: Hours) -> None:
    opens, place = opening(now, zone, hours), ZoneInfo(zone)
    assert opens.astimezone(place).hour in hours
    assert timedelta(0) <= opens - now <= timedelta(days=2)
    before = opens - MINUTE
    while before > now:
        assert before.astimezone(place).hour not in hours
        before -= timedelta(minutes=30)


@given(moments, zones)
def test_without_any_hour_it_is_now(now: datetime, zone: str) -> None:
    assert opening(now, zone, ()) == now
