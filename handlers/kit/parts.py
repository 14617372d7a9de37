"""Long texts in parts: cut at a word, no tag and no isolate left open."""

import re

from markupsafe import Markup

from handlers.kit.bidi import FSI, LRI, PDI

TEXT_LENGTH = 3600
CAPTION_LENGTH = 900
PIECE = re.compile(r"<(/?)(\w+)[^>]*>|&[#\w]+;|.", re.DOTALL)


def parts(text: Markup, limit: int) -> list[Markup]:
    """The text in parts of at most `limit` UTF-16 units each, tags not counted."""
    if units(text) <= limit:
        return [text]
    cut = _cut(text, limit)
    if cut >= len(text):
        return [text]
    head, rest = text[:cut].rstrip(), text[cut:].lstrip()
    missing = head.count(FSI) + head.count(LRI) - head.count(PDI)
    return [Markup(head + PDI * missing + "…"), *parts(Markup(FSI * missing + rest), limit)]


def units(text: str) -> int:
    """How long a text is for Telegram, which counts UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, limit: int) -> int:
    """Where to cut: after the last white space outside any tag, or else the last place outside."""
    spent = depth = 0
    anywhere = at_space = 0
    for piece in PIECE.finditer(text):
        if piece[2]:
            depth += -1 if piece[1] else 1
            continue
        spent += 2 if piece[0] > "\uffff" else 1
        if spent >= limit - 8 and (at_space or anywhere):
            break
        if depth == 0:
            anywhere = piece.end()
            at_space = piece.end() if piece[0].isspace() else at_space
    return at_space or anywhere or len(text)
