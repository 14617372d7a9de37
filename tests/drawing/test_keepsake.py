"""The keepsake: a small book in every direction, that says all in the order one reads."""

from dataclasses import replace

import pypdfium2
import pytest

from handlers.drawing.album import Album, Chapter, Deed, Headings, Idea, Keepsake, Quote, Stop
from handlers.kit.bidi import isolate
from tests.drawing.landscapes import BEGINNING, CROWDED, SEASON, TURNED
from tests.drawing.test_painting import MARKUP

A5 = (420, 595)
"""Points, rounded."""
LARGEST = 300_000

FIVE, HELPED, GO = isolate("نتعلم خمس جمل"), isolate("Écouter d’abord."), isolate("Y aller")
CHAPTERS = (
    Chapter(
        isolate("Commander un café"),
        "Atteint : 31 mars",
        0,
        (Deed("4 mars", FIVE, HELPED), Deed("7 mars", GO)),
    ),
    Chapter(isolate("Знайти хор"), "Début : 22 mars", 1, (Deed("31 mars", isolate("Listen")),), "et 3 avant"),
)
STOPS = (Stop("5 mars", isolate("Café du Port"), "cafe"), Stop("8 juillet", "", "call"))
THANKS = (
    Quote(isolate("شكرا على كل شيء."), isolate("Ada")),
    Quote(isolate("Merci pour « tout »."), isolate("Nia")),
)
BOOK = Album(
    SEASON,
    "1 mars – 31 août 2027",
    Headings("Nos objectifs", "Nos rencontres", "Nos idées", "Nos mercis"),
    ("Vous aimeriez ensemble : s’écrire", "Bonne route."),
    CHAPTERS,
    STOPS,
    (
        Idea(
            isolate("Racontez l’histoire de votre prénom."),
            (Quote(isolate("Nia veut dire but."), isolate("Nia")), Quote(isolate("زينة"), isolate("Ada"))),
        ),
    ),
    THANKS,
)
HEADINGS = Headings("أهدافنا", "لقاءاتنا", "أفكار", "كلمات شكر")
TURNED_BOOK = replace(BOOK, landscape=TURNED, headings=HEADINGS, farewell=("مع السلامة.",))
FIRST_DAY = Album(BEGINNING, "۱", HEADINGS, ("مع السلامة.",))
LONG = "Wort " * 18
FULL = replace(
    BOOK,
    landscape=CROWDED,
    chapters=tuple(
        Chapter(LONG, "1 mars", each, (Deed("1 mars", LONG, LONG),) * 2, "et 9") for each in range(6)
    ),
    stops=STOPS * 4,
    ideas=(Idea(LONG, (Quote("Wort " * 24, "Abdelkarim"),) * 3),) * 3,
    thanks=(Quote("Merci. " * 40, "Abdelkarim"),) * 6,
)
ALL = {"french": BOOK, "arabic": TURNED_BOOK, "first day": FIRST_DAY, "full": FULL}


def pages(album: Album) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(Keepsake(album).write()))


def read(album: Album, begin: int = 0) -> str:
    """The text as a reader of PDF finds it, in its order."""
    found = [page.get_textpage().get_text_bounded() for page in pages(album)[begin:]]
    return " ".join(" ".join(found).split())


@pytest.mark.parametrize(("name", "most"), [("french", 3), ("arabic", 3), ("first day", 2), ("full", 9)])
def test_it_has_a_few_small_pages(name: str, most: int) -> None:
    found = pages(ALL[name])
    assert 2 <= len(found) <= most
    assert {tuple(round(each) for each in page.get_size()) for page in found} == {A5}
    assert len(Keepsake(ALL[name]).write()) < LARGEST


def test_it_says_everything_in_the_order_one_reads() -> None:
    text = read(BOOK)
    said = ["Ada et Nia", "1 mars – 31 août 2027", "Nos objectifs", "Commander un café", "Atteint", "خمس"]
    said += ["Écouter d’abord.", "Y aller", "Знайти хор", "et 3 avant", "Listen", "Nos rencontres"]
    said += [
        "Café du Port",
        "8 juillet",
        "Nos idées",
        "prénom",
        "Nia veut dire",
        "زينة",
        "Nos mercis",
        "شكرا على كل",
        "Ada",
        "« tout »",
    ]
    said += ["Nia", "Bonne route."]
    place = 0
    for each in said:
        place = text.find(each, place)
        assert place >= 0, (each, text)


def test_it_is_turned_round_for_those_who_read_from_the_right() -> None:
    text = read(TURNED_BOOK)
    for each in ("أهدافنا", "كلمات شكر", "Commander", "Знайти", "شكرا على كل"):
        assert each in text, (each, text)
    for album, from_right in ((BOOK, False), (TURNED_BOOK, True)):
        page = pages(album)[1]
        text = page.get_textpage()
        text.count_rects()
        left, _, right, _ = text.get_rect(0)
        assert (left > A5[0] - right) == from_right, "a heading stands where one begins to read"


@pytest.mark.parametrize("words", MARKUP)
def test_peoples_words_are_never_markup(words: str) -> None:
    album = replace(
        BOOK,
        chapters=(Chapter(words, words, 0, (Deed(words, words, words),), words),),
        stops=(Stop("5 mars", words, "park"),),
        ideas=(Idea(words, (Quote(words, words),)),),
        thanks=(Quote(words, words),),
    )
    assert read(album, 1).replace(" ", "").count(words.replace(" ", "")) == 12


@pytest.mark.parametrize("name", ALL)
def test_no_words_run_out_of_the_page(name: str) -> None:
    for page in pages(ALL[name])[1:]:
        text = page.get_textpage()
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            assert 30 < left < right < A5[0] - 30
            assert 40 < bottom < top < A5[1] - 20
