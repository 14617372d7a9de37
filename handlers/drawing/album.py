"""The keepsake of a pair: a small book of a few pages, for each in their own language and direction."""

from dataclasses import asdict, dataclass

from handlers.drawing import layout, typesetting
from handlers.drawing.landscape import Landscape


@dataclass(frozen=True)
class Deed:
    """A step that was done: when, what, and what helped."""

    date: str
    words: str
    lesson: str = ""


@dataclass(frozen=True)
class Chapter:
    """A goal with its steps; `colour` is the number of its trail in the picture, `more` what is left out."""

    words: str
    remark: str
    colour: int
    deeds: tuple[Deed, ...] = ()
    more: str = ""


@dataclass(frozen=True)
class Stop:
    """A meeting: when, where, and the sort of place."""

    date: str
    place: str
    spot: str


@dataclass(frozen=True)
class Quote:
    """What somebody wrote, and who."""

    words: str
    name: str


@dataclass(frozen=True)
class Idea:
    """A prompt they shared, and what each said to it."""

    words: str
    answers: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Headings:
    """What stands above each part."""

    goals: str
    meetings: str
    ideas: str
    thanks: str


@dataclass(frozen=True)
class Album:
    """All that the book says, in its reader's words, in letters that our fonts have (`letters.legible`)."""

    landscape: Landscape
    season: str
    headings: Headings
    farewell: tuple[str, ...]
    chapters: tuple[Chapter, ...] = ()
    stops: tuple[Stop, ...] = ()
    ideas: tuple[Idea, ...] = ()
    thanks: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Keepsake:
    """The book as a file."""

    album: Album
    name: str = "keepsake.pdf"

    def write(self) -> bytes:
        """The book as PDF, A5."""
        landscape = layout.laid_out(self.album.landscape)
        return typesetting.document("keepsake.typ", {**asdict(self.album), "landscape": landscape})
