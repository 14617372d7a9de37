"""The painting: large enough for a phone, drawn once, in every direction, and people's words stay words."""

import subprocess
import sys
from collections import Counter
from typing import Any

import pypdfium2
import pytest

from bot.playground.pictures import picture_size
from handlers.drawing import painting, typesetting
from handlers.drawing.landscape import Halt, Landscape, Trail
from handlers.drawing.layout import laid_out
from handlers.drawing.painting import Painting
from tests.drawing.landscapes import ALL, BEGINNING, CROWDED, SEASON, TURNED

WIDTH, HEIGHT = 1080, 1440
LARGEST = 500_000
"""Bytes: a phone on a slow network still shows it within seconds."""

MARKUP = (
    '#panic("x")',
    "*bold* _it_ $x^2$ `raw`",
    "= Title",
    "- list // no",
    '"] #read("landscape.typ")',
    r"\u{41} \ #",
    "@ref <label> ~ ---",
    "<b>&amp;</b>",
)


def read(landscape: Landscape) -> str:
    """The text of a landscape as a reader of PDF finds it, in its order; every letter has a shape."""
    page = pypdfium2.PdfDocument(typesetting.document("path.typ", laid_out(landscape)))[0]
    text: str = page.get_textpage().get_text_bounded()
    return " ".join(text.split())


def boxes(landscape: Landscape) -> list[tuple[float, float]]:
    """How far from the left every piece of text begins and ends, in pixels."""
    page = pypdfium2.PdfDocument(typesetting.document("path.typ", laid_out(landscape)))[0]
    text = page.get_textpage()
    rectangles = [text.get_rect(number) for number in range(text.count_rects())]
    return [(left, right) for left, _, right, _ in rectangles]


@pytest.mark.parametrize("landscape", ALL, ids=lambda each: each.title)
def test_it_is_as_large_as_a_phone_wants_it(landscape: Landscape) -> None:
    drawn = Painting(landscape).draw()
    assert picture_size(drawn) == (WIDTH, HEIGHT)
    assert len(drawn) < LARGEST


def test_it_is_drawn_once_while_it_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[str] = Counter()

    def picture(template: str, data: dict[str, Any]) -> bytes:
        drawn[data["title"]] += 1
        return b"\x89PNG"

    monkeypatch.setattr(typesetting, "picture", picture)
    painting._drawn.cache_clear()
    for landscape in (SEASON, TURNED, SEASON, TURNED):
        Painting(landscape).draw()
    assert drawn == {SEASON.title: 1, TURNED.title: 1}
    painting._drawn.cache_clear()


def test_it_says_everything_in_the_order_one_reads() -> None:
    text = read(SEASON)
    said = [
        "Ada et Nia",
        "24 semaines",
        "Commander un café",
        "Знайти хор",
        "أتحدث مع المدرسة",
        "5 mars",
        "Au café",
    ]
    said += [
        "2 avril",
        "8 juillet",
        "8 étapes faites",
        "3 rencontres",
        "2 objectifs atteints",
        "2 idées partagées",
    ]
    found = [text.find(each) for each in said]
    assert -1 not in found, text
    assert found == sorted(found)


def test_it_is_turned_round_for_those_who_read_from_the_right() -> None:
    text = read(TURNED)
    assert all(each in text for each in ("24 أسبوعا معا", "أتحدث مع المدرسة", "Знайти", "5 mars"))
    assert Painting(TURNED).draw() != Painting(SEASON).draw()


@pytest.mark.parametrize("landscape", [BEGINNING, CROWDED], ids=lambda each: each.title)
def test_no_letter_is_missing(landscape: Landscape) -> None:
    assert len(read(landscape)) > len(landscape.title)


def test_long_words_keep_to_their_side_of_the_road() -> None:
    long = "W" * 40
    trail, halt = Trail(long, 0, 40), Halt(20, "20", long[:28], "park")
    rooms = [(0, 400), (560, WIDTH)]
    for left, right in boxes(Landscape("fr", False, long, "", 2, 40, (trail,), (halt,))):
        assert any(low <= left and right <= high for low, high in rooms) or right - left > 500, (left, right)
        assert right <= WIDTH


@pytest.mark.parametrize("words", MARKUP)
def test_peoples_words_are_never_markup(words: str) -> None:
    landscape = Landscape(
        "en", False, words, words, 2, 40, (Trail(words, 0, 40),), (Halt(9, "9", words, "park"),)
    )
    assert read(landscape).replace(" ", "").count(words.replace(" ", "")) == 4
    assert Painting(landscape).draw()


def test_a_bot_starts_without_all_this() -> None:
    code = "import sys; from handlers import topics; topics.book(); print(*sys.modules)"
    started = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"typst", "fontpkg", "fontpkg_noto_sans", "holidays"} & set(started.stdout.split())
