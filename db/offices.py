"""Offices: on which days of a week and at which hours somebody is there to read what people write."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.hours import DAY, Hours, first

WEEK = range(7)
WEEKDAYS = "01234"
"""Monday to Friday: how days, counted from Monday (0), stand in the database."""

FURTHEST = 15 * DAY
"""How many hours one looks ahead: an hour that is skipped in spring may be the only one of its week."""


@dataclass(frozen=True)
class Office:
    """Weekdays, counted from Monday (0), and hours, both as a clock in the zone shows them."""

    zone: str
    days: frozenset[int]
    hours: Hours

    def opens(self, now: datetime) -> datetime:
        """The first moment from now on at which somebody is there; now, if somebody is."""
        return first(now, self.zone, self._open, FURTHEST)

    def _open(self, local: datetime) -> bool:
        return local.weekday() in self.days and local.hour in self.hours


class Attended:
    """What a programme has: its office hours, full ones within one day, on one weekday at least."""

    zone: Mapped[str]
    office_days: Mapped[str] = mapped_column(String(7), default=WEEKDAYS, server_default=WEEKDAYS)
    office_from: Mapped[int] = mapped_column(default=9, server_default="9")
    office_to: Mapped[int] = mapped_column(default=17, server_default="17")

    @property
    def office(self) -> Office:
        """When its coordinators look at what people write."""
        days = frozenset(map(int, self.office_days))
        return Office(self.zone, days, Hours(self.office_from, self.office_to))

    def attend(self, day: int, on: bool) -> bool:
        """Be there on a weekday, or not. False where it is the last one there is."""
        days = self.office.days | {day} if on else self.office.days - {day}
        if days:
            self.office_days = "".join(map(str, sorted(days)))
        return bool(days)
