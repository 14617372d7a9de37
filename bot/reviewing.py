"""The icebreakers as somebody who reviews them reads them: in one table, in one language."""

import argparse
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from bot.settings import Settings
from handlers.kit import bidi, catalogues
from handlers.kit.prompts import Prompt, library
from handlers.kit.words import Words

HEADINGS = ("key", "phase", "theme", "effort", "language", "company", "words", "follow")
FACTS = len(HEADINGS) - 2
"""The columns before the words, which are short and alike in every language."""

NARROW = 20
"""Letters a line has at least, however small the terminal."""

INDENTS = (4, 8)
"""How far the words stand in below the facts, and what follows below the words."""


def icebreakers(_: Settings, options: argparse.Namespace) -> int:
    """Print all of them: in a terminal a block each, in a pipe a line each with tabs between its columns."""
    words = catalogues.load().words(options.language)
    rows = [HEADINGS, *(_row(words, prompt) for prompt in library().values())]
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    print("\n".join(_blocks(rows, columns, words.rtl) if columns else _lines(rows, words.rtl)))
    return 0


def _row(words: Words, prompt: Prompt) -> tuple[str, ...]:
    """The columns of one prompt."""
    when = f"{prompt.phase}, {prompt.season}" if prompt.season else str(prompt.phase)
    facts = (prompt.key, when, *map(str, (prompt.theme, prompt.effort, prompt.language, prompt.company)))
    return (*facts, *(str(words._(each)) if each else "" for each in (prompt.words, prompt.follow)))


def _lines(rows: Iterable[Sequence[str]], rtl: bool) -> Iterator[str]:
    """A line each. What runs from right to left is isolated, or its stop would stand on the wrong side."""
    for row in rows:
        said = (bidi.isolate(each) if rtl else each for each in row[FACTS:])
        yield "\t".join((*row[:FACTS], *said))


def _blocks(rows: Sequence[Sequence[str]], columns: int, rtl: bool) -> Iterator[str]:
    """The facts of each in one aligned line, below it the words, and below them what follows."""
    widths = [max(len(row[fact]) for row in rows) for fact in range(FACTS)]
    for row in rows:
        facts = zip(row[:FACTS], widths, strict=True)
        yield "  ".join(fact.ljust(width) for fact, width in facts).rstrip()
        for said, indent in zip(row[FACTS:], INDENTS, strict=True):
            lines = textwrap.wrap(said, max(columns - indent, NARROW), break_on_hyphens=False)
            yield from (" " * indent + bidi.direct(line, rtl) for line in lines)
