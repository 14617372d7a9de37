"""The kinds of message nobody is waiting for, what holds for each, and why what nobody asked for comes."""

import enum
from dataclasses import dataclass
from datetime import timedelta


class Kind(enum.StrEnum):
    """What sort of message is sent.

    `NUDGE` is the weekly word, whatever it is about. `SNOOZED` is what somebody put off until later.
    `SILENCE` asks a pair of which nothing was heard for a while. `MEETING_TODAY` is news of a meeting that
    cannot wait for the morning: moved, or called off. `TAKEN_BACK` says nothing: it takes a message of ours
    out of a chat. A group gets a `POSTING`, one that comes every week (`WEEKLY_POSTING`), and a `REWRITING`
    of what stands there. `URGENT` is an announcement that presses, and a `CORRECTION` goes over one that
    stands in a chat. `HELPING` is for whoever puts one into another language. `THREAD` is what a member
    answered to one, or a coordinator answered the member; `THREAD_TAKEN` puts in its place who sees to it.
    An `ERRAND` is for nobody: the clock does something that concerns many. `EVENT_SOON` is news of an event
    that cannot wait for a morning. `ROUND` asks everybody the questions of a round.
    """

    NUDGE = "nudge"
    SNOOZED = "snoozed"
    SILENCE = "silence"
    NEWS = "news"
    MATCH = "match"
    PARTING = "parting"
    ANNOUNCEMENT = "announcement"
    URGENT = "urgent"
    CORRECTION = "correction"
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
    ANSWER_ASKED = "answer-asked"
    GIVEN_BACK = "given-back"
    TAKEN_BACK = "taken-back"
    POSTING = "posting"
    WEEKLY_POSTING = "weekly-posting"
    REWRITING = "rewriting"
    THREAD = "thread"
    THREAD_TAKEN = "thread-taken"
    HELPING = "helping"
    ERRAND = "errand"
    EVENT = "event"
    EVENT_SOON = "event-soon"
    EVENT_REMINDER = "event-reminder"
    EVENT_AFTER = "event-after"
    ROUND = "round"


class Why(enum.StrEnum):
    """Why something came that nobody asked for. Kept with what was sent, so that a person can read it."""

    OVERDUE = "step overdue"
    SOON = "step due soon"
    MEETING = "meeting to agree"
    NO_GOAL = "no goal yet"
    REVIEW = "review"
    MATTERS = "matters"
    PULSE = "pulse"
    HALF_TIME = "half-time"
    IDEA = "idea"
    SILENCE = "silence"


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
    nobody asked for is let go. `others`: others cause it, so it keeps the person's reach hours. `quiet`: it
    keeps their quiet hours. `waits`: not in the middle of somebody's answer. `lasting`: it stays to be
    read; its buttons open new messages. `recurs`: it comes every week, or as seldom as the person chose.
    `before`: how far ahead of the weekly word it goes, to take its place. `rests`: it waits for the end of
    the person's pause. `counts`: it stands for the weekly word, which then does not come. `snoozes`: it
    carries a way to have it later, and a way to have fewer of them. `chained`: its page plans its
    successor, so what could not be opened is opened later: a day for a person, its next hour for a group.
    """

    latest: timedelta
    about: About
    asked: bool = True
    others: bool = False
    quiet: bool = True
    waits: bool = False
    lasting: bool = False
    recurs: bool = False
    before: timedelta = timedelta(0)
    rests: bool = False
    counts: bool = False
    chained: bool = False
    snoozes: bool = False


RULES = {
    Kind.NUDGE: Rule(
        latest=timedelta(hours=20),
        about=About.NEITHER,
        asked=False,
        waits=True,
        recurs=True,
        snoozes=True,
    ),
    Kind.SNOOZED: Rule(latest=timedelta(days=2), about=About.NEITHER, waits=True, rests=True, snoozes=True),
    Kind.SILENCE: Rule(latest=timedelta(days=7), about=About.PAIR, asked=False, waits=True, snoozes=True),
    Kind.NEWS: Rule(latest=timedelta(days=7), about=About.PAIR, others=True, waits=True, rests=True),
    Kind.MATCH: Rule(latest=timedelta(days=30), about=About.PAIR, others=True, lasting=True),
    Kind.PARTING: Rule(latest=timedelta(days=30), about=About.PAIR, others=True, lasting=True),
    Kind.ANNOUNCEMENT: Rule(latest=timedelta(days=3), about=About.NEITHER, others=True, lasting=True),
    Kind.URGENT: Rule(latest=timedelta(days=1), about=About.NEITHER, quiet=False, lasting=True),
    Kind.CORRECTION: Rule(latest=timedelta(days=3), about=About.NEITHER, quiet=False, lasting=True),
    Kind.REPORT: Rule(latest=timedelta(days=1), about=About.NEITHER, quiet=False),
    Kind.DESK: Rule(latest=timedelta(days=7), about=About.NEITHER, others=True),
    Kind.MEETING: Rule(latest=timedelta(days=2), about=About.MEETING, others=True),
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
    # Somebody's answer asked for these two; still, they take the place of a weekly word.
    Kind.ANSWER_ASKED: Rule(
        latest=timedelta(days=2), about=About.PAIR, others=True, waits=True, rests=True, counts=True
    ),
    Kind.GIVEN_BACK: Rule(latest=timedelta(days=7), about=About.PAIR, waits=True, rests=True, counts=True),
    Kind.TAKEN_BACK: Rule(latest=timedelta(days=365), about=About.NEITHER, quiet=False),
    Kind.POSTING: Rule(latest=timedelta(days=3), about=About.NEITHER),
    Kind.WEEKLY_POSTING: Rule(latest=timedelta(hours=20), about=About.NEITHER, chained=True),
    Kind.REWRITING: Rule(latest=timedelta(days=1), about=About.NEITHER, quiet=False),
    Kind.THREAD: Rule(latest=timedelta(days=7), about=About.NEITHER, others=True, lasting=True),
    Kind.THREAD_TAKEN: Rule(latest=timedelta(days=1), about=About.NEITHER, quiet=False, lasting=True),
    Kind.HELPING: Rule(latest=timedelta(days=7), about=About.NEITHER, others=True, waits=True),
    Kind.ERRAND: Rule(latest=timedelta(days=365), about=About.NEITHER, quiet=False),
    Kind.EVENT: Rule(latest=timedelta(days=2), about=About.NEITHER, others=True),
    Kind.EVENT_SOON: Rule(latest=timedelta(hours=12), about=About.NEITHER, quiet=False),
    Kind.EVENT_REMINDER: Rule(latest=timedelta(hours=2), about=About.NEITHER),
    Kind.EVENT_AFTER: Rule(latest=timedelta(days=2), about=About.NEITHER, waits=True),
    Kind.ROUND: Rule(latest=timedelta(days=14), about=About.NEITHER, others=True, waits=True, rests=True),
}

UNASKED = [kind for kind, rule in RULES.items() if not rule.asked]
COUNTED = [kind for kind, rule in RULES.items() if rule.counts or not rule.asked]
"""Kinds of which somebody gets one a week at most."""
ANNOUNCED = (Kind.ANNOUNCEMENT, Kind.URGENT)
"""As what an announcement goes out."""
