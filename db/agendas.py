"""Agendas: of which days somebody hears, and at which moments of their own. Pure; days are local dates."""

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from db import almanac, closed
from db.observances import Observance
from db.people import Person
from db.rhythm import QUIET, Weekly, local_date, local_moment

DAY = timedelta(days=1)
FURTHEST = 400
"""How many days ahead one looks: every day that comes each year lies in them."""


class Part(enum.StrEnum):
    """When on a day: in the morning what is on that day, in the evening what is on the next."""

    MORNING = "morning"
    EVENING = "evening"


def moment(day: date, part: Part, weekly: Weekly) -> datetime:
    """When a message of a day is due: as most quiet hours end, or in the evening at somebody's own hour."""
    return local_moment(day, time(QUIET.last if part is Part.MORNING else weekly.hour), weekly.zone)


@dataclass(frozen=True)
class Look:
    """A moment at which there is something to hear: on which date, in which part of it."""

    day: date
    part: Part
    due: datetime


@dataclass(frozen=True)
class Agenda:
    """Of what somebody hears: days of their `own`, those `shared` with them, closed days of `countries`."""

    own: frozenset[Observance] = frozenset()
    shared: Mapping[Observance, tuple[Person, ...]] = field(default_factory=dict)
    countries: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.own or self.shared or self.countries)

    def of_own(self, day: date) -> list[Observance]:
        """Their own on a date."""
        return [each for each in almanac.on(day) if each in self.own]

    def of_others(self, day: date) -> list[tuple[Observance, tuple[Person, ...]]]:
        """Others' on a date, each with whose it is."""
        return [(each, self.shared[each]) for each in almanac.on(day) if each in self.shared]

    def closed(self, day: date) -> list[str]:
        """Why offices are closed on a date."""
        found = [closed.on(country, day) for country in self.countries]
        return list(dict.fromkeys(name for name in found if name))

    def looks(self, weekly: Weekly, after: datetime) -> Iterator[Look]:
        """What comes after a moment: their own in the morning, the rest at their hour of the day before."""
        today = local_date(after, weekly.zone)
        for n in range(FURTHEST if self else 0):
            for look in self._on(today + n * DAY, weekly):
                if look.due > after:
                    yield look

    def _on(self, day: date, weekly: Weekly) -> Iterator[Look]:
        if self.of_own(day):
            yield Look(day, Part.MORNING, moment(day, Part.MORNING, weekly))
        if self.of_others(day + DAY) or self.closed(day + DAY):
            yield Look(day, Part.EVENING, moment(day, Part.EVENING, weekly))

    def ahead(self, start: date) -> list[tuple[date, Observance]]:
        """Days of their own and of others', each when it comes next from a date on, in order."""
        dates = ((almanac.next_date(each, start), each) for each in {*self.own, *self.shared})
        return sorted((day, each) for day, each in dates if day)

    def closed_ahead(self, start: date) -> Iterator[tuple[date, str]]:
        """Closed days with their names, from a date on."""
        for n in range(FURTHEST):
            for name in self.closed(start + n * DAY):
                yield start + n * DAY, name
