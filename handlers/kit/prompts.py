"""The library of icebreakers: what each says, what it asks for, when it makes sense."""

import enum
import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from handlers.kit.catalogues import LOCALES

FILE = LOCALES / "icebreakers.toml"
KEY = re.compile(r"[a-z0-9-]{1,40}")


class Phase(enum.StrEnum):
    """From when on in a season a prompt makes sense, in their order; `any` fits at every time."""

    ANY = "any"
    FIRST_WEEKS = "first-weeks"
    MONTHS_1_2 = "months-1-2"
    TOWN = "town"
    DOING = "doing"
    CLOSING = "closing"


class Theme(enum.StrEnum):
    """What a prompt is about."""

    NAMES = "names"
    FOOD = "food"
    PLACES = "places"
    WORDS = "words"
    MUSIC = "music"
    SKILLS = "skills"
    CELEBRATIONS = "celebrations"
    HOME = "home"
    NATURE = "nature"
    WORK = "work"
    PLAY = "play"
    STORIES = "stories"
    PLANS = "plans"
    THANKS = "thanks"


class Effort(enum.StrEnum):
    """The least that an answer asks for; words, a voice message or a photo always do."""

    WORD = "word"
    VOICE = "voice"
    PHOTO = "photo"
    OUTING = "outing"


class Level(enum.StrEnum):
    """How much of a common language an answer needs, in rising order: none, a few words, sentences."""

    NONE = "none"
    LITTLE = "little"
    SOME = "some"


class Company(enum.StrEnum):
    """Whom a prompt is for."""

    PAIR = "pair"
    GROUP = "group"
    BOTH = "both"


class TimeOfYear(enum.StrEnum):
    """The seasons of the year, as the northern hemisphere has them."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"

    @classmethod
    def of(cls, month: int) -> "TimeOfYear":
        """The one a month (1–12) is in; spring begins in March."""
        return list(cls)[(month - 3) % 12 // 3]


@dataclass(frozen=True)
class Prompt:
    """One prompt: `key` is stable for ever, `words` and `follow` are English sentences that are translated.

    `language` is how much of a common one it needs. `teaches`: one of two shows the other something.
    `follow` is a question for when all answers are open, empty where there is none.
    """

    key: str
    phase: Phase
    theme: Theme
    effort: Effort
    language: Level
    company: Company
    words: str
    season: TimeOfYear | None = None
    teaches: bool = False
    follow: str = ""


@cache
def library(file: Path = FILE) -> Mapping[str, Prompt]:
    """All prompts by key, in the order of a season. Raises ValueError, naming what is wrong with which."""
    entries = tomllib.loads(file.read_text("utf-8"))["icebreaker"]
    found: dict[str, Prompt] = {}
    for number, entry in enumerate(entries, start=1):
        prompt = _read(entry, f"{file.name}, {entry.get('key') or f'entry {number}'}")
        if prompt.key in found:
            raise ValueError(f"{file.name}, {prompt.key}: this key is there twice")
        found[prompt.key] = prompt
    return MappingProxyType(found)


def _read(entry: dict[str, Any], where: str) -> Prompt:
    if strange := sorted(entry.keys() - ALL):
        raise ValueError(f"{where}: {strange[0]!r} is none of {', '.join(ALL)}")
    if missing := [name for name in NEEDED if not entry.get(name)]:
        raise ValueError(f"{where}: {missing[0]!r} is missing")
    if not KEY.fullmatch(entry["key"]):
        raise ValueError(f"{where}: a key has at most 40 of a–z, 0–9 and -")
    return Prompt(**{name: _value(name, value, where) for name, value in entry.items()})


def _value(name: str, value: Any, where: str) -> Any:
    known = CHOICES.get(name)
    if known and value not in list(known):
        raise ValueError(f"{where}: {name} {value!r} is none of {', '.join(known)}")
    if not known and not isinstance(value, bool if name == "teaches" else str):
        raise ValueError(f"{where}: {name} cannot be {value!r}")
    return known(value) if known else value


CHOICES: dict[str, type[enum.StrEnum]] = {
    "phase": Phase,
    "theme": Theme,
    "effort": Effort,
    "language": Level,
    "company": Company,
    "season": TimeOfYear,
}
ALL = [field.name for field in fields(Prompt)]
NEEDED = [field.name for field in fields(Prompt) if field.default is MISSING]
