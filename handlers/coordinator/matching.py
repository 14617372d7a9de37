"""Matching: who waits, two are chosen, the coordinator confirms, both learn each other's name."""

from db import pairs
from db.people import Role
from db.programmes import Member, Programme
from handlers.coordinator import gathering, introducing
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

SHOWN = 20
topic = Topic("matching", coordinators=True)


@topic.page
def waiting(turn: Turn, programme: Programme) -> Screen:
    """Everybody who waits; a tap on a newcomer chooses the first of the two."""
    _ = turn.words._
    found, rest = introducing.offered(turn, programme), introducing.rests(turn, programme)
    mentees = [each for each in found if each.role == Role.MENTEE]
    resting_row = [[Button(_("See who rests"), resting.link(programme))]] if rest else []
    if not found:
        return Screen(_("Nobody waits at the moment."), resting_row, up=programme)
    return Screen(
        paragraphs(
            *[introducing.about(turn, each) for each in found[:SHOWN]],
            _("Choose a newcomer:") if mentees else _("No newcomer waits yet."),
        ),
        [*[[Button(each.person.called, choose.link(each))] for each in mentees[:SHOWN]], *resting_row],
        up=programme,
    )


@topic.page
def resting(turn: Turn, programme: Programme) -> Screen:
    """Who rests after a season and until when. They are not offered, but a coordinator may ask them."""
    _ = turn.words._
    rest = introducing.rests(turn, programme)
    found = [each for each in pairs.waiting(turn.session, programme) if each.person_id in rest][:SHOWN]
    if not found:
        return waiting(turn, programme)
    return Screen(
        paragraphs(
            lines(
                _("{name} rests until {day}.", name=each.person.called, day=rest[each.person_id])
                for each in found
            ),
            _("After a season a rest is good. Please ask before you choose somebody."),
        ),
        [
            [Button(each.person.called, (choose if each.role == Role.MENTEE else suit).link(each))]
            for each in found
        ],
        up=programme,
    )


@topic.page
def suit(turn: Turn, mentor: Member) -> Screen:
    """The newcomers who wait, for a mentor who is chosen first."""
    _ = turn.words._
    found = introducing.offered(turn, mentor.programme)
    mentees = [each for each in found if each.role == Role.MENTEE and each.person_id != mentor.person_id]
    return Screen(
        paragraphs(
            introducing.about(turn, mentor),
            _("Choose a newcomer:") if mentees else _("No newcomer waits yet."),
        ),
        [[Button(each.person.called, ask.link(each, mentor))] for each in mentees[:SHOWN]],
        up=mentor.programme,
    )


@topic.page
def somebody(turn: Turn, programme: Programme) -> Screen:
    """What coordinators hear when somebody has joined. Gone once nobody waits any more."""
    _, n_ = turn.words._, turn.words.n_
    found = introducing.offered(turn, programme)
    if not found:
        raise Gone
    return Screen(
        lines(
            [
                turn.words.bold(programme.name),
                n_("{n} person waits for a partner.", "{n} people wait for a partner.", len(found)),
            ]
        ),
        [[Button(_("See who waits"), waiting.link(programme))]],
    )


@topic.page
def choose(turn: Turn, mentee: Member) -> Screen:
    """The mentors who wait, those with a language or a need in common first."""
    _ = turn.words._
    found = introducing.offered(turn, mentee.programme)
    others = [each for each in found if each.role == Role.MENTOR and each.person_id != mentee.person_id]
    near = sorted(others, key=lambda mentor: -_in_common(mentee, mentor))[:SHOWN]
    return Screen(
        paragraphs(
            introducing.about(turn, mentee),
            *[introducing.about(turn, each) for each in near],
            _("Choose a mentor for {name}:", name=mentee.person.called)
            if near
            else _("No mentor waits yet."),
        ),
        [[Button(each.person.called, ask.link(mentee, each))] for each in near],
        up=mentee.programme,
    )


@topic.page
def ask(turn: Turn, mentee: Member, mentor: Member) -> Screen:
    """The two side by side, once more before they are told."""
    _ = turn.words._
    return Screen(
        paragraphs(
            introducing.about(turn, mentee),
            introducing.about(turn, mentor),
            _("Shall we make this pair? Both will learn the other's name."),
        ),
        [
            [Button(_("Make a pair"), make.link(mentee, mentor))],
            [Button(_("Add a person"), gathering.begin.link(mentee, mentor))],
        ],
        up=mentee.programme,
    )


@topic.page
def make(turn: Turn, mentee: Member, mentor: Member) -> Screen:
    """Match the two, tell both, and plan their first weekly word. Safe to press twice."""
    _ = turn.words._
    programme = mentee.programme
    two = [mentee, mentor] if mentee.role == Role.MENTEE else []
    if not introducing.introduce(turn, programme, two):
        return waiting(turn, programme).saying(_("One of them is already in a pair."))
    names = turn.words.listed([mentee.person.called, mentor.person.called])
    return Screen(_("{names} are a pair now. Both get a message.", names=names), up=programme)


def _in_common(one: Member, other: Member) -> int:
    spoken = set(one.person.speaks or []) & set(other.person.speaks or [])
    wished = set(one.needs or []) & set(other.needs or [])
    return 3 * bool(spoken) + len(wished)
