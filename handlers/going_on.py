"""Going on: after the first meeting each of a pair is asked privately, and both hear the same at one time."""

from markupsafe import Markup

from db import decisions, deliveries, meetings
from db.kinds import Kind
from db.pairs import Pair
from db.partings import Way
from db.rhythm import next_day
from handlers import ceasing, parting
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("going_on")


def begin(turn: Turn, pair: Pair) -> None:
    """Once a pair has met for the first time: each is asked on the next day, at their own hour.

    More than two are not asked: one of them may leave at any time, and the others go on.
    """
    if pair.many:
        return
    turn.session.flush()
    if meetings.count_held(turn.session, pair) != 1 or decisions.of_pair(turn.session, pair).found:
        return
    for each in pair.partners:
        due = next_day(turn.now, each.person.zone, each.person.hour)
        deliveries.plan_once(turn.session, Kind.GOING_ON, ask.link(pair), due, each.person_id)


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """Whether one would like to go on. Gone where it is settled, or they have not met after all."""
    _ = turn.words._
    _open(turn, pair)
    decisions.ask(turn.session, pair, turn.person, turn.now)
    names = turn.others(pair)
    return Screen(
        paragraphs(
            turn.words.bold(_("Would you like to go on with {names}?", names=names)),
            lines(
                [
                    _("We ask each of you alone. Nobody sees your answer."),
                    _("Both answers are good. You need no reason."),
                    _("Then each of you hears the same, at the same time."),
                ]
            ),
        ),
        [
            [Button(_("Go on"), answer.link(pair, 1))],
            [Button(_("Rather not"), answer.link(pair, 0))],
        ],
    )


@topic.page
def answer(turn: Turn, pair: Pair, goes_on: int) -> Screen:
    """Keep the answer. When both hear what comes of it depends only on who has answered, never on what."""
    _ = turn.words._
    both = _open(turn, pair)
    own = both.of(turn.person)
    if own is None or goes_on not in (0, 1):
        raise Gone
    if own.goes_on is not bool(goes_on):
        own.goes_on, own.said_at = bool(goes_on), turn.now
        _plan(turn, pair, both)
    return Screen(
        paragraphs(
            _said(turn, goes_on=bool(goes_on)),
            lines(
                [
                    _("Thank you. Nobody sees your answer."),
                    _("Each of you hears the same, within a few days."),
                ]
            ),
        ),
        [[Button(_("Change my answer"), ask.link(pair))]],
    )


def _open(turn: Turn, pair: Pair) -> decisions.Both:
    """The decisions, held. Raises Gone where nothing is to be decided, or it has been."""
    both = decisions.of_pair(turn.session, pair)
    if pair.ended_at or both.settled or not meetings.count_held(turn.session, pair):
        raise Gone
    return both


def _plan(turn: Turn, pair: Pair, both: decisions.Both) -> None:
    for each in pair.partners:
        deliveries.take_back(turn.session, outcome.link(pair), each.person_id)
        if both.due:
            to = {"person_id": each.person_id}
            deliveries.plan(turn.session, Kind.PARTING, outcome.link(pair), both.due, **to)


@topic.page
def outcome(turn: Turn, pair: Pair) -> Screen:
    """What comes of it, the same words for everybody. Gone where nothing does, or it is not yet time."""
    both = decisions.of_pair(turn.session, pair)
    if both.fits is None or both.due is None or turn.now < both.due:
        raise Gone
    if both.fits:
        return _go_on(turn, pair, both)
    if not ceasing.close(turn.session, pair, Way.NO_FIT, turn.now):
        raise Gone
    both.forget()
    for other in pair.others(turn.person):
        link = parting.told.link(pair)
        deliveries.plan(turn.session, Kind.PARTING, link, turn.now, person_id=other.id)
    return parting.told(turn, pair)


def _go_on(turn: Turn, pair: Pair, both: decisions.Both) -> Screen:
    _ = turn.words._
    own = both.of(turn.person)
    if pair.ended_at or own is None or own.heard_at:
        raise Gone
    own.heard_at = turn.now
    return Screen(
        lines([turn.words.bold(_("Each of you would like to go on.")), _("That is a good start.")]),
        [[Button(_("See goals"), turn.link_to(pair))]],
    )


def _said(turn: Turn, goes_on: bool) -> Markup:
    _ = turn.words._
    return _("You would like to go on.") if goes_on else _("You would rather not go on.")


def kept(turn: Turn) -> list[Markup]:
    """One's own answers, as long as they are kept."""
    found = decisions.of_person(turn.session, turn.person)
    return [_said(turn, goes_on=bool(each.goes_on)) for each in found]
