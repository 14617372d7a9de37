"""When and where: weekday, date, hour and place, always said together, and how to choose them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from markupsafe import Markup

from db import meetings, places
from db.meetings import Meeting
from db.pairs import Pair
from db.places import WORDS_LENGTH, Place, Spot
from db.rhythm import local_moment
from handlers.kit import private
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Page, Reply
from handlers.kit.screen import Button, Door, Row, Screen, in_rows
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines

HOURS = [time(hour) for hour in range(9, 21)]
CLOCK = re.compile(r"(\d{1,2})(?:\s*[:h.]\s*(\d{2})?)?")
Then = tuple[Page[[Pair, datetime, Place]], Page[[Pair, datetime, Spot]], Reply[[Pair, datetime]]]
"""Where the answers lead: a place they know, a sort of place, one that is written or shared."""

USUAL = 4
"""How many of the pair's own hours and places are offered."""

LOOKED_AT = 12
"""How many meetings back a pair's usual hours are looked for."""


def line(turn: Turn, meeting: Meeting) -> Markup:
    """When and where a meeting is, as the reader reads it on their own clock."""
    return said(turn, meeting.begins_at, meeting.place)


def said(turn: Turn, begins: datetime, place: Place | None) -> Markup:
    """The same of a meeting nobody has proposed yet."""
    return turn.words._(
        "{moment} · {place}",
        moment=turn.words.moment(begins, turn.person.zone),
        place=named(turn.words, place),
    )


def named(words: Words, place: Place | None) -> str:
    """A place in the reader's words, or as somebody wrote it."""
    if place and place.words:
        return place.words
    return spots(words)[place.spot if place and place.spot else Spot.LATER]


def spots(words: Words) -> dict[Spot, Markup]:
    """What each sort of place is called."""
    _ = words._
    return {
        Spot.CAFE: _("At a café"),
        Spot.PARK: _("In a park"),
        Spot.LIBRARY: _("At the library"),
        Spot.CALL: _("By phone or video"),
        Spot.LATER: _("Place still open"),
    }


def way_there(turn: Turn, place: Place | None) -> list[Row]:
    """A map of a place that was shared as a point."""
    if place is None or place.point is None:
        return []
    latitude, longitude = place.point
    url = f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}"
    return [[Door(turn.words._("Open the map"), url)]]


def hour_rows(turn: Turn, pair: Pair, day: date, link: Callable[[datetime], Link | None]) -> list[Row]:
    """The hours of a day, the pair's usual ones first; none where there is no link."""
    usual = _usual(turn, pair)
    own, others = (
        list(_hours(turn, day, hours, link))
        for hours in (usual, [each for each in HOURS if each not in usual])
    )
    return [row for row in (own, *in_rows(others, 4)) if row]


def _hours(
    turn: Turn, day: date, hours: Sequence[time], link: Callable[[datetime], Link | None]
) -> Iterator[Button]:
    for hour in hours:
        if found := link(local_moment(day, hour, turn.person.zone)):
            yield Button(turn.words.clock(hour), found)


def _usual(turn: Turn, pair: Pair) -> list[time]:
    """The clock times at which the pair has met, seen from the reader's zone, the most frequent first."""
    zone = ZoneInfo(turn.person.zone)
    found = meetings.past(turn.session, pair, turn.now, LOOKED_AT)
    counted = Counter(each.begins_at.astimezone(zone).time() for each in found)
    return [hour for hour, _ in counted.most_common(USUAL)]


def hour_said(turn: Turn, day: date, zone: str | None = None) -> datetime | None:
    """The moment somebody wrote as `18:30`, `18h30` or `18`, on a day of theirs; None for anything else.

    It is by the clock of a zone, or by their own.
    """
    found = CLOCK.fullmatch(turn.text(WORDS_LENGTH, private.nothing))
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        return None
    return local_moment(day, time(hour, minute), zone or turn.person.zone)


def place_asked(turn: Turn, pair: Pair, begins: datetime, then: Then) -> Screen:
    """Where it is, or was, on that day and hour."""
    _ = turn.words._
    lasting(pair)
    known, sort, said = then
    return Screen(
        lines(
            [
                turn.words.bold(turn.words.moment(begins, turn.person.zone)),
                _("Where? Tap, write it, or share a place."),
            ]
        ),
        place_rows(
            turn,
            pair,
            lambda place: known.link(pair, begins, place),
            lambda spot: sort.link(pair, begins, spot),
        ),
        awaits=said.link(pair, begins),
    )


def place_rows(
    turn: Turn, pair: Pair, place: Callable[[Place], Link], spot: Callable[[Spot], Link]
) -> list[Row]:
    """Where the pair has met lately, and the sorts of places."""
    recent = [each for each in meetings.places(turn.session, pair, USUAL) if each.words]
    others = [Button(name, spot(each)) for each, name in spots(turn.words).items()]
    return [*[[Button(each.words or "", place(each))] for each in recent], *in_rows(others, 1)]


def place_said(turn: Turn, pair: Pair) -> Place | None:
    """The place somebody wrote or shared, kept; None where they said nothing.

    A place has an address: only a number in it is asked about.
    """
    words = turn.text(WORDS_LENGTH, private.number)
    return places.named(turn.session, pair, turn.person, words, turn.now) if words else None


def at_spot(turn: Turn, pair: Pair, spot: Spot) -> Place:
    """A sort of place as a place of the pair."""
    return places.at_spot(turn.session, pair, turn.person, spot, turn.now)


def lasting(pair: Pair, place: Place | None = None) -> None:
    """Raises Gone for a pair that is over, and for a place of another pair."""
    if pair.ended_at or (place and place.pair_id != pair.id):
        raise Gone
