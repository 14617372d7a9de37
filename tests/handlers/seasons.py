"""The season of the cast's pairs: from the first of March to the last of August, and ways through it."""

from datetime import UTC, date, datetime, timedelta

from handlers.drawing.album import Keepsake
from tests.phones import Phone
from tests.talk import Talk

LAST = date(2027, 8, 31)
SOON = datetime(2027, 7, 29, 16, 0, tzinfo=UTC)
"""The last Thursday at six that leaves four weeks."""
PREPARED = datetime(2027, 8, 12, 16, 0, tzinfo=UTC)
OVER = datetime(2027, 8, 31, 22, 0, tzinfo=UTC)
"""Midnight after the last day."""
WORD = datetime(2027, 9, 1, 16, 0, tzinfo=UTC)
"""Six o'clock on the first day without a season."""
LATER = datetime(2027, 12, 2, 17, 0, tzinfo=UTC)
ERASED = date(2028, 3, 1)


def moves_to(talk: Talk, moment: datetime) -> None:
    """Nobody looks at their phone until then, and what is due by then is sent."""
    assert moment >= talk.clock.now()
    talk.clock.shift(moment - talk.clock.now())
    talk.keeps_house()


def ends(talk: Talk) -> None:
    """The season is over, and everybody has the last word."""
    moves_to(talk, OVER)
    moves_to(talk, WORD)


def day(phone: Phone, day: date = LAST) -> str:
    """A day as the phone shows it."""
    return str(phone.words.day(day).striptags())


def full(phone: Phone, day: date) -> str:
    """The same with its year."""
    return str(phone.words.dated(day).striptags())


def keepsake(phone: Phone) -> Keepsake:
    """The file on the last screen."""
    found = phone.screen.document
    assert isinstance(found, Keepsake)
    return found


def a_moment_before(moment: datetime) -> datetime:
    return moment - timedelta(minutes=3)
