"""Finds in a sentence what no prompt touches; the words are in never.toml."""

import re
import tomllib
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("never.toml")
BEGINS = {"ar": "[وف]?(?:ال|لل|بال|كال|[بلك])?"}
"""What may stand before a word without a space: in Arabic and, so, in, for, like and the article."""


def touched(language: str, sentence: str) -> list[str]:
    """Which of these subjects a sentence touches."""
    return [what for what, never in _never(language).items() if never.search(sentence)]


@cache
def _never(language: str) -> dict[str, re.Pattern[str]]:
    subjects = tomllib.loads(WORDS.read_text("utf-8"))[language]
    return {what: _pattern(words.split(), BEGINS.get(language, "")) for what, words in subjects.items()}


def _pattern(words: list[str], begins: str) -> re.Pattern[str]:
    found = "|".join(re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"\b{begins}(?:{found.replace('_', ' ')})\b", re.IGNORECASE)
