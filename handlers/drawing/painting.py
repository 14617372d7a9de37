"""Paintings: a landscape as a picture to show, drawn once while it says the same."""

from dataclasses import dataclass
from functools import lru_cache

from handlers.drawing import layout, typesetting
from handlers.drawing.landscape import Landscape

KEPT = 16
"""How many pictures a process keeps, about 250 kB each: both of a pair look, and look again."""


@dataclass(frozen=True)
class Painting:
    """A landscape as a picture of a message."""

    landscape: Landscape
    name: str = "path.png"

    def draw(self) -> bytes:
        """The landscape as PNG, 1080 by 1440 pixels."""
        return _drawn(self.landscape)


@lru_cache(KEPT)
def _drawn(landscape: Landscape) -> bytes:
    return typesetting.picture("path.typ", layout.laid_out(landscape))
