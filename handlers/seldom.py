"""What comes by itself every few weeks, a moment before the weekly word and in its place."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from db import deliveries
from db.kinds import RULES, Kind
from db.people import Person
from db.rhythm import WEEK, next_weekly
from handlers.kit.links import Link
from handlers.kit.turn import Turn

KINDS = [kind for kind, rule in RULES.items() if rule.before and not rule.asked]


def begin(turn: Turn, kind: Kind, link: Link, person: Person) -> None:
    """Plan the first time, at the person's own weekday and hour."""
    rule = RULES[kind]
    due = next_weekly(turn.now, replace(person.weekly, weeks=rule.weeks)) - rule.before
    deliveries.plan(turn.session, kind, link, due, person_id=person.id)


def replan(turn: Turn) -> None:
    """Move what is planned to the weekday and hour somebody chose, within a week of when it was due."""
    for kind in KINDS:
        anew = partial(_anew, turn, RULES[kind].before)
        deliveries.reschedule(turn.session, kind, turn.person.id, anew)


def _anew(turn: Turn, ahead: timedelta, due: datetime) -> datetime:
    weekly = replace(turn.person.weekly, weeks=1)
    return next_weekly(max(turn.now, due - WEEK) + ahead, weekly) - ahead
