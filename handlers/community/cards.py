"""Cards: nine fields drawn from the library of bingo, and what makes a row of them."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from db.activities import Activity, Play
from db.contributions import Contribution
from handlers.kit.catalogues import LOCALES
from handlers.kit.links import Gone
from handlers.kit.words import Words

FILE = LOCALES / "bingo.toml"
LISTS = {Play.NAMES: "field", Play.WORDS: "word"}
FIELDS = range(9)
EACH = 2
"""How many fields of name bingo one person fills."""

LINES = (
    *((row, row + 1, row + 2) for row in (0, 3, 6)),
    *((column, column + 3, column + 6) for column in (0, 1, 2)),
    (0, 4, 8),
    (2, 4, 6),
)


@cache
def library(play: Play, file: Path = FILE) -> Mapping[str, str]:
    """What can stand on the cards of a game: English words by key."""
    entries = tomllib.loads(file.read_text("utf-8"))[LISTS[play]]
    return MappingProxyType({entry["key"]: entry["words"] for entry in entries})


def draw(play: Play, played: Iterable[Activity]) -> list[str]:
    """Nine keys for the next card: those not played yet first, then those played longest ago."""
    had = [key for activity in played if activity.play is play for key in activity.keys]
    last = {key: number for number, key in enumerate(had)}
    return sorted(library(play), key=lambda key: last.get(key, -1))[: len(FIELDS)]


def field(words: Words, activity: Activity, cell: int) -> Markup:
    """What stands in a field, in a reader's language. Raises Gone where there is none."""
    key = activity.keys[cell] if cell in range(len(activity.keys)) else ""
    if key not in library(activity.play):
        raise Gone
    return words._(library(activity.play)[key])


def filled(found: Iterable[Contribution]) -> set[int]:
    """The fields that somebody has filled."""
    return {each.cell for each in found}


def complete(cells: Collection[int]) -> set[int]:
    """The numbers of the rows that are full: across, down and from corner to corner."""
    return {number for number, line in enumerate(LINES) if all(cell in cells for cell in line)}
