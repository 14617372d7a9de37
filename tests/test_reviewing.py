"""The table of icebreakers as a reviewer reads it: aligned in a terminal, a line each in a pipe."""

import argparse
import sys

import pytest

from bot.reviewing import HEADINGS, icebreakers
from bot.settings import Settings
from handlers.kit.bidi import CONTROLS, FSI, PDI, RLM
from handlers.kit.catalogues import load
from handlers.kit.prompts import library

LANGUAGES = load().languages


def printed(language: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert icebreakers(Settings(), argparse.Namespace(language=language)) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_pipe_each_is_one_line(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    heading, *rows = [line.split("\t") for line in printed(language, capsys)]
    assert tuple(CONTROLS.sub("", each) for each in heading) == HEADINGS
    assert [row[0] for row in rows] == list(library())
    _ = load().words(language)._
    for row, prompt in zip(rows, library().values(), strict=True):
        assert [CONTROLS.sub("", said) for said in row[-2:]] == [_(prompt.words), _(prompt.follow)]


def test_from_right_to_left_each_sentence_keeps_its_stop(capsys: pytest.CaptureFixture[str]) -> None:
    for line in printed("ar", capsys):
        *facts, words, follow = line.split("\t")
        assert not CONTROLS.search("".join(facts))
        assert all(said.startswith(FSI) and said.endswith(PDI) for said in (words, follow))


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_terminal_it_is_aligned_and_fits(
    language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    lines = printed(language, capsys)
    assert [line for line in lines if len(CONTROLS.sub("", line)) > 80] == []
    heading, *facts = [line for line in lines if not line.startswith(" ")]
    assert len(facts) == len(library())
    starts = [heading.index(each) for each in HEADINGS[1:-2]]
    assert {line[start - 2 : start] for line in facts for start in starts} == {"  "}
    assert " " not in {line[start] for line in facts for start in starts}
    assert all(RLM in line for line in lines if language == "ar" and line.startswith(" "))
