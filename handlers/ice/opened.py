"""Answers that are open: side by side in everybody's chat, with one question more."""

from dataclasses import replace

from db import answers
from db.answers import Answer, Exchange
from db.icebreakers import Icebreaking
from db.pairs import Pair
from handlers import news
from handlers.ice import taking_back, wording
from handlers.kit import held
from handlers.kit.links import Gone
from handlers.kit.media import Shared
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs

topic = Topic("opened")


def open_all(turn: Turn, found: Exchange) -> bool:
    """If it is time to, all can read it from now on, and the others hear of it."""
    if not answers.open_all(turn.session, found, turn.now):
        return False
    news.reach(turn, found.idea.pair, told.link(found.idea.pair, found.idea))
    return True


def without(turn: Turn, pair: Pair) -> None:
    """Somebody has left more than two: what was closed for their silence alone is opened to the others."""
    staying = frozenset(each.id for each in pair.others(turn.person))
    for found in answers.of_pair(turn.session, pair):
        theirs = [each for each in found.said if each.person_id in staying]
        open_all(turn, replace(found, said=theirs, people=staying))


@topic.page
def told(turn: Turn, pair: Pair, idea: Icebreaking) -> Screen:
    """What each hears once all have answered."""
    if pair.id != idea.pair_id or pair.ended_at:
        raise Gone
    return show(turn, idea)


@topic.page
def show(turn: Turn, idea: Icebreaking) -> Screen:
    """All answers side by side. The other's voice message or photo comes along, more stand behind buttons."""
    _ = turn.words._
    if idea.answered_at is None:
        raise Gone
    found = answers.of(turn.session, idea)
    with_it = _comes_along(turn, found)
    own = found.of(turn.person)
    return Screen(
        paragraphs(
            turn.words.bold(_("Your answers")),
            wording.asked(turn, idea),
            wording.side_by_side(turn, found),
            wording.follow(turn, idea),
        ),
        [
            *[_door(turn, each) for each in found.standing if each.medium and each is not with_it],
            *([[Button(_("Take answer back"), taking_back.ask.link(own))]] if own and own.stands else []),
        ],
        items=held.items(with_it),
        shares=Shared(idea.id),
    )


def _comes_along(turn: Turn, found: Exchange) -> Answer | None:
    """Of two, the other's; of more, each stands behind a button of its own."""
    others = [each for each in found.standing if each.person_id != turn.person.id and each.medium]
    return others[0] if others and len(found.people) == 2 else None


def _door(turn: Turn, answer: Answer) -> Row:
    own = answer.person_id == turn.person.id
    return [Button(held.label(turn.words, answer, own), hear.link(answer))]


@topic.page
def hear(turn: Turn, answer: Answer) -> Screen:
    """One voice message or photo, with its words."""
    _ = turn.words._
    idea = answer.icebreaking
    text = paragraphs(turn.words.bold(answer.person.called), wording.answer(turn.words, answer))
    rows = [[Button(_("Your answers"), turn.link_to(idea))]]
    return Screen(text, rows, items=held.items(answer), shares=Shared(idea.id, answer.person_id))
