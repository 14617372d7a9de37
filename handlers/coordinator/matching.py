"""Matching: who waits, two are chosen, the coordinator confirms, both learn each other's name."""

from markupsafe import Markup

from db import deliveries, pairs
from db.kinds import Kind
from db.people import Role
from db.programmes import Member, Programme
from handlers import nudges, pairing
from handlers.kit import languages, needs
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
            *[_about(turn, each) for each in [*mentees, *mentors][:SHOWN]],
            _("Choose a newcomer:") if mentees else _("No newcomer waits yet."),
        ),
        [[Button(each.person.called, choose.link(each))] for each in mentees[:SHOWN]],
        up=programme,
    )


@topic.page
def somebody(turn: Turn, programme: Programme) -> Screen:
    """What coordinators hear when somebody has joined. Gone once nobody waits any more."""
    _, n_ = turn.words._, turn.words.n_
    found = [*pairs.waiting(turn.session, programme, Role.MENTEE)]
    found += pairs.waiting(turn.session, programme, Role.MENTOR)
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
            _about(turn, mentee),
            *[_about(turn, each) for each in near],
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
            _about(turn, mentee),
            _about(turn, mentor),
            _("Shall we make this pair? Both will learn the other's name."),
        ),
        [[Button(_("Make a pair"), make.link(mentee, mentor))]],
        up=mentee.programme,
    )


@topic.page
def make(turn: Turn, mentee: Member, mentor: Member) -> Screen:
    """Match the two, tell both, and plan their first weekly word. Safe to press twice."""
    _ = turn.words._
    programme = mentee.programme
    free = {
        member.id for role in Role for member in pairs.waiting(turn.session, programme, role)
    }  # one of the two may have been matched meanwhile
    fit = (mentee.role, mentor.role) == (Role.MENTEE, Role.MENTOR) and mentee.person_id != mentor.person_id
    if {mentee.id, mentor.id} - free or not fit:
        return waiting(turn, programme).saying(_("One of the two is already in a pair."))
    pair = pairs.match(turn.session, programme, [mentee, mentor], turn.now)
    for member in (mentee, mentor):
        deliveries.plan(
            turn.session, Kind.MATCH, pairing.matched.link(pair), turn.now, person_id=member.person_id
        )
        nudges.begin(turn, pair, member.person)
    names = turn.words.listed([mentee.person.called, mentor.person.called])
    return Screen(_("{names} are a pair now. Both get a message.", names=names), up=programme)


def _about(turn: Turn, member: Member) -> Markup:
    """A member's name, languages, and what they need or offer."""
    _ = turn.words._
    spoken = turn.words.listed([languages.name(code) for code in member.person.speaks or []])
    wished = turn.words.dotted(needs.labels(turn.words, member.needs))
    mentee = member.role == Role.MENTEE
    return lines(
        [
            turn.words.bold(member.person.called),
            _("Newcomer. Speaks {languages}.", languages=spoken)
            if mentee
            else _("Mentor. Speaks {languages}.", languages=spoken),
            _("Would like: {needs}", needs=wished) if mentee else _("Can offer: {needs}", needs=wished),
        ]
    )


def _in_common(one: Member, other: Member) -> int:
    spoken = set(one.person.speaks or []) & set(other.person.speaks or [])
    wished = set(one.needs or []) & set(other.needs or [])
    return 3 * bool(spoken) + len(wished)
