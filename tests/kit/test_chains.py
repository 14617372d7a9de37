"""Catalogues at run time: the nearest language, the chain of a reader, what is not served."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.kit.catalogues import Catalogues, load

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n'
PLURALS = "Plural-Forms: nplurals=2; plural=(n > 1);\\n"
OURS = load()


@pytest.fixture
def few(tmp_path: Path) -> Catalogues:
    """Persian knows two sentences, its Afghan sister one, French one and a doubtful one."""
    entries = {
        "fa": 'msgid "Hello"\nmsgstr "سلام"\n\nmsgid "Thanks"\nmsgstr "ممنون"',
        "fa_AF": 'msgid "Thanks"\nmsgstr "تشکر"',
        "fr": 'msgid "Home"\nmsgstr "Accueil"\n\n#, fuzzy\nmsgid "Hello"\nmsgstr "Adieu"\n\n'
        'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} jour"\nmsgstr[1] "{n} jours"',
    }
    for language, text in entries.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "messages.po").write_text(f'{HEADER}{PLURALS}"\n\n{text}\n', "utf-8")
    return load(tmp_path)


def test_english_needs_no_file(few: Catalogues) -> None:
    assert few.languages == ["en", "fa", "fa_AF", "fr"]
    assert Catalogues({}).words()._("Hello") == "Hello"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("fr", "fr"), ("fr-CA", "fr"), ("FR_ca", "fr"), ("fa-AF", "fa_AF"), ("fa-IR", "fa"), ("xx", "en")],
)
def test_the_nearest_language(few: Catalogues, wanted: str, language: str) -> None:
    assert few.nearest(wanted) == language


@given(st.text())
@pytest.mark.parametrize("extra", ["", "ar-DZ-x-foo", "fr-", "-", "_", "ar_"])
def test_negotiating_never_fails(extra: str, wanted: str) -> None:
    assert OURS.nearest(extra + wanted) in OURS.languages
    assert OURS.words(wanted, extra).language in OURS.languages


def test_a_reader_falls_back_along_the_chain(few: Catalogues) -> None:
    words = few.words("fa_AF", "fr")
    assert [words._(each) for each in ("Thanks", "Hello", "Home", "Goodbye")] == [
        "تشکر",
        "سلام",
        "Accueil",
        "Goodbye",
    ]
    assert few.words("fr", "fa")._("Thanks") == "ممنون"


def test_nothing_comes_after_english(few: Catalogues) -> None:
    assert few.words("en", "fr")._("Home") == "Home"


def test_what_is_doubtful_is_not_served(few: Catalogues) -> None:
    assert few.words("fr")._("Hello") == "Hello"


def test_numbers_take_the_form_of_the_catalogue(few: Catalogues) -> None:
    words = few.words("fr")
    assert [words.n_("{n} day", "{n} days", n) for n in (0, 1, 2)] == ["0 jour", "1 jour", "2 jours"]


def test_words_are_made_once(few: Catalogues) -> None:
    assert few.words("fr-CA", "xx") is few.words("fr")
