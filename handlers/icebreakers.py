"""Ideas to share: a pair gets the same prompt, each in their own language, and none of them twice."""

from datetime import datetime

from markupsafe import Markup

from db import icebreakers
from db.pairs import Pair
from handlers.kit.choosing import Fitting, choose, stage
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.prompts import Prompt, library
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs, plain

topic = Topic("icebreakers")


def next_for(turn: Turn, pair: Pair) -> Prompt | None:
    """What to say unasked: the pair's newest prompt if this person has not seen it, or else a new one.

    So both get the same, each at their own hour, and nobody the same twice. None when they had all.
    """
    newest = _newest(turn, pair)
    seen = icebreakers.opened(turn.session, pair, turn.person)
    unseen = newest if newest and newest.key not in seen else None
    return _seen(turn, pair, unseen or _fresh(turn, pair))


def unasked(turn: Turn, pair: Pair) -> Screen | None:
    """The idea of the weekly word. None when they had all."""
    prompt = next_for(turn, pair)
    if prompt is None:
        return None
    row = [Button(turn.words._("Another idea"), another.link(pair))]
    return Screen(said(turn, prompt), [row], here=current.link(pair))


def _newest(turn: Turn, pair: Pair) -> Prompt | None:
    had = [key for key in icebreakers.given(turn.session, pair) if key in library()]
    return library()[had[-1]] if had else None


def _fresh(turn: Turn, pair: Pair) -> Prompt | None:
    """The next prompt the pair has not had, from now on theirs."""
    had = icebreakers.given(turn.session, pair)
    fitting = Fitting(stage(pair.season(turn.person.zone), turn.today), turn.today.month)
    fresh = choose((prompt for key, prompt in library().items() if key not in had), fitting)
    if fresh:
        icebreakers.give(turn.session, pair, fresh.key, turn.now)
    return fresh


def _seen(turn: Turn, pair: Pair, prompt: Prompt | None) -> Prompt | None:
    if prompt:
        icebreakers.open(turn.session, pair, prompt.key, turn.person, turn.now)
    return prompt


def said(turn: Turn, prompt: Prompt) -> Markup:
    """The prompt as it stands in a message."""
    _ = turn.words._
    return paragraphs(turn.words.bold(_("Idea to share")), turn.words.fill(_(prompt.words)))


def shared(turn: Turn, ideas: dict[str, datetime]) -> list[tuple[datetime, str]]:
    """The words of prompts that a pair has shared, with when; those that are in the library."""
    _ = turn.words._
    found = [(moment, library().get(key)) for key, moment in ideas.items()]
    return [(moment, plain(_(prompt.words))) for moment, prompt in found if prompt]


@topic.page
def current(turn: Turn, pair: Pair) -> Screen:
    """The pair's newest prompt, as often as one likes."""
    return _shown(turn, pair, _newest(turn, pair) or _fresh(turn, pair))


@topic.page
def another(turn: Turn, pair: Pair) -> Screen:
    """One they have not had."""
    return _shown(turn, pair, _fresh(turn, pair))


def _shown(turn: Turn, pair: Pair, prompt: Prompt | None) -> Screen:
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    if prompt is None:
        return Screen(_("You have had all our ideas. Now it is your turn to invent one."), up=pair)
    _seen(turn, pair, prompt)
    return Screen(said(turn, prompt), [[Button(_("Another idea"), another.link(pair))]])
