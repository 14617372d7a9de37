"""The pulse: now and then how it goes with the other, by one tap, for nobody else's eyes."""

from markupsafe import Markup

from db import pulses
from db.pairs import Pair
from db.pulses import Pulse
from db.rhythm import local_date
from handlers import remarks
from handlers.kit import faces
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("pulse")


def when_due(turn: Turn, pair: Pair) -> Screen | None:
    """The question, when it is time for the weekly word to ask it; and then not again."""
    if not pulses.due(turn.session, pair, turn.person, turn.now):
        return None
    pulses.of_now(turn.session, pair, turn.person, turn.now)
    return ask(turn, pair)


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """Five faces; asked by the weekly word, or answered at any time."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    return Screen(
        lines(
            [
                turn.words.bold(_("How is it going with {names}?", names=turn.others(pair))),
                _("Nobody else sees your answer."),
            ]
        ),
        [faces.row(lambda number: answer.link(pair, number))],
    )


@topic.page
def answer(turn: Turn, pair: Pair, face: int) -> Screen:
    """Keep the face of this time; another one can be chosen."""
    if pair.ended_at or face not in faces.SHOWN:
        raise Gone
    pulse = pulses.of_now(turn.session, pair, turn.person, turn.now)
    pulse.pair, pulse.face = pair, face
    return show(turn, pulse)


@topic.page
def show(turn: Turn, pulse: Pulse) -> Screen:
    """One's own answer. A remark may be added, which again nobody else sees until it is sent."""
    _ = turn.words._
    if pulse.face is None:
        return ask(turn, pulse.pair)
    lasts = pulse.pair.ended_at is None
    return Screen(
        paragraphs(
            _("Thank you. For you: {face} (only you see this)", face=faces.SHOWN[pulse.face]),
            _("You can write a line. You choose then who sees it.") if lasts else None,
        ),
        [
            *([[Button(_("Say a word"), remarks.ask.link(pulse.pair))]] if lasts else []),
            [Button(_("Erase it"), erase.link(pulse))],
        ],
        awaits=remarks.take.link(pulse.pair) if lasts else None,
    )


@topic.page
def erase(turn: Turn, pulse: Pulse) -> Screen:
    """Nobody keeps the face; that it was asked is kept, so that it is not asked again."""
    _ = turn.words._
    pulse.face = None
    return Screen(_("It is erased."))


def told(turn: Turn, pulse: Pulse) -> Markup:
    """One answer with its day and whom it is about."""
    _ = turn.words._
    day = turn.words.dated(local_date(pulse.asked_at, turn.person.zone))
    names = turn.others(pulse.pair)
    return _("With {names}, {day}: {face}", names=names, day=day, face=faces.of(pulse.face))


def kept(turn: Turn) -> list[Markup]:
    """Every answer somebody gave."""
    return [told(turn, each) for each in pulses.of_person(turn.session, turn.person)]
