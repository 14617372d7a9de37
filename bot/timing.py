"""What the operator types about hours: read, and refused with a sentence that helps."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable, Mapping
from typing import Any

from db.hours import DAY, Hours
from db.programmes import Programme
from db.waking import NIGHT_BEGINS, NIGHT_ENDS

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOST = 7
LONGEST_GRACE = 600


def weekday(text: str) -> int:
    """A day by its English name, or its first letters; counted from Monday (0)."""
    found = [day for day in DAYS if len(text) > 1 and day.startswith(text.casefold())]
    if len(found) != 1:
        raise ArgumentTypeError(f"{text!r} is no weekday. An example: thursday")
    return DAYS.index(found[0])


def hour(text: str) -> int:
    """A full hour of the day."""
    if not text.isdecimal() or int(text) > 23:
        raise ArgumentTypeError(f"{text!r} is no full hour. An example: 18")
    return int(text)


def quiet(text: str) -> Hours:
    """Quiet hours: a night."""
    found = _span(text, "21-9")
    if found.first not in NIGHT_BEGINS or found.last not in NIGHT_ENDS:
        raise ArgumentTypeError("Quiet hours begin between 19 and 23 and end between 6 and 11.")
    return found


def reach(text: str) -> Hours:
    """Hours of a day in which others may come; `any` for all that are not quiet."""
    if text.casefold() == "any":
        return Hours(0, 0)
    found = _span(text, "9-17")
    if found.first >= found.last:
        raise ArgumentTypeError("These hours lie within one day. An example: 9-17")
    return found


def days(text: str) -> str:
    """Days of a week as the database keeps them: some of them, or from one to another."""
    found = {day for part in text.split(",") for day in _days(part)}
    return "".join(map(str, sorted(found)))


def _days(text: str) -> list[int]:
    first, dash, last = text.partition("-")
    begins, ends = weekday(first), weekday(last if dash else first)
    return [(begins + n) % len(DAYS) for n in range((ends - begins) % len(DAYS) + 1)]


def office(text: str) -> Hours:
    """The hours of an office, within one day."""
    found = _span(text, "9-17")
    if found.first >= found.last:
        raise ArgumentTypeError("Office hours lie within one day. An example: 9-17")
    return found


def cap(text: str) -> int:
    """How many a week."""
    if not text.isdecimal() or not 0 < int(text) <= MOST:
        raise ArgumentTypeError(f"A number from 1 to {MOST}, please.")
    return int(text)


def grace(text: str) -> int:
    """So many seconds an announcement waits after it was sent."""
    if not text.isdecimal() or int(text) > LONGEST_GRACE:
        raise ArgumentTypeError(f"A number of seconds from 0 to {LONGEST_GRACE}, please.")
    return int(text)


def _span(text: str, example: str) -> Hours:
    first, dash, last = text.partition("-")
    if not dash:
        raise ArgumentTypeError(f"{text!r} are no hours. An example: {example}")
    return Hours(hour(first), hour(last))


def chosen(options: Namespace) -> dict[str, int | str | None]:
    """The programme's columns as far as they were typed."""
    quiet, reach, office = options.quiet, options.reach, options.office
    return {
        "weekday": options.weekday,
        "hour": options.hour,
        "quiet_from": quiet and quiet.first,
        "quiet_to": quiet and quiet.last,
        "reach_from": reach and reach.first,
        "reach_to": reach and reach.last,
        "cap": options.cap,
        "grace": options.grace,
        "office_days": options.office_days,
        "office_from": office and office.first,
        "office_to": office and office.last,
    }


def trouble(programme: Programme, given: Mapping[str, Any]) -> str | None:
    """What does not go together, with what the programme says already."""
    now = {name: getattr(programme, name) if value is None else value for name, value in given.items()}
    quiet = Hours(now["quiet_from"], now["quiet_to"])
    if now["hour"] in quiet:
        return f"{now['hour']}:00 is in the quiet hours ({quiet.first}-{quiet.last}). Choose another hour."
    reach = Hours(now["reach_from"], now["reach_to"])
    if reach.first != reach.last and not any(each in reach for each in range(DAY) if each not in quiet):
        return "All these hours are quiet: news from others would never come."
    return None


def about(programme: Programme) -> str:
    """What people who join begin with, in a few words."""
    quiet, reach = programme.quiet, programme.reach
    return (
        f"{DAYS[programme.weekday]} {programme.hour}:00, quiet {quiet.first}-{quiet.last},"
        f" news {f'{reach.first}-{reach.last}' if reach else 'at any other hour'}, {programme.cap} a week,"
        f" announcements wait {programme.grace} s,"
        f" office {_named(programme.office.days)} {programme.office_from}-{programme.office_to}"
    )


def _named(days: Iterable[int]) -> str:
    return ",".join(DAYS[day][:3] for day in sorted(days))
