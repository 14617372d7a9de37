"""Documents to keep, written only when somebody is given them."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

USUAL = timedelta(hours=1)
"""How long a meeting takes in a calendar: nobody is asked."""


@dataclass(frozen=True)
class CalendarEntry:
    """A meeting or event for somebody's own calendar (RFC 5545). A later `version` replaces an earlier one.

    `number` tells it from every other of its `sort`; `begins` and `made` are aware.
    """

    number: int
    version: int
    title: str
    place: str
    begins: datetime
    made: datetime
    name: str = "meeting.ics"
    sort: str = "meeting"
    lasts: timedelta = USUAL

    def write(self) -> bytes:
        """The calendar with its one entry, in UTC: each app shows it in its own zone."""
        from icalendar import Calendar, Event  # only here: a bot that writes none starts sooner without it

        event = Event()
        event.add("uid", f"{self.sort}-{self.number}@passerelle")
        event.add("sequence", self.version)
        event.add("dtstamp", self.made)
        event.add("dtstart", self.begins)
        event.add("dtend", self.begins + self.lasts)
        event.add("summary", self.title)
        event.add("location", self.place)
        calendar = Calendar()
        calendar.add("prodid", "-//Passerelle//Meetings//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add_component(event)
        return bytes(calendar.to_ical())


FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Spreadsheet:
    """Rows of text for a spreadsheet: CSV (RFC 4180) that opens with every script's letters right.

    What a program would take for a formula is led by an apostrophe, so that nobody's name calculates.
    """

    name: str
    rows: Sequence[Sequence[str]]

    def write(self) -> bytes:
        """All rows, the first with the headings."""
        out = io.StringIO()
        csv.writer(out).writerows([[_inert(cell) for cell in row] for row in self.rows])
        return out.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
