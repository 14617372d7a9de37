"""The desk: who waits, who is together, whom nobody reaches, and what a coordinator can do about it."""

from markupsafe import Markup

from db import pairs, people, programmes
from db.people import Role
from db.programmes import Programme
from handlers import following, received, unheard
from handlers.announcing import drafts
from handlers.coordinator import (
    answers,
    extending,
    groups,
    introducing,
    invitations,
    library,
    matching,
)
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import opening
from handlers.threads import incoming

topic = Topic("desk", coordinators=True)


@topic.page
def mine(turn: Turn) -> Screen:
    """The desk of the first programme somebody coordinates."""
    places = programmes.places(turn.session, turn.person)
    mine = [place for place in places if place.role == Role.COORDINATOR and place.joined_at]
    if not mine:
        return Screen(turn.words._("The desk is for coordinators."))
    return open(turn, mine[0].programme)


@topic.page
def open(turn: Turn, programme: Programme) -> Screen:
    """One programme at a glance."""
    _, n_ = turn.words._, turn.words.n_
    waiting = [each.role for each in introducing.offered(turn, programme)]
    mentees, mentors = waiting.count(Role.MENTEE), waiting.count(Role.MENTOR)
    together = len(pairs.of_programme(turn.session, programme))
    return Screen(
        paragraphs(
            turn.words.bold(programme.name),
            lines(
                [
                    n_("{n} newcomer waits.", "{n} newcomers wait.", mentees),
                    n_("{n} mentor waits.", "{n} mentors wait.", mentors),
                    n_("{n} pair is together.", "{n} pairs are together.", together),
                ]
            ),
            _unreachable(turn, programme),
        ),
        [
            *following.rows(turn, programme),
            *received.rows(turn, programme),
            *incoming.rows(turn, programme),
            *unheard.rows(turn, programme),
            *_rooms(turn, programme),
        ],
    )


def _rooms(turn: Turn, programme: Programme) -> list[Row]:
    """Where else a coordinator works: what belongs together stands side by side."""
    _ = turn.words._
    return [
        [
            Button(_("See who waits"), matching.waiting.link(programme)),
            Button(_("See pairs"), together_now.link(programme)),
        ],
        [
            Button(_("Invite people"), invitations.overview.link(programme)),
            Button(_("Ready steps"), library.overview.link(programme)),
        ],
        [Button(_("Announcements"), drafts.overview.link(programme))],
        [Button(_("Round of questions"), opening.overview.link(programme))],
        [
            Button(_("See answers"), answers.overview.link(programme)),
            Button(_("Groups"), groups.overview.link(programme)),
        ],
    ]


def _unreachable(turn: Turn, programme: Programme) -> Markup | None:
    _ = turn.words._
    members = {each.person_id: each.person for each in programmes.members(turn.session, programme)}
    lost = people.unreachable(turn.session, list(members))
    names = turn.called(members[id] for id in members if id in lost)
    return _("Not reachable: {names}", names=names) if names else None


@topic.page
def together_now(turn: Turn, programme: Programme) -> Screen:
    """The pairs there are. That they are active, never what they write."""
    _ = turn.words._
    found = {pair: turn.called(pair.people) for pair in pairs.of_programme(turn.session, programme)}
    return Screen(
        lines([turn.words.bold(_("Pairs")), *found.values()]) if found else _("There is no pair yet."),
        [[Button(names, extending.show.link(pair))] for pair, names in found.items()],
        up=programme,
    )
