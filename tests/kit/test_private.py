"""What looks private and what does not, in several languages; and what holds for any words at all."""

import unicodedata
from datetime import date, datetime, time
from itertools import pairwise

import pytest
from babel import dates
from hypothesis import given
from hypothesis import strategies as st

from handlers.kit import private
from tests.kit.private_words import ADDRESSES, HARMLESS, NUMBERS
from tests.moments import moments_between


@pytest.mark.parametrize("words", NUMBERS)
def test_a_number(words: str) -> None:
    assert private.number(words)
    assert private.anything(words)


@pytest.mark.parametrize("words", ADDRESSES)
def test_an_address(words: str) -> None:
    assert private.anything(words)
    assert not private.number(words)


@pytest.mark.parametrize("words", HARMLESS)
def test_everyday_words(words: str) -> None:
    assert not private.anything(words)


@pytest.mark.parametrize("words", [*NUMBERS, *ADDRESSES])
def test_public_words_are_never_asked_about(words: str) -> None:
    assert not private.nothing(words)


SCRIPTS = [
    chr(zero)
    for zero in range(0x110000)
    if unicodedata.decimal(chr(zero), None) == 0 and not 0x1D7CE <= zero <= 0x1D7FF
]
private_words = st.sampled_from([*NUMBERS, *ADDRESSES])
moments = moments_between(1930, 2099)
LOCALES = ["en", "fr", "ar", "ar_EG", "fa", "uk", "el", "it", "es", "nb", "tr", "bg", "de", "ps", "bn", "am"]
formats = st.sampled_from(["short", "medium", "long", "full"])


@given(words=private_words, zero=st.sampled_from(SCRIPTS))
def test_digits_of_any_script_are_digits(words: str, zero: str) -> None:
    turned = "".join(chr(ord(zero) + int(each)) if each.isdecimal() else each for each in words)
    assert private.anything(turned)


@given(words=st.sampled_from(HARMLESS), zero=st.sampled_from(SCRIPTS))
def test_and_everyday_ones_stay_everyday(words: str, zero: str) -> None:
    turned = "".join(chr(ord(zero) + int(each)) if each.isdecimal() else each for each in words)
    assert not private.anything(turned)


@given(
    words=private_words, hidden=st.sampled_from("\u200b\u200e\u200f\u2068\u2069\u00ad"), at=st.integers(0, 60)
)
def test_signs_that_nobody_sees_hide_nothing(words: str, hidden: str, at: int) -> None:
    assert private.anything(words[:at] + hidden + words[at:])


@given(words=private_words, space=st.sampled_from(["\u00a0", "\u202f", "\u2009", "  "]))
def test_any_space_is_a_space(words: str, space: str) -> None:
    assert private.anything(words.replace(" ", space))


@given(
    digits=st.from_regex(r"[1-8][1-9]{12,18}", fullmatch=True),
    mark=st.sampled_from([" ", "\u00a0", ".", "-", "/", "\u2013", "--"]),
    size=st.integers(3, 5),
)
def test_a_long_number_is_one_in_any_blocks(digits: str, mark: str, size: int) -> None:
    found = [digits[at : at + size] for at in range(0, len(digits), size)]
    if any(int(one) >= int(two) for one, two in pairwise(found)):
        assert private.number(mark.join(found))
    assert private.number(f"n° {digits}.")


@given(st.text(st.characters(exclude_categories=["Nd", "Cs"])))
def test_nothing_without_a_digit_is_private(words: str) -> None:
    assert not private.anything(words)


@given(st.text())
def test_any_words_at_all_are_judged(words: str) -> None:
    assert private.anything(words) in (True, False)


@given(moment=moments, locale=st.sampled_from(LOCALES), day=formats, hour=formats)
def test_no_date_as_it_is_written_is_private(moment: datetime, locale: str, day: str, hour: str) -> None:
    said = [
        dates.format_date(moment, day, locale=locale),
        dates.format_datetime(moment, "short", locale=locale),
        dates.format_datetime(moment, day, locale=locale),
        dates.format_date(moment, day, locale=locale) + " " + dates.format_time(moment, hour, locale=locale),
        moment.isoformat(sep=" ", timespec="minutes"),
        moment.date().isoformat(),
    ]
    for each in said:
        assert not private.anything(each), each
        assert not private.anything(f"Passeport : {each}"), each


@given(
    one=st.dates(date(1990, 1, 1)),
    other=st.dates(date(1990, 1, 1)),
    form=st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d"]),
)
def test_nor_is_the_time_between_two(one: date, other: date, form: str) -> None:
    for between in (" - ", "-", " \u2013 ", "\u2013", " "):
        assert not private.anything(one.strftime(form) + between + other.strftime(form))


@given(hours=st.lists(st.times(), min_size=1, max_size=6), form=st.sampled_from(["%H:%M", "%Hh%M", "%H.%M"]))
def test_nor_are_hours(hours: list[time], form: str) -> None:
    for between in (" ", ", ", "-", " / "):
        assert not private.anything(between.join(each.strftime(form) for each in hours))


@given(
    prefix=st.sampled_from(["+33 ", "+33", "0", "0033 ", "+380 ", "+963-", "+30 "]),
    digits=st.from_regex(r"[1-9]\d{8}", fullmatch=True),
    mark=st.sampled_from(["", " ", ".", "-", "\u00a0"]),
)
def test_telephones_are_no_secret(prefix: str, digits: str, mark: str) -> None:
    said = prefix + mark.join([digits[:1], *[digits[at : at + 2] for at in range(1, 9, 2)]])
    for words in (said, f"Appeler le {said}", f"Passeport : {said}"):
        assert not private.anything(words)


@given(st.lists(st.integers(0, 120), min_size=1, max_size=12))
def test_nor_are_a_few_small_numbers(numbers: list[int]) -> None:
    assert not private.anything(", ".join(map(str, numbers)))
    assert not private.anything(" / ".join(map(str, numbers)))
