"""What was measured, as a table a person likes to read and as plain data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

Row = Mapping[str, str | float]


@dataclass(frozen=True)
class Result:
    """One part: rows of the same columns, and sentences about them."""

    title: str
    rows: Sequence[Row]
    notes: Sequence[str] = ()

    def table(self) -> str:
        """Columns under their names, the first to the left and numbers to the right."""
        heads = list(self.rows[0])
        cells = [heads, *([_shown(row[head]) for head in heads] for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = [_line(row, widths) for row in cells]
        return "\n".join([f"\n{self.title}\n", *lines, *(f"   {note}" for note in self.notes)])

    def data(self) -> dict[str, Any]:
        """The same for a machine."""
        return {"title": self.title, "rows": [dict(row) for row in self.rows], "notes": list(self.notes)}


def medians(rounds: Iterable[Row]) -> dict[str, float]:
    """Of each figure the median over the rounds."""
    found = list(rounds)
    return {name: median(float(row[name]) for row in found) for name in found[0]}


def verdict(what: str, value: float, target: float, *, least: bool = False) -> str:
    """A sentence on whether a target is met: at most `target`, or with `least` at least that."""
    met = value >= target if least else value <= target
    return f"{'ok ' if met else 'NO '}{what}: {_shown(value)}, wanted {'≥' if least else '≤'} {target:g}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "   " + "   ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)])


def _shown(value: str | float) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return f"{value:,}".replace(",", " ")
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
