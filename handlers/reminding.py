"""Reminders of a meeting to those who come: the evening before, shortly before, and one question after."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from db import deliveries, meetings
from db.kinds import Kind
from db.meetings import Meeting
from db.moments import evening_before, shortly_before
from db.people import Person
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn

AFTER = timedelta(hours=2)
"""From the beginning of a meeting to the question whether it happened."""

topic = Topic("reminding")


def plan(turn: Turn, meeting: Meeting) -> None:
    """Plan what everybody who comes is told; nothing before two have agreed."""
    if meeting.agreed:
        for each in meeting.pair.partners:
            if meeting.coming(each.person).comes:
                _plan(turn, meeting, each.person)


def replan(turn: Turn) -> None:
    """Plan anew for somebody whose clock has changed."""
    for meeting in meetings.of_person(turn.session, turn.person):
        if meeting.begins_at > turn.now and meeting.pair.ended_at is None:
            for link, _, _ in _due(meeting, turn.person):
                deliveries.take_back(turn.session, link, turn.person.id)
            if meeting.agreed and meeting.coming(turn.person).comes and meeting.stands:
                _plan(turn, meeting, turn.person)


def _plan(turn: Turn, meeting: Meeting, person: Person) -> None:
    for link, kind, due in _due(meeting, person):
        if due and due > turn.now:
            deliveries.plan(turn.session, kind, link, due, person_id=person.id)


def _due(meeting: Meeting, person: Person) -> Iterator[tuple[Link, Kind, datetime | None]]:
    begins, which = meeting.begins_at, (meeting, meeting.version)
    yield tomorrow.link(*which), Kind.REMINDER, evening_before(begins, person.zone)
    yield today.link(*which), Kind.REMINDER, shortly_before(begins, person.zone, person.quiet)
    yield did_you_meet.link(*which), Kind.AFTERWARDS, begins + AFTER


@topic.page
def tomorrow(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """The evening before."""
    _ = turn.words._
    _holds(turn, meeting, version)
    return turn.show(meeting).saying(_("You meet tomorrow:"))


@topic.page
def today(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """Two hours before."""
    _ = turn.words._
    _holds(turn, meeting, version)
    return turn.show(meeting).saying(_("You meet today:"))


def _holds(turn: Turn, meeting: Meeting, version: int) -> None:
    """Raises Gone where the meeting is another by now, or its reader does not come."""
    comes = meeting.agreed and meeting.coming(turn.person).comes
    if meeting.version != version or not (meeting.stands and comes) or meeting.begins_at <= turn.now:
        raise Gone


@topic.page
def did_you_meet(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """Asked of everybody who meant to come, until one has said that they did not meet."""
    own = meeting.coming(turn.person)
    if meeting.version != version or not (meeting.stands and meeting.agreed and own.comes) or own.face:
        raise Gone
    return turn.show(meeting)
