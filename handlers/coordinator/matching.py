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
    mentees = pairs.waiting(turn.session, programme, Role.MENTEE)
    mentors = pairs.waiting(turn.session, programme, Role.MENTOR)
    if not mentees and not mentors:
        return Screen(_("Nobody waits at the moment."), up=programme)
    return Screen(
        paragraphs(
            *[introducing.about(turn, each) for each in [*mentees, *mentors][:SHOWN]],
            _("Choose a newcomer:") if mentees else _("No newcomer waits yet."),
        ),
        [[Button(each.person.called, choose.link(each))] for each in mentees[:SHOWN]],
        up=programme,
    )


@topic.page
def somebody(turn: Turn, programme: Programme) -> Screen:
    """What coordinators hear when somebody has joined. Gone once nobody waits any more."""
    _, n_ = turn.words._, turn.words.n_
    found = introducing.free(turn, programme)
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
    mentors = pairs.waiting(turn.session, mentee.programme, Role.MENTOR)
    others = [mentor for mentor in mentors if mentor.person_id != mentee.person_id]
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
