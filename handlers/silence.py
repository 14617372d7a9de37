"""Silence: after two weeks without a sign of a pair a soft word to each; after three, coordinators know."""

from datetime import datetime

from sqlalchemy.orm import Session

from db import deliveries, meetings, signs
from db.kinds import Kind, Why
from db.pairs import Hush, Pair
from db.remarks import Ready
from db.rhythm import next_hour
from handlers import proposing, remarks, unheard
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

topic = Topic("silence")


def tidy(session: Session, now: datetime) -> None:
    """Ask the pairs that have been silent for so long, and tell of those silent for longer."""
    for pair in signs.silent(session, Hush.ASKED, now):
        pair.hush = Hush.TOLD
        unheard.tell_pair(session, pair, now)
    for pair in signs.silent(session, None, now):
        pair.hush = Hush.ASKED
        for each in pair.people:
            due = next_hour(now, each.zone, each.hour)
            deliveries.plan_once(session, Kind.SILENCE, ask.link(pair), due, each.id)


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """Three choices, without a question why. Gone once one of the pair gave a sign."""
    _ = turn.words._
    if pair.ended_at or pair.hush is None or meetings.to_come(turn.session, pair, turn.now):
        raise Gone
    return Screen(
        lines(
            [
                _("<b>You and {names}</b>", names=turn.others(pair)),
                _("It was quiet for a while. That happens."),
                _("What would be good now?"),
            ]
        ),
        [
            [
                Button(_("All fine"), fine.link(pair)),
                Button(_("Propose a date"), proposing.ask_day.link(pair, turn.today)),
            ],
            [Button(_("I need a hand"), remarks.keep.link(pair, Ready.HAND))],
        ],
        why=Why.SILENCE,
    )


@topic.page
def fine(turn: Turn, pair: Pair) -> Screen:
    """A sign of the pair, of which nobody else hears."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    pair.stir(turn.now)
    return Screen(_("Good to know. Thank you."), up=pair)
