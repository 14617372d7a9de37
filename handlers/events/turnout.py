"""After an event: were you there, and thanks."""

from markupsafe import Markup

from db import attendance
from db.events import Event
from db.guests import Guest
from handlers.events import card
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("turnout")


@topic.page
def asked(turn: Turn, event: Event, version: int) -> Screen:
    """Asked on the day after of those who meant to come, or perhaps; thanks where it is known."""
    if event.version != version:
        raise Gone
    own = _own(turn, event)
    return question(turn, event) if own.there is None else thanks(turn, event)


def _own(turn: Turn, event: Event) -> Guest:
    """The reader's answer. Raises Gone before it is over, and for those who did not mean to come."""
    own = attendance.of(turn.session, event, turn.person)
    if own is None or not event.over(turn.now) or not own.invited:
        raise Gone
    return own


@topic.page
def question(turn: Turn, event: Event) -> Screen:
    """Were you there?"""
    _ = turn.words._
    _own(turn, event)
    return Screen(
        paragraphs(turn.words.bold(card.title(turn, event)), _("Were you there?")),
        [
            [Button(_("I was there"), yes.link(event))],
            [Button(_("Not this time"), no.link(event))],
        ],
    )


@topic.page
def yes(turn: Turn, event: Event) -> Screen:
    """They were there."""
    _own(turn, event).there = True
    return thanks(turn, event)


@topic.page
def no(turn: Turn, event: Event) -> Screen:
    """They were not: no fault, and no question why."""
    _own(turn, event).there = False
    return thanks(turn, event)


def said(turn: Turn, event: Event) -> Markup | None:
    """How many were there, as far as anybody has said."""
    came = attendance.came(turn.session, event)
    return turn.words.n_("{n} person was there.", "{n} people were there.", came) if came else None


def thanks(turn: Turn, event: Event) -> Screen:
    """A kind word to either answer, which can be changed."""
    _ = turn.words._
    there = _own(turn, event).there
    said = lines([_("Thank you for coming."), _("It was good to have you there.")])
    missed = lines([_("All right. That happens."), _("Perhaps next time.")])
    return Screen(
        paragraphs(turn.words.bold(card.title(turn, event)), said if there else missed),
        [[Button(_("Change answer"), question.link(event))]],
    )
