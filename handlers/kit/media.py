"""Voice messages and photos that people sent: the channel keeps them, we keep what it calls them."""

from dataclasses import asdict, dataclass
from typing import Any

from db.answers import Medium


@dataclass(frozen=True)
class Shared:
    """The answers a screen shows: to which icebreaking, by its number; of one `author` alone, or of all."""

    icebreaking: int
    author: int | None = None


@dataclass(frozen=True)
class Media:
    """A voice message or a photo; `file` is what the `channel` calls it, and no other channel knows it."""

    medium: Medium
    channel: str
    file: str

    @property
    def row(self) -> dict[str, Any]:
        """As it is held in the database for a moment."""
        return asdict(self)

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Media":
        """What was held."""
        return cls(Medium(row["medium"]), row["channel"], row["file"])
