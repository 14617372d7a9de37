"""A life as the rules of time see it: things fall due, habits change in between, and a planner decides."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from db.hours import Hours
from db.kinds import RULES, Kind
from db.rhythm import Habits, LetGo, PutOff, Reason, Weekly, decide, next_weekly
from db.waking import NIGHT_BEGINS, NIGHT_ENDS
from tests.db.test_rhythm import moments, zones

CAUSED = [
    Kind.NEWS,
    Kind.ANNOUNCEMENT,
    Kind.MEETING,
    Kind.MATCH,
    Kind.REMINDER,
    Kind.AFTERWARDS,
    Kind.SNOOZED,
    Kind.EVENT,
    Kind.EVENT_AFTER,
]
LONG = timedelta(weeks=9)


@dataclass(frozen=True)
class Thing:
    """Something due: once, or every week."""

    kind: Kind
    due: datetime
    first_due: datetime


@dataclass(frozen=True)
class Sent:
    """That it went, when, and under which habits."""

    thing: Thing
    at: datetime
    habits: Habits


@dataclass
class Life:
    """One person: when the process is away, what changes when, and what becomes of all that falls due."""

    begins: datetime
    habits: Habits
    weekly: tuple[int, int]
    changes: dict[timedelta, Habits]
    away: list[tuple[timedelta, timedelta]]
    pending: list[Thing]
    sent: list[Sent] = field(default_factory=list)
    gone: list[tuple[Thing, Reason, datetime]] = field(default_factory=list)

    def passes(self) -> None:
        """Decide everything that falls due until the end."""
        self._plan(self.begins)
        while self.pending and (thing := min(self.pending, key=lambda each: each.due)):
            now = self._awake(thing.due)
            if now > self.begins + LONG:
                return
            self.pending.remove(thing)
            self._decide(thing, now)

    def _awake(self, due: datetime) -> datetime:
        """When the process looks at it: not while it is away, and never before it has looked last."""
        latest = [each.at for each in self.sent] + [at for _, _, at in self.gone]
        now = max([due, *latest])
        for since, how_long in self.away:
            if self.begins + since <= now < self.begins + since + how_long:
                now = self.begins + since + how_long
        return now

    def at(self, now: datetime) -> Habits:
        """The habits of that moment, with what came of late."""
        found = [habits for after, habits in sorted(self.changes.items()) if self.begins + after <= now]
        lately = tuple(each.at for each in self.sent if not RULES[each.thing.kind].asked)
        return replace(found[-1] if found else self.habits, lately=lately)

    def _decide(self, thing: Thing, now: datetime) -> None:
        habits = self.at(now)
        match decide(RULES[thing.kind], thing.first_due, habits, now):
            case PutOff(until, reason):
                assert until > now, "put off into the past"
                first = until if reason == Reason.PAUSED else thing.first_due
                self.pending.append(replace(thing, due=until, first_due=first))
                return
            case LetGo(reason):
                self.gone.append((thing, reason, now))
            case _:
                self.sent.append(Sent(thing, now, habits))
        if thing.kind == Kind.NUDGE:
            self._plan(now)

    def _plan(self, now: datetime) -> None:
        weekday, hour = self.weekly
        due = next_weekly(now, Weekly(self.at(now).zone, weekday, hour))
        self.pending.append(Thing(Kind.NUDGE, due, due))


def local_hour(moment: datetime, habits: Habits) -> int:
    return moment.astimezone(ZoneInfo(habits.zone)).hour


nights = st.builds(Hours, st.sampled_from(NIGHT_BEGINS), st.sampled_from(NIGHT_ENDS))
reaches = st.one_of(st.none(), st.sampled_from([Hours(9, 12), Hours(12, 17), Hours(17, 21), Hours(9, 17)]))
spans = st.timedeltas(timedelta(0), LONG)
habits = st.builds(
    Habits, zones, nights, reaches, weeks=st.sampled_from([1, 1, 2, 4]), cap=st.sampled_from([1, 1, 2])
)


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """Nine weeks of somebody, anywhere, through changes of the clock and of their mind."""
    begins = draw(moments)
    changes = draw(st.dictionaries(spans, _changed(begins), max_size=3))
    away = draw(st.lists(st.tuples(spans, st.timedeltas(timedelta(0), timedelta(days=9))), max_size=2))
    asked = draw(st.lists(st.tuples(st.sampled_from([*CAUSED, Kind.SILENCE]), spans), max_size=6))
    things = [Thing(kind, begins + after, begins + after) for kind, after in asked]
    weekly = draw(st.tuples(st.integers(0, 6), st.integers(6, 22)))
    return Life(begins, draw(habits), weekly, changes, sorted(away), things)


def _changed(begins: datetime) -> SearchStrategy[Habits]:
    """Other habits, perhaps with a pause, an answer under way, or long without a sign."""
    pauses = st.one_of(st.none(), spans.map(lambda after: begins + after))
    written = st.one_of(st.none(), spans.map(lambda after: begins + after))
    return st.builds(
        lambda habits, paused, writes, missed: replace(
            habits, paused_until=paused, answering_since=writes, unanswered=missed
        ),
        habits,
        pauses,
        written,
        st.sampled_from([0, 0, 0, 3, 6]),
    )


def unasked(life: Life) -> Iterator[Sent]:
    """What nobody asked for, in its order."""
    return (each for each in life.sent if not RULES[each.thing.kind].asked)
