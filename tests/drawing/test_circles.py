"""The picture of small groups: everybody's name, in both directions, and people's words stay words."""

from dataclasses import asdict, replace

import pypdfium2
import pytest

from bot.playground.pictures import picture_size
from handlers.drawing import typesetting
from handlers.drawing.circles import Circle, Circles
from handlers.rounds.tables import DRAWN
from tests.drawing.test_painting import MARKUP

SPOKEN = "Langue commune : Français"
TWO = Circles(
    "fr",
    False,
    "Petits groupes",
    "Marseille 2027",
    (Circle("Groupe 1", ("Ada", "ناديا", "Олена"), SPOKEN), Circle("Groupe 2", ("Nia", "", "W" * 40), "")),
)
TURNED = replace(TWO, language="ar", rtl=True, title="مجموعات")
LARGEST = 10_000
"""Width and height of a photo together (Bot API, sendPhoto)."""


def size(circles: Circles) -> tuple[int, int]:
    found = picture_size(circles.draw())
    assert found
    return found


def read(circles: Circles) -> str:
    """The text as a reader of PDF finds it."""
    page = pypdfium2.PdfDocument(typesetting.document("circles.typ", asdict(circles)))[0]
    return " ".join(page.get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("circles", [TWO, TURNED], ids=["left to right", "right to left"])
def test_everybody_is_in_it(circles: Circles) -> None:
    text = read(circles)
    said = (circles.title, "Groupe 1", "Groupe 2", "Ada", "ناديا", "Олена", "Nia", "W" * 40)
    assert [word for each in said for word in each.split() if word not in text] == []
    assert size(circles)[0] == 1080


def test_long_names_keep_to_their_card() -> None:
    page = pypdfium2.PdfDocument(typesetting.document("circles.typ", asdict(TWO)))[0]
    text = page.get_textpage()
    assert all(text.get_rect(number)[2] <= 1080 - 48 for number in range(text.count_rects()))


def test_many_groups_are_still_a_photo() -> None:
    largest = Circle("Groupe 1", tuple("ABCDEF"), SPOKEN * 3)
    width, height = size(replace(TWO, circles=(largest,) * DRAWN))
    assert width + height < LARGEST


@pytest.mark.parametrize("words", MARKUP)
def test_peoples_words_are_never_markup(words: str) -> None:
    circles = Circles("en", False, "Groups", words, (Circle("Group 1", (words,), words),))
    assert read(circles).replace(" ", "").count(words.replace(" ", "")) == 3
