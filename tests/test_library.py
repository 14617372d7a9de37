"""The library of icebreakers: enough of every sort, in plain words, and none that could hurt."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.kit.catalogues import load
from handlers.kit.prompts import Company, Effort, Level, Phase, Prompt, Theme, TimeOfYear, library
from tests import never

LEDGER = Path(__file__).with_name("icebreakers.txt")
LANGUAGES = load().languages
ENOUGH: dict[str, dict[str, int]] = {
    "phase": dict.fromkeys(Phase, 10),
    "effort": dict.fromkeys(Effort, 14),
    "language": {Level.NONE: 30, Level.LITTLE: 30, Level.SOME: 15},
    "company": {Company.PAIR: 40, Company.GROUP: 12, Company.BOTH: 24},
    "theme": dict.fromkeys(Theme, 4),
    "season": dict.fromkeys(TimeOfYear, 2),
    "teaches": {"True": 6},
}
"""How many there are at least of each, so that no pair or group soon has had all that fit."""

WOUNDS = {
    "en": (
        "Why did you leave? Tell us about your journey.",
        "Whom did you lose in the war?",
        "Send a photo of your children.",
    ),
    "fr": (
        "Racontez votre voyage jusqu’à la frontière.",
        "Qui avez-vous perdu ?",
        "Envoyez une photo de vos enfants.",
    ),
    "ar": ("كيف كانت الرحلة إلى الحدود؟", "من فقدتم في الحرب؟", "أرسلوا صورة لأطفالكم."),
}
A_TITLE_OR_A_SIGN = (
    *("song-of-this-season", "songs-of-this-group"),
    *("a-word-i-keep", "a-wall-of-hellos", "my-emoji"),
)
"""What one may write where no language is common; all else is then a photo, a sound or something done."""

every_language = pytest.mark.parametrize("language", LANGUAGES)


def said(language: str) -> Iterator[tuple[Prompt, str, str]]:
    """Each prompt with its words and its question in a language."""
    _ = load().words(language)._
    for prompt in library().values():
        yield prompt, str(_(prompt.words)), str(_(prompt.follow)) if prompt.follow else ""


def words(text: str) -> int:
    return len(re.findall(r"\S*\w\S*", text))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?؟…])\s+", text)


def released() -> list[str]:
    """The keys of all there ever were."""
    return [line for line in LEDGER.read_text("utf-8").splitlines() if not line.startswith("#")]


def test_there_are_enough_of_every_sort() -> None:
    assert len(library()) >= 84
    for field, least in ENOUGH.items():
        there = Counter(str(getattr(prompt, field)) for prompt in library().values())
        assert {sort: there[sort] for sort, wanted in least.items() if there[sort] < wanted} == {}, field


def test_they_follow_the_season() -> None:
    phases = [prompt.phase for prompt in library().values()]
    assert list(dict.fromkeys(phases)) == [*list(Phase)[1:], Phase.ANY]


def test_a_key_lives_for_ever() -> None:
    assert sorted(library().keys() - released()) == [], "new ones belong into tests/icebreakers.txt"
    assert sorted(released() - library().keys()) == [], "pairs have had these: they stay in the library"
    assert released() == sorted(set(released()))


def test_a_time_of_year_suits_every_phase() -> None:
    assert {prompt.phase for prompt in library().values() if prompt.season} == {Phase.ANY}


def test_who_teaches_has_a_pair_to_teach() -> None:
    assert {prompt.company for prompt in library().values() if prompt.teaches} == {Company.PAIR}


def test_without_a_common_language_few_words_are_asked_for() -> None:
    free = [each for each in library().values() if each.language == Level.NONE and each.effort == Effort.WORD]
    assert {prompt.key for prompt in free} <= {*A_TITLE_OR_A_SIGN}


@pytest.mark.parametrize("prompt", library().values(), ids=library().keys())
def test_it_says_the_other_person_only_to_two(prompt: Prompt) -> None:
    to_two = re.search(
        r"\bother (?:person|name|sound|photo|one)\b|\byou both\b", f"{prompt.words} {prompt.follow}"
    )
    assert not to_two or prompt.company == Company.PAIR


@every_language
def test_none_touches_a_wound(language: str) -> None:
    found = {
        prompt.key: touched
        for prompt, *texts in said(language)
        if (touched := [what for text in texts for what in never.touched(language, text)])
    }
    assert found == {}


@pytest.mark.parametrize(("language", "wounds"), WOUNDS.items())
def test_what_would_hurt_is_found(language: str, wounds: tuple[str, ...]) -> None:
    assert [sentence for sentence in wounds if not never.touched(language, sentence)] == []


@every_language
def test_they_are_plain(language: str) -> None:
    for _prompt, text, _follow in said(language):
        assert words(text) <= 30, text
        assert len(sentences(text)) <= 3, text
        assert max(words(sentence) for sentence in sentences(text)) <= 12, text


@every_language
def test_what_follows_is_one_short_question(language: str) -> None:
    mark = "؟" if language == "ar" else "?"
    asked = [follow for _prompt, _text, follow in said(language) if follow]
    assert len(asked) >= 0.9 * len(library())
    assert [
        each for each in asked if not each.endswith(mark) or len(sentences(each)) > 1 or words(each) > 10
    ] == []


@every_language
def test_they_are_all_translated_and_all_differ(language: str) -> None:
    texts = [text for _prompt, text, _follow in said(language)]
    assert [text for text, n in Counter(texts).items() if n > 1] == []
    if language != "en":
        english = {each for prompt in library().values() for each in (prompt.words, prompt.follow)}
        assert english.isdisjoint(each for _prompt, *both in said(language) for each in both if each)
