"""Moments that property tests draw."""

from datetime import UTC, datetime

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy


def moments_between(first: int, last: int) -> SearchStrategy[datetime]:
    """Aware moments in UTC, from the first day of a year to the last of another."""
    bounds = datetime(first, 1, 1, tzinfo=UTC), datetime(last, 12, 31, tzinfo=UTC)
    return st.datetimes(*(each.replace(tzinfo=None) for each in bounds), timezones=st.just(UTC))
