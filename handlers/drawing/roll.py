"""A roll: the list of guests for the door, with a box to tick, as a picture."""

from dataclasses import asdict, dataclass

from handlers.drawing import typesetting
from handlers.kit import bidi


@dataclass(frozen=True)
class Entry:
    """One guest: a number, a name in letters our fonts have, how many they bring, whether they are there."""

    number: int
    name: str
    brings: int
    there: bool


@dataclass(frozen=True)
class Roll:
    """The list as its reader reads it."""

    language: str
    rtl: bool
    title: str
    moment: str
    entries: tuple[Entry, ...]
    name: str = "list.png"

    def draw(self) -> bytes:
        """The list as PNG, 1080 pixels wide and as high as its names need."""
        entries = [{**asdict(each), "name": bidi.isolate(each.name)} for each in self.entries]
        data = {**asdict(self), "language": self.language.split("_")[0], "entries": entries}
        return typesetting.picture("roll.typ", data)
