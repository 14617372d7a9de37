"""The library of icebreakers: enough of them, in plain words, and none that could hurt."""

import re
from collections import Counter

import pytest

from handlers.kit.catalogues import LOCALES, load
from handlers.kit.prompts import Prompt, library

PHASES = ["first-weeks", "months-1-2", "town", "doing", "closing"]
EFFORTS = {"word", "voice", "photo", "outing"}
NEVER = {
    "flight and status": r"refugee|asylum|migra|border|passport|papers|visa|escape|flee|fled|journey",
    "losses": r"\b(?:war|dead|death|died|lost|loss|prison|police|army|soldier|trauma|violen\w*)\b",
    "family": r"\b(?:child\w*|parents?|mother|father|son|daughter|husband|wife|married|family|families)\b",
    "health, money": r"\b(?:ill|illness|sick\w*|doctor|hospital|debts?|salary|income|rent|owe)\b",
    "belief, politics": r"\b(?:god|religio\w*|pray\w*|church|mosque|politic\w*|elections?|vote)\b",
    "alcohol": r"\b(?:alcohol|wine|beer|drunk)\b",
}
"""Nobody is asked about these: they may hurt, or put somebody at risk."""

LANGUAGES = load().languages
prompts = pytest.mark.parametrize("prompt", library().values(), ids=library().keys())


def words(text: str) -> int:
    return len(re.findall(r"\S*\w\S*", text))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?؟])\s+", text)


def test_there_are_enough_for_a_season_and_all_differ() -> None:
    assert len(library()) >= 24
    assert max(Counter(prompt.words for prompt in library().values()).values()) == 1


def test_a_key_is_used_once() -> None:
    keys = re.findall(r'^key = "(.*)"$', (LOCALES / "icebreakers.toml").read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(library())
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9-]{1,40}", key)] == []


def test_they_follow_the_season() -> None:
    phases = [prompt.phase for prompt in library().values()]
    assert list(dict.fromkeys(phases)) == PHASES
    assert {prompt.effort for prompt in library().values()} <= EFFORTS


@prompts
def test_it_touches_no_wound(prompt: Prompt) -> None:
    found = {what: re.findall(never, prompt.words, re.IGNORECASE) for what, never in NEVER.items()}
    assert {what: hits for what, hits in found.items() if hits} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_plain_in_every_language(language: str) -> None:
    _ = load().words(language)._
    for prompt in library().values():
        said = str(_(prompt.words))
        assert words(said) <= 30, said
        assert len(sentences(said)) <= 3, said
        assert max(words(sentence) for sentence in sentences(said)) <= 12, said


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_they_are_all_translated(language: str) -> None:
    _ = load().words(language)._
    assert [key for key, prompt in library().items() if str(_(prompt.words)) == prompt.words] == []
