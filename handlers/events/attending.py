"""Attending: a member says whether they come to an event, and may change it until it begins."""

import re
from dataclasses import replace

from markupsafe import Markup

from db import attendance, events, seating
from db.announcements import Announcement
from db.events import Event
from db.guests import Guest, Says
from handlers import when_and_where
from handlers.events import bringing, card, recalling, telling, turnout
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Door, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

PREFIX = "e-"
"""Begins what the door of an event in a group carries: `e-12` leads to event 12."""
DOOR = re.compile(rf"{PREFIX}([0-9]{{1,15}})")
topic = Topic("attending")


def invite(turn: Turn, announcement: Announcement, screen: Screen) -> Screen:
    """An announcement with when, where and how to answer or what was answered, if it invites to something."""
    event = events.of(turn.session, announcement)
    if event is None:
        return screen
    text = paragraphs(screen.text, card.told(turn, event))
    if turn.group is None:
        own = attendance.of(turn.session, event, turn.person)
        text = paragraphs(text, _said(turn, event, own))
        return replace(screen, text=text, rows=[*screen.rows, *_answers(turn, event, own)])
    door = Door(turn.words._("Answer in private"), turn.deep_link(f"{PREFIX}{event.id}"))
    rows = [[door]] if event.stands(turn.now) else []
    return replace(screen, text=text, rows=[*screen.rows, *rows], ends=True)


def enter(turn: Turn, payload: str) -> Screen:
    """What the door in a group opens: the event, or a kind word to those who are not members."""
    found = DOOR.fullmatch(payload)
    if found is None:
        raise Gone
    if turn.person.id is None or turn.person.joining is not None:
        return Screen(turn.words._("Only members of the programme answer here."), ends=True)
    event = Event.seen_by(turn.session, turn.person, int(found[1]))
    return show(turn, event) if event else Screen(turn.words._("Only members of the programme answer here."))


def _answers(turn: Turn, event: Event, own: Guest | None) -> list[Row]:
    """What one can say, as long as one can, but for what they have said of the event as it is now."""
    _ = turn.words._
    if not event.stands(turn.now):
        return []
    known = own.says if own and own.version == event.version else None
    seated = own is not None and own.seated
    full = not seated and attendance.counts(turn.session, event).left == 0
    labels = {
        Says.COMES: _("Waiting list") if full else _("I come"),
        Says.MAYBE: _("Maybe"),
        Says.CANNOT: _("I cannot"),
    }
    return [
        [
            Button(label, answer.link(event, event.version, says))
            for says, label in labels.items()
            if says is not known
        ]
    ]


@topic.page
def show(turn: Turn, event: Event) -> Screen:
    """One event: when and where, what its reader said, and what they can do."""
    own = attendance.of(turn.session, event, turn.person)
    text = paragraphs(card.titled(turn, event), _said(turn, event, own))
    if event.over(turn.now) and own and own.invited:
        return Screen(text, [[Button(turn.words._("Were you there?"), turnout.question.link(event))]])
    rows = _rows(turn, event, own) if event.stands(turn.now) else []
    return Screen(text, [*rows, *when_and_where.way_there(turn, event.place)])


def _said(turn: Turn, event: Event, own: Guest | None) -> Markup | None:
    """What its reader has answered, and what that means now."""
    _ = turn.words._
    if event.called_off_at or own is None:
        return None
    if not event.stands(turn.now):
        return mine(turn.words, own)
    asked = _("Does this suit you?") if own.says is Says.CANNOT else _("Does it still suit you?")
    moved = own.version < event.version
    return lines([mine(turn.words, own), _place_in_line(turn, event, own), asked if moved else None])


def mine(words: Words, own: Guest) -> Markup:
    """What somebody has answered."""
    _, n_ = words._, words.n_
    if own.says is Says.MAYBE:
        return _("You come perhaps.")
    if own.says is Says.CANNOT:
        return _("You cannot come.")
    if own.waits:
        return _("You wait for a place.")
    return (
        n_("You come with {n} person.", "You come with {n} people.", own.brings)
        if own.brings
        else _("You come.")
    )


def _place_in_line(turn: Turn, event: Event, own: Guest) -> Markup | None:
    _ = turn.words._
    if not own.waits:
        return None
    line = [each.id for each in seating.queue(attendance.guests(turn.session, event))]
    return lines(
        [
            _("Your number on the waiting list: {n}", n=line.index(own.id) + 1),
            _("You hear at once when there is a place."),
        ]
    )


def _rows(turn: Turn, event: Event, own: Guest | None) -> list[Row]:
    _ = turn.words._
    if own is None or own.version < event.version or own.says is not Says.COMES:
        return _answers(turn, event, own)
    return [
        *([[Button(_("I bring someone"), bringing.ask.link(event))]] if event.most_brought else []),
        *([[Button(_("Add to calendar"), bringing.file.link(event))]] if own.seated else []),
        *_answers(turn, event, own),
    ]


@topic.page
def answer(turn: Turn, event: Event, version: int, says: Says) -> Screen:
    """Keep an answer to the event as its reader saw it; if it has moved meanwhile, it is only shown."""
    _ = turn.words._
    attendance.hold(turn.session, event)
    if not event.stands(turn.now):
        return show(turn, event).saying(_("No more answers are taken."))
    if event.version != version:
        return show(turn, event).saying(_("Something has changed meanwhile. Please look again."))
    telling.moved_up(turn, event, attendance.say(turn.session, event, turn.person, says, turn.now))
    own = attendance.of(turn.session, event, turn.person)
    if own:
        recalling.plan(turn, event, own)
    remarks = {
        Says.COMES: _("Good. You will get a reminder."),
        Says.CANNOT: _("All right. Perhaps next time."),
    }
    known = None if own and own.waits else remarks.get(says)
    return show(turn, event).saying(known) if known else show(turn, event)
