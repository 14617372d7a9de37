"""Group chats: the bot says one line when it is added; a coordinator confirms in private."""

from db import groups, programmes
from db.groups import TOKEN_LENGTH, Group
from db.people import Role
from db.programmes import Programme
from handlers.community import playing, posting, tidying
from handlers.coordinator import group_news, inviting, relaying, ways
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Door, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

PREFIX = "g-"
topic = Topic("groups", coordinators=True)


def hello(turn: Turn, group: Group, topic: int | None = None) -> Screen:
    """The one line in the group: who we are, and the door for a coordinator.

    Whoever comes through it read it there: it is shown nowhere else.
    """
    _ = turn.words._
    where = f"-{topic}" if topic else ""
    door = Door(_("Confirm this group"), turn.deep_link(PREFIX + group.token + where))
    return Screen(_("Hello. A coordinator of Passerelle can confirm this group."), [[door]], ends=True)


def addressed(turn: Turn, about: int | None) -> Screen:
    """A brief answer to whoever writes to us in a group. Nothing about anybody.

    Below a message (`about` is its number) it offers to pass that one on.
    """
    _ = turn.words._
    door = Door(_("Open Passerelle"), turn.deep_link(""))
    this = Button(_("Pass this on"), relaying.this.link())
    return Screen(
        lines([_("I talk with each person in private."), _("In a group I read only what is said to me.")]),
        [*([[this]] if about else []), [door]],
        ends=True,
        answers=about,
    )


def behind(turn: Turn, door: str) -> tuple[Group, int | None]:
    """The group behind a door, and the number of the topic in which it stood. Raises Gone.

    A door carries the group's token, and after it, in a topic, that number: `…-77`.
    """
    group = groups.by_token(turn.session, door[:TOKEN_LENGTH])
    topic = door[TOKEN_LENGTH + 1 :]
    if group is None or not ((topic.isascii() and topic.isdigit() and len(topic) < 16) or topic == ""):
        raise Gone
    return group, int(topic) if topic else None


@topic.page
def confirm(turn: Turn, token: str) -> Screen:
    """What the group's door opens: for coordinators, which programme the group belongs to."""
    _ = turn.words._
    group, _topic = behind(turn, token)
    mine = [
        place.programme
        for place in programmes.places(turn.session, turn.person)
        if place.role == Role.COORDINATOR and place.joined_at
    ]
    if not mine:
        return Screen(_("Only a coordinator can confirm a group."))
    if group.programme_id in [each.id for each in mine]:
        return show(turn, group)
    if group.programme_id is not None:
        raise Gone
    return Screen(
        lines(
            [
                turn.words.bold(group.title),
                _("Shall announcements go to this group too?"),
                _("There we read only what is said to us."),
            ]
        ),
        [[Button(_("Yes, {programme}", programme=each.name), accept.link(each, token))] for each in mine],
    )


@topic.page
def accept(turn: Turn, programme: Programme, token: str) -> Screen:
    """Link the group to the programme, unless it belongs to another one; then how we write there."""
    _ = turn.words._
    group, where = behind(turn, token)
    if group.programme_id not in (None, programme.id):
        raise Gone
    if group.programme_id is None:
        group.programme_id, group.topic = programme.id, where
        turn.session.flush()
    done = _("It gets announcements of {programme} now.", programme=programme.name)
    return ways.open(turn, group).saying(done)


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
    lost = _("I cannot write in {group} any more.", group=group.title) if group.unreachable_since else None
    return Screen(
        paragraphs(turn.words.bold(group.title), lost or posting.state(turn, group)),
        [
            [Button(_("Post an idea"), posting.offer.link(group, 0))],
            [Button(_("Play a game"), playing.games.link(group))],
            [Button(_("See answers"), tidying.overview.link(group))],
            [Button(_("Every week"), posting.clock.link(group))],
            [Button(_("Invite people"), inviting.ask.link(group))],
            [Button(_("Settings"), ways.open.link(group))],
            [Button(_("Remove this group"), ask_remove.link(group))],
        ],
        up=turn.session.get_one(Programme, group.programme_id),
    )


@topic.page
def ask_remove(turn: Turn, group: Group) -> Screen:
    """What goes with it, asked once."""
    _ = turn.words._
    return Screen(
        lines(
            [
                _("Shall {group} get nothing more from us?", group=group.title),
                _("What people answered there is erased."),
            ]
        ),
        [
            [Button(_("Remove this group"), remove.link(group))],
            [Button(_("Keep as it is"), show.link(group))],
        ],
    )


@topic.page
def remove(turn: Turn, group: Group) -> Screen:
    """No more announcements there, and nothing is kept of what people gave."""
    programme = turn.session.get_one(Programme, group.programme_id)
    group_news.unlink(turn.session, group)
    turn.session.flush()
    return overview(turn, programme)
