"""The kinds of message nobody is waiting for, and what holds for each."""

import enum
from dataclasses import dataclass
from datetime import timedelta


class Kind(enum.StrEnum):
    """Why a message is sent."""

    NUDGE = "nudge"
    NEWS = "news"
    MATCH = "match"
    PARTING = "parting"
    ANNOUNCEMENT = "announcement"
    REPORT = "report"
    DESK = "desk"


@dataclass(frozen=True)
class Rule:
    """What holds for a kind.

    `latest`: how long after its time it is still worth sending. `asked`: a human asked for it, so it
    is sent again after a crash and does not count for the weekly cap; what nobody asked for is let
    go. `quiet`: it keeps the person's quiet hours. `waits`: not in the middle of somebody's answer.
    `lasting`: it stays to be read; its buttons open new messages.
    """

    latest: timedelta
    asked: bool = True
    quiet: bool = True
    waits: bool = False
    lasting: bool = False


RULES = {
    Kind.NUDGE: Rule(latest=timedelta(hours=20), asked=False, waits=True),
    Kind.NEWS: Rule(latest=timedelta(days=7), waits=True),
    Kind.MATCH: Rule(latest=timedelta(days=30), lasting=True),
    Kind.PARTING: Rule(latest=timedelta(days=30), lasting=True),
    Kind.ANNOUNCEMENT: Rule(latest=timedelta(days=3), lasting=True),
    Kind.REPORT: Rule(latest=timedelta(days=1), quiet=False),
    Kind.DESK: Rule(latest=timedelta(days=7)),
}

UNASKED = [kind for kind, rule in RULES.items() if not rule.asked]
