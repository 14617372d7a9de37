"""Reminders of an event: to those who come, the day before and on the day; to who is unsure, once."""

from db import attendance, deliveries
from db.events import Event
from db.guests import Guest, Says
from db.kinds import Kind
from db.moments import day_before, shortly_before
from db.people import Person
from db.rhythm import Habits, local_date, next_day
from handlers.events import turnout
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn

topic = Topic("recalling")


def plan(turn: Turn, event: Event, guest: Guest) -> None:
    """Have somebody hear what goes with their answer, and nothing else."""
    person, session = guest.person, turn.session
    if person is None:
        return
    which = (event, event.version)
    for version in (event.version - 1, event.version):
        for page in (soon, turnout.asked):
            deliveries.take_back(session, page.link(event, version), person.id)
    if not event.stands(turn.now) or guest.says is Says.CANNOT or guest.waits:
        return
    begins, zone = event.begins_at, person.zone
    before = [day_before(begins, zone, _hours(person))]
    if guest.seated and (today := shortly_before(begins, zone, person.quiet)):
        before.append(today)
    for due in before:
        if due > turn.now:
            deliveries.plan(session, Kind.EVENT_REMINDER, soon.link(*which), due, person_id=person.id)
    after = next_day(event.ends_at, zone, person.hour)
    deliveries.plan(session, Kind.EVENT_AFTER, turnout.asked.link(*which), after, person_id=person.id)


def _hours(person: Person) -> list[int]:
    return Habits(person.zone, person.quiet, person.reach).hours(others=True)


def replan(turn: Turn) -> None:
    """Plan anew for somebody whose clock or hours have changed."""
    for event, own in attendance.of_person(turn.session, turn.person):
        if event.stands(turn.now):
            plan(turn, event, own)


@topic.page
def soon(turn: Turn, event: Event, version: int) -> Screen:
    """It is near. Gone where it is another by now, or its reader said something else."""
    _ = turn.words._
    own = attendance.of(turn.session, event, turn.person)
    if own is None or own.says is Says.CANNOT or own.waits:
        raise Gone
    if event.version != version or not event.stands(turn.now):
        raise Gone
    zone = turn.person.zone
    today = local_date(event.begins_at, zone) == turn.today
    return turn.show(event).saying(
        _("Today:") if today else _("Soon:") if _far(turn, event) else _("Tomorrow:")
    )


def _far(turn: Turn, event: Event) -> bool:
    """Whether it is later than tomorrow on its reader's wall."""
    return (local_date(event.begins_at, turn.person.zone) - turn.today).days > 1
