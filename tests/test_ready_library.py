"""The library of ready steps: enough of them, short, plain, and none that could hurt or advise on the law."""

import re
from collections import Counter

import pytest

from db.needs import Need
from handlers.kit import ready
from handlers.kit.catalogues import load
from handlers.kit.ready import Ready
from handlers.kit.screen import LABEL_LENGTH
from handlers.kit.words import plain
from handlers.smaller import AGAINST, FIRST

NEVER = {
    "status and flight": r"refugee|asylum|migra|border|passport|visa|permit|status|nationalit|journey|fled",
    "the law": r"lawyer|legal|court|judge|appeal|police|prison|right to",
    "losses": r"\b(?:war|dead|death|died|lost|loss|soldier|trauma|violen\w*|alone)\b",
    "belief, politics": r"\b(?:god|religio\w*|pray\w*|church|mosque|politic\w*|elections?|vote)\b",
    "what somebody suffers from": r"\b(?:ill|illness|sick\w*|disease|pain|therap\w*|pregnan\w*|medicines?)\b",
    "money owed, alcohol": r"\b(?:debts?|owe\w*|loan|salary|income|wine|beer|alcohol)\b",
}
NEVER_THERE = {
    "fr": r"réfugi|asile|migra|passeport|visa|séjour|préfecture|avocat|juridi|tribunal|religi|dette|vin\b",
    "ar": r"لجوء|لاجئ|هجرة|مهاجر|جواز|تأشيرة|إقامة|محام|محكمة|قانون|دين\b|ديون|كحول|مرض",
}
"""What no ready step is about, whichever language it is read in."""

LANGUAGES = load().languages
every_step = pytest.mark.parametrize("step", ready.library().values(), ids=ready.library().keys())


def test_there_are_enough_in_every_category() -> None:
    count = Counter(step.category for step in ready.library().values())
    assert set(count) == {*Need, "any"}
    assert sum(count.values()) >= 60
    assert {category: n for category, n in count.items() if not 4 <= n <= 8} == {}


def test_a_key_is_used_once_and_fits_a_link() -> None:
    keys = re.findall(r'^key = "(.*)"$', ready.FILE.read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(ready.library())
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9-]{1,30}", key)] == []


@every_step
def test_it_says_who_and_how_much(step: Ready) -> None:
    assert step.who in ("mentee", "mentor", "together", "anyone")
    assert step.effort in ("minutes", "hour", "outing")
    assert re.fullmatch("[A-Z]{2}|", step.country)


@every_step
def test_it_touches_no_wound(step: Ready) -> None:
    found = {what: re.findall(never, step.words, re.IGNORECASE) for what, never in NEVER.items()}
    assert {what: hits for what, hits in found.items() if hits} == {}


@pytest.mark.parametrize("language", NEVER_THERE)
def test_nor_does_a_translation(language: str) -> None:
    words = load().words(language)
    said = [str(ready.said(words, step)) for step in ready.library().values()]
    assert [each for each in said if re.search(NEVER_THERE[language], each, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_stand_whole_on_a_button_in_every_language(language: str) -> None:
    words = load().words(language)
    sentences = [*ready.goals().values(), *(step.words for step in ready.library().values())]
    said = [plain(words._(sentence)) for sentence in sentences]
    assert [each for each in said if len(each) > LABEL_LENGTH or each.endswith(".")] == []
    assert [each for each, n in Counter(said).items() if n > 1] == []
    if language != "en":
        assert set(said).isdisjoint(sentences)


def test_every_category_has_a_goal() -> None:
    assert list(ready.goals()) == list(Need)


def test_what_makes_smaller_is_in_the_library() -> None:
    small = {key for key, step in ready.library().items() if step.category == "any"}
    assert small == {*FIRST, *AGAINST.values()}
