"""The rule that draws small groups: everybody once, even sizes, partners apart, and a language for each."""

from itertools import permutations
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rounds import drawing_lots
from handlers.rounds.drawing_lots import LARGEST, SMALLEST, USUAL, Company, Guest, Table, draw

LANGUAGES = ("ar", "fr", "en", "fa", "tr", "uk")
quickly = settings(max_examples=40)
EARNEST = drawing_lots.MOVES


@pytest.fixture(autouse=True)
def _fewer_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing_lots, "MOVES", 6000)


@st.composite
def companies(draw: st.DrawFn, most: int = 24) -> list[Guest]:
    """People who speak one to three languages, some of them partners."""
    count = draw(st.integers(0, most))
    tongues = st.frozensets(st.sampled_from(LANGUAGES), min_size=1, max_size=3)
    spoken = draw(st.lists(tongues, min_size=count, max_size=count))
    paired = draw(st.integers(0, count // 2)) * 2
    return [
        Guest(number, min(each), each, frozenset([number ^ 1]) if number < paired else frozenset())
        for number, each in enumerate(spoken)
    ]


sizes = st.integers(SMALLEST, LARGEST)


@quickly
@given(guests=companies(), size=sizes, seed=st.integers(0, 9))
def test_everybody_sits_once_in_groups_of_even_size(guests: list[Guest], size: int, seed: int) -> None:
    tables = draw(guests, size, seed)
    assert sorted(each.number for table in tables for each in table.guests) == [
        each.number for each in guests
    ]
    found = [len(table.guests) for table in tables]
    assert len(found) >= ceil(len(guests) / size)
    assert not found or max(found) - min(found) <= 1
    assert max(found, default=0) <= size


@quickly
@given(guests=companies(), size=sizes, seed=st.integers(0, 9))
def test_the_same_lot_draws_the_same_groups(guests: list[Guest], size: int, seed: int) -> None:
    assert draw(guests, size, seed) == draw(guests[::-1], size, seed)


@quickly
@given(guests=companies(), size=sizes)
def test_partners_are_apart_where_there_are_two_groups(guests: list[Guest], size: int) -> None:
    tables = draw(guests, size, 1)
    assert len(tables) < 2 or not any(table.together for table in tables)
    assert len(guests) < 2 or min(len(table.guests) for table in tables) > 1


@pytest.mark.parametrize(("people", "groups"), [(2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3])])
def test_of_a_few_there_is_one_group_more_for_partners(people: int, groups: list[int]) -> None:
    guests = [
        Guest(each, "fr", frozenset(["fr"]), frozenset([each ^ 1]) if each < 4 else frozenset())
        for each in range(people)
    ]
    assert [len(table.guests) for table in draw(guests, LARGEST, 1)] == groups


def test_nobody_loses_their_only_neighbour_for_it() -> None:
    spoken = [("ar", "fr"), ("fr",), ("uk", "en"), ("en", "fr")]
    two_pairs = [
        Guest(each, tongues[0], frozenset(tongues), frozenset([each ^ 1]))
        for each, tongues in enumerate(spoken)
    ]
    assert [len(table.guests) for table in draw(two_pairs, USUAL, 1)] == [4]


def test_three_together_need_three_groups_and_one_in_two_pairs_only_two() -> None:
    tongue = frozenset(["fr"])
    three = [Guest(each, "fr", tongue, frozenset({0, 1, 2} - {each})) for each in range(3)]
    others = [Guest(each, "fr", tongue) for each in range(3, 6)]
    assert [len(table.guests) for table in draw(three + others, LARGEST, 1)] == [2, 2, 2]
    hub = [Guest(0, "fr", tongue, frozenset({1, 2}))]
    hub += [Guest(each, "fr", tongue, frozenset({0})) for each in (1, 2)]
    assert [len(table.guests) for table in draw(hub + others, LARGEST, 1)] == [3, 3]


@quickly
@given(guests=companies(most=14), size=sizes)
def test_where_all_share_a_language_every_group_has_one(guests: list[Guest], size: int) -> None:
    shared = [Guest(each.number, each.reads, each.speaks | {"es"}, each.partners) for each in guests]
    assert all("es" in table.common for table in draw(shared, size, 1))


@settings(max_examples=25)
@given(guests=companies(most=6), seed=st.integers(0, 3))
def test_of_few_people_no_other_groups_are_better(guests: list[Guest], seed: int) -> None:
    company = Company(guests)
    cut = [ceil(len(guests) / 2)] if len(guests) > SMALLEST else []
    orders = permutations(range(len(guests)))
    best = min(sum(company.cost(part) for part in parts(order, cut)) for order in orders)
    assert sum(cost(table) for table in draw(guests, SMALLEST, seed)) == best


def test_two_worlds_are_kept_in_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half speaks only Arabic, half only Ukrainian: nobody is left without somebody to talk to."""
    monkeypatch.setattr(drawing_lots, "MOVES", EARNEST)
    guests = [Guest(each, "ar", frozenset(["ar"])) for each in range(8)]
    guests += [Guest(each, "uk", frozenset(["uk"])) for each in range(8, 16)]
    tables = draw(guests, 4, 3)
    assert all(table.common and not table.alone for table in tables)


def test_languages_are_mixed_where_all_understand_each_other() -> None:
    """Mentors read French, newcomers Arabic, and all speak both: half and half in every group."""
    both = frozenset(["ar", "fr"])
    guests = [Guest(each, "ar" if each % 2 else "fr", both, frozenset([each ^ 1])) for each in range(16)]
    for table in draw(guests, 4, 5):
        assert sorted(each.reads for each in table.guests) == ["ar", "ar", "fr", "fr"]


def test_what_cannot_be_met_is_told() -> None:
    alone = Guest(1, "ar", frozenset(["ar"]), frozenset([2]))
    table = Table(
        (alone, Guest(2, "fr", frozenset(["fr"]), frozenset([1])), Guest(3, "fr", frozenset(["fr"])))
    )
    assert (table.common, table.alone, len(table.together)) == (frozenset(), [alone], 1)


def parts(order: tuple[int, ...], cut: list[int]) -> list[tuple[int, ...]]:
    return [order[: cut[0]], order[cut[0] :]] if cut else [order] if order else []


def cost(table: Table) -> int:
    return Company(table.guests).cost(range(len(table.guests)))
