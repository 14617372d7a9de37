"""Answering an icebreaker: in words, by voice or with a photo; or skipping it, or asking for another one."""

from markupsafe import Markup

from db import answers
from db.answers import ANSWER_LENGTH, Answer, Exchange
from db.icebreakers import Icebreaking
from db.pairs import Pair
from handlers import news
from handlers.ice import giving, opened, sharing, taking_back, waiting, wording
from handlers.kit import held
from handlers.kit.links import Gone
from handlers.kit.media import Shared
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import CONTENT, Sort, Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("icebreakers")


@topic.page
def current(turn: Turn, pair: Pair) -> Screen:
    """What lies open for this person, as often as one likes; a new prompt where nothing does."""
    had = giving.of_pair(turn, pair)
    found = giving.lies_open(turn, had)
    return show(turn, found.idea) if found else _new(turn, pair, had)


@topic.page
def another(turn: Turn, pair: Pair) -> Screen:
    """One they have not had."""
    return _new(turn, pair, giving.of_pair(turn, pair))


def _new(turn: Turn, pair: Pair, had: list[Exchange]) -> Screen:
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    idea = giving.fresh(turn, pair, had)
    if idea is None:
        return Screen(_("You have had all our ideas. Now it is your turn to invent one."), up=pair)
    return show(turn, idea)


@topic.page
def show(turn: Turn, idea: Icebreaking) -> Screen:
    """A prompt as it is for this person: to be answered, waiting for the others, open, or over."""
    found = answers.of(turn.session, idea)
    own = found.of(turn.person)
    if found.open:
        return opened.show(turn, idea)
    if own and own.stands:
        return waiting.kept(turn, own) if found.closed(turn.now) else _kept(turn, found, own)
    if found.closed(turn.now):
        return _over(turn, idea)
    giving.seen(turn, idea)
    return _ask(turn, found)


def _ask(turn: Turn, found: Exchange) -> Screen:
    """The prompt, to be answered at once."""
    _ = turn.words._
    return Screen(
        paragraphs(
            wording.said(turn, found.idea),
            lines([_("Answer with words, voice or a photo."), wording.waits(turn, found)]),
        ),
        [*_others(turn, found.idea), *sharing.row(turn, found.idea.pair)],
        awaits=take.link(found.idea),
    )


def _others(turn: Turn, idea: Icebreaking) -> list[Row]:
    _ = turn.words._
    return [[Button(_("Skip"), skip.link(idea))], [Button(_("Another idea"), another.link(idea.pair))]]


def _kept(turn: Turn, found: Exchange, own: Answer) -> Screen:
    """What one has said oneself, while the others have not."""
    _ = turn.words._
    return Screen(
        paragraphs(
            wording.prompt(turn.words, found.idea),
            lines([turn.words.bold(_("Your answer")), wording.answer(turn.words, own)]),
            lines([_("Nobody else sees it yet."), wording.closed(turn.words, found.idea.pair)]),
        ),
        [
            [Button(_("Change it"), change.link(found.idea))],
            [Button(_("Take answer back"), taking_back.ask.link(own))],
            [Button(_("Another idea"), another.link(found.idea.pair))],
        ],
        shares=Shared(found.idea.id, own.person_id),
    )


@topic.page
def change(turn: Turn, idea: Icebreaking) -> Screen:
    """Answer once more, as long as nobody else has seen the first answer."""
    found = answers.of(turn.session, idea)
    return show(turn, idea) if found.open or found.closed(turn.now) else _ask(turn, found)


def _over(turn: Turn, idea: Icebreaking) -> Screen:
    _ = turn.words._
    if idea.pair.ended_at:
        raise Gone
    return Screen(_("This idea is closed now."), [[Button(_("Another idea"), another.link(idea.pair))]])


@topic.reply(takes=(*CONTENT, Sort.OTHER))
def take(turn: Turn, idea: Icebreaking) -> Screen:
    """Keep an answer; with the last one all are open."""
    _ = turn.words._
    item = held.found(turn.said.items)
    words = turn.passage(ANSWER_LENGTH) if item or turn.said.sort == Sort.TEXT else ""
    if not item and not words:
        return change(turn, idea).saying(_("I can keep words, a voice message or a photo."))
    answer = _of(turn)
    answer.words = words or None
    if item:
        answer.medium, answer.channel, answer.file = item.medium, item.channel, item.file
    _say(turn, idea, answer)
    return show(turn, idea)


@topic.page
def skip(turn: Turn, idea: Icebreaking) -> Screen:
    """No answer, and no reason. Safe to press twice, and nothing once one has answered."""
    _ = turn.words._
    found = answers.of(turn.session, idea)
    if found.of(turn.person) is None:
        answer = _of(turn)
        answer.skipped = True
        found = _say(turn, idea, answer)
    own = found.of(turn.person)
    if found.open or found.closed(turn.now) or own is None or own.stands:
        return show(turn, idea)
    return Screen(
        _("All right. You need no reason."),
        [
            [Button(_("Another idea"), another.link(idea.pair))],
            [Button(_("Answer after all"), change.link(idea))],
        ],
    )


def _of(turn: Turn) -> Answer:
    return Answer(person=turn.person, language=turn.words.language, answered_at=turn.now, skipped=False)


def _say(turn: Turn, idea: Icebreaking, answer: Answer) -> Exchange:
    """Keep what somebody says; the others hear that there is an answer, or read all of them."""
    news_to_them = not answer.skipped and answers.of(turn.session, idea).of(turn.person) is None
    found = answers.say(turn.session, idea, answer)
    if opened.open_all(turn, found) or found.of(turn.person) is not answer:
        return found
    if news_to_them:
        news.reach(turn, idea.pair, heard.link(idea.pair, idea))
    waiting.begin(turn, found)
    return found


@topic.page
def heard(turn: Turn, pair: Pair, idea: Icebreaking) -> Screen:
    """Another has answered. Gone where one has said something oneself, or it is over."""
    _ = turn.words._
    found = answers.of(turn.session, idea)
    if pair.id != idea.pair_id or not found.asks(turn.person, turn.now):
        raise Gone
    giving.seen(turn, idea)
    return Screen(
        paragraphs(wording.waits(turn, found), wording.asked(turn, idea)),
        [[Button(_("Answer"), show.link(idea)), Button(_("Skip"), skip.link(idea))]],
    )


def first(turn: Turn, pair: Pair) -> Markup | None:
    """The prompt that comes with the news of a match; the same for everybody in the pair."""
    idea = giving.next_for(turn, pair, giving.of_pair(turn, pair))
    return wording.said(turn, idea) if idea else None


def unasked(turn: Turn, pair: Pair) -> Screen | None:
    """The pair's newest prompt if this person has not seen it, or else a new one, as a weekly word.

    None where an answer of theirs waits for another, which its own words tell, and where nothing is left.
    """
    _ = turn.words._
    had = giving.of_pair(turn, pair)
    if pair.ended_at or any(each.first and not (each.open or each.closed(turn.now)) for each in had):
        return None
    idea = giving.next_for(turn, pair, had)
    if idea is None:
        return None
    return Screen(
        paragraphs(wording.said(turn, idea), wording.closed(turn.words, pair)),
        [[Button(_("Answer"), show.link(idea))], *_others(turn, idea)],
        here=show.link(idea),
    )
