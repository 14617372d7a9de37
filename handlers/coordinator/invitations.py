"""Invitations: a link and a QR picture for many people, open for a month, closed by one tap."""

from markupsafe import Markup

from db import groups, invitations, postings
from db.invitations import Invitation
from db.people import Role
from db.programmes import Programme
from db.rhythm import local_date
from handlers.community import faces
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.pictures import QrCode
from handlers.kit.screen import Button, Door, Screen
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
    return show(turn, open_one(turn, programme, role))


def open_one(turn: Turn, programme: Programme, role: Role) -> Invitation:
    """The newest open invitation for that role, made if there is none."""
    found = invitations.open_ones(turn.session, programme, turn.now)
    mine = next((each for each in found if each.role == role), None)
    return mine or invitations.make(turn.session, programme, role, turn.now)


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
    """Close it; those who are in stay in, and where it stands in a group its door goes."""
    invitation.withdraw(turn.now)
    for group in groups.of_programme(turn.session, invitation.programme):
        postings.rewrite(turn.session, group.id, poster.link(invitation), turn.now)
    return show(turn, invitation)


@topic.page
def poster(turn: Turn, invitation: Invitation) -> Screen:
    """An invitation as it stands in a group, in the languages there; without a door once it is closed."""
    _ = turn.words._
    if turn.group is None:
        return show(turn, invitation)
    if not invitation.opens(turn.now):
        return Screen(faces.in_each(turn, _closed), ends=True)
    said = paragraphs(
        turn.words.bold(invitation.programme.name),
        faces.in_each(turn, lambda words: _inviting(words, invitation.role)),
    )
    return Screen(said, [[Door(_("Join in private"), turn.deep_link(invitation.token))]], ends=True)


def _closed(words: Words) -> Markup:
    return words._("This invitation is closed.")


def _inviting(words: Words, role: Role) -> Markup:
    _ = words._
    if role is Role.MENTOR:
        return lines([_("Do you know life here?"), _("Take small steps with somebody who is new.")])
    return lines([_("Are you new here?"), _("Take small steps with somebody who knows life here.")])


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
