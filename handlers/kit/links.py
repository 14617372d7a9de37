"""Links: a page's name with its arguments in one short string, `steps.finish:12`."""

import enum
import inspect
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from functools import cached_property
from typing import Any, NewType, get_type_hints
from zlib import crc32

from sqlalchemy.orm import Session

from db.base import Numbered
from db.groups import Group
from db.people import Person
from db.rhythm import Reason

Link = NewType("Link", str)
"""Opens a page: fits into a button."""

Awaited = NewType("Awaited", str)
"""Answers a question: kept on the person, never in a button."""

SEPARATOR = ":"
PART = "~"
MOMENT = "%Y%m%dT%H%MZ"
"""How a moment stands in a link: UTC, to the minute."""

BESIDE = "+"
"""Ends a link whose page is to be shown in a new message, because the old one should stay to be read."""


class Gone(Exception):
    """What the link leads to is not there any more, or never was for this person."""


class TooLong(Exception):
    """What somebody wrote is longer than we can keep. Nothing of it was kept."""


class Private(Exception):
    """What somebody wrote looks private: its `words` are kept only once they have said so."""

    def __init__(self, words: str) -> None:
        super().__init__("words that look private")
        self.words = words


class Vouched(Exception):
    """The `words` that were held answer the question they were written for, as they are."""

    def __init__(self, awaited: Awaited, words: str) -> None:
        super().__init__(awaited)
        self.awaited = awaited
        self.words = words


class Silent(Exception):
    """There is nothing to say this time, for a `reason`. What recurs is planned for the next time."""

    def __init__(self, reason: Reason = Reason.NOTHING) -> None:
        super().__init__(reason)
        self.reason = reason


class Signature:
    """The arguments of a page: how they go into a link and come back through a person.

    `finder` names the classmethod that finds a model's row for a person: `seen_by` for everybody,
    `coordinated_by` on the coordinators' pages. A group chat finds only what is `posted_in` it, and an
    errand, which nobody reads, finds what is `kept`.
    """

    def __init__(self, run: Callable[..., object], finder: str) -> None:
        self._run = run
        self._finder = finder

    @cached_property
    def kinds(self) -> list[Any]:
        """The types of the arguments after the turn, in order."""
        hints = get_type_hints(self._run)
        return [hints[name] for name in list(inspect.signature(self._run).parameters)[1:]]

    def write(self, name: str, arguments: tuple[object, ...]) -> str:
        """The link of a page with these arguments."""
        return SEPARATOR.join([name, *(_text(argument) for argument in arguments)])

    def read(self, texts: list[str], session: Session, reader: Person | Group) -> Iterator[object]:
        """The arguments a link carries. Raises Gone if they do not fit or are not this reader's."""
        if len(texts) != len(self.kinds) or not all(text.isprintable() for text in texts):
            raise Gone
        for kind, text in zip(self.kinds, texts, strict=True):
            yield self._value(kind, text, session, reader)

    def _value(self, kind: Any, text: str, session: Session, reader: Person | Group) -> object:
        try:
            if issubclass(kind, Numbered):
                return self._found(kind, int(text), session, reader)
            return READ.get(kind, kind)(text)
        except (ValueError, OverflowError) as error:
            raise Gone from error

    def _found(self, kind: type[Numbered], id: int, session: Session, reader: Person | Group) -> Numbered:
        if not 0 < id < 2**53:
            raise Gone
        finder = "posted_in" if isinstance(reader, Group) else self._finder
        find = getattr(kind, finder, None)
        found: Numbered | None = find(session, reader, id) if find else None
        if found is None:
            raise Gone
        return found


def split(link: str) -> tuple[str, list[str], int]:
    """A link's name, its arguments as text, and which part of a long page it means (from 0)."""
    whole, _, part = link.partition(PART)
    name, *arguments = whole.split(SEPARATOR)
    return name, arguments, int(part) if part.isascii() and part.isdigit() and len(part) < 4 else 0


def mark(text: str) -> str:
    """A text in a few letters, so that a link means this one alone: something else by now leads nowhere."""
    return f"{crc32(text.encode()):x}"


def _moment(text: str) -> datetime:
    found = datetime.strptime(text, MOMENT).replace(tzinfo=UTC)
    if found.year in (MINYEAR, MAXYEAR):
        raise ValueError("not a moment in every zone")
    return found


READ: dict[type, Callable[[str], object]] = {date: date.fromisoformat, datetime: _moment}


def _text(argument: object) -> str:
    match argument:
        case Numbered():
            return str(argument.id)
        case enum.Enum():
            return str(argument.value)
        case datetime():
            return argument.astimezone(UTC).strftime(MOMENT)
        case date():
            return argument.isoformat()
    return str(argument)
