"""Closing: how far a pair is in its season; the end told four weeks ahead, the last meeting prepared."""

from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from db import deliveries, pairs, paths, thanks
from db.kinds import RULES, Kind
from db.pairs import Pair
from db.people import Person
from db.rhythm import next_weekly
from db.seasons import CLOSING, LAST_MEETING, Phase, word_before
from handlers import ending, news, path, proposing, scenery, staying, thanking
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

EARLIEST = CLOSING + timedelta(weeks=2)
"""How long before the end nobody is told of it: it was put off meanwhile."""

BEFORE = RULES[Kind.CLOSING].before

topic = Topic("closing")


def begin(turn: Turn, pair: Pair, person: Person) -> None:
    """Plan, or plan anew, when somebody hears of the end."""
    for link, ahead in _words(pair):
        deliveries.take_back(turn.session, link, person.id)
        due = word_before(pair.ends_at, ahead, person.weekly) - BEFORE
        if due > turn.now:
            deliveries.plan(turn.session, Kind.CLOSING, link, due, person_id=person.id)


def replan(turn: Turn) -> None:
    """Move what is planned to the weekday and hour somebody chose, not before now."""
    coming = {row.link for row in deliveries.coming(turn.session, [turn.person.id])}
    weekly = replace(turn.person.weekly, weeks=1)
    for pair in pairs.of_person(turn.session, turn.person):
        for link, ahead in _words(pair):
            if link in coming:
                due = max(word_before(pair.ends_at, ahead, weekly), next_weekly(turn.now + BEFORE, weekly))
                deliveries.take_back(turn.session, link, turn.person.id)
                deliveries.plan(turn.session, Kind.CLOSING, link, due - BEFORE, person_id=turn.person.id)


def _words(pair: Pair) -> tuple[tuple[Link, timedelta], ...]:
    """What everybody hears, and how long before the end."""
    return (soon.link(pair), CLOSING), (prepare.link(pair), LAST_MEETING)


def line(turn: Turn, pair: Pair) -> Markup:
    """How far two are, in a few words."""
    _ = turn.words._
    season = pair.season(turn.person.zone)
    counted = {"week": season.week(turn.today), "weeks": season.weeks}
    return {
        Phase.WELCOME: _("Week {week} of {weeks}: welcome", **counted),
        Phase.KNOWING: _("Week {week} of {weeks}: getting to know", **counted),
        Phase.DOING: _("Week {week} of {weeks}: doing together", **counted),
        Phase.HALF_TIME: _("Week {week} of {weeks}: half of the way", **counted),
        Phase.CLOSING: _("Week {week} of {weeks}: the last weeks", **counted),
        Phase.AFTER: _("Your time together is complete."),
    }[season.phase(turn.today)]


def near(turn: Turn, pair: Pair) -> bool:
    """Whether the end is so near that it is told."""
    return word_before(pair.ends_at, CLOSING, turn.person.weekly) - BEFORE <= turn.now


@topic.page
def soon(turn: Turn, pair: Pair) -> Screen:
    """Four weeks before: there is still time. Gone where it ends later, or so soon that more is said."""
    _ = turn.words._
    _ahead(turn, pair)
    if word_before(pair.ends_at, LAST_MEETING, turn.person.weekly) <= turn.now:
        raise Gone
    return open(turn, pair).saying(_("There is still time: a step, a meeting, a thank you."))


@topic.page
def prepare(turn: Turn, pair: Pair) -> Screen:
    """Two weeks before: the last meeting. Gone as above."""
    _ = turn.words._
    _ahead(turn, pair)
    return open(turn, pair).saying(_("Now is a good moment to plan your last meeting."))


def _ahead(turn: Turn, pair: Pair) -> None:
    if pair.ended_at or turn.now + EARLIEST < pair.ends_at:
        raise Gone


@topic.page
def open(turn: Turn, pair: Pair) -> Screen:
    """What there is to do before the end, and what comes after it."""
    _ = turn.words._
    if pair.ended_at:
        return ending.show(turn, pair)
    done = [said for _sign, said in scenery.legend(turn.words, paths.of_pair(turn.session, pair))]
    return Screen(
        paragraphs(
            turn.words.bold(_("Your time together ends on {day}.", day=_last_day(turn, pair))),
            turn.words.dotted(done) if done else None,
            lines(
                [_("Then each of you gets a keepsake. It stays with you."), ending.erased(turn, pair)],
            ),
        ),
        [
            [Button(_("See what we did"), path.overview.link(pair, 0))],
            [_thanks(turn, pair)],
            [Button(_("Stay in touch"), staying.ask.link(pair))],
            [Button(_("Propose a meeting"), proposing.ask_day.link(pair, turn.today))],
        ],
    )


def _thanks(turn: Turn, pair: Pair) -> Button:
    _ = turn.words._
    found = thanks.of_pair(turn.session, pair)
    return Button(
        _("See thanks") if found.open or found.of(turn.person) else _("Write thanks"),
        thanking.show.link(pair),
    )


def _last_day(turn: Turn, pair: Pair) -> Markup:
    return turn.words.day(pair.season(turn.person.zone).last)


def tell(turn: Turn, pair: Pair) -> None:
    """Have everybody hear that the end has been moved, and plan anew what comes before it."""
    for each in pair.partners:
        begin(turn, pair, each.person)
        due = turn.now + news.GATHERING
        deliveries.plan_once(turn.session, Kind.NEWS, moved.link(pair), due, each.person_id)


@topic.page
def moved(turn: Turn, pair: Pair) -> Screen:
    """The end has been moved."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    return Screen(
        lines(
            [
                turn.words.bold(_("Your time together now ends on {day}.", day=_last_day(turn, pair))),
                _("The coordinator has changed it."),
            ]
        ),
        [[Button(_("See goals"), turn.link_to(pair))]],
    )
