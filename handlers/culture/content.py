"""What we say of a day of culture: name, a neutral sentence, what a friend may say, a question for two."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from db.observances import AROUND, Observance
from handlers.kit.catalogues import LOCALES
from handlers.kit.turn import Turn
from handlers.kit.words import Words

FILE = LOCALES / "observances.toml"


@dataclass(frozen=True)
class Entry:
    """One day. The English sentences are what is translated."""

    name: str
    words: str
    greeting: str
    question: str


@cache
def library(file: Path = FILE) -> dict[Observance, Entry]:
    """All of them."""
    content = tomllib.loads(file.read_text("utf-8"))["observance"]
    return {Observance(entry.pop("key")): Entry(**entry) for entry in content}


def name(words: Words, observance: Observance) -> Markup:
    """What it is called."""
    return words._(library()[observance].name)


def names(turn: Turn, found: Iterable[Observance]) -> Markup:
    """Several names in a row."""
    return turn.words.dotted([name(turn.words, each) for each in found])


def fact(words: Words, observance: Observance) -> Markup:
    """What people do on it."""
    return words._(library()[observance].words)


def greeting(words: Words, observance: Observance) -> Markup:
    """What a friend may say."""
    said = words._(library()[observance].greeting)
    return words._("You may say: {greeting}", greeting=words.said(said.striptags()))


def question(words: Words, observance: Observance) -> Markup:
    """Something to talk about, for both."""
    return words._("To talk about: {question}", question=words._(library()[observance].question))


def exact(observance: Observance) -> bool:
    """Whether its date is the same everywhere."""
    return observance not in AROUND
