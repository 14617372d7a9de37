"""Letters: what of somebody's words our fonts can show, so that a picture never holds an empty box."""

from unicodedata import category

from handlers.kit import bidi

BLOCKS = (
    range(0x0020, 0x007F),
    range(0x00A0, 0x03E2),
    range(0x03F0, 0x0530),
    range(0x0600, 0x061D),
    range(0x061E, 0x06A2),
    range(0x06A3, 0x0700),
    range(0x0750, 0x0780),
    range(0x1E00, 0x2065),
    range(0x2070, 0x20D0),
    range(0xFE70, 0xFEFF),
)
"""Latin, Greek, Cyrillic and Arabic with all that Persian, Pashto, Urdu or Vietnamese add to them."""

WRITTEN = ("L", "M", "N")
"""Categories without which a word is no longer the same: letters, marks, numbers."""

JOINERS = "\u200c\u200d"
"""What holds Persian letters apart or together, and emoji together."""


def legible(text: str) -> str:
    """The text without emoji and other signs we cannot draw; nothing where even a letter is missing."""
    kept = "".join(each if _drawn(each) else " " for each in bidi.strip(text) if not _modifies(each))
    whole = all(_drawn(each) for each in text if category(each)[0] in WRITTEN and not _modifies(each))
    return " ".join(word for word in kept.split() if word.strip(JOINERS)) if whole else ""


def _drawn(character: str) -> bool:
    return any(ord(character) in block for block in BLOCKS)


def _modifies(character: str) -> bool:
    """Whether it only changes how an emoji before it looks."""
    return character == "\u20e3" or 0xFE00 <= ord(character) <= 0xFE0F
