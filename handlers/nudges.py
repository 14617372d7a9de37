"""The weekly word: one a person, over all their pairs, by one decision table; or nothing."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import time, timedelta

from db import deliveries, glances, outlook
from db.glances import Glance
from db.kinds import Kind, Why
from db.outlook import Said
from db.pairs import Pair
from db.people import Person
from db.rhythm import WEEK, Reason, local_moment, next_weekly
from handlers import closing, matters, occasions, pulse, review
from handlers.ice import answering
from handlers.kit.links import Gone, Silent
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn

ACTIVE = timedelta(days=3)
"""How long after a sign of theirs a pair is left alone."""

Say = Callable[[Turn, Glance], Screen | None]
topic = Topic("nudges")


@dataclass(frozen=True)
class Row:
    """One row of the table: what is said, and after how many weeks the same is said again.

    Those weeks are times the ones from message to message that somebody chose. `first` says after how many
    weeks of a pair it may be said at all. What is `for_one` is not said to two of a pair on one day.
    """

    why: Why
    say: Say
    weeks: int = 1
    first: int = 0
    for_one: bool = False


def _of(page: Callable[[Turn, Pair], Screen | None]) -> Say:
    """Say what another room has to say to a pair, unless it is gone, or silent."""

    def say(turn: Turn, seen: Glance) -> Screen | None:
        with suppress(Gone, Silent):
            return page(turn, seen.pair)
        return None

    return say


TABLE = (
    Row(Why.OVERDUE, occasions.overdue, weeks=2, for_one=True),
    Row(Why.SOON, occasions.soon, for_one=True),
    Row(Why.MEETING, occasions.meeting, weeks=4, for_one=True),
    Row(Why.NO_GOAL, occasions.aim, weeks=4, for_one=True),
    Row(Why.REVIEW, _of(review.ask), weeks=4, first=4, for_one=True),
    Row(Why.MATTERS, _of(matters.again), weeks=8, first=8),
    Row(Why.PULSE, _of(pulse.when_due)),
    Row(Why.HALF_TIME, _of(occasions.half_way), weeks=8),
    Row(Why.IDEA, _of(answering.unasked)),
)
"""What the weekly word is about: the first row that has something to say, of the pair longest left alone.

Closing words, four and two weeks before the end, come at the same hour and take the place of all of it.
"""


def begin(turn: Turn, pair: Pair, person: Person) -> None:
    """Plan what comes by itself to one person of a pair, at their own weekday and hour."""
    due = next_weekly(turn.now, person.weekly_in(1))
    deliveries.plan_once(turn.session, Kind.NUDGE, word.link(), due, person.id)
    closing.begin(turn, pair, person)


def replan(turn: Turn) -> None:
    """Move what is planned to the weekday and hour somebody chose."""
    due = next_weekly(turn.now, turn.person.weekly)
    deliveries.reschedule(turn.session, Kind.NUDGE, word.link(), turn.person.id, due)


@topic.page
def word(turn: Turn) -> Screen:
    """The one thing to say this week. Silent where nothing is, or they were active; Gone without a pair."""
    ours = glances.held(turn.session, turn.person)
    if not ours:
        raise Gone
    calm = [each for each in ours if each.stirred_at is None or each.stirred_at + ACTIVE <= turn.now]
    if not calm:
        raise Silent(Reason.ACTIVE)
    screen = next(_sayings(turn, calm), None)
    if screen is None:
        raise Silent
    return screen


@topic.page
def weekly(turn: Turn, pair: Pair) -> Screen:
    """The same, as it once was planned for each pair."""
    return word(turn)


def _sayings(turn: Turn, calm: list[Pair]) -> Iterator[Screen]:
    """Everything there would be to say, in the order of the table."""
    longest = max(row.weeks for row in TABLE) * turn.person.appetite.weeks
    said = outlook.said(turn.session, turn.person, turn.now - longest * WEEK)
    order = sorted(calm, key=lambda pair: (pair.stirred_at or pair.matched_at, pair.id))
    looks = [occasions.glance(turn, pair) for pair in order]
    for row in TABLE:
        for seen in looks:
            ripe = seen.pair.matched_at + row.first * WEEK <= turn.now
            screen = row.say(turn, seen) if ripe else None
            if screen and _fresh(turn, row, screen, said):
                yield replace(screen, why=row.why)


def _fresh(turn: Turn, row: Row, screen: Screen, said: list[Said]) -> bool:
    """Whether the same was not said to them in the weeks it rests, nor today to another of the pair."""
    today = local_moment(turn.today, time(0), turn.person.zone)
    rested = turn.now - row.weeks * turn.person.appetite.weeks * WEEK + WEEK / 2
    return not any(
        each.at > rested if each.person == turn.person.id else row.for_one and each.at >= today
        for each in said
        if each.link == screen.here
    )
