"""Ready words: steps to choose by taps and goals by category, read by each in their own language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.core import get_global
from markupsafe import Markup

from db.goals import Goal
from db.needs import Need
from db.steps import Step
from handlers.kit import languages
from handlers.kit.catalogues import LOCALES
from handlers.kit.words import Words

FILE = LOCALES / "steps.toml"


@dataclass(frozen=True)
class Ready:
    """One step of the library: `key` is stable for ever, `words` is the English sentence that is translated.

    `who` usually does it: mentee, mentor, together or anyone. A `country` (ISO 3166) limits it to there.
    """

    key: str
    category: str
    who: str
    effort: str
    words: str
    country: str = ""


@cache
def goals(file: Path = FILE) -> dict[Need, str]:
    """The English words of a goal of each category."""
    content = tomllib.loads(file.read_text("utf-8"))["goals"]
    return {need: content[need] for need in Need}


@cache
def library(file: Path = FILE) -> dict[str, Ready]:
    """All ready steps by key, in their order."""
    content = tomllib.loads(file.read_text("utf-8"))["step"]
    return {entry["key"]: Ready(**entry) for entry in content}


def of_category(category: str, zone: str) -> list[Ready]:
    """The ready steps of a category that make sense where somebody lives, told by their time zone."""
    country = get_global("zone_territories").get(zone, "")
    return [
        each for each in library().values() if each.category == category and each.country in ("", country)
    ]


def said(words: Words, ready: Ready) -> Markup:
    """A ready step in the reader's language."""
    return words._(ready.words)


def step(words: Words, step: Step) -> str:
    """What a step is called: ready words in the reader's language, anybody's own as they were typed."""
    found = library().get(step.ready or "")
    return said(words, found) if found else step.words


def goal(words: Words, goal: Goal) -> str:
    """What a goal is called."""
    return words._(goals()[goal.need]) if goal.need and not goal.words else goal.words


def written(words: Words, language: str | None, *typed: str | None) -> Markup | None:
    """In which language somebody typed something, where it is not the reader's."""
    if not language or language == words.language or not all(typed):
        return None
    return words._("<i>Written in {language}</i>", language=languages.name(language))
