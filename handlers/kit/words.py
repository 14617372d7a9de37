"""Words in one reader's language: whole sentences translated, values escaped and kept in direction.

What comes out is Markup: the small tag set `b i u s code a` around escaped text.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property, lru_cache
from gettext import NullTranslations
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, get_timezone_location
from babel.lists import format_list
from markupsafe import Markup, escape

from handlers.kit import bidi

PLACE = re.compile(r"\{([a-z_]+)\}")
Value = str | int


@dataclass(frozen=True)
class Words:
    """One reader's words. `chain` holds the catalogues to ask in turn, each saying nothing where it
    knows nothing; English needs none. `reads` are all that the reader can follow, their own first."""

    language: str
    locale: Locale
    chain: tuple[NullTranslations, ...] = ()
    reads: tuple[str, ...] = ()

    @property
    def rtl(self) -> bool:
        """Whether the reader's lines run from right to left."""
        return bidi.is_rtl(self.language)

    def _(self, sentence: str, **values: Value) -> Markup:
        """A sentence in the reader's language, its `{values}` filled in."""
        return self._first((each.gettext(sentence) for each in self.chain), sentence, values)

    def n_(self, one: str, many: str, n: int, **values: Value) -> Markup:
        """A sentence that counts: `{n}` and the other values filled in, in the plural form of `n`."""
        found = (each.ngettext(one, many, n) for each in self.chain)
        return self._first(found, one if n == 1 else many, {"n": n, **values})

    def _first(self, found: Iterable[str], english: str, values: Mapping[str, Value]) -> Markup:
        """What a catalogue says with the values there are, the first that does; else the English sentence."""
        for sentence in found:
            if (
                sentence and places(sentence) <= values.keys()
            ):  # a slip of its writer costs nobody the sentence
                return self.fill(sentence, **values)
        return self.fill(english, **values)

    def fill(self, sentence: str, **values: Value) -> Markup:
        """Put values into a sentence. Bare names only: a translation cannot reach anything else."""
        if not places(sentence):
            return Markup(sentence)
        return Markup(PLACE.sub(lambda place: shown(values[place[1]]), sentence))

    def said(self, text: str) -> Markup:
        """Somebody's own words, to stand on a line of their own."""
        return Markup(shown(text))

    def bold(self, text: str) -> Markup:
        """The same, as a heading."""
        return Markup(f"<b>{shown(text)}</b>")

    def code(self, text: str) -> Markup:
        """A link or number, always left-to-right."""
        return Markup(bidi.isolate_code(str(escape(bidi.strip(text)))))

    def listed(self, items: Sequence[str]) -> Markup:
        """`a, b and c`, as the language joins them."""
        return Markup(format_list([shown(item) for item in items], locale=self.locale))

    def dotted(self, items: Sequence[str]) -> Markup:
        """`a · b · c`, for labels that hold commas of their own."""
        return Markup(" · ".join(shown(item) for item in items))

    def dated(self, day: date) -> Markup:
        """Day, month and year."""
        return Markup(escape(format_date(day, "long", locale=self.locale)))

    def month_day(self, day: date) -> Markup:
        """Month and day."""
        return Markup(format_skeleton("MMMMd", _noon(day), locale=self.locale))

    def day(self, day: date) -> Markup:
        """Weekday, month and day."""
        weekday = Markup(self.weekday(day.weekday()))
        return self._("{weekday}, {date}", weekday=weekday, date=self.month_day(day))

    def weekday(self, number: int) -> str:
        """The name of a weekday, counted from Monday (0)."""
        return str(self.locale.days["stand-alone"]["wide"][number])

    def initial(self, number: int) -> str:
        """A weekday as a calendar heads it, counted from Monday (0)."""
        return str(self.locale.days["stand-alone"]["narrow"][number])

    def month(self, day: date) -> str:
        """Month and year, as a calendar's heading."""
        return format_skeleton("yMMMM", _noon(day), locale=self.locale)

    def clock(self, at: time) -> Markup:
        """A clock time, always HH:mm with Western digits."""
        return self.code(f"{at:%H:%M}")

    def moment(self, moment: datetime, zone: str) -> Markup:
        """Day and clock time as somebody in the zone reads them."""
        local = moment.astimezone(ZoneInfo(zone))
        return self._("{day}, {clock}", day=self.day(local.date()), clock=self.clock(local.time()))

    def place(self, zone: str) -> str:
        """A zone by its city or country, in the reader's language."""
        return get_timezone_location(zone, locale=self.locale, return_city=True)

    @cached_property
    def first_weekday(self) -> int:
        """The day a week begins with here, counted from Monday (0)."""
        return self.locale.first_week_day


def lines(parts: Iterable[Markup | None]) -> Markup:
    """Parts one below the other, leaving out what is empty."""
    return Markup("\n").join(part for part in parts if part)


def paragraphs(*parts: Markup | None) -> Markup:
    """Parts with an empty line between them, leaving out what is empty."""
    return Markup("\n\n").join(part for part in parts if part)


def apart(said: Markup) -> Markup:
    """Lines of another language, each in its own direction whatever the lines around them."""
    return Markup("\n".join(bidi.isolate(line) if line else line for line in said.split("\n")))


def shown(value: Value) -> str:
    """A value as it stands in a sentence: our own Markup and numbers as they are, words made safe."""
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, int):
        return str(value)
    lines = str(escape(bidi.strip(value))).split("\n")
    return "\n".join(bidi.isolate(line) if line else line for line in lines)


def plain(text: str) -> str:
    """Markup as a button shows it: no tags, no escapes, no isolates."""
    if isinstance(text, Markup) and ("<" in text or "&" in text):
        text = text.striptags()
    return bidi.strip(str(text))


@lru_cache(maxsize=10_000)  # more than there are sentences
def places(sentence: str) -> frozenset[str]:
    """The names of the values that a sentence wants."""
    return frozenset(PLACE.findall(sentence))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
