"""Unheard: silent pairs, and people who do not answer, on the desk of those who could ask kindly."""

from datetime import datetime

from sqlalchemy.orm import Session

from db import deliveries, programmes, signs
from db.kinds import Kind
from db.pairs import Hush, Pair
from db.people import Person
from db.programmes import Member, Programme
from db.rhythm import NONE, local_date
from handlers.following import LISTED
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

topic = Topic("unheard", coordinators=True)


def tell_pair(session: Session, pair: Pair, now: datetime) -> None:
    """Have every coordinator hear of silent pairs, of all at once."""
    _tell(session, session.get_one(Programme, pair.programme_id), now)


def tell_person(session: Session, person: Person, now: datetime) -> None:
    """Have the coordinators of somebody's programmes hear that no answer comes."""
    for place in programmes.places(session, person):
        _tell(session, place.programme, now)


def _tell(session: Session, programme: Programme, now: datetime) -> None:
    link: Link = quiet.link(programme)
    for each in programmes.coordinators(session, programme.id):
        deliveries.plan_once(session, Kind.DESK, link, now, each.id)


def rows(turn: Turn, programme: Programme) -> list[Row]:
    """What the desk lists of it, a row each."""
    _ = turn.words._
    silent = signs.listed(turn.session, programme, LISTED)
    gone = signs.unheard(turn.session, programme)[:LISTED]
    return [
        *[[Button(_("Silent: {names}", names=turn.called(each.people)), pair.link(each))] for each in silent],
        *[[Button(_("No answer yet: {name}", name=each.person.called), person.link(each))] for each in gone],
    ]


@topic.page
def quiet(turn: Turn, programme: Programme) -> Screen:
    """What the desk lists of it, as a message. Gone where it lists nothing any more."""
    _ = turn.words._
    found = rows(turn, programme)
    if not found:
        raise Gone
    return Screen(
        lines([turn.words.bold(programme.name), _("It was quiet for some weeks. A friendly word helps.")]),
        found,
        up=programme,
    )


@topic.page
def pair(turn: Turn, pair: Pair) -> Screen:
    """A silent pair: since when, and nothing of what they wrote. Gone once it gave a sign."""
    _ = turn.words._
    if pair.ended_at or pair.hush is None:
        raise Gone
    since = local_date(pair.stirred_at or pair.matched_at, turn.person.zone)
    return Screen(
        lines(
            [
                turn.words.bold(_("Silent: {names}", names=turn.called(pair.people))),
                _("The last sign was on {day}.", day=turn.words.day(since)),
                _("Nobody is at fault. A friendly word helps."),
            ]
        ),
        [] if pair.hush == Hush.NOTED else [[Button(_("Done"), noted.link(pair))]],
        up=turn.session.get_one(Programme, pair.programme_id),
    )


@topic.page
def noted(turn: Turn, pair: Pair) -> Screen:
    """It leaves the desk, until the next silence."""
    if pair.hush:
        pair.hush = Hush.NOTED
    return turn.show(turn.session.get_one(Programme, pair.programme_id))


@topic.page
def person(turn: Turn, member: Member) -> Screen:
    """Somebody who does not answer: since when. Gone once they gave a sign."""
    _ = turn.words._
    if member.person.unanswered < NONE:
        raise Gone
    seen = member.person.seen_on
    return Screen(
        lines(
            [
                turn.words.bold(_("No answer yet: {name}", name=member.person.called)),
                _("The last sign was on {day}.", day=turn.words.day(seen)) if seen else None,
                _("We send nothing of our own now."),
                _("Nobody is at fault. A friendly word helps."),
            ]
        ),
        up=member.programme,
    )
