"""Two directions in one line: isolates around values, a mark before lines of right-to-left languages.

Seen in real clients: a French phone number inside Arabic reads backwards, 18:00–20:00 flips, a line
that begins with a Latin name turns left-to-right. Isolates come from here and never from a
translation, whose tools remove them.
"""

import re

FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"
RLM, LRM = "\u200f", "\u200e"
TAGS = re.compile("<[^>]*>")
CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
RIGHT_TO_LEFT = {"ar", "fa", "ps", "ur", "he", "ckb"}


def strip(text: str) -> str:
    """The text without the invisible controls that could turn its neighbours round."""
    return CONTROLS.sub("", text)


def isolate(text: str) -> str:
    """A value that keeps its own direction, found by its first strong letter."""
    return f"{FSI}{text}{PDI}"


def isolate_code(text: str) -> str:
    """A time, number or link: always left-to-right."""
    return f"{LRI}{text}{PDI}"


def is_rtl(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language.split("_")[0].split("-")[0] in RIGHT_TO_LEFT


def direct(text: str, rtl: bool) -> str:
    """Every line begins with the mark of its direction, whatever letter comes first.

    A left-to-right line needs it only where a value opens it: some clients look into the isolate.
    """
    return "\n".join(_directed(line.lstrip(RLM + LRM), rtl) for line in text.split("\n"))


def _directed(line: str, rtl: bool) -> str:
    if rtl:
        return RLM + line if line else line
    return LRM + line if TAGS.sub("", line).startswith(FSI) else line
