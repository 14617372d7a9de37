"""News of an event to those who answered: a place is free, it has moved, it is called off."""

from collections.abc import Iterable
from datetime import timedelta

from markupsafe import Markup

from db import announcements, attendance, deliveries, groups, postings
from db.events import Event
from db.guests import Guest
from db.kinds import Kind
from db.moments import presses
from handlers.community import faces
from handlers.events import card, recalling
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

NEAR = timedelta(days=1)
"""News of an event that would begin or begins within this time passes the quiet hours."""
topic = Topic("telling")


def tell(turn: Turn, guest: Guest, link: Link, pressing: bool) -> None:
    """Have a guest open a link now; in the quiet hours too where it presses."""
    if guest.person_id:
        kind = Kind.EVENT_SOON if pressing else Kind.EVENT
        deliveries.take_back(turn.session, link, guest.person_id)
        deliveries.plan(turn.session, kind, link, turn.now, person_id=guest.person_id)


def tell_all(turn: Turn, event: Event, link: Link, heard: tuple[Iterable[Guest], bool]) -> None:
    """Have these guests open a link now, and the groups in which the announcement stands."""
    guests, pressing = heard
    for guest in guests:
        tell(turn, guest, link, pressing)
    for group in groups.of_programme(turn.session, event.programme):
        if postings.stands(turn.session, group.id, announcements.link(event.announcement_id)):
            deliveries.plan(turn.session, Kind.POSTING, link, turn.now, group_id=group.id)


def moved_up(turn: Turn, event: Event, guests: Iterable[Guest]) -> None:
    """Have those who got a place know it at once."""
    for each in guests:
        if each.person and each.person_id != turn.person.id:
            tell(turn, each, place_free.link(event), presses(event.begins_at, each.person.zone, turn.now))
        recalling.plan(turn, event, each)


@topic.page
def place_free(turn: Turn, event: Event) -> Screen:
    """Somebody who waited has a place now. Gone where they left it, or it begins."""
    _ = turn.words._
    own = attendance.of(turn.session, event, turn.person)
    if own is None or not own.seated or not event.stands(turn.now):
        raise Gone
    return turn.show(event).saying(_("There is a place for you now."))


@topic.page
def moved(turn: Turn, event: Event, version: int) -> Screen:
    """It is at another time or place. Gone once it moved again, begins or is called off."""
    _ = turn.words._
    if event.version != version or not event.stands(turn.now):
        raise Gone
    if turn.group:
        return Screen(paragraphs(turn.words.bold(card.title(turn, event)), _in_each(turn, event)), ends=True)
    return turn.show(event).saying(_("This event has moved:"))


def _in_each(turn: Turn, event: Event) -> Markup:
    """The same in each language of a group."""
    return faces.in_each(
        turn, lambda words: lines([words._("This event has moved:"), card.invitation(words, event)])
    )


@topic.page
def called_off(turn: Turn, event: Event) -> Screen:
    """It does not take place."""
    if event.called_off_at is None:
        raise Gone
    return Screen(card.titled(turn, event), ends=turn.group is not None)


@topic.page
def listed(turn: Turn, event: Event) -> Screen:
    """A coordinator has put somebody on the list."""
    _ = turn.words._
    own = attendance.of(turn.session, event, turn.person)
    if own is None or not event.stands(turn.now) or not (own.seated or own.waits):
        raise Gone
    return turn.show(event).saying(_("Your coordinator put you on the list."))
