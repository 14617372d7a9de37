"""Our path: what a pair did, to look back on as a list and as a picture."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from markupsafe import Markup

from db import paths
from db.goals import Goal
from db.pairs import Pair
from db.paths import Path
from db.rhythm import local_date
from db.steps import Step
from handlers import scenery
from handlers.drawing.painting import Painting
from handlers.ice import sharing
from handlers.kit import ready
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, clipped
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs, plain

ENTRIES = 6
"""How much of the path one page tells."""
LENGTH = 60
"""How many letters of an idea are told."""

Told = tuple[datetime, Markup]
"""A moment of the path, and the line that tells it."""

topic = Topic("path")


@topic.page
def overview(turn: Turn, pair: Pair, back: int) -> Screen:
    """What the pair did, the newest first; `back` is how many pages one has turned."""
    _ = turn.words._
    told = sorted(_told(turn, paths.of_pair(turn.session, pair)), key=lambda each: each[0], reverse=True)
    pages = range((max(len(told), 1) - 1) // ENTRIES + 1)
    back = min(max(back, pages[0]), pages[-1])
    return Screen(
        paragraphs(
            turn.words.bold(_("Our path")),
            *_by_day(turn, told[back * ENTRIES :][:ENTRIES]),
            None if told else _("It begins here. You will see your steps and meetings on it."),
        ),
        [
            *_turning(turn, pair, back, pages),
            *sharing.row(turn, pair),
            [Button(_("See the picture"), picture.link(pair))],
        ],
    )


def _told(turn: Turn, path: Path) -> list[Told]:
    """Everything on the path."""
    _ = turn.words._
    met = [(each.begins_at, _met(turn, scenery.place(turn.words, each.place))) for each in path.meetings]
    shared = [
        (moment, _("Idea shared: {idea}", idea=clipped(idea, LENGTH)))
        for moment, idea in sharing.told(turn, path.ideas)
    ]
    return [*_goals(turn, path.goals), *_steps(turn, path.steps), *met, *shared]


def _goals(turn: Turn, goals: list[Goal]) -> Iterator[Told]:
    _ = turn.words._
    for goal in goals:
        words = plain(ready.goal(turn.words, goal))
        yield goal.added_at, _("Goal set: {goal}", goal=words)
        if goal.finished_at:
            yield goal.finished_at, _("Goal reached: {goal}", goal=words)


def _steps(turn: Turn, steps: list[Step]) -> Iterator[Told]:
    _ = turn.words._
    for step in steps:
        if step.done_at:
            yield step.done_at, _("Step done: {step}", step=plain(ready.step(turn.words, step)))


def _met(turn: Turn, place: str) -> Markup:
    _ = turn.words._
    return _("We met: {place}", place=plain(place)) if place else _("We met.")


def _by_day(turn: Turn, told: list[Told]) -> list[Markup]:
    """One paragraph for each day."""
    found = groupby(told, lambda each: local_date(each[0], turn.person.zone))
    return [
        lines([turn.words.bold(turn.words.day(day)), *(line for _, line in entries)])
        for day, entries in found
    ]


def _turning(turn: Turn, pair: Pair, back: int, pages: range) -> list[Row]:
    """The ways to what was before and after, where there is any."""
    _ = turn.words._
    ways = [(back - 1, _("See newer")), (back + 1, _("See older"))]
    row = [Button(label, overview.link(pair, page)) for page, label in ways if page in pages]
    return [row] if row else []


@topic.page
def picture(turn: Turn, pair: Pair) -> Screen:
    """The path as a landscape; the caption says the same."""
    path = paths.of_pair(turn.session, pair)
    return Screen(
        scenery.caption(turn, pair, path),
        [[Button(turn.words._("See the list"), overview.link(pair, 0))]],
        picture=Painting(scenery.landscape(turn, pair, path)),
    )
