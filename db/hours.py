"""Hours of a day as a clock on the wall shows them: those somebody sleeps, those in which others may come."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

DAY = 24


@dataclass(frozen=True)
class Hours:
    """From one full hour to another, local; across midnight where the first is the later one."""

    first: int
    last: int

    def __contains__(self, hour: object) -> bool:
        return isinstance(hour, int) and (hour - self.first) % DAY < (self.last - self.first) % DAY


def opening(now: datetime, zone: str, hours: Container[int]) -> datetime:
    """The first moment from now on whose local hour is one of these. Without any such hour it is now."""
    return first(now, zone, lambda local: local.hour in hours)


def first(now: datetime, zone: str, fits: Callable[[datetime], bool], most: int = 2 * DAY) -> datetime:
    """The first moment from now on that fits as a clock in the zone shows it.

    It walks from one full local hour to the next, so that a clock which is moved, by an hour or by half of
    one, leads no further than the next full hour. Where none of the `most` next hours fits it is now.
    """
    moment, place = now, ZoneInfo(zone)
    for _ in range(most):
        local = moment.astimezone(place)
        if fits(local):
            return moment
        gone = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
        moment += timedelta(hours=1) - gone
    return now
