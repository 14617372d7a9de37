"""The catalogues: nothing missing, nothing that fails when it is filled in, nothing too long for a button."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from handlers.kit import bidi
from handlers.kit.words import places
from locales import words
from tests import sentences

LABEL_LENGTH = 20
FORMS = {
    "fr": {0: 0, 1: 0, 2: 1, 11: 1, 100: 1},
    "ar": {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3, 111: 4},
    "uk": {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 12: 2, 21: 0, 22: 1, 112: 2},
    "fa": {0: 0, 1: 0, 2: 1},
    "tr": {0: 1, 1: 0, 2: 1},
}
"""Which form a number takes, by the plural rules that Weblate ships."""

FROM_THE_LIBRARY = (
    "bot/reviewing.py",
    "handlers/community/cards.py",
    "handlers/community/faces.py",
    "handlers/culture/content.py",
    "handlers/ice/wording.py",
    "handlers/kit/ready.py",
)
"""The places that translate content: its words are extracted from the file they stand in."""

SPELLING = {
    "fr": r"'|[^\u00a0][?:;]|!",  # a no-break space before what is high, ’ as the apostrophe
    "ar": r"[?,;!\u064b-\u0652\u0640]",  # its own marks, no vowel signs, no stretched letters
}

FILES = {file.parent.name: file for file in words.catalogues()}
every_language = pytest.mark.parametrize("language", FILES)


@dataclass(frozen=True)
class Translated:
    """One form of one sentence: the English ones it may be checked against, and the number of the form."""

    english: tuple[str, ...]
    form: int
    text: str


def read(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=file.parent.name, abort_invalid=True)


def forms(said: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def ids(catalogue: Catalog) -> set[tuple[str, ...]]:
    return {forms(each.id) for each in catalogue if each.id}


def translated(language: str) -> Iterator[Translated]:
    for message in read(FILES[language]):
        if message.id:
            texts = enumerate(forms(message.string))
            yield from (Translated(forms(message.id), form, text) for form, text in texts if text)


def plural_rule(language: str) -> tuple[int, str]:
    rule = re.fullmatch(r"nplurals=(\d); plural=(.*);", words.PLURALS[language])
    assert rule
    return int(rule[1]), rule[2]


def counts_one_number(language: str, form: int) -> bool:
    """Whether a form is for a single number only, which it may then spell out."""
    choose = c2py(plural_rule(language)[1])
    return sum(choose(n) == form for n in range(1000)) == 1


def test_every_sentence_is_a_literal() -> None:
    wrong = [call.where for call in sentences.calls() if not call.literal]
    assert [where for where in wrong if not where.startswith(FROM_THE_LIBRARY)] == []


def test_every_sentence_gets_the_values_it_wants() -> None:
    for call in sentences.calls():
        wanted = set().union(*(places(each or "") for each in call.sentences))
        assert call.spread or wanted <= call.values, (call.where, wanted ^ call.values)
        assert call.values - wanted <= {"n"}, (call.where, call.values - wanted)


def test_every_sentence_is_plain() -> None:
    said = [each for call in sentences.calls() for each in call.sentences if each]
    assert [each for each in said if re.search(r"[{}<>&!]", sentences.bare(each))] == []
    long = [part for each in said for part in re.split(r"[.?:…]\s+|\n", each) if len(part.split()) > 12]
    assert long == []


@pytest.mark.parametrize("language", FORMS)
def test_plural_rules_choose_the_right_form(language: str) -> None:
    count, rule = plural_rule(language)
    choose = c2py(rule)
    assert {n: choose(n) for n in FORMS[language]} == FORMS[language]
    assert {choose(n) for n in range(1000)} == set(range(count))


@every_language
def test_the_header_is_ours(language: str) -> None:
    head = FILES[language].read_text("utf-8").split("\n\n")[0]
    assert f'"Language: {language}\\n"' in head
    assert f'"Plural-Forms: {words.PLURALS[language]}\\n"' in head
    assert words.standing(FILES[language]) in ("draft", "reviewed")
    assert read(FILES[language]).plural_forms == words.PLURALS[language]


@every_language
def test_every_sentence_is_in_the_catalogue_and_no_other(language: str) -> None:
    assert ids(read(FILES[language])) == ids(words.extracted()), "make words brings them in line"


@every_language
def test_everything_is_translated(language: str) -> None:
    catalogue = read(FILES[language])
    missing = [message.id for message in catalogue if message.id and not words.complete(message)]
    assert missing == []
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


@every_language
def test_translations_take_the_same_values_and_markup(language: str) -> None:
    for each in translated(language):
        wanted = set().union(*(places(one) for one in each.english))
        spelled = {"n"} if len(each.english) == 2 and counts_one_number(language, each.form) else set()
        assert wanted - spelled <= places(each.text) <= wanted, each
        assert sentences.tags(each.text) == sentences.tags(each.english[-1]), each
        assert not re.search(r"[{}<>&]", sentences.bare(each.text)), each


@every_language
def test_translations_are_well_written(language: str) -> None:
    for each in translated(language):
        assert not bidi.CONTROLS.search(each.text), f"isolates come from the code: {each}"
        assert each.text == each.text.strip(), each
        assert "  " not in each.text, each
        assert not re.search(SPELLING.get(language, "!"), sentences.bare(each.text)), each


@every_language
def test_labels_fit_on_a_button(language: str) -> None:
    labels = sentences.labels()
    own = {each.text for each in translated(language) if labels.intersection(each.english)}
    assert [text for text in labels | own if len(sentences.bare(text)) > LABEL_LENGTH] == []
