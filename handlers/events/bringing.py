"""What goes with coming to an event: whom somebody brings, and a file for their calendar."""

from db import attendance
from db.events import Event
from db.guests import Says
from handlers import when_and_where
from handlers.events import card, telling
from handlers.kit.documents import CalendarEntry
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs, plain

topic = Topic("bringing")


@topic.page
def ask(turn: Turn, event: Event) -> Screen:
    """With how many somebody comes."""
    _ = turn.words._
    if not _may(turn, event):
        return turn.show(event)
    numbers = range(event.most_brought + 1)
    return Screen(
        lines([_("Families and friends are welcome."), _("How many people do you bring?")]),
        [
            [Button(str(number), take.link(event, number)) for number in numbers],
            [Button(_("See event"), turn.link_to(event))],
        ],
    )


def _may(turn: Turn, event: Event) -> bool:
    own = attendance.of(turn.session, event, turn.person)
    return bool(event.most_brought and event.stands(turn.now) and own and own.says is Says.COMES)


@topic.page
def take(turn: Turn, event: Event, number: int) -> Screen:
    """Come with so many, if there are the places."""
    _ = turn.words._
    if number not in range(event.most_brought + 1):
        raise Gone
    if not _may(turn, event):
        return turn.show(event)
    done, moved = attendance.bring(turn.session, event, turn.person, number)
    telling.moved_up(turn, event, moved)
    return turn.show(event) if done else turn.show(event).saying(_("There are not so many places."))


@topic.page
def file(turn: Turn, event: Event) -> Screen:
    """The event as a file for somebody's own calendar."""
    _ = turn.words._
    if not event.stands(turn.now):
        raise Gone
    entry = CalendarEntry(
        event.id,
        event.version,
        card.title(turn, event),
        plain(when_and_where.named(turn.words, event.place)),
        event.begins_at,
        turn.now,
        "event.ics",
        "event",
        event.ends_at - event.begins_at,
    )
    return Screen(
        paragraphs(card.titled(turn, event), _("Open this file to keep the event in your calendar.")),
        [[Button(_("See event"), turn.link_to(event))]],
        document=entry,
    )
