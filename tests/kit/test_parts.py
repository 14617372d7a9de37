"""Long texts in parts: every word arrives, nothing is left open, no part is longer than Telegram takes."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from handlers.kit.bidi import FSI, LRI, PDI
from handlers.kit.parts import TEXT_LENGTH, parts, units

letters = st.sampled_from("abcdé&<>\"'ب😀👩‍👧")
words = st.text(letters, min_size=1, max_size=12).map(lambda word: str(escape(word)))
spaces = st.sampled_from([" ", "\n", "\n\n", ", "])
tags = st.sampled_from("biu")
inner = st.one_of(
    words,
    st.tuples(st.sampled_from([FSI, LRI]), words).map(lambda each: f"{each[0]}{each[1]}{PDI}"),
    st.tuples(st.sampled_from([FSI, LRI]), words, words).map(
        lambda each: f"{each[0]}{each[1]} {each[2]}{PDI}"
    ),
)
chunks = st.one_of(inner, st.tuples(tags, inner).map(lambda each: f"<{each[0]}>{each[1]}</{each[0]}>"))
texts = st.lists(st.tuples(chunks, spaces), max_size=40).map(
    lambda pairs: Markup("".join(chunk + space for chunk, space in pairs).strip())
)


def visible(text: Markup) -> str:
    """What one reads, without white space, isolates and the sign that it goes on."""
    return re.sub(rf"\s|[{FSI}{LRI}{PDI}…]", "", untagged(text))


def untagged(text: Markup) -> str:
    """The text as Telegram counts it."""
    return html.unescape(re.sub(r"</?\w+>", "", text))


def open_tags(text: str) -> list[str]:
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)>", text):
        if not closing:
            stack.append(name)
        else:
            assert stack.pop() == name
    return stack


@given(texts, st.integers(60, 200))
def test_all_words_arrive_in_their_order(text: Markup, limit: int) -> None:
    assert "".join(visible(part) for part in parts(text, limit)) == visible(text)


@given(texts, st.integers(60, 200))
def test_no_part_leaves_anything_open(text: Markup, limit: int) -> None:
    for part in parts(text, limit):
        assert open_tags(part) == []
        assert part.count(FSI) + part.count(LRI) == part.count(PDI)
        assert not re.search(r"&[#\w]*$|&[#\w]*…", part)
        assert part.encode("utf-8").decode() == part


@given(texts, st.integers(60, 200))
def test_no_part_is_too_long(text: Markup, limit: int) -> None:
    assert max(units(untagged(part)) for part in parts(text, limit)) <= limit


@given(st.text(letters, max_size=9000))
def test_one_long_word_is_cut_too(word: str) -> None:
    found = parts(escape(word), TEXT_LENGTH)
    assert "".join(visible(part) for part in found) == visible(escape(word))
    assert max(units(untagged(part)) for part in found) <= TEXT_LENGTH


def test_a_short_text_stays_whole() -> None:
    assert parts(Markup("<b>Hello</b> you"), 60) == ["<b>Hello</b> you"]


@pytest.mark.parametrize(("text", "length"), [("abc", 3), ("é", 1), ("😀", 2), ("", 0), ("👩‍👧", 5)])
def test_lengths_are_counted_as_telegram_does(text: str, length: int) -> None:
    assert units(text) == length


def test_it_is_cut_at_a_word_and_says_that_it_goes_on() -> None:
    first, *rest = parts(escape(" ".join(["seven77"] * 20)), 60)
    assert re.fullmatch(r"(seven77 )*seven77…", first)
    assert not rest[-1].endswith("…")
