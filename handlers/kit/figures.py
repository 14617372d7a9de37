"""Digits in somebody's words: of any script, in blocks, and which of them are dates, prices or telephones."""

import re
import unicodedata
from itertools import pairwise

BETWEEN = r"[ ./:()\u2010-\u2015·-]"
RUN = rf"\+?\d+(?:{BETWEEN}{{1,2}}\d+)*"
"""Digits with at most two marks between their blocks."""

DAY, MONTH, YEAR = "(?:0?[1-9]|[12]\\d|3[01])", "(?:0?[1-9]|1[0-2])", "(?:\\d{4}|\\d\\d)"
DATE = (
    rf"(?:{DAY}[./-][ ]?{MONTH}(?:[./-][ ]?{YEAR})?|{MONTH}[./-]{DAY}[./-]{YEAR}"
    rf"|{YEAR}[./-][ ]?{MONTH}[./-][ ]?{DAY})"
)
CLOCK = r"[0-2]?\d[:h.][0-5]\d(?::[0-5]\d)?"
MONEY = (
    r"[€$£¥₴₽₺₹﷼]|(?:euros?|eur|usd|dollars?|da|dzd|dinars?|dirhams?|mad|f?cfa|francs?|lei|lira|leke?|грн|гривень|руб\w*"
    r"|ευρώ|يورو|دينار|درهم|دولار|ليرة|ريال|یورو|تومان|دلار|افغانی|افغانۍ)\b"
)
EVERYDAY = rf"""(?xi)
    \b(?:https?://|www\.)\S+ | \S+@\S+
    | (?<![\d./:-]){DATE}(?:[ ]?[\u2010-\u2015-][ ]?{DATE})?(?![./:-]?\d)
    | (?<![\d./:-]){CLOCK}(?:[ ]?[\u2010-\u2015-][ ]?{CLOCK})?(?![./:-]?\d)
    | [€$£¥₴₽₺₹﷼][ ]?\d[\d.,\x20]*
    | \d[\d.,\x20]*(?:{MONEY})
    """
ROUND = r"\d*0{5}"
BOOK = r"97[89]\d{10}"
MOMENT = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?"
COUNTING = "1234567890"
SUBSCRIBER = r"[23]|69"
"""How ten digits of a telephone begin in countries that dial no 0 before them: Greece (2, 69), Italy (3)."""


def plain(text: str) -> str:
    """The same words with Western digits, one sort of space, and without signs that nobody sees."""
    seen = (each for each in text if unicodedata.category(each) != "Cf")
    western = "".join(str(unicodedata.digit(each)) if each.isdecimal() else each for each in seen)
    return re.sub(r"[^\S\n]+", " ", western)


def there_are(text: str) -> bool:
    """Whether there is a digit at all."""
    return any(map(str.isdecimal, text))


def without_everyday(said: str) -> str:
    """The words without links, addresses of mail, dates, clock times and prices."""
    return re.sub(EVERYDAY, " | ", said)


def blocks(run: str) -> list[str]:
    """The digits of a run, block by block."""
    return re.findall(r"\d+", run)


def everyday(digits: str) -> bool:
    """Whether digits in one are a moment, a round number, a book, or somebody counting."""
    return digits == COUNTING or any(re.fullmatch(each, digits) for each in (MOMENT, ROUND, BOOK))


def telephone(run: str, labelled: bool = False) -> bool:
    """Whether a run begins as a telephone; behind a label it also has the length of one (ITU E.164: 15)."""
    digits = "".join(blocks(run))
    if not labelled:
        return run.startswith("+") or digits.startswith("0")
    return run.startswith(("+", "00")) or (digits.startswith("0") and 9 <= len(digits) <= 11)


def counted(found: list[str]) -> bool:
    """Whether blocks are numbers of their own: all of them short, or each larger than the one before."""
    short = all(len(each) <= 2 for each in found)
    return short or (len(found) > 1 and all(int(one) < int(two) for one, two in pairwise(found)))
