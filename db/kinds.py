"""The kinds of message nobody is waiting for, and what holds for each."""

import enum
from dataclasses import dataclass
from datetime import timedelta


class Kind(enum.StrEnum):
    """Why a message is sent.

    `MEETING_TODAY` is news of a meeting that cannot wait for the morning: moved, or called off.
    """

    NUDGE = "nudge"
    MATTERS = "matters"
    REVIEW = "review"
    NEWS = "news"
    MATCH = "match"
    PARTING = "parting"
    ANNOUNCEMENT = "announcement"
    REPORT = "report"
    DESK = "desk"
    MEETING = "meeting"
    MEETING_TODAY = "meeting-today"
    REMINDER = "reminder"
    AFTERWARDS = "afterwards"
    GOING_ON = "going-on"
    CLOSING = "closing"
    KEEPSAKE = "keepsake"
    DAY = "day"


class About(enum.Enum):
    """What the links of a kind name first, which ends what is still to come of it with itself."""

    PAIR = enum.auto()
    MEETING = enum.auto()
    NEITHER = enum.auto()


@dataclass(frozen=True)
class Rule:
    """What holds for a kind.

    `latest`: how long after its time it is still worth sending. `about`: what it ends with. `asked`: a
    human asked for it, so it is sent again after a crash and does not count for the weekly cap; what
    nobody asked for is let go. `quiet`: it keeps the person's quiet hours. `waits`: not in the middle
    of somebody's answer. `lasting`: it stays to be read; its buttons open new messages. `weeks`: once
    it was said, what nobody asked for comes again after so many weeks, times those from one unasked
    message to the next that the person chose. `before`: how far ahead of the weekly word it goes, to
    take its place. `rests`: it waits for the end of the person's pause. `counts`: it stands for the
    weekly word, which then does not come. `chained`: its page plans its successor, so what could not be
    opened is opened a day later.
    """

    latest: timedelta
    about: About
    asked: bool = True
    quiet: bool = True
    waits: bool = False
    lasting: bool = False
    weeks: int = 1
    before: timedelta = timedelta(0)
    rests: bool = False
    counts: bool = False
    chained: bool = False


RULES = {
    Kind.NUDGE: Rule(latest=timedelta(hours=20), about=About.PAIR, asked=False, waits=True),
    Kind.MATTERS: Rule(
        latest=timedelta(hours=20),
        about=About.PAIR,
        asked=False,
        waits=True,
        weeks=8,
        before=timedelta(minutes=1),
    ),
    Kind.REVIEW: Rule(
        latest=timedelta(hours=20),
        about=About.PAIR,
        asked=False,
        waits=True,
        weeks=4,
        before=timedelta(seconds=30),
    ),
    Kind.NEWS: Rule(latest=timedelta(days=7), about=About.PAIR, waits=True, rests=True),
    Kind.MATCH: Rule(latest=timedelta(days=30), about=About.PAIR, lasting=True),
    Kind.PARTING: Rule(latest=timedelta(days=30), about=About.PAIR, lasting=True),
    Kind.ANNOUNCEMENT: Rule(latest=timedelta(days=3), about=About.NEITHER, lasting=True),
    Kind.REPORT: Rule(latest=timedelta(days=1), about=About.NEITHER, quiet=False),
    Kind.DESK: Rule(latest=timedelta(days=7), about=About.NEITHER),
    Kind.MEETING: Rule(latest=timedelta(days=2), about=About.MEETING),
    Kind.MEETING_TODAY: Rule(latest=timedelta(hours=12), about=About.MEETING, quiet=False),
    Kind.REMINDER: Rule(latest=timedelta(hours=2), about=About.MEETING),
    Kind.AFTERWARDS: Rule(latest=timedelta(hours=20), about=About.MEETING, waits=True),
    Kind.GOING_ON: Rule(latest=timedelta(days=3), about=About.PAIR, waits=True, rests=True),
    Kind.CLOSING: Rule(
        latest=timedelta(days=6),
        about=About.PAIR,
        waits=True,
        before=timedelta(minutes=2),
        rests=True,
        counts=True,
    ),
    Kind.KEEPSAKE: Rule(
        latest=timedelta(days=30),
        about=About.PAIR,
        waits=True,
        lasting=True,
        rests=True,
        counts=True,
    ),
    Kind.DAY: Rule(
        latest=timedelta(days=400),  # its page says nothing of a day gone by, and plans the next
        about=About.NEITHER,
        waits=True,
        rests=True,
        chained=True,
    ),
}

UNASKED = [kind for kind, rule in RULES.items() if not rule.asked]
COUNTED = [kind for kind, rule in RULES.items() if rule.counts or not rule.asked]
"""Kinds of which somebody gets one a week at most."""
