"""A long list comes some at a time, in turn, and whatever number is asked for there are some."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.kit.leaves import around, leaf

LISTS = st.integers(0, 40).map(range)
SIZES = st.integers(1, 12)


@given(LISTS, SIZES)
def test_turned_on_and_on_all_come_once_and_then_the_first_again(found: range, size: int) -> None:
    seen, start = list[int](), 0
    while True:
        shown = leaf(found, start, size)
        seen += shown.shown
        assert all(around(each, size) == start for each in shown.shown)
        start = shown.following or 0
        if start == 0:
            break
    assert seen == list(found)
    assert (leaf(found, 0, size).following is None) == (len(found) <= size)


@given(LISTS, SIZES, st.integers(-50, 99))
def test_from_a_number_that_is_not_there_the_first_come(found: range, size: int, start: int) -> None:
    shown = leaf(found, start, size).shown
    assert list(shown) == list(found[start:][:size] if start in found else found[:size])
