"""Sharing: what a pair has told each other, to be read again, and everything one has answered oneself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from markupsafe import Markup

from db import answers, icebreakers, threads
from db.answers import Answer, Exchange
from db.icebreakers import Icebreaking
from db.pairs import Pair
from handlers.ice import giving, taking_back, wording
from handlers.kit import held
from handlers.kit.links import Gone, Link
from handlers.kit.media import Shared
from handlers.kit.pages import Topic
from handlers.kit.prompts import library
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs, plain

LISTED = 6
"""How many stand on one screen."""

T = TypeVar("T")
topic = Topic("sharing")


def row(turn: Turn, pair: Pair) -> list[Row]:
    """The way to what a pair has shared, once there is something."""
    _ = turn.words._
    return [[Button(_("Your answers"), of_pair.link(pair, 0))]] if _shared(turn, pair) else []


def _shared(turn: Turn, pair: Pair) -> list[Icebreaking]:
    return [each for each in reversed(icebreakers.of_pair(turn.session, pair)) if each.answered_at]


def of_season(turn: Turn, pair: Pair, keys: list[str]) -> list[Exchange]:
    """Prompts by their keys that a pair shared, first those they only opened, then those they answered."""
    ideas = [each for each in giving.of_pair(turn, pair) if each.open or each.idea.key in keys]
    return sorted(ideas, key=lambda each: bool(each.open and each.standing))


def told(turn: Turn, ideas: Mapping[str, datetime]) -> list[tuple[datetime, str]]:
    """The words of prompts, with when each was shared; those that are still in the library."""
    found = [(moment, library().get(key)) for key, moment in ideas.items()]
    return [(moment, plain(wording.of(turn.words, prompt))) for moment, prompt in found if prompt]


@topic.page
def of_pair(turn: Turn, pair: Pair, back: int) -> Screen:
    """What is open to all in the pair, the newest first; also after its end."""
    _ = turn.words._
    found = _shared(turn, pair)
    rows = [[Button(_label(turn, each), turn.link_to(each))] for each in _page(found, back)]
    return Screen(
        paragraphs(turn.words.bold(_("Your answers")), None if found else _("No answers are open yet.")),
        [*rows, *_turning(turn, found, back, lambda page: of_pair.link(pair, page))],
    )


@topic.page
def mine(turn: Turn, back: int) -> Screen:
    """Everything one has answered, the newest first, to be taken back one by one."""
    _ = turn.words._
    found = answers.of_person(turn.session, turn.person)
    rows = [[Button(_label(turn, each.icebreaking), own.link(each))] for each in _page(found, back)]
    return Screen(
        paragraphs(turn.words.bold(_("Your answers")), None if found else _("Nothing is kept.")),
        [*rows, *_turning(turn, found, back, mine.link)],
    )


@topic.page
def own(turn: Turn, answer: Answer) -> Screen:
    """One's own answer."""
    _ = turn.words._
    if answer.person_id != turn.person.id or not answer.stands:
        raise Gone
    idea = answer.icebreaking
    return Screen(
        paragraphs(wording.prompt(turn.words, idea), wording.answer(turn.words, answer)),
        [
            [Button(_("Take answer back"), taking_back.ask.link(answer))],
            [Button(_("What you answered"), mine.link(0))],
        ],
        items=held.items(answer),
        shares=Shared(idea.id, turn.person.id),
    )


def _label(turn: Turn, idea: Icebreaking) -> str:
    return plain(wording.prompt(turn.words, idea))


def _page(found: Sequence[T], back: int) -> Sequence[T]:
    return found[max(back, 0) * LISTED :][:LISTED]


def _turning(turn: Turn, found: Sequence[object], back: int, link: Callable[[int], Link]) -> list[Row]:
    """The ways to what was before and after, where there is any."""
    _ = turn.words._
    ways = ((back - 1, _("See newer")), (back + 1, _("See older")))
    buttons = [Button(label, link(page)) for page, label in ways if page >= 0 and _page(found, page)]
    return [buttons] if buttons else []


def kept(turn: Turn) -> list[Markup]:
    """What is kept of one's answers besides words, which are shown with all others one wrote."""
    n_ = turn.words.n_
    skipped, given = answers.counted(turn.session, turn.person)
    sent = given + threads.sent_media(turn.session, turn.person)
    said = [
        (n_("You skipped {n} idea.", "You skipped {n} ideas.", skipped), skipped),
        (n_("You sent {n} voice message or photo.", "You sent {n} voice messages or photos.", sent), sent),
    ]
    return [line for line, count in said if count]


def kept_row(turn: Turn) -> list[Row]:
    """The way to them from what we know of somebody."""
    _ = turn.words._
    answered = answers.of_person(turn.session, turn.person)
    return [[Button(_("What you answered"), mine.link(0))]] if answered else []
