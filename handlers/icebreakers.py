"""Icebreakers as other rooms know them: the first one of a pair, the weekly one, and those they shared."""

from datetime import datetime

from markupsafe import Markup

from db.pairs import Pair
from handlers.ice import answering, giving, wording
from handlers.kit.prompts import library
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.kit.words import plain


def first(turn: Turn, pair: Pair) -> Markup | None:
    """The prompt that comes with the news of a match; the same for everybody in the pair."""
    idea = giving.next_for(turn, pair, giving.of_pair(turn, pair))
    return wording.said(turn, idea) if idea else None


def unasked(turn: Turn, pair: Pair) -> Screen | None:
    """A prompt as the weekly word; None if there is nothing to say."""
    return answering.unasked(turn, pair)


def shared(turn: Turn, ideas: dict[str, datetime]) -> list[tuple[datetime, str]]:
    """The words of prompts that a pair has shared, with when; those that are in the library."""
    found = [(moment, library().get(key)) for key, moment in ideas.items()]
    return [(moment, plain(wording.of(turn.words, prompt))) for moment, prompt in found if prompt]
