"""Reads Telegram's HTML into words and entities, and refuses what Telegram's own parser refuses."""

import re
from dataclasses import dataclass, field, replace

from bot.playground.entities import MARKS, Entity, Words, in_order, utf16_length
from bot.playground.refusals import Refusal, Why

_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_PLAIN = re.compile(r"[^<&]+")
_SPACE = re.compile(r"\s*")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_BARE = {("blockquote", "expandable")}


@dataclass(slots=True)
class _Open:
    """A start tag that still waits for its end."""

    tag: str
    argument: str
    offset: int
    piece: int


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    found: list[Entity] = field(default_factory=list)

    def read(self) -> Words:
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self.end_tag()
            elif self.source[self.at] == "<":
                self.start_tag()
            else:
                self.plain()
        if self.open:
            raise self.refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        # A language counts only inside <pre>, where language_inside() has taken it.
        bare = [replace(entity, extra=()) if entity.kind == "code" else entity for entity in self.found]
        return Words("".join(self.pieces), in_order(bare))

    def plain(self) -> None:
        if run := _PLAIN.match(self.source, self.at):
            text, self.at = run.group(), run.end()
        else:
            text, self.at = _dereferenced(self.source, self.at)
        self.pieces.append(text)
        self.length += utf16_length(text)

    def start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self.take(_TAG_NAME).lower()
        if self.at >= len(self.source):
            raise self.refusal("Unclosed start tag", begin)
        if tag not in MARKS:
            raise self.refusal(f'Unsupported start tag "{tag}"', begin)
        argument = self.attributes(tag, begin)
        if tag == "span" and argument != "tg-spoiler":
            raise self.refusal('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, argument, self.length, len(self.pieces)))

    def attributes(self, tag: str, begin: int) -> str:
        """Moves behind the tag and returns the one value that matters for it."""
        kept = ""
        wanted = {"a": "href", "code": "class", "span": "class", "tg-emoji": "emoji-id"}.get(tag)
        while True:
            self.take(_SPACE)
            if self.source.startswith(">", self.at):
                self.at += 1
                return kept
            name = self.take(_ATTRIBUTE_NAME).lower()
            if not name:
                raise self.refusal(f'Empty attribute name in the tag "{tag}"', begin)
            value = "expandable" if (tag, name) in _BARE else self.value(tag, begin)
            if name == wanted or (tag, name) in _BARE:
                kept = value

    def value(self, tag: str, begin: int) -> str:
        self.take(_SPACE)
        if not self.source.startswith("=", self.at):
            raise self.refusal(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin
            )
        self.at += 1
        self.take(_SPACE)
        if self.at >= len(self.source):
            raise self.refusal("Unclosed start tag", begin)
        if self.source[self.at] not in "'\"":
            return self.bare_value(begin)
        end = self.source.find(self.source[self.at], self.at + 1)
        if end < 0 or end + 1 >= len(self.source):
            raise self.refusal("Unclosed start tag", begin)
        raw, self.at = self.source[self.at + 1 : end], end + 1
        return _REFERENCE.sub(lambda match: _dereferenced(match.group(), 0)[0], raw)

    def bare_value(self, begin: int) -> str:
        token_begin = self.at
        value = self.take(_TOKEN).lower()
        if self.at >= len(self.source):
            raise self.refusal("Unclosed start tag", begin)
        if self.source[self.at] != ">" and not self.source[self.at].isspace():
            raise self.refusal("Unexpected end of name token", token_begin)
        return value

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self.refusal("Unexpected end tag", begin)
        self.at += 2
        found = self.take(_TAG_NAME).lower()
        self.take(_SPACE)
        if not self.source.startswith(">", self.at):
            raise self.refusal("Unclosed end tag", begin)
        self.at += 1
        opened = self.open.pop()
        if found and found != opened.tag:
            detail = f'expected "</{opened.tag}>", found "</{found}>"'
            raise self.refusal(f"Unmatched end tag at byte offset {self.byte(begin)}, {detail}")
        if self.length > opened.offset:
            self.mark(opened)

    def mark(self, opened: _Open) -> None:
        kind = MARKS[opened.tag]
        extra: tuple[tuple[str, str], ...] = ()
        if kind == "text_link":
            url = _checked_url(opened.argument or "".join(self.pieces[opened.piece :]))
            if not url:
                return
            extra = (("url", url),)
        elif kind == "custom_emoji":
            extra = (("custom_emoji_id", opened.argument),)
        elif kind == "pre" and (language := self.language_inside(opened)):
            extra = (("language", language),)
        elif opened.argument == "expandable":
            kind = "expandable_blockquote"
        elif opened.tag == "code" and opened.argument.startswith("language-"):
            extra = (("language", opened.argument.removeprefix("language-")),)
        self.found.append(Entity(kind, opened.offset, self.length - opened.offset, extra))

    def language_inside(self, opened: _Open) -> str:
        """`<pre><code class="language-…">` is one entity: the inner one is taken out."""
        span = (opened.offset, self.length - opened.offset)
        if not self.found or self.found[-1].kind != "code":
            return ""
        if (self.found[-1].offset, self.found[-1].length) != span:
            return ""
        return str(dict(self.found.pop().extra).get("language", ""))

    def take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def refusal(self, detail: str, at: int | None = None) -> Refusal:
        where = "" if at is None else f" at byte offset {self.byte(at)}"
        return Refusal(Why.ENTITIES, detail=detail + where)


def read_html(source: str) -> Words:
    """The words and entities of Telegram HTML; raises `Refusal` with the byte offset of the fault."""
    return _Reader(source).read()


def _dereferenced(source: str, at: int) -> tuple[str, int]:
    """The character a reference stands for and the place behind it; a lone `&` stands for itself."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return source[at], at + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name], match.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return source[at], at + 1
    return chr(code), match.end()


def _checked_url(url: str) -> str:
    url = url.strip()
    if re.match(r"(https?|tg|mailto|ton|tonsite)://?\S+$", url, re.IGNORECASE) or url.startswith("mailto:"):
        return url
    return f"http://{url}/" if re.match(r"[\w-]+(\.[\w-]+)+\S*$", url) else ""
