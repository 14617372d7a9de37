"""Gathering: more than two are brought together, a family or a team, ticked among those who wait."""

from markupsafe import Markup

from db import gatherings, pairs
from db.pairs import MOST
from db.people import Role
from db.programmes import Member, Programme
from handlers.coordinator import introducing
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

SHOWN = 20
"""How many of each role are offered, longest waiting first."""

topic = Topic("gathering", coordinators=True)


@topic.page
def begin(turn: Turn, mentee: Member, mentor: Member) -> Screen:
    """Begin with two who are chosen already."""
    gatherings.begin(turn.session, turn.person, [mentee, mentor])
    return open(turn, mentee.programme)


@topic.page
def open(turn: Turn, programme: Programme) -> Screen:
    """Everybody who waits, with ticks."""
    _ = turn.words._
    chosen = {each.id for each in _chosen(turn, programme)}
    offered = {each.id for each in introducing.offered(turn, programme)}
    waiting = [each for each in pairs.waiting(turn.session, programme) if each.id in offered | chosen]
    if not waiting:
        return Screen(_("Nobody waits at the moment."), up=programme)
    shown = [each for role in Role for each in [one for one in waiting if one.role == role][:SHOWN]]
    rows = [[Button(ticked(each.person.called, each.id in chosen), toggle.link(each))] for each in shown]
    on = [[Button(_("Continue"), confirm.link(programme))]] if chosen else []
    return Screen(
        lines(
            [
                _("Who comes together? Choose two to six people."),
                _names(turn, waiting, Role.MENTEE),
                _names(turn, waiting, Role.MENTOR),
            ]
        ),
        [*rows, *on],
        up=programme,
    )


def _chosen(turn: Turn, programme: Programme) -> list[Member]:
    """Those who are ticked and still wait."""
    ticks = gatherings.of(turn.session, turn.person)
    return [each for each in pairs.waiting(turn.session, programme) if each.id in ticks]


def _names(turn: Turn, waiting: list[Member], role: Role) -> Markup | None:
    _ = turn.words._
    names = turn.called(each.person for each in waiting if each.role == role)
    if not names:
        return None
    newcomers = role == Role.MENTEE
    return _("Newcomers: {names}", names=names) if newcomers else _("Mentors: {names}", names=names)


@topic.page
def toggle(turn: Turn, member: Member) -> Screen:
    """Tick somebody, or take the tick away; nobody is there twice, and six are the most."""
    _ = turn.words._
    chosen = _chosen(turn, member.programme)
    gatherings.begin(
        turn.session, turn.person, [each for each in chosen if each.person_id != member.person_id]
    )
    if member.id in {each.id for each in chosen}:
        return open(turn, member.programme)
    if len(gatherings.of(turn.session, turn.person)) == MOST:
        return open(turn, member.programme).saying(_("Six people are the most."))
    gatherings.tick(turn.session, turn.person, member)
    return open(turn, member.programme)


@topic.page
def confirm(turn: Turn, programme: Programme) -> Screen:
    """All side by side, once more before they are told."""
    _ = turn.words._
    chosen = _chosen(turn, programme)
    if not introducing.fit(chosen):
        return open(turn, programme).saying(_("Please choose at least one newcomer and one mentor."))
    gatherings.begin(turn.session, turn.person, chosen)
    return Screen(
        paragraphs(
            *[introducing.about(turn, each) for each in chosen],
            _("Shall we bring these people together? All will learn each other's names."),
        ),
        [
            [Button(_("Bring together"), make.link(programme))],
            [Button(_("Choose again"), open.link(programme))],
        ],
        up=programme,
    )


@topic.page
def make(turn: Turn, programme: Programme) -> Screen:
    """Match them and tell all. Safe to press twice: whoever is matched waits no more."""
    _ = turn.words._
    chosen = _chosen(turn, programme)
    everybody = len(chosen) == len(gatherings.of(turn.session, turn.person))
    if not everybody or not introducing.introduce(turn, programme, chosen):
        return open(turn, programme).saying(_("One of them is already in a pair."))
    gatherings.begin(turn.session, turn.person, [])
    names = turn.called(each.person for each in chosen)
    return Screen(_("{names} are together now. All get a message.", names=names), up=programme)
