"""Remarks: a few words about one's pair, one's own until they go to the coordinators the screen names."""

from markupsafe import Markup

from db import programmes, remarks
from db.goals import WORDS_LENGTH
from db.pairs import Pair
from db.people import Person
from db.remarks import Ready, Remark
from handlers import received
from handlers.kit import saying
from handlers.kit.links import mark
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, in_rows
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

LASTING = (Ready.CALL, Ready.TALK, Ready.TIME)
ENDED = (Ready.TIME, Ready.FIT, Ready.CALL)
topic = Topic("remarks")


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """Some words, ready or one's own."""
    _ = turn.words._
    texts = saying.ready(turn.words)
    offered = ENDED if pair.ended_at else LASTING
    return Screen(
        lines([_("What would you like to say? Tap, or write it."), _("You see it before it goes anywhere.")]),
        in_rows([Button(texts[each], keep.link(pair, each)) for each in offered], 2),
        awaits=take.link(pair),
    )


@topic.reply
def take(turn: Turn, pair: Pair) -> Screen:
    """Keep what somebody typed, for nobody else's eyes yet."""
    words = turn.text(WORDS_LENGTH)
    return _keep(turn, pair, words, None) if words else ask(turn, pair)


@topic.page
def keep(turn: Turn, pair: Pair, ready: Ready) -> Screen:
    """The same with ready words; pressed twice, it is kept once."""
    drafts = [each for each in remarks.of_person(turn.session, turn.person) if each.pair_id == pair.id]
    known = next((each for each in drafts if each.ready == ready and each.sent_at is None), None)
    return show(turn, known) if known else _keep(turn, pair, None, ready)


def _keep(turn: Turn, pair: Pair, words: str | None, ready: Ready | None) -> Screen:
    remark = Remark(pair=pair, person=turn.person, words=words, ready=ready, written_at=turn.now)
    remark.language = turn.words.language
    return show(turn, remarks.write(turn.session, remark))


@topic.page
def show(turn: Turn, remark: Remark) -> Screen:
    """One's own words, who sees them now, and exactly who would."""
    _ = turn.words._
    if remark.sent_at:
        return Screen(
            paragraphs(turn.words.bold(saying.of(turn.words, remark)), _("This went to the coordinator.")),
            [[Button(_("Erase it"), erase.link(remark))]],
        )
    readers = programmes.coordinators(turn.session, remark.pair.programme_id)
    return Screen(
        paragraphs(
            turn.words.bold(saying.of(turn.words, remark)),
            _("Now only you see this."),
            _who_would(turn, readers),
        ),
        [*_send_row(turn, remark, readers), *_own_rows(turn, remark)],
    )


def _who_would(turn: Turn, readers: list[Person]) -> Markup | None:
    _ = turn.words._
    if not readers:
        return None
    names = turn.called(readers)
    return lines(
        [
            _("You can send it, word for word and with your name."),
            _("It goes to: {names}. To nobody else.", names=names),
        ]
    )


def _send_row(turn: Turn, remark: Remark, readers: list[Person]) -> list[Row]:
    _ = turn.words._
    names = turn.called(readers)
    return [[Button(_("Send to {names}", names=names), send.link(remark, _key(readers)))]] if readers else []


def _own_rows(turn: Turn, remark: Remark) -> list[Row]:
    _ = turn.words._
    return [
        [Button(_("Change words"), ask_words.link(remark)), Button(_("Erase it"), erase.link(remark))],
    ]


def _key(readers: list[Person]) -> str:
    """Who was named, in a few letters, so that it goes to nobody who came later."""
    return mark(str([each.id for each in readers]))


@topic.page
def ask_words(turn: Turn, remark: Remark) -> Screen:
    """Other words."""
    _ = turn.words._
    if remark.sent_at:
        return show(turn, remark)
    return Screen(
        paragraphs(turn.words.bold(saying.of(turn.words, remark)), _("Please write the new words.")),
        awaits=take_words.link(remark),
    )


@topic.reply
def take_words(turn: Turn, remark: Remark) -> Screen:
    """Keep the new words."""
    if words := turn.text(WORDS_LENGTH):
        remark.reword(words, None, turn.words.language)
    return show(turn, remark)


@topic.page
def send(turn: Turn, remark: Remark, named: str) -> Screen:
    """It goes to those who were named, once; if others coordinate by now, it is only shown."""
    _ = turn.words._
    readers = programmes.coordinators(turn.session, remark.pair.programme_id)
    if remark.sent_at is None and (named != _key(readers) or not readers):
        return show(turn, remark).saying(_("Something has changed meanwhile. Please look again."))
    if remark.send(turn.session, readers, turn.now):
        received.tell(turn, [each.id for each in readers], remark)
    return show(turn, remark)


@topic.page
def erase(turn: Turn, remark: Remark) -> Screen:
    """Nothing of it is kept."""
    _ = turn.words._
    turn.session.delete(remark)
    turn.session.flush()
    return Screen(_("It is erased."))


def kept(turn: Turn) -> list[Markup]:
    """Ready words that somebody chose; typed ones are shown with all others they wrote."""
    found = remarks.of_person(turn.session, turn.person)
    return [saying.of(turn.words, each) for each in found if each.ready]
