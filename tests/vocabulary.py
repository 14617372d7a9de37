"""What we say, to be told from what people write, and any text as eyes read it."""

import re
from functools import cache
from html import unescape

from db.activities import Play
from handlers.community import cards
from handlers.culture import content as observances
from handlers.kit import prompts
from handlers.kit.bidi import strip
from tests import sentences


def read(text: str) -> str:
    """A message as eyes read it: no tags, no escapes, no invisible marks."""
    return strip(unescape(re.sub("<[^>]+>", "", text)))


@cache
def ours() -> set[str]:
    """Every sentence that we say; all others are people's words."""
    said = {each for call in sentences.calls() for each in call.sentences if each}
    played = {words for play in (Play.NAMES, Play.WORDS) for words in cards.library(play).values()}
    return said | played | content()


def content() -> set[str]:
    """What the libraries of icebreakers and of days say: no label of ours, though a button may lead to it."""
    found = {each for prompt in prompts.library().values() for each in (prompt.words, prompt.follow) if each}
    days = observances.library().values()
    return found | {each for day in days for each in (day.name, day.words, day.greeting, day.question)}


@cache
def plurals() -> dict[str, tuple[str, str]]:
    """Both English forms of each sentence that counts, by either."""
    found = [call.sentences for call in sentences.calls() if len(call.sentences) == 2]
    both = [(one, many) for one, many in found if one and many]
    return {form: (one, many) for one, many in both for form in (one, many)}
