"""What holds for every screen there is: it fits the wire, reads in its direction, and is valid HTML."""

import re

from handlers.kit.bidi import CONTROLS, FSI, LRI, PDI, RLM
from handlers.kit.parts import CAPTION_LENGTH, TEXT_LENGTH, units
from handlers.kit.screen import LABEL_LENGTH, Button, Screen
from handlers.kit.words import Words

LINK_BYTES = 64
MARKUP = re.compile(r"<(/?)(\w+)[^<>]*>")
TAGS = {"b", "i", "u", "s", "code", "a"}
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|#\d+);)")


def proper(screen: Screen, words: Words) -> None:
    """Hold a screen, ready to be shown, to the rules."""
    assert screen.text.strip(), "a screen says nothing"
    assert units(MARKUP.sub("", screen.text)) <= (CAPTION_LENGTH if screen.brief else TEXT_LENGTH)
    valid_html(screen.text)
    assert isolated(screen.text), f"an isolate stays open: {screen.text!r}"
    if words.rtl:
        assert all(line.startswith(RLM) for line in screen.text.split("\n") if line), repr(screen.text)
    for row in screen.rows:
        assert 0 < len(row) <= 8
        for each in row:
            _label(each.label)
            assert not isinstance(each, Button) or len(each.link.encode()) <= LINK_BYTES, each.link


def _label(label: str) -> None:
    assert label.strip()
    assert len(label) <= LABEL_LENGTH, label
    assert not CONTROLS.search(label), f"a bidi control on a button: {label!r}"


def valid_html(text: str) -> None:
    """Telegram's small HTML: known tags, closed in order; no bare `<` or `&`."""
    open_tags: list[str] = []
    for tag in MARKUP.finditer(text):
        assert tag[2] in TAGS, text
        if not tag[1]:
            open_tags.append(tag[2])
            continue
        assert open_tags, text
        assert open_tags.pop() == tag[2], text
    assert not open_tags, text
    assert not re.search("[<>]", MARKUP.sub("", text)), text
    assert not ENTITY.search(text), text


def isolated(text: str) -> bool:
    """Whether every isolate is closed again."""
    depth = 0
    for each in text:
        depth += (each in (FSI, LRI)) - (each == PDI)
        if depth < 0:
            return False
    return depth == 0
