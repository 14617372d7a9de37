"""Where a screen stands in a chat, in the channel's own numbers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Posted:
    """The message with the words and buttons of a screen, and the `further` ones that belong to it.

    Those are the pictures of an album, for instance, or a place above its words.
    """

    message: int
    further: tuple[int, ...] = ()
