"""Thanking: a sentence from each to the others, by one tap or typed, opened for all at once."""

from markupsafe import Markup

from db import deliveries, thanks
from db.goals import WORDS_LENGTH
from db.kinds import Kind
from db.pairs import Pair
from db.thanks import Ready, Thanks
from handlers import news
from handlers.kit import ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

topic = Topic("thanking")


def sentences(words: Words) -> dict[Ready, Markup]:
    """The ready ones."""
    _ = words._
    return {
        Ready.TIME: _("Thanks for your time"),
        Ready.PATIENCE: _("Thanks for patience"),
        Ready.LISTENING: _("Thanks for listening"),
        Ready.LAUGHTER: _("We laughed together"),
        Ready.LEARNT: _("I learnt a lot"),
        Ready.COURAGE: _("You gave me courage"),
    }


def of(words: Words, given: Thanks) -> Markup:
    """A sentence: a ready one in the reader's language, anybody's own words as they were typed."""
    return words.said(sentences(words)[given.ready] if given.ready else given.words or "")


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """A ready sentence, or one's own."""
    _ = turn.words._
    _lasting(pair)
    texts = sentences(turn.words)
    return Screen(
        lines(
            [
                turn.words.bold(_("A sentence of thanks for {names}", names=turn.others(pair))),
                _("Tap one, or write your own."),
                _("It opens when all have given one, or at your last meeting."),
            ]
        ),
        in_rows([Button(texts[each], keep.link(pair, each)) for each in Ready], 1),
        awaits=take.link(pair),
    )


@topic.page
def keep(turn: Turn, pair: Pair, sentence: Ready) -> Screen:
    """Keep a ready sentence."""
    _lasting(pair)
    return _say(turn, pair, Thanks(ready=sentence))


@topic.reply
def take(turn: Turn, pair: Pair) -> Screen:
    """Keep one's own."""
    _lasting(pair)
    words = turn.text(WORDS_LENGTH)
    return _say(turn, pair, Thanks(words=words)) if words else ask(turn, pair)


def _say(turn: Turn, pair: Pair, given: Thanks) -> Screen:
    """Keep it; with the last one all are open, and the others hear of it."""
    given.person, given.language, given.written_at = turn.person, turn.words.language, turn.now
    before = len(thanks.of_pair(turn.session, pair).found)
    after = thanks.say(turn.session, pair, given)
    if after.open and len(after.found) > before:
        news.reach(turn, pair, told.link(pair))
    return show(turn, pair)


def open(turn: Turn, pair: Pair) -> None:
    """With the first meeting of the last two weeks, each hears what the others have said so far."""
    turn.session.flush()
    found = thanks.of_pair(turn.session, pair)
    if not found.open or thanks.last_meetings(turn.session, pair) != 1:
        return
    for each in pair.partners:
        if any(said.person_id != each.person_id for said in found.found):
            due = turn.now + news.GATHERING
            deliveries.plan_once(turn.session, Kind.NEWS, told.link(pair), due, each.person_id)


@topic.page
def show(turn: Turn, pair: Pair) -> Screen:
    """All of them once they are open; before that, one's own or the question."""
    _ = turn.words._
    found = thanks.of_pair(turn.session, pair)
    own = found.of(turn.person)
    if found.open:
        ours = [] if own or pair.ended_at else [[Button(_("Write thanks"), ask.link(pair))]]
        return Screen(paragraphs(turn.words.bold(_("Your thanks")), *_all(turn, found.found)), ours)
    if own is None:
        return ask(turn, pair)
    return Screen(
        paragraphs(
            lines([turn.words.bold(_("Your thanks")), of(turn.words, own)]),
            _("It opens when all have given one, or at your last meeting."),
        ),
        [[Button(_("Change words"), ask.link(pair))]],
    )


def _all(turn: Turn, found: list[Thanks]) -> list[Markup]:
    return [
        lines(
            [
                turn.words.bold(each.person.called),
                of(turn.words, each),
                ready.written(turn.words, each.language, each.words),
            ]
        )
        for each in found
    ]


@topic.page
def told(turn: Turn, pair: Pair) -> Screen:
    """What each hears once the sentences are open. Gone at the end, which tells it too."""
    _lasting(pair)
    if not thanks.of_pair(turn.session, pair).open:
        raise Gone
    return show(turn, pair)


def kept(turn: Turn) -> list[Markup]:
    """Ready sentences that somebody gave; typed ones are shown with all others they wrote."""
    return [of(turn.words, each) for each in thanks.of_person(turn.session, turn.person) if each.ready]


def _lasting(pair: Pair) -> None:
    if pair.ended_at:
        raise Gone
