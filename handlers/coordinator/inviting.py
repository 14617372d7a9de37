"""Inviting from a group: a message with a door, for those of its people who are not with us yet."""

from datetime import timedelta

from db import deliveries, postings
from db.groups import Group
from db.kinds import Kind
from db.people import Role
from db.programmes import Programme
from handlers.community import posting
from handlers.coordinator import invitations
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

AGAIN = timedelta(days=1)
"""How long an invitation stands in a group before the same is posted there anew."""
INVITED = (Role.MENTEE, Role.MENTOR)
topic = Topic("inviting", coordinators=True)


@topic.page
def ask(turn: Turn, group: Group) -> Screen:
    """Whom the group's people could be."""
    _ = turn.words._
    return Screen(
        lines(
            [
                _("Who do you invite?"),
                _("A message with a button goes to {group}.", group=group.title),
                _("We write to nobody who does not press it."),
            ]
        ),
        [
            [Button(_("Newcomers"), post.link(group, Role.MENTEE))],
            [Button(_("Mentors"), post.link(group, Role.MENTOR))],
        ],
        up=group,
    )


@topic.page
def post(turn: Turn, group: Group, role: Role) -> Screen:
    """Have the newest open invitation stand in the group, once a day at most."""
    _ = turn.words._
    if role not in INVITED:
        raise Gone
    invitation = invitations.open_one(turn, turn.session.get_one(Programme, group.programme_id), role)
    link = invitations.poster.link(invitation)
    if not postings.since(turn.session, group.id, link, turn.now - AGAIN):
        deliveries.plan(turn.session, Kind.POSTING, link, turn.now, group_id=group.id)
    return Screen(
        lines([_("It goes to {group}.", group=group.title), posting.at_rest(turn, group)]),
        [[Button(_("See invitation"), invitations.show.link(invitation))]],
        up=group,
    )
