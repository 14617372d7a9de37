"""What people send besides words, as it is kept: files by the name their channel has for them, and places.

Whatever keeps contents has a column of them: `items: Mapped[list[Item]] = mapped_column(Items, default=list)`
(in a migration `sa.JSON()`), an object an item, in the order they are shown. A list is never changed in
place, but replaced: `thing.items = joined(thing.items, turn.said.items)`.
"""

import enum
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from sqlalchemy import JSON, TypeDecorator
from sqlalchemy.engine import Dialect


class Medium(enum.StrEnum):
    """What holds something, besides words."""

    VOICE = "voice"
    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    PLACE = "place"


@dataclass(frozen=True)
class Item:
    """One thing that somebody sent: a file, or a place on the map in degrees.

    The `channel` keeps a file; `file` is what it calls it, and no other channel knows it. `name` is that of a
    document or place, and a place may have an `address`. `position` orders what came together: the number of
    its message.
    """

    medium: Medium
    channel: str = ""
    file: str = ""
    name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    address: str = ""
    position: int = 0

    @property
    def row(self) -> dict[str, Any]:
        """As it is kept: only what there is."""
        unset = {each.name: each.default for each in fields(self)}
        return {name: value for name, value in asdict(self).items() if value != unset[name]}

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """What was kept."""
        return cls(**{**row, "medium": Medium(row["medium"])})

    @property
    def itself(self) -> Self:
        """What it is, whichever message it came in."""
        return replace(self, position=0)


class Items(TypeDecorator[list[Item]]):
    """A column of items; None where there are none to speak of."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: list[Item] | None, dialect: Dialect) -> Any:
        return None if value is None else [each.row for each in value]

    def process_result_value(self, value: Any, dialect: Dialect) -> list[Item] | None:
        return None if value is None else [Item.of(row) for row in value]


def joined(items: Iterable[Item], more: Iterable[Item]) -> list[Item]:
    """Items with more of them, in the order they were sent in; what is there already joins no second time."""
    found: dict[Item, Item] = {}
    for each in (*items, *more):
        found.setdefault(each.itself, each)
    return sorted(found.values(), key=lambda each: each.position)
