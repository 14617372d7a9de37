"""Turns words and entities into the safe HTML a phone shows in a bubble."""

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
    units = words.text.encode("utf-16-le")
    out: list[str] = []
    open_until: list[tuple[int, str]] = []
    at = 0

    def write(until: int) -> None:
        nonlocal at
        out.append(escape(units[2 * at : 2 * until].decode("utf-16-le", "replace")))
        at = max(at, until)

    def close(until: int) -> None:
        while open_until and open_until[-1][0] <= until:
            end, tag = open_until.pop()
            write(end)
            out.append(f"</{tag}>")

    for entity in words.entities:
        close(entity.offset)
        start, tag = _tag(entity, units)
        if not tag or (open_until and entity.end > open_until[-1][0]):
            continue
        write(entity.offset)
        out.append(start)
        open_until.append((entity.end, tag))
    close(len(units))
    write(len(units) // 2)
    return "".join(out)


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
