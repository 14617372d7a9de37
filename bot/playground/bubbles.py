"""Turns words and entities into the safe HTML a phone shows in a bubble."""

from dataclasses import dataclass, field
from html import escape
from typing import Any

from bot.playground.entities import Entity, Words

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
_SAFE_SCHEMES = ("http://", "https://", "tg://", "mailto:")


def bubble_html(words: Words) -> str:
    """Everything escaped; only b, i, u, s, code, pre, blockquote, a and span survive."""
    if not words.entities:
        return escape(words.text)
    bubble = _Bubble(words.text.encode("utf-16-le", "surrogatepass"))
    for entity in words.entities:
        bubble.mark(entity)
    bubble.close(bubble.end)
    bubble.write(bubble.end)
    return "".join(bubble.out)


@dataclass(slots=True)
class _Bubble:
    """The HTML written so far, and the tags that are open with the place where each ends."""

    units: bytes
    out: list[str] = field(default_factory=list)
    open: list[tuple[int, str]] = field(default_factory=list)
    at: int = 0

    @property
    def end(self) -> int:
        return len(self.units) // 2

    def mark(self, entity: Entity) -> None:
        """Opens the entity's tag, unless it crosses another that is open."""
        self.close(entity.offset)
        start, tag = _tag(entity, self.units)
        if tag and not (self.open and entity.end > self.open[-1][0]):
            self.write(entity.offset)
            self.out.append(start)
            self.open.append((entity.end, tag))

    def write(self, until: int) -> None:
        self.out.append(escape(self.units[2 * self.at : 2 * until].decode("utf-16-le", "replace")))
        self.at = max(self.at, until)

    def close(self, until: int) -> None:
        """Writes up to the end of every tag that ends by then."""
        while self.open and self.open[-1][0] <= until:
            end, tag = self.open.pop()
            self.write(end)
            self.out.append(f"</{tag}>")


def _tag(entity: Entity, units: bytes) -> tuple[str, str]:
    """The start tag and its name, or two empty strings for an entity that is not drawn."""
    if entity.kind == "spoiler":
        return '<span class="tg-spoiler">', "span"
    if entity.kind in ("url", "text_link"):
        return _anchor(_address(entity, units))
    tag = _TAGS.get(entity.kind, "")
    return f"<{tag}>", tag


def _address(entity: Entity, units: bytes) -> str:
    if entity.kind == "url":
        text = units[2 * entity.offset : 2 * entity.end].decode("utf-16-le", "replace")
        return text if "://" in text else f"https://{text}"
    extra: dict[str, Any] = dict(entity.extra)
    return str(extra.get("url", ""))


def _anchor(url: str) -> tuple[str, str]:
    if not url.lower().startswith(_SAFE_SCHEMES):
        return "", ""
    return f'<a href="{escape(url)}">', "a"
