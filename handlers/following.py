"""Following up: pairs that have parted, on the desk until somebody noted them."""

from markupsafe import Markup
from sqlalchemy.orm import Session

from db import deliveries, pairs, partings, programmes
from db.kinds import Kind
from db.partings import Parting, Way
from db.people import Role
from db.programmes import Member, Programme
from db.rhythm import local_date
from db.seasons import REST
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

MOST = 100
"""How many partings are looked through."""
LISTED = 5
"""How many the desk lists; what is noted makes room for the next."""

topic = Topic("following", coordinators=True)


def tell(turn: Turn, people: list[int], link: Link) -> None:
    """Have coordinators (ids) hear of something to follow up."""
    for each in people:
        deliveries.plan(turn.session, Kind.DESK, link, turn.now, person_id=each)


def tell_all(session: Session, parting: Parting, programme_id: int) -> None:
    """Have every coordinator of the programme (by id) hear that a pair has parted.

    Seasons often end on one day: of all of them each hears at once.
    """
    link = parted.link(parting)
    if parting.way == Way.SEASON:
        link = seasons.link(session.get_one(Programme, programme_id))
    for each in programmes.coordinators(session, programme_id):
        deliveries.plan_once(session, Kind.DESK, link, parting.parted_at, each.id)


def tell_free(turn: Turn, member: Member) -> None:
    """Have every coordinator hear that one of more than two has stopped and waits again."""
    found = programmes.coordinators(turn.session, member.programme_id)
    tell(turn, [each.id for each in found], freed.link(member))


def rows(turn: Turn, programme: Programme) -> list[Row]:
    """What the desk has to follow up, a row each."""
    _ = turn.words._
    apart = partings.to_note(turn.session, programme, LISTED)
    return [[Button(_label(turn, each), parted.link(each))] for each in apart]


def _label(turn: Turn, parting: Parting) -> str:
    _ = turn.words._
    names = turn.called(parting.pair.people)
    if parting.way == Way.SEASON:
        return _("Season over: {names}", names=names)
    return _("Parted: {names}", names=names)


@topic.page
def seasons(turn: Turn, programme: Programme) -> Screen:
    """The seasons that are over and not noted yet. Gone once all are noted."""
    _, n_ = turn.words._, turn.words.n_
    found = [each for each in partings.to_note(turn.session, programme, MOST) if each.way == Way.SEASON]
    if not found:
        raise Gone
    return Screen(
        lines(
            [
                turn.words.bold(programme.name),
                n_("The season of {n} pair is over.", "The seasons of {n} pairs are over.", len(found)),
                _("Each of them has a keepsake and a warm word."),
            ]
        ),
        [[Button(_label(turn, each), parted.link(each))] for each in found[:LISTED]],
        up=programme,
    )


@topic.page
def parted(turn: Turn, parting: Parting) -> Screen:
    """A pair has ended before its time: who waits again, and the way to match anew."""
    _ = turn.words._
    programme = turn.session.get_one(Programme, parting.pair.programme_id)
    if parting.way == Way.SEASON:
        return _in_time(turn, parting, programme)
    free = _free(turn, parting, programme)
    names = turn.called(each.person for each in free)
    mentees = [each for each in free if each.role == Role.MENTEE]
    return Screen(
        paragraphs(
            turn.words.bold(turn.words.day(local_date(parting.parted_at, turn.person.zone))),
            _how(turn, parting),
            _("Waiting again: {names}", names=names) if free else _("Nobody of them waits now."),
            _("Nobody is at fault. A friendly word helps."),
        ),
        [
            *[
                [Button(_("Match {name} anew", name=each.person.called), turn.link_to(each))]
                for each in mentees
            ],
            *([] if parting.noted_at else [[Button(_("Done"), noted.link(parting))]]),
        ],
        up=programme,
    )


def _in_time(turn: Turn, parting: Parting, programme: Programme) -> Screen:
    """A season is over: those of the pair rest, before anything new."""
    _ = turn.words._
    rests = local_date(parting.parted_at + REST, turn.person.zone)
    return Screen(
        paragraphs(
            turn.words.bold(_("Season over: {names}", names=turn.called(parting.pair.people))),
            lines(
                [
                    _("Each of them has a keepsake and a warm word."),
                    _("They rest until {day}. Then they wait again.", day=turn.words.day(rests)),
                    _("A word of thanks from you is welcome."),
                ]
            ),
        ),
        [] if parting.noted_at else [[Button(_("Done"), noted.link(parting))]],
        up=programme,
    )


def _how(turn: Turn, parting: Parting) -> Markup:
    _ = turn.words._
    names = turn.called(parting.pair.people)
    return {
        Way.ENDED: _("These two parted: {names}", names=names),
        Way.NO_FIT: _("The first meeting did not fit: {names}", names=names),
        Way.LEFT: _("Somebody has left Passerelle. Still here: {names}", names=names),
    }[parting.way]


def _free(turn: Turn, parting: Parting, programme: Programme) -> list[Member]:
    """Those of the pair who wait for a partner again."""
    ids = {each.person_id for each in parting.pair.partners}
    return [each for each in pairs.waiting(turn.session, programme) if each.person_id in ids]


@topic.page
def freed(turn: Turn, member: Member) -> Screen:
    """One of more than two has stopped and waits again. Gone once they wait no more."""
    _ = turn.words._
    if member.id not in {each.id for each in pairs.waiting(turn.session, member.programme)}:
        raise Gone
    name = member.person.called
    anew = [[Button(_("Match {name} anew", name=name), turn.link_to(member))]]
    return Screen(
        lines(
            [
                turn.words.bold(_("{name} waits again.", name=name)),
                _("The others go on together."),
                _("Nobody is at fault. A friendly word helps."),
            ]
        ),
        anew if member.role == Role.MENTEE else [],
        up=member.programme,
    )


@topic.page
def noted(turn: Turn, parting: Parting) -> Screen:
    """It leaves the desk."""
    parting.noted_at = parting.noted_at or turn.now
    return turn.show(turn.session.get_one(Programme, parting.pair.programme_id))
