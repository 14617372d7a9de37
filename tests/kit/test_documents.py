"""Documents: a calendar reads back what was put into it, whatever script the words are in."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from handlers.kit.documents import CalendarEntry
from tests.moments import moments_between

MADE = datetime(2027, 3, 1, 9, tzinfo=UTC)
moments = moments_between(2024, 2035)
words = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)


def read(entry: CalendarEntry) -> Calendar:
    calendar = Calendar.from_ical(entry.write())
    assert isinstance(calendar, Calendar)
    return calendar


@given(moments, words, words)
def test_what_is_written_is_read(begins: datetime, title: str, place: str) -> None:
    begins = begins.replace(microsecond=0)
    [event] = read(CalendarEntry(7, 2, title, place, begins, MADE)).events
    assert (event["summary"], event["location"]) == (title, place)
    assert (event.start, event.end) == (begins, begins + timedelta(hours=1))
    assert (event["uid"], event["sequence"]) == ("meeting-7@passerelle", 2)


def test_lines_are_as_short_as_calendars_want_them() -> None:
    written = CalendarEntry(1, 1, "لقاء مع Nia " * 20, "Café", MADE, MADE).write()
    lines = written.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert max(map(len, lines)) <= 75
