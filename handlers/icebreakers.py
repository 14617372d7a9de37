"""Ideas to share: a pair gets the same prompt, each in their own language, and none of them twice."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from markupsafe import Markup

from db import icebreakers
from db.pairs import Pair
from handlers.kit.catalogues import LOCALES
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs

FRESH = timedelta(days=5)
"""How long the pair's newest prompt counts as this week's: whoever is told second gets the same."""

topic = Topic("icebreakers")


@dataclass(frozen=True)
class Prompt:
    """One prompt: `key` is stable for ever, `words` is the English sentence that is translated."""

    key: str
    phase: str
    effort: str
    words: str


@cache
def library(file: Path = LOCALES / "icebreakers.toml") -> dict[str, Prompt]:
    """All prompts by key, in the order of a season."""
    content = tomllib.loads(file.read_text("utf-8"))["icebreaker"]
    return {entry["key"]: Prompt(**entry) for entry in content}


def this_week(turn: Turn, pair: Pair) -> Prompt | None:
    """The pair's prompt of these days, or the next new one; None when they have had all."""
    newest = _newest(turn, pair, turn.now - FRESH)
    return newest or following(turn, pair)


def following(turn: Turn, pair: Pair) -> Prompt | None:
    """The next prompt the pair has not had, from now on theirs."""
    had = icebreakers.given(turn.session, pair)
    fresh = next((prompt for key, prompt in library().items() if key not in had), None)
    if fresh:
        icebreakers.give(turn.session, pair, fresh.key, turn.now)
    return fresh


def _newest(turn: Turn, pair: Pair, since: datetime) -> Prompt | None:
    had = icebreakers.given(turn.session, pair)
    recent = [key for key, at in had.items() if at > since and key in library()]
    return library()[recent[-1]] if recent else None


def said(turn: Turn, prompt: Prompt) -> Markup:
    """The prompt as it stands in a message."""
    _ = turn.words._
    return paragraphs(turn.words.bold(_("Idea to share")), turn.words.fill(_(prompt.words)))


@topic.page
def current(turn: Turn, pair: Pair) -> Screen:
    """The pair's prompt of these days."""
    return _shown(turn, pair, this_week(turn, pair))


@topic.page
def another(turn: Turn, pair: Pair) -> Screen:
    """One they have not had."""
    return _shown(turn, pair, following(turn, pair))


def _shown(turn: Turn, pair: Pair, prompt: Prompt | None) -> Screen:
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    if prompt is None:
        return Screen(_("You have had all our ideas. Now it is your turn to invent one."), up=pair)
    return Screen(said(turn, prompt), [[Button(_("Another idea"), another.link(pair))]])
