"""What people send besides words: which answers of theirs a screen shows, and what waits for its purpose."""

from dataclasses import dataclass

from db.contents import Item


@dataclass(frozen=True)
class Shared:
    """The answers a screen shows: to which icebreaking, by its number; of one `author` alone, or of all."""

    icebreaking: int
    author: int | None = None


@dataclass(frozen=True)
class Held:
    """What somebody sent, as it waits for them to say whether to keep it, or what for."""

    words: str
    items: tuple[Item, ...] = ()
