"""What is said of days of culture: complete, short, plain, and nothing that debates or guesses."""

import re

import pytest

from db.observances import Observance
from handlers.culture.content import FILE, Entry, library
from handlers.kit.catalogues import load
from handlers.kit.words import plain

NAME_LENGTH = 20
LANGUAGES = load().languages
NEVER = {
    "belief": r"\b(?:god|allah|jesus|christ|prophet|pray\w*|believ\w*|faith\w*|religio\w*|holy|sacred|sin)\b",
    "debate": r"\b(?:politic\w*|rights?|law|war|against|should|must|vote\w*)\b",
    "losses": r"\b(?:dead|death|died|lost|loss|suffer\w*|flee|fled|escape\w*|journey|sacrifice)\b",
    "guessing": r"your (?:country|origin|culture|people|religion|faith)",
    "wine and debts": r"\b(?:wine|beer|alcohol|drunk|owe|debts?)\b",
}
every_day = pytest.mark.parametrize("entry", library().values(), ids=library().keys())


def words(text: str) -> int:
    return len(re.findall(r"\S*\w\S*", text))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?؟])\s+", text)


def test_every_day_has_its_words_once() -> None:
    keys = re.findall(r'^key = "(.*)"$', FILE.read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys))
    assert set(keys) == set(library()) == set(Observance)
    assert len(library()) >= 20


@every_day
def test_it_hurts_nobody(entry: Entry) -> None:
    said = f"{entry.name} {entry.words} {entry.greeting} {entry.question}"
    found = {what: re.findall(never, said, re.IGNORECASE) for what, never in NEVER.items()}
    assert {what: hits for what, hits in found.items() if hits} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@every_day
def test_it_is_short_and_plain_in_every_language(entry: Entry, language: str) -> None:
    _ = load().words(language)._
    name, fact, greeting, question = (
        plain(_(each)) for each in (entry.name, entry.words, entry.greeting, entry.question)
    )
    assert len(name) <= NAME_LENGTH, name
    assert len(sentences(fact)) <= 2, fact
    assert max(map(words, sentences(fact))) <= 12, fact
    assert fact.endswith("."), fact
    assert words(greeting) <= 8, greeting
    assert words(question) <= 12, question
    assert question[-1] in "?؟", question


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_differ(language: str) -> None:
    _ = load().words(language)._
    assert len({str(_(entry.name)) for entry in library().values()}) == len(library())


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
@every_day
def test_facts_and_questions_are_translated(entry: Entry, language: str) -> None:
    _ = load().words(language)._
    assert str(_(entry.words)) != entry.words
    assert str(_(entry.question)) != entry.question
