"""Listing: coordinators put somebody on the list of those who come, a member or anybody by first name."""

from markupsafe import Markup

from db import attendance, programmes
from db.events import Event
from db.guests import Guest, Says
from db.people import NAME_LENGTH, Person
from db.programmes import Member
from handlers.events import recalling, telling
from handlers.kit import leaves, private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

OFFERED = 8
"""How many members are offered at a time."""
topic = Topic("listing", coordinators=True)


@topic.page
def offer(turn: Turn, event: Event, first: int) -> Screen:
    """Members who have not said that they come, to be put on the list; anybody else by first name."""
    _ = turn.words._
    if not event.stands(turn.now):
        raise Gone
    found = leaves.leaf(_others(turn, event), first, OFFERED)
    return Screen(
        lines([_("Who comes?"), _("Tap a name, or write the first name of somebody else.")]),
        [
            *[[Button(each.person.called, put.link(event, each))] for each in found.shown],
            *found.more(_("More names"), lambda first: offer.link(event, first)),
        ],
        awaits=take_name.link(event),
        up=event.announcement,
    )


def _others(turn: Turn, event: Event) -> list[Member]:
    """Everybody in the programme who is not on the list, each once, by name."""
    listed = {each.person_id for each in attendance.guests(turn.session, event) if each.says is Says.COMES}
    members = programmes.members(turn.session, event.programme)
    found = {each.person_id: each for each in members if each.person_id not in listed}
    return sorted(found.values(), key=lambda each: each.person.called.casefold())


@topic.page
def put(turn: Turn, event: Event, member: Member) -> Screen:
    """Put a member on the list, who hears of it at once and may say something else."""
    if member.programme_id != event.programme.id or member.joined_at is None or not event.stands(turn.now):
        raise Gone
    own = attendance.of(turn.session, event, member.person)
    if own is None or own.says is not Says.COMES:
        own = attendance.put(turn.session, event, member.person, turn.now)
        recalling.plan(turn, event, own)
        telling.tell(turn, own, telling.listed.link(event), pressing=False)
    return offer(turn, event, 0).saying(_listed(turn, own))


def _listed(turn: Turn, own: Guest) -> Markup:
    _ = turn.words._
    if own.waits:
        return _("{name} is on the waiting list.", name=own.called)
    return _("{name} is on the list.", name=own.called)


@topic.reply
def take_name(turn: Turn, event: Event) -> Screen:
    """Somebody who is no member, by their first name."""
    name = turn.text(NAME_LENGTH, private.anything)
    if not name or not event.stands(turn.now):
        return offer(turn, event, 0)
    stranger = Person(name=name)
    return offer(turn, event, 0).saying(
        _listed(turn, attendance.put(turn.session, event, stranger, turn.now))
    )
