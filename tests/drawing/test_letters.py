"""Letters: what is called legible has a shape in our fonts, and nothing else is drawn."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.drawing import typesetting
from handlers.drawing.landscape import Landscape
from handlers.drawing.layout import laid_out
from handlers.drawing.letters import BLOCKS, legible


def typeset(text: str) -> bytes:
    """A page with the text as its title. Raises TypstError where a letter is missing in our fonts."""
    return typesetting.document("path.typ", laid_out(Landscape("fr", False, text, "", 2, 0)))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.start:04X}")
def test_every_letter_of_our_blocks_has_a_shape(block: range) -> None:
    letters = [chr(code) for code in block if category(chr(code))[0] in "LMNPSZ"]
    typeset(" ".join(letters))


@given(st.text())
def test_what_is_legible_can_be_typeset(text: str) -> None:
    typeset(legible(text))


@pytest.mark.parametrize("text", ["中文", "ትግርኛ", "Ada 中", "বাংলা", "ქართული"])
def test_words_that_would_lack_a_letter_are_left_out(text: str) -> None:
    assert legible(text) == ""


def test_without_the_rule_typesetting_would_tell() -> None:
    from typst import TypstError

    with pytest.raises(TypstError, match="could not be displayed"):
        typeset("中")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ada 🌸", "Ada"),
        ("💪🏽 Courage", "Courage"),
        ("👩‍👧 Nia & 🇫🇷", "Nia &"),
        ("1️⃣ café ☕️", "1 café"),
        ("A → B", "A B"),
        ("گفت‌وگو با Олена", "گفت‌وگو با Олена"),
        ("Phở Việt, Żółć, İğdır, ŋaɓɗ", "Phở Việt, Żółć, İğdır, ŋaɓɗ"),
        ("\u202eAda", "Ada"),
    ],
)
def test_emoji_go_and_words_stay(text: str, kept: str) -> None:
    assert legible(text) == kept
