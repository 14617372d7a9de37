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


@dataclass(frozen=True)
class Rule:
    """What holds for a kind.

    `latest`: how long after its time it is still worth sending. `asked`: a human asked for it, so it
    is sent again after a crash and does not count for the weekly cap; what nobody asked for is let
    go. `quiet`: it keeps the person's quiet hours. `waits`: not in the middle of somebody's answer.
    `lasting`: it stays to be read; its buttons open new messages. `weeks`: once it was said, what nobody
    asked for comes again after so many weeks, times those from one unasked message to the next that the
    person chose. `before`: how far ahead of the weekly word it goes, to take its place. `rests`: it waits
    for the end of the person's pause. `counts`: it stands for the weekly word, which then does not come.
    """

    latest: timedelta
    asked: bool = True
    quiet: bool = True
    waits: bool = False
    lasting: bool = False
    weeks: int = 1
    before: timedelta = timedelta(0)
    rests: bool = False
    counts: bool = False


RULES = {
    Kind.NUDGE: Rule(latest=timedelta(hours=20), asked=False, waits=True),
    Kind.MATTERS: Rule(
        latest=timedelta(hours=20), asked=False, waits=True, weeks=8, before=timedelta(minutes=1)
    ),
    Kind.REVIEW: Rule(
        latest=timedelta(hours=20), asked=False, waits=True, weeks=4, before=timedelta(seconds=30)
    ),
    Kind.NEWS: Rule(latest=timedelta(days=7), waits=True, rests=True),
    Kind.MATCH: Rule(latest=timedelta(days=30), lasting=True),
    Kind.PARTING: Rule(latest=timedelta(days=30), lasting=True),
    Kind.ANNOUNCEMENT: Rule(latest=timedelta(days=3), lasting=True),
    Kind.REPORT: Rule(latest=timedelta(days=1), quiet=False),
    Kind.DESK: Rule(latest=timedelta(days=7)),
    Kind.MEETING: Rule(latest=timedelta(days=2)),
    Kind.MEETING_TODAY: Rule(latest=timedelta(hours=12), quiet=False),
    Kind.REMINDER: Rule(latest=timedelta(hours=2)),
    Kind.AFTERWARDS: Rule(latest=timedelta(hours=20), waits=True),
    Kind.GOING_ON: Rule(latest=timedelta(days=3), waits=True, rests=True),
    Kind.CLOSING: Rule(
        latest=timedelta(days=6), waits=True, before=timedelta(minutes=2), rests=True, counts=True
    ),
    Kind.KEEPSAKE: Rule(latest=timedelta(days=30), waits=True, lasting=True, rests=True, counts=True),
}

UNASKED = [kind for kind, rule in RULES.items() if not rule.asked]
COUNTED = [kind for kind, rule in RULES.items() if rule.counts or not rule.asked]
"""Kinds of which somebody gets one a week at most."""

OF_PAIRS = frozenset(
    {
        Kind.NUDGE,
        Kind.MATTERS,
        Kind.REVIEW,
        Kind.NEWS,
        Kind.MATCH,
        Kind.PARTING,
        Kind.GOING_ON,
        Kind.CLOSING,
        Kind.KEEPSAKE,
    }
)
"""Kinds whose links name a pair first."""

OF_MEETINGS = frozenset({Kind.MEETING, Kind.MEETING_TODAY, Kind.REMINDER, Kind.AFTERWARDS})
"""Kinds whose links name a meeting first."""
