"""Hours of a day as a clock on the wall shows them: those somebody sleeps, those in which others may come."""

from collections.abc import Container
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
    """The first moment from now on whose local hour is one of these.

    It walks from one full local hour to the next, so that a clock which is moved, by an hour or by half of
    one, leads no further than the next full hour. Without any such hour it is now.
    """
    moment, place = now, ZoneInfo(zone)
    for _ in range(2 * DAY):
        local = moment.astimezone(place)
        if local.hour in hours:
            return moment
        gone = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
        moment += timedelta(hours=1) - gone
    return now
