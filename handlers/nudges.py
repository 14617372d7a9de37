"""The weekly word: now and then how it goes, else the next open step, or an idea to share, or nothing."""

from dataclasses import replace

from db import deliveries, goals, steps
from db.kinds import Kind
from db.pairs import Pair
from db.people import Person
from db.rhythm import next_weekly
from db.steps import Step
from handlers import closing, icebreakers, matters, pulse, review
from handlers.kit import ready
from handlers.kit.links import Gone, Silent
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines
from handlers.steps import about, change, finish, not_yet, smaller_row

topic = Topic("nudges")


def begin(turn: Turn, pair: Pair, person: Person) -> None:
    """Plan what comes by itself to one person of a pair, at their own weekday and hour."""
    due = next_weekly(turn.now, replace(person.weekly, weeks=1))
    deliveries.plan(turn.session, Kind.NUDGE, weekly.link(pair), due, person_id=person.id)
    matters.begin(turn, pair, person)
    review.begin(turn, pair, person)
    closing.begin(turn, pair, person)


@topic.page
def weekly(turn: Turn, pair: Pair) -> Screen:
    """How it goes, when it is time to ask; else an open step; else an idea. Silent when there is none."""
    if pair.ended_at:
        raise Gone
    if asked := pulse.due(turn):
        return pulse.ask(turn, asked)
    step = steps.next_open(turn.session, pair, turn.person)
    return _step(turn, step) if step else _idea(turn, pair)


def _step(turn: Turn, step: Step) -> Screen:
    _ = turn.words._
    return Screen(
        lines([_("Your next step:"), turn.words.bold(ready.step(turn.words, step)), *about(turn, step)]),
        [
            [Button(_("Done"), finish.link(step)), Button(_("Not yet"), not_yet.link(step))],
            [Button(_("Change it"), change.link(step))],
            *smaller_row(turn, step),
        ],
    )


def _idea(turn: Turn, pair: Pair) -> Screen:
    _ = turn.words._
    prompt = icebreakers.next_for(turn, pair)
    if prompt is None:
        raise Silent
    first = [] if goals.of_pair(turn.session, pair) else [_("Add a first goal")]
    return Screen(
        icebreakers.said(turn, prompt),
        [
            [Button(_("Another idea"), icebreakers.another.link(pair))],
            *[[Button(label, turn.link_to(pair))] for label in first],
        ],
    )
