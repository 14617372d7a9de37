"""Waiting for an answer: a soft word after a week; then it goes back, or several that are there open."""

from datetime import timedelta

from db import answers, deliveries
from db.answers import GIVEN_BACK_AFTER, REMINDED_AFTER, Answer, Exchange
from db.icebreakers import Icebreaking
from db.kinds import Kind
from db.pairs import Pair
from db.rhythm import next_day
from handlers.ice import opened, taking_back, wording
from handlers.kit import held
from handlers.kit.links import Gone
from handlers.kit.media import Shared
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

DAY = timedelta(days=1)
topic = Topic("waiting")


def begin(turn: Turn, found: Exchange) -> None:
    """Plan the soft word to those who have said nothing, and the way back of one's own answer."""
    idea, first = found.idea, found.first
    if first is None or found.open:
        return
    for each in idea.pair.people:
        if found.of(each) is None:
            due = next_day(first + REMINDED_AFTER - DAY, each.zone, each.hour)
            deliveries.plan(
                turn.session, Kind.ANSWER_ASKED, remind.link(idea.pair, idea), due, person_id=each.id
            )
    due = next_day(first + GIVEN_BACK_AFTER, turn.person.zone, turn.person.hour)
    link = given_back.link(idea.pair, idea)
    deliveries.plan(turn.session, Kind.GIVEN_BACK, link, due, person_id=turn.person.id)


@topic.page
def remind(turn: Turn, pair: Pair, idea: Icebreaking) -> Screen:
    """A soft word to whoever has said nothing. Gone where nobody waits, or not that long."""
    _ = turn.words._
    found = _of(turn, pair, idea)
    if not found.asks(turn.person, turn.now) or turn.now < (found.first or turn.now) + REMINDED_AFTER - DAY:
        raise Gone
    return Screen(
        paragraphs(
            wording.said(turn, idea),
            lines(
                [
                    _("There is an answer of {names}.", names=turn.called(wording.answered(found))),
                    wording.closed(turn.words, pair)
                    if pair.many
                    else _("It opens when you answer too. Skipping is fine."),
                ]
            ),
        ),
        [[Button(_("Answer"), turn.link_to(idea))]],
    )


@topic.page
def given_back(turn: Turn, pair: Pair, idea: Icebreaking) -> Screen:
    """One's own answer, which nobody else has seen; all answers, where there are several by now.

    Gone where it is open, or taken back.
    """
    found = _of(turn, pair, idea)
    own = found.of(turn.person)
    if pair.ended_at or own is None:
        raise Gone
    return opened.show(turn, idea) if opened.open_all(turn, found) else kept(turn, own)


def kept(turn: Turn, own: Answer) -> Screen:
    """An answer that is its writer's alone. Gone while the others may still answer, or can read it."""
    _ = turn.words._
    found = answers.of(turn.session, own.icebreaking)
    if not found.closed(turn.now) or not own.stands:
        raise Gone
    return Screen(
        paragraphs(
            turn.words.bold(_("Your answer stays with you.")),
            wording.prompt(turn.words, own.icebreaking),
            wording.answer(turn.words, own),
            _("This idea is closed now. Nobody else has seen your answer."),
        ),
        [[Button(_("Take answer back"), taking_back.ask.link(own))]],
        items=held.items(own),
        shares=Shared(own.icebreaking_id, own.person_id),
    )


def _of(turn: Turn, pair: Pair, idea: Icebreaking) -> Exchange:
    if pair.id != idea.pair_id:
        raise Gone
    return answers.of(turn.session, idea)
