"""The door: the list of those who come as a picture and as a table, and a tick for everybody who is there."""

from collections.abc import Iterator

from db import attendance
from db.events import Event
from db.guests import Guest
from handlers.drawing.letters import legible
from handlers.drawing.roll import Entry, Roll
from handlers.events import card, turnout
from handlers.kit import leaves
from handlers.kit.documents import Spreadsheet
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, clipped, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs, plain

ON_A_PICTURE = 30
ON_A_SCREEN = 10
"""How many guests there is room for."""
NAME_LENGTH = 30
topic = Topic("door", coordinators=True)


def _guests(turn: Turn, event: Event) -> list[Guest]:
    """Those who come, by name. Raises Gone for a draft and for what is called off."""
    if event.announcement.sent_at is None or event.called_off_at:
        raise Gone
    found = [each for each in attendance.guests(turn.session, event) if each.seated]
    return sorted(found, key=lambda each: each.called.casefold())


@topic.page
def show(turn: Turn, event: Event, first: int) -> Screen:
    """A picture of the list, some names at a time."""
    _, n_ = turn.words._, turn.words.n_
    found = _guests(turn, event)
    if first < 0 or (first and first >= len(found)):
        raise Gone
    people = sum(each.party for each in found)
    if not found:
        return Screen(
            paragraphs(card.titled(turn, event), _("Nobody is on the list yet.")), up=event.announcement
        )
    return Screen(
        paragraphs(
            turn.words.bold(card.title(turn, event)),
            lines([card.when(turn.words, event), n_("{n} person comes.", "{n} people come.", people)]),
        ),
        [*_ways(turn, event, first, len(found))],
        picture=_roll(turn, event, found, first),
        up=event.announcement,
    )


def _ways(turn: Turn, event: Event, first: int, count: int) -> Iterator[Row]:
    _ = turn.words._
    if first + ON_A_PICTURE < count:
        yield [Button(_("More names"), show.link(event, first + ON_A_PICTURE))]
    yield [Button(_("As a table"), sheet.link(event))]
    yield [Button(_("Tick who is there"), ticks.link(event, 0))]


def _roll(turn: Turn, event: Event, found: list[Guest], first: int) -> Roll:
    words = turn.words
    local = words.moment(event.begins_at, event.programme.zone)
    shown = found[first : first + ON_A_PICTURE]
    return Roll(
        words.language,
        words.rtl,
        clipped(legible(card.title(turn, event)), NAME_LENGTH * 2) or plain(words._("List for the door")),
        str(local.striptags()),
        tuple(
            Entry(number, _drawn(words, each), each.brings, each.there is True)
            for number, each in enumerate(shown, first + 1)
        ),
    )


def _drawn(words: Words, guest: Guest) -> str:
    """A name as it can be drawn; where our fonts lack its letters, that it stands in the table."""
    return clipped(legible(guest.called), NAME_LENGTH) or plain(words._("See the table for this name"))


@topic.page
def sheet(turn: Turn, event: Event) -> Screen:
    """The list as a file that opens as a table."""
    _ = turn.words._
    rows = [
        [each.called, str(each.brings), plain(_("Yes")) if each.there else ""]
        for each in _guests(turn, event)
    ]
    heads = [plain(each) for each in (_("Name"), _("Brings"), _("Was there"))]
    return Screen(
        paragraphs(turn.words.bold(card.title(turn, event)), _("This file opens as a table.")),
        [[Button(_("List for the door"), show.link(event, 0))]],
        document=Spreadsheet("list.csv", [heads, *rows]),
        up=event.announcement,
    )


@topic.page
def ticks(turn: Turn, event: Event, first: int) -> Screen:
    """A tick for everybody who is there, on the day itself or after it."""
    _ = turn.words._
    found = leaves.leaf(_guests(turn, event), first, ON_A_SCREEN)
    return Screen(
        paragraphs(
            turn.words.bold(card.title(turn, event)),
            lines([_("Who is there? Tap a name."), turnout.said(turn, event)]),
        ),
        [
            *[
                [
                    Button(
                        ticked(_label(turn.words, each), each.there is True),
                        tick.link(event, each.id, int(not each.there)),
                    )
                ]
                for each in found.shown
            ],
            *found.more(_("More names"), lambda first: ticks.link(event, first)),
            [Button(_("List for the door"), show.link(event, 0))],
        ],
        up=event.announcement,
    )


def _label(words: Words, guest: Guest) -> str:
    return words._("{name} +{n}", name=guest.called, n=guest.brings) if guest.brings else guest.called


@topic.page
def tick(turn: Turn, event: Event, number: int, there: int) -> Screen:
    """Somebody is there (1), or the tick was a mistake (0)."""
    found = _guests(turn, event)
    place = next((place for place, each in enumerate(found) if each.id == number), None)
    if place is None or there not in (0, 1):
        raise Gone
    if bool(there) is not bool(found[place].there):
        found[place].there = True if there else None
    turn.session.flush()
    return ticks(turn, event, leaves.around(place, ON_A_SCREEN))
