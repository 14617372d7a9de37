"""The cards of the two games: enough to draw from, plain, harmless, and small enough for three in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.activities import Activity, Play
from handlers.community.cards import FIELDS, LINES, complete, draw, library
from handlers.kit.catalogues import load
from tests.never import touched

LANGUAGES = load().languages
GAMES = (Play.NAMES, Play.WORDS)
WORD_LENGTH = 6
cells = st.sets(st.sampled_from(FIELDS))


@pytest.mark.parametrize("play", GAMES)
def test_two_cards_have_nothing_in_common(play: Play) -> None:
    first = draw(play, [])
    second = draw(play, [Activity(play=play, keys=first)])
    third = draw(play, [Activity(play=play, keys=first), Activity(play=play, keys=second)])
    assert len({*first, *second}) == 18
    assert third == first, "those played longest ago come again"


@pytest.mark.parametrize("play", GAMES)
def test_all_of_them_differ(play: Play) -> None:
    assert len(set(library(play).values())) == len(library(play)) >= 18


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_them_touches_a_wound(language: str) -> None:
    said = {str(load().words(language)._(words)) for play in GAMES for words in library(play).values()}
    assert {each: found for each in said if (found := touched(language, each))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_words_stand_side_by_side(language: str) -> None:
    said = [str(load().words(language)._(words)) for words in library(Play.WORDS).values()]
    assert [each for each in said if len(each) > WORD_LENGTH] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_is_short(language: str) -> None:
    said = [str(load().words(language)._(words)) for words in library(Play.NAMES).values()]
    assert [each for each in said if len(each) > 36] == []


@given(cells)
def test_a_row_is_full_when_its_three_fields_are(filled: set[int]) -> None:
    assert complete(filled) == {number for number, line in enumerate(LINES) if filled.issuperset(line)}


@given(cells, cells)
def test_more_names_never_break_a_row(some: set[int], more: set[int]) -> None:
    assert complete(some) <= complete(some | more)


def test_there_are_eight_rows() -> None:
    assert len({frozenset(line) for line in LINES}) == len(LINES) == 8
    assert complete(FIELDS) == set(range(8))
