"""Reading the library of icebreakers: what is wrong with an entry is said in a sentence that names it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.kit.prompts import Company, Effort, Level, Phase, Prompt, Theme, TimeOfYear, library

WELL = """\
[[icebreaker]]
key = "first-snow"
phase = "any"
theme = "nature"
effort = "photo"
language = "none"
company = "both"
season = "winter"
words = "Send a photo of the snow."
follow = "What do you like to do in the snow?"
"""
Reading = Callable[[str], Prompt]


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    """Reads the first prompt of a file that says this."""

    def reading(said: str) -> Prompt:
        file = tmp_path / "icebreakers.toml"
        file.write_text(said, "utf-8")
        return next(iter(library(file).values()))

    return reading


def test_all_that_an_entry_says_is_known(read: Reading) -> None:
    assert read(WELL) == Prompt(
        key="first-snow",
        phase=Phase.ANY,
        theme=Theme.NATURE,
        effort=Effort.PHOTO,
        language=Level.NONE,
        company=Company.BOTH,
        season=TimeOfYear.WINTER,
        words="Send a photo of the snow.",
        follow="What do you like to do in the snow?",
    )


@pytest.mark.parametrize(
    ("wrong", "right", "complaint"),
    [
        ('key = "first-snow"\n', "", "entry 1: 'key' is missing"),
        ('words = "Send', 'words = ""#', "first-snow: 'words' is missing"),
        ('"first-snow"', '"First snow"', "First snow: a key has at most 40 of a–z, 0–9 and -"),
        ("follow =", "folow =", "first-snow: 'folow' is none of key, phase, theme,"),
        ('"photo"', '"shout"', "first-snow: effort 'shout' is none of word, voice, photo, outing"),
        ('"winter"', '"January"', "first-snow: season 'January' is none of spring, summer, autumn, winter"),
        ("follow", 'teaches = "yes"\nfollow', "first-snow: teaches cannot be 'yes'"),
        ('"Send a photo of the snow."', "7", "first-snow: words cannot be 7"),
    ],
)
def test_what_is_wrong_is_named(read: Reading, wrong: str, right: str, complaint: str) -> None:
    assert wrong in WELL
    with pytest.raises(ValueError, match=r"^icebreakers\.toml, ") as said:
        read(WELL.replace(wrong, right, 1))
    assert complaint in str(said.value)


def test_a_key_stands_for_one_prompt(read: Reading) -> None:
    with pytest.raises(ValueError, match="first-snow: this key is there twice"):
        read(WELL + WELL)
