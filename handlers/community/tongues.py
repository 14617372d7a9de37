"""Tongues: which language somebody's word may be in. It is none that the card is in."""

import unicodedata

from db import groups, versions
from db.activities import Activity, Play
from db.contributions import Contribution
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, in_rows, ticked
from handlers.kit.turn import Turn

topic = Topic("tongues")


def possible(turn: Turn, activity: Activity) -> list[str]:
    """The languages a person reads and speaks, but for that of the card."""
    card = groups.language(turn.session, activity.group)
    return [code for code in versions.read_by(turn.person) if code in languages.NAMES and code != card]


def likely(turn: Turn, activity: Activity, word: str) -> str | None:
    """The first of them that is written as the word is; None where there is none."""
    script = _script(word)
    codes = possible(turn, activity)
    return next((code for code in codes if _script(languages.name(code)) == script), None)


def rows(turn: Turn, own: Contribution) -> list[Row]:
    """The languages somebody's word may be in, where there are several."""
    codes = possible(turn, own.activity) if own.activity.play is Play.WORDS else []
    buttons = [
        Button(ticked(languages.name(code), code == own.language), say.link(own, code)) for code in codes
    ]
    return list(in_rows(buttons, 2)) if len(buttons) > 1 else []


@topic.page
def say(turn: Turn, contribution: Contribution, language: str) -> Screen:
    """The language of a word."""
    if language not in possible(turn, contribution.activity):
        raise Gone
    contribution.language = language
    return turn.show(contribution)


def _script(text: str) -> str:
    """The script of the first letter, by its Unicode name: LATIN, ARABIC, CYRILLIC…"""
    letter = next((each for each in text if each.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""
