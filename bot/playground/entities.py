"""Text as Telegram knows it: plain words, and entities that mark stretches of them in UTF-16 units."""

import re
from dataclasses import dataclass, replace
from typing import Any

MARKS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
"""The HTML tags Telegram takes, and the entity each becomes."""

_SPOTTED = re.compile(
    r"""(?P<url>\b(?:https?://[^\s<>"'⁦-⁩]+|t\.me/[^\s<>"'⁦-⁩]+))
      | (?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])
      | (?<![\w@/])(?P<mention>@[A-Za-z]\w{3,31})(?!\w)""",
    re.VERBOSE,
)
_LITERAL = {"code", "pre", "text_link", "url", "text_mention"}


@dataclass(frozen=True, slots=True)
class Entity:
    """One marked stretch; offset and length count UTF-16 code units, as the Bot API does."""

    kind: str
    offset: int
    length: int
    extra: tuple[tuple[str, Any], ...] = ()

    @property
    def end(self) -> int:
        return self.offset + self.length

    def api(self) -> dict[str, Any]:
        return {"type": self.kind, "offset": self.offset, "length": self.length, **dict(self.extra)}


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its entities, outermost first."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def __len__(self) -> int:
        return utf16_length(self.text)


NO_WORDS = Words()


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_order(entities: list[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length)))


def trimmed(words: Words) -> Words:
    """Without white space around it, as Telegram keeps a text; entities move and shrink along."""
    text = words.text.strip(" \t\n\r\v\f")
    if text == words.text:
        return words
    lead = words.text.find(text) if text else 0
    length = utf16_length(text)
    moved = [_clipped(entity, lead, length) for entity in words.entities]
    return Words(text, tuple(entity for entity in moved if entity.length > 0))


def _clipped(entity: Entity, lead: int, length: int) -> Entity:
    start, end = max(0, entity.offset - lead), min(length, entity.end - lead)
    return replace(entity, offset=start, length=end - start)


def with_spotted(words: Words) -> Words:
    """Adds the commands, mentions and addresses Telegram finds in a text by itself."""
    if not _SPOTTED.search(words.text):
        return words
    taken = [entity for entity in words.entities if entity.kind in _LITERAL]
    found = [
        entity
        for entity in (_spotted(match, words.text) for match in _SPOTTED.finditer(words.text))
        if not any(entity.offset < other.end and other.offset < entity.end for other in taken)
    ]
    return Words(words.text, in_order([*words.entities, *found]))


def _spotted(match: re.Match[str], text: str) -> Entity:
    kind = match.lastgroup or ""
    found = match.group()
    if kind == "url":
        found = found.rstrip(".,:;!?)")
    return Entity(kind, utf16_length(text[: match.start()]), utf16_length(found))
