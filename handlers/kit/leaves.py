"""Leaves: a list longer than a screen comes some at a time; after the last ones come the first again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from handlers.kit.links import Link
from handlers.kit.screen import Button, Row

T = TypeVar("T")


@dataclass(frozen=True)
class Leaf(Generic[T]):
    """Those that are shown, and from which number on the next ones are; None where all are shown."""

    shown: Sequence[T]
    following: int | None

    def more(self, label: Markup, link: Callable[[int], Link]) -> list[Row]:
        """The way to the next ones, where there are more."""
        return [] if self.following is None else [[Button(label, link(self.following))]]


def leaf(found: Sequence[T], start: int, size: int) -> Leaf[T]:
    """So many of them from one number on; from the first where there is none of that number any more."""
    first = start if 0 <= start < len(found) else 0
    after = first + size if first + size < len(found) else 0
    return Leaf(found[first : first + size], after if len(found) > size else None)


def around(number: int, size: int) -> int:
    """Where the leaf begins on which one of a number stands."""
    return number - number % size
