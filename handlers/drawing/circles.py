"""Circles: who sits with whom, as a picture to show or to print."""

from dataclasses import asdict, dataclass

from handlers.drawing import typesetting


@dataclass(frozen=True)
class Circle:
    """A small group: what it is called, who is in it, and what all of it speak.

    Words are letters that our fonts have (`letters.legible`); a name that has others is empty.
    """

    title: str
    names: tuple[str, ...]
    languages: str


@dataclass(frozen=True)
class Circles:
    """All groups as a picture of a message, in its reader's words and direction."""

    language: str
    rtl: bool
    title: str
    remark: str
    circles: tuple[Circle, ...]
    name: str = "groups.png"

    def draw(self) -> bytes:
        """The groups as PNG, 1080 pixels wide and as high as they need."""
        return typesetting.picture("circles.typ", asdict(self))
