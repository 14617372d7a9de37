"""What a turn answers: a screen to show in a chat, or a few words for whoever pressed in a group."""

from dataclasses import dataclass

from handlers.kit.screen import Screen


@dataclass(frozen=True)
class Answer:
    """What to show after the commit: to which chat, and over which message if one was pressed.

    `person` is the id of whoever is answered, if we know them.
    """

    chat: int
    screen: Screen
    over: int | None = None
    person: int | None = None


@dataclass(frozen=True)
class Hint:
    """What whoever pressed in a group reads for a moment, and nobody else."""

    press: str
    said: str = ""
