"""Received: the words that people sent to the coordination, on the desk until somebody noted them."""

from db import remarks
from db.programmes import Programme
from db.remarks import Remark
from handlers import following
from handlers.kit import ready, saying
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("received", coordinators=True)


def tell(turn: Turn, readers: list[int], remark: Remark) -> None:
    """Have those it went to (ids) hear of it."""
    following.tell(turn, readers, said.link(remark))


def rows(turn: Turn, programme: Programme) -> list[Row]:
    """What the reader has not noted yet, a row each."""
    _ = turn.words._
    found = remarks.to_note(turn.session, programme, turn.person, following.LISTED)
    return [[Button(_("From {name}", name=each.person.called), said.link(each))] for each in found]


@topic.page
def said(turn: Turn, remark: Remark) -> Screen:
    """What somebody sent, word for word."""
    _ = turn.words._
    others = turn.called(remark.pair.others(remark.person))
    return Screen(
        paragraphs(
            _("<b>{name}</b> writes to you:", name=remark.person.called),
            lines([saying.of(turn.words, remark), ready.written(turn.words, remark.language, remark.words)]),
            _("About the pair with {names}.", names=others) if others else None,
            _("Nobody else in the pair sees this."),
        ),
        [] if remark.noted_at else [[Button(_("Done"), filed.link(remark))]],
        up=turn.session.get_one(Programme, remark.pair.programme_id),
    )


@topic.page
def filed(turn: Turn, remark: Remark) -> Screen:
    """It leaves the desk."""
    remark.noted_at = remark.noted_at or turn.now
    return turn.show(turn.session.get_one(Programme, remark.pair.programme_id))
