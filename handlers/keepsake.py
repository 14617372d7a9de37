"""What stands in the keepsake of a pair, in the words and the days of whoever keeps it."""

from datetime import date, datetime

from markupsafe import Markup

from db import lessons, paths, thanks
from db.answers import Exchange
from db.goals import Goal
from db.lessons import Lesson
from db.meetings import Meeting
from db.pairs import Pair
from db.paths import Path
from db.places import Spot
from db.rhythm import local_date
from db.steps import Step
from db.thanks import Thanks
from handlers import scenery, staying, thanking
from handlers.drawing.album import Album, Chapter, Deed, Headings, Idea, Keepsake, Quote, Stop
from handlers.drawing.layout import MOST_GOALS, evenly
from handlers.drawing.letters import legible
from handlers.ice import sharing, wording
from handlers.kit import bidi, held, ready
from handlers.kit.screen import clipped
from handlers.kit.turn import Turn
from handlers.kit.words import plain

MOST_STEPS, MOST_MEETINGS, MOST_IDEAS = 12, 8, 3
"""How many steps of all goals, meetings and ideas there is room for."""
SAID_LENGTH, PLACE_LENGTH, ANSWER_LENGTH = 90, 40, 120
"""How many letters of a goal, a step or an idea, of a place, and of an answer there is room for."""


def of(turn: Turn, pair: Pair) -> Keepsake:
    """The whole book, as data."""
    _, dated = turn.words._, turn.words.dated
    path = paths.of_pair(turn.session, pair)
    ties = staying.agreed(turn, pair)
    season = pair.season(turn.person.zone)
    goodbye = _("You walked a part of the way together. May the rest of it be good to each of you.")
    ideas = sharing.of_season(turn, pair, list(path.ideas))
    return Keepsake(
        Album(
            scenery.landscape(turn, pair, path),
            scenery.bare(_("{first} to {last}", first=dated(season.first), last=dated(season.last))),
            Headings(
                scenery.bare(_("What we worked towards")),
                scenery.bare(_("Where we met")),
                scenery.bare(_("Ideas we shared")),
                scenery.bare(_("What we thank each other for")),
            ),
            tuple(scenery.bare(each) for each in (ties, goodbye) if each),
            _chapters(turn, path, lessons.of_pair(turn.session, pair)),
            tuple(_stop(turn, each) for each in evenly(path.meetings, MOST_MEETINGS)),
            tuple(_idea(turn, each) for each in ideas[-MOST_IDEAS:]),
            tuple(_quote(turn, each) for each in thanks.of_pair(turn.session, pair).found),
        )
    )


def _chapters(turn: Turn, path: Path, helped: dict[int, Lesson]) -> tuple[Chapter, ...]:
    """The goals that have their trail in the picture, in its colours; each with its last steps."""
    n_, goals = turn.words.n_, path.goals[-MOST_GOALS:]
    most = MOST_STEPS // max(len(goals), 1)
    found = []
    for number, goal in enumerate(goals):
        done = [step for step in path.steps if step.goal_id == goal.id]
        left = len(done) - most
        found.append(
            Chapter(
                _said(ready.goal(turn.words, goal), SAID_LENGTH),
                scenery.bare(_when(turn, goal)),
                number,
                tuple(_deed(turn, step, helped.get(step.id)) for step in done[-most:]),
                scenery.bare(n_("and {n} step before", "and {n} steps before", left)) if left > 0 else "",
            )
        )
    return tuple(found)


def _when(turn: Turn, goal: Goal) -> Markup:
    _ = turn.words._
    if goal.finished_at:
        return _("Reached: {day}", day=turn.words.dated(_day(turn, goal.finished_at)))
    return _("Begun: {day}", day=turn.words.dated(_day(turn, goal.added_at)))


def _deed(turn: Turn, step: Step, lesson: Lesson | None) -> Deed:
    return Deed(
        str(turn.words.month_day(_day(turn, step.done_at or step.added_at))),
        _said(ready.step(turn.words, step), SAID_LENGTH),
        _said(lesson.words, SAID_LENGTH) if lesson else "",
    )


def _stop(turn: Turn, meeting: Meeting) -> Stop:
    spot = meeting.place.spot if meeting.place else None
    return Stop(
        str(turn.words.month_day(_day(turn, meeting.begins_at))),
        _said(scenery.place(turn.words, meeting.place), PLACE_LENGTH),
        spot or Spot.LATER,
    )


def _idea(turn: Turn, found: Exchange) -> Idea:
    """A prompt with what each said; of a voice message or photo, that it is one."""
    _ = turn.words._
    unseen = scenery.bare(_("These words are in your chat."))
    return Idea(
        _said(plain(wording.prompt(turn.words, found.idea)), SAID_LENGTH),
        tuple(
            Quote(
                _said(plain(held.said(turn.words, each)), ANSWER_LENGTH) or unseen,
                _said(each.person.called, SAID_LENGTH),
            )
            for each in found.standing
            if found.open
        ),
    )


def _quote(turn: Turn, given: Thanks) -> Quote:
    """A sentence; where our fonts lack its letters, that it is there to be read in the chat."""
    _ = turn.words._
    said = _said(thanking.of(turn.words, given), len(given.words or "") or SAID_LENGTH)
    unseen = scenery.bare(_("These words are in your chat."))
    return Quote(said or unseen, _said(given.person.called, SAID_LENGTH))


def _said(text: str, length: int) -> str:
    """Somebody's words as they can be drawn, in their own direction."""
    drawn = clipped(legible(scenery.bare(text)), length)
    return bidi.isolate(drawn) if drawn else ""


def _day(turn: Turn, moment: datetime) -> date:
    return local_date(moment, turn.person.zone)
