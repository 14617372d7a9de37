"""Documents to keep, written only when somebody is given them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

USUAL = timedelta(hours=1)
"""How long a meeting takes in a calendar: nobody is asked."""


@dataclass(frozen=True)
class CalendarEntry:
    """A meeting for somebody's own calendar (RFC 5545). A later `version` replaces an earlier one.

    `number` tells it from every other meeting; `begins` and `made` are aware.
    """

    number: int
    version: int
    title: str
    place: str
    begins: datetime
    made: datetime
    name: str = "meeting.ics"

    def write(self) -> bytes:
        """The calendar with its one entry, in UTC: each app shows it in its own zone."""
        from icalendar import Calendar, Event  # only here: a bot that writes none starts sooner without it

        event = Event()
        event.add("uid", f"meeting-{self.number}@passerelle")
        event.add("sequence", self.version)
        event.add("dtstamp", self.made)
        event.add("dtstart", self.begins)
        event.add("dtend", self.begins + USUAL)
        event.add("summary", self.title)
        event.add("location", self.place)
        calendar = Calendar()
        calendar.add("prodid", "-//Passerelle//Meetings//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add_component(event)
        return bytes(calendar.to_ical())
