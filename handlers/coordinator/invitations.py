"""Invitations: a link and a QR picture for many people, open for a month, closed by one tap."""

from db import invitations
from db.invitations import Invitation
from db.people import Role
from db.programmes import Programme
from db.rhythm import local_date
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.pictures import QrCode
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

topic = Topic("invitations", coordinators=True)


@topic.page
def overview(turn: Turn, programme: Programme) -> Screen:
    """Whom to invite, and the invitations that are open."""
    _ = turn.words._
    found = invitations.open_ones(turn.session, programme, turn.now)
    return Screen(
        _("Who do you invite?"),
        [
            [Button(_("Newcomers"), make.link(programme, Role.MENTEE))],
            [Button(_("Mentors"), make.link(programme, Role.MENTOR))],
            [Button(_("Coordinators"), make.link(programme, Role.COORDINATOR))],
            *[[Button(_summary(turn, each), show.link(each))] for each in found[:8]],
        ],
        up=programme,
    )


@topic.page
def make(turn: Turn, programme: Programme, role: Role) -> Screen:
    """The newest open invitation for that role, made if there is none."""
    found = invitations.open_ones(turn.session, programme, turn.now)
    mine = next((each for each in found if each.role == role), None)
    return show(turn, mine or invitations.make(turn.session, programme, role, turn.now))


@topic.page
def show(turn: Turn, invitation: Invitation) -> Screen:
    """One invitation: its link, how long it is open, how many came."""
    _, n_ = turn.words._, turn.words.n_
    if not invitation.opens(turn.now):
        return Screen(_("This invitation is closed."), up=invitation.programme)
    day = local_date(invitation.expires_at, turn.person.zone)
    return Screen(
        paragraphs(
            turn.words.bold(role(turn.words, invitation.role)),
            _("Forward this link, or show the QR code:"),
            turn.words.code(turn.deep_link(invitation.token)),
            lines(
                [
                    _("Open until: {day}", day=turn.words.day(day)),
                    n_("Used by {n} person.", "Used by {n} people.", invitation.uses),
                ]
            ),
        ),
        [
            [Button(_("Show QR code"), picture.link(invitation))],
            [Button(_("Close invitation"), close.link(invitation))],
        ],
        up=invitation.programme,
    )


@topic.page
def picture(turn: Turn, invitation: Invitation) -> Screen:
    """The QR picture, with the link below it."""
    if not invitation.opens(turn.now):
        raise Gone
    link = turn.deep_link(invitation.token)
    return Screen(
        lines([turn.words.said(invitation.programme.name), turn.words.code(link)]),
        picture=QrCode(link),
        up=invitation,
    )


@topic.page
def close(turn: Turn, invitation: Invitation) -> Screen:
    """Close it; those who are in stay in."""
    invitation.withdraw(turn.now)
    return show(turn, invitation)


def role(words: Words, which: Role) -> str:
    """Whom an invitation is for."""
    _ = words._
    return {
        Role.MENTEE: _("Newcomers"),
        Role.MENTOR: _("Mentors"),
        Role.COORDINATOR: _("Coordinators"),
    }[which]


def _summary(turn: Turn, invitation: Invitation) -> str:
    _ = turn.words._
    return _("{role}: {n} so far", role=role(turn.words, invitation.role), n=invitation.uses)
