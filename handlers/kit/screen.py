"""A screen: what a turn shows, as data. Text, rows of buttons, perhaps a picture, and what it awaits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, Self

from markupsafe import Markup

from db.base import Numbered
from db.contents import Item
from db.kinds import Why
from handlers.kit.links import Awaited, Link
from handlers.kit.media import Held, Shared
from handlers.kit.words import paragraphs, plain

LABEL_LENGTH = 36
ROW_LENGTH = 28
"""How many letters of labels a narrow phone shows side by side, spaces between buttons counted."""


class Picture(Protocol):
    """An image, drawn only when somebody shows it: after the commit and off the event loop."""

    @property
    def name(self) -> str:
        """A file name."""

    def draw(self) -> bytes:
        """The image as PNG."""


class Document(Protocol):
    """A file to keep, written only when somebody is given it: after the commit and off the event loop."""

    @property
    def name(self) -> str:
        """A file name."""

    def write(self) -> bytes:
        """What stands in it."""


@dataclass(frozen=True)
class Button:
    """A label and the link it opens. People's words are clipped here and shown whole in the text."""

    label: str
    link: Link

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", clipped(plain(self.label), LABEL_LENGTH))


@dataclass(frozen=True)
class Door:
    """A label and an address outside the conversation, for instance an invitation."""

    label: str
    url: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", clipped(plain(self.label), LABEL_LENGTH))


Row = Sequence[Button | Door]


@dataclass(frozen=True)
class Screen:
    """What is shown.

    `here` is the link of the page it came from. `up` is the thing whose page lies above this one: the
    engine knows which page shows it, so that no feature has to. `ends` means no way home is added. `why` is
    what it came for, where nobody asked for it. `again` is when the page is to be opened once more over the
    same message. `holds` is what the reader sent and what waits until they say whether to keep it, or what
    for. Of a picture, a document and items a screen has one at most; it may have several items.

    `gathers` is the reply to which the rest of an album goes, where the first of it brought this screen.
    A screen that `rewords` goes over a message with the same items: only its words are changed.

    Where it shows answers, `shares` says which: such a message stays to be read, and we remember it, because
    somebody may take an answer back. A screen that `withdraws` then goes over it: no word, sound or picture
    of the message is left, or as little of it as the channel allows. One that `vanishes`, too, leaves no
    message at all, where the channel allows that.

    In a group, `topic` numbers the topic in which it stands, `answers` a message that it replies to, and what
    may be `pinned` is so once it stands in a group that wants it, without a sound.
    """

    text: Markup
    rows: Sequence[Row] = ()
    awaits: Awaited | None = None
    gathers: Awaited | None = None
    holds: Held | None = None
    picture: Picture | None = None
    document: Document | None = None
    items: Sequence[Item] = ()
    here: Link | None = None
    up: Numbered | None = None
    ends: bool = False
    again: datetime | None = None
    why: Why | None = None
    shares: Shared | None = None
    withdraws: bool = False
    vanishes: bool = False
    rewords: bool = False
    topic: int | None = None
    answers: int | None = None
    pinned: bool = False

    @property
    def captioned(self) -> bool:
        """Whether the text stands below a file, where no older message can be replaced."""
        return bool(self.picture or self.document or self.items)

    @property
    def brief(self) -> bool:
        """Whether all of it has to fit below a file; words that are too long for that follow any other."""
        return bool(self.picture or self.document or (self.items and self.shares))

    def saying(self, remark: Markup) -> Self:
        """The same screen with a passing remark above it."""
        return replace(self, text=paragraphs(remark, self.text))


def clipped(text: str, length: int) -> str:
    """Text no longer than `length`, cut at a word where there is one."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[length // 2 :] else head).rstrip(" .,;:") + "…"


def ticked(label: str, on: bool) -> str:
    """A label with its tick; behind the words, so that it leads no right-to-left line."""
    return f"{clipped(plain(label), LABEL_LENGTH - 2)} ✓" if on else label


def in_rows(buttons: Sequence[Button], width: int) -> list[Sequence[Button]]:
    """Buttons side by side, `width` to a row."""
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def fitted(row: Row) -> list[Row]:
    """The row, or each button on a row of its own where a narrow phone would cut a label."""
    room = ROW_LENGTH // max(len(row), 1) - 1
    return [row] if all(len(each.label) <= room for each in row) else [[each] for each in row]
