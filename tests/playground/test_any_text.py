"""Whatever people write: it comes through HTML, entities and bubbles as it was written."""

import re
from contextlib import suppress
from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from bot.playground.bubbles import bubble_html
from bot.playground.entities import MARKS, Entity, Words, in_order, utf16_length, with_spotted
from bot.playground.html_reader import read_html
from bot.playground.refusals import Refusal

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
short = st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0xFFFF), max_size=40)
marked = st.builds(
    Entity, st.sampled_from(sorted(set(MARKS.values()))), st.integers(0, 30), st.integers(1, 10)
)


@given(texts)
def test_an_escaped_text_reads_as_itself(text: str) -> None:
    assert read_html(escape(text)).text == text


@given(texts, st.sampled_from(["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"]))
def test_a_tag_marks_the_whole_of_what_it_holds(text: str, tag: str) -> None:
    words = read_html(f"<{tag}>{escape(text)}</{tag}>")
    assert [(entity.offset, entity.length) for entity in words.entities] == [(0, utf16_length(text))] * bool(
        text
    )


@given(st.text("<>/&;ab= \"'👍", max_size=30))
def test_anything_else_is_read_or_refused(source: str) -> None:
    with suppress(Refusal):
        assert utf16_length(read_html(source).text) <= utf16_length(source)


@given(short, st.lists(marked, max_size=5))
def test_a_bubble_holds_the_text_and_nothing_that_runs(text: str, entities: list[Entity]) -> None:
    length = utf16_length(text)
    fitting = [entity for entity in entities if entity.end <= length]
    bubble = bubble_html(with_spotted(Words(text, in_order(fitting))))
    tags = re.findall(r"<(/?\w+)[^>]*>", bubble)
    assert {tag.strip("/") for tag in tags} <= {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "span"}
    assert unescape(re.sub(r"<[^>]*>", "", bubble)) == text
