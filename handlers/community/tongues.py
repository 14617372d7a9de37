"""Tongues: which language somebody's word may be in. It is none that the card is in."""

import unicodedata

from db.activities import Activity
from handlers.community import weekly
from handlers.kit import languages
from handlers.kit.turn import Turn


def possible(turn: Turn, activity: Activity) -> list[str]:
    """The languages a person reads and speaks, but for that of the card."""
    person, card = turn.person, weekly.language(turn, activity.group)
    known = dict.fromkeys([person.language or person.app_language, *(person.speaks or [])])
    return [code for code in known if code in languages.NAMES and code != card]


def likely(turn: Turn, activity: Activity, word: str) -> str | None:
    """The first of them that is written as the word is; None where there is none."""
    script = _script(word)
    codes = possible(turn, activity)
    return next((code for code in codes if _script(languages.name(code)) == script), None)


def _script(text: str) -> str:
    """The script of the first letter, by its Unicode name: LATIN, ARABIC, CYRILLIC…"""
    letter = next((each for each in text if each.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""
