"""What stands in the picture of a pair's path, in the words and the days of whoever looks at it."""

from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from db.goals import Goal
from db.meetings import Meeting
from db.pairs import Pair
from db.paths import Path
from db.places import Place, Spot
from db.rhythm import local_date
from handlers import when_and_where
from handlers.drawing.landscape import Halt, Landscape, Sign, Trail
from handlers.drawing.layout import MOST_GOALS, MOST_NAMED, evenly
from handlers.drawing.letters import legible
from handlers.kit import ready
from handlers.kit.screen import clipped
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs, plain

GOAL_LENGTH, PLACE_LENGTH = 40, 28
"""How many letters of a goal and of a place there is room for beside the road."""
TOLD_LENGTH = 60
"""How many letters of a goal there is room for below the picture."""


@dataclass(frozen=True)
class Days:
    """The days of a path as its reader counts them: the match is on day 0, and nothing is after `today`."""

    first: date
    today: int
    zone: str

    def of(self, moment: datetime) -> int:
        """The day of a moment; what was noted from before the match counts for day 0."""
        return min(max((local_date(moment, self.zone) - self.first).days, 0), self.today)


def days(turn: Turn, pair: Pair) -> Days:
    """From the match to today, or to the end of the pair."""
    zone = turn.person.zone
    first, last = local_date(pair.matched_at, zone), local_date(pair.ended_at or turn.now, zone)
    return Days(first, max((last - first).days, 0), zone)


def landscape(turn: Turn, pair: Pair, path: Path) -> Landscape:
    """The whole picture, as data."""
    ours = days(turn, pair)
    return Landscape(
        turn.words.language,
        turn.words.rtl,
        title(turn.words, pair),
        bare(together(turn, pair)),
        len(pair.partners),
        ours.today,
        tuple(_trail(turn.words, ours, path, goal) for goal in path.goals),
        tuple(_halt(turn.words, ours, meeting) for meeting in path.meetings),
        tuple(ours.of(moment) for moment in path.ideas.values()),
        tuple((sign, bare(words)) for sign, words in legend(turn.words, path)),
    )


def caption(turn: Turn, pair: Pair, path: Path) -> Markup:
    """What the picture shows, in words."""
    words = turn.words
    counted = [said for _, said in legend(words, path)]
    held = [local_date(each.begins_at, turn.person.zone) for each in evenly(path.meetings, MOST_NAMED)]
    met = words._("Meetings: {days}", days=words.listed([words.month_day(day) for day in held]))
    return paragraphs(
        lines(
            [
                words.bold(words.listed([partner.person.called for partner in pair.partners])),
                together(turn, pair),
            ]
        ),
        words.dotted(counted) if counted else None,
        lines(_told(words, path, goal) for goal in path.goals[-MOST_GOALS:]),
        met if held else None,
    )


def _told(words: Words, path: Path, goal: Goal) -> Markup:
    """A goal, how many steps were done for it, and whether it was reached."""
    _, n_ = words._, words.n_
    steps = len([step for step in path.steps if step.goal_id == goal.id])
    said = clipped(plain(ready.goal(words, goal)), TOLD_LENGTH)
    if not steps:
        return _("Goal reached: {goal}", goal=said) if goal.finished_at else _("Goal set: {goal}", goal=said)
    if goal.finished_at:
        return n_("{goal}: reached with {n} step", "{goal}: reached with {n} steps", steps, goal=said)
    return n_("{goal}: {n} step so far", "{goal}: {n} steps so far", steps, goal=said)


def together(turn: Turn, pair: Pair) -> Markup:
    """How long the path is."""
    weeks = days(turn, pair).today // 7
    if weeks == 0:
        return turn.words._("Our first week")
    return turn.words.n_("{n} week together", "{n} weeks together", weeks)


def legend(words: Words, path: Path) -> list[tuple[Sign, Markup]]:
    """What there is on the path, counted, each with its sign."""
    n_ = words.n_
    steps, meetings, ideas = len(path.steps), len(path.meetings), len(path.ideas)
    reached = len([goal for goal in path.goals if goal.finished_at])
    counted = [
        (steps, Sign.STEP, n_("{n} step done", "{n} steps done", steps)),
        (meetings, Sign.MEETING, n_("{n} meeting", "{n} meetings", meetings)),
        (reached, Sign.GOAL, n_("{n} goal reached", "{n} goals reached", reached)),
        (ideas, Sign.IDEA, n_("{n} idea shared", "{n} ideas shared", ideas)),
    ]
    return [(sign, said) for count, sign, said in counted if count]


def title(words: Words, pair: Pair) -> str:
    """Everybody's name, if our fonts have the letters of all."""
    names = [legible(partner.person.called) for partner in pair.partners]
    return bare(words.listed(names) if all(names) else words._("Our path"))


def _trail(words: Words, ours: Days, path: Path, goal: Goal) -> Trail:
    ends = goal.finished_at or goal.dropped_at or goal.rested_at
    return Trail(
        clipped(legible(bare(ready.goal(words, goal))), GOAL_LENGTH),
        ours.of(goal.added_at),
        ours.of(ends) if ends else ours.today,
        goal.finished_at is not None,
        tuple(ours.of(step.done_at) for step in path.steps if step.goal_id == goal.id and step.done_at),
    )


def _halt(words: Words, ours: Days, meeting: Meeting) -> Halt:
    local = local_date(meeting.begins_at, ours.zone)
    spot = meeting.place.spot if meeting.place else None
    return Halt(
        ours.of(meeting.begins_at),
        str(words.month_day(local)),
        clipped(legible(bare(place(words, meeting.place))), PLACE_LENGTH),
        spot or Spot.LATER,
    )


def place(words: Words, place: Place | None) -> str:
    """Where a meeting was, as one says it afterwards; nothing for a mere point or an open place."""
    known = place and not place.point and place.spot != Spot.LATER
    return when_and_where.named(words, place) if known else ""


def bare(text: str) -> str:
    """A sentence as it is drawn: without tags and escapes, its isolates kept."""
    return text.striptags() if isinstance(text, Markup) else text
