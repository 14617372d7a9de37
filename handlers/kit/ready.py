"""Ready words: steps to choose by taps and goals by category, read by each in their own language.

What a programme made of a step goes before what the library says.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from babel.core import get_global
from markupsafe import Markup
from sqlalchemy.orm import Session

from db import editions
from db.editions import Edition, Wording
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
    An `edition` is what a programme made of it; a step of the programme's own has no other words.
    """

    key: str
    category: str
    who: str
    effort: str
    words: str
    country: str = ""
    edition: Edition | None = None

    @property
    def hidden(self) -> bool:
        """Whether the programme does not offer it."""
        return self.edition is not None and self.edition.hidden


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


def of_programme(session: Session, programme_id: int) -> dict[str, Ready]:
    """All ready steps of a programme by key: those of the library, then its own; hidden ones too."""
    made = editions.of_programme(session, programme_id)
    known = {key: replace(each, edition=made.get(key)) for key, each in library().items()}
    own = {
        key: Ready(key, str(each.need), "together", "hour", "", edition=each)
        for key, each in made.items()
        if each.need
    }
    return known | own


def of_category(found: dict[str, Ready], category: str, zone: str) -> list[Ready]:
    """Those of a category that make sense where somebody lives, told by their time zone."""
    country = get_global("zone_territories").get(zone, "")
    return [each for each in found.values() if each.category == category and each.country in ("", country)]


def said(words: Words, ready: Ready) -> Markup:
    """A ready step in the reader's language, or in another one where the programme has no words in it."""
    wording = ready.edition and ready.edition.wording(words.reads)
    return words.said(wording.words) if wording else words._(ready.words)


def step(words: Words, step: Step) -> str:
    """What a step is called: ready words in the reader's language, anybody's own as they were typed."""
    if wording := _wording(words, step):
        return wording.words
    found = library().get(step.ready or "")
    return said(words, found) if found else step.words


def step_written(words: Words, step: Step) -> Markup | None:
    """In which language a step's words were typed, where it is not the reader's."""
    wording = _wording(words, step)
    return written(words, *((wording.language, wording.words) if wording else (step.language, step.words)))


def _wording(words: Words, step: Step) -> Wording | None:
    return step.edition.wording(words.reads) if step.edition else None


def goal(words: Words, goal: Goal) -> str:
    """What a goal is called."""
    return words._(goals()[goal.need]) if goal.need and not goal.words else goal.words


def written(words: Words, language: str | None, *typed: str | None) -> Markup | None:
    """In which language somebody typed something, where it is not the reader's."""
    if not language or language == words.language or not all(typed):
        return None
    return words._("<i>Written in {language}</i>", language=languages.name(language))


def some_written(words: Words, found: list[Ready]) -> Markup | None:
    """In which languages some steps of a list are, where those are not the reader's."""
    wordings = [each.edition.wording(words.reads) for each in found if each.edition]
    foreign = [each.language for each in wordings if each and each.language != words.language]
    names = words.listed([languages.name(code) for code in dict.fromkeys(foreign)])
    return words._("<i>Some are written in {languages}</i>", languages=names) if foreign else None
