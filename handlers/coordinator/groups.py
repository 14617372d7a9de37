"""Group chats: the bot says one line when it is added; a coordinator confirms in private."""

from db import activities, groups, programmes
from db.groups import Group
from db.people import Role
from db.programmes import Programme
from handlers.community import playing, posting, tidying
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Door, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

PREFIX = "g-"
topic = Topic("groups", coordinators=True)


def hello(turn: Turn, group: Group) -> Screen:
    """The one line in the group: who we are, and the door for a coordinator."""
    _ = turn.words._
    door = Door(_("Confirm this group"), turn.deep_link(PREFIX + group.token))
    return Screen(_("Hello. A coordinator of Passerelle can confirm this group."), [[door]], ends=True)


def addressed(turn: Turn) -> Screen:
    """A brief answer to whoever writes to us in a group. Nothing about anybody."""
    _ = turn.words._
    door = Door(_("Open Passerelle"), turn.deep_link(""))
    return Screen(
        lines(
            [
                _("I talk with each person in private."),
                _("In a group I read only answers to my own messages."),
            ]
        ),
        [[door]],
        ends=True,
    )


@topic.page
def confirm(turn: Turn, token: str) -> Screen:
    """What the group's door opens: for coordinators, which programme the group belongs to."""
    _ = turn.words._
    group = groups.by_token(turn.session, token)
    mine = [
        place.programme
        for place in programmes.places(turn.session, turn.person)
        if place.role == Role.COORDINATOR and place.joined_at
    ]
    if group is None:
        raise Gone
    if not mine:
        return Screen(_("Only a coordinator can confirm a group."))
    return Screen(
        lines(
            [
                turn.words.bold(group.title),
                _("Shall announcements go to this group too?"),
                _("There we read only answers to our own messages."),
            ]
        ),
        [[Button(_("Yes, {programme}", programme=each.name), accept.link(each, token))] for each in mine],
    )


@topic.page
def accept(turn: Turn, programme: Programme, token: str) -> Screen:
    """Link the group to the programme, unless it belongs to another one."""
    group = groups.by_token(turn.session, token)
    if group is None or group.programme_id not in (None, programme.id):
        raise Gone
    group.programme_id = programme.id
    return overview(turn, programme)


@topic.page
def overview(turn: Turn, programme: Programme) -> Screen:
    """The groups that get announcements."""
    _ = turn.words._
    found = groups.of_programme(turn.session, programme)
    return Screen(
        lines(
            [
                _("These groups get announcements:") if found else _("No group gets announcements yet."),
                *[turn.words.said(each.title) for each in found],
                _("To add one: add the bot to the group, then press its button there."),
            ]
        ),
        [[Button(each.title, show.link(each))] for each in found],
        up=programme,
    )


@topic.page
def show(turn: Turn, group: Group) -> Screen:
    """A group: ideas and games for it, by hand and by the clock."""
    _ = turn.words._
    second = languages.name(group.beside) if group.beside else None
    return Screen(
        paragraphs(
            turn.words.bold(group.title),
            lines(
                [
                    posting.state(turn, group),
                    _("Second language: {language}", language=second) if second else None,
                ]
            ),
        ),
        [
            [Button(_("Post an idea"), posting.offer.link(group, 0))],
            [Button(_("Play a game"), playing.games.link(group))],
            [Button(_("See answers"), tidying.overview.link(group))],
            [Button(_("Every week"), posting.clock.link(group))],
            [Button(_("Second language"), posting.tongues.link(group))],
            [Button(_("Remove this group"), remove.link(group))],
        ],
        up=turn.session.get_one(Programme, group.programme_id),
    )


@topic.page
def remove(turn: Turn, group: Group) -> Screen:
    """No more announcements there, and nothing is kept of what people gave."""
    programme = turn.session.get_one(Programme, group.programme_id)
    activities.forget(turn.session, group)
    group.programme_id = group.weekday = group.hour = group.beside = None
    turn.session.flush()
    return overview(turn, programme)
