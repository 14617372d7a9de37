"""Unposting: an idea or a game leaves its group, with every answer to it; for a minute that can be undone."""

from db import activities, deliveries, outlook, postings
from db.activities import Activity
from db.base import UNDO
from db.groups import Group
from db.kinds import Kind
from handlers.community import faces, together
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

SHOWN = 8
topic = Topic("unposting", coordinators=True)


@topic.page
def overview(turn: Turn, group: Group) -> Screen:
    """The newest ideas and games; each can be taken out."""
    _ = turn.words._
    begun = [each for each in activities.of_group(turn.session, group) if each.begun_at]
    return Screen(
        _("Press what shall leave the group.") if begun else _("Nothing was posted there yet."),
        [[Button(faces.named(turn.words, each), ask.link(each))] for each in reversed(begun[-SHOWN:])],
        up=group,
    )


@topic.page
def ask(turn: Turn, activity: Activity) -> Screen:
    """Asked once, since others see it; or that it is about to leave."""
    _, group = turn.words._, activity.group
    title = turn.words.bold(faces.named(turn.words, activity))
    if outlook.comes(turn.session, leave.link(activity)):
        return Screen(
            lines([title, _("It happens in a moment. You can still undo it.")]),
            [[Button(_("Undo"), undo.link(activity))]],
            up=group,
        )
    return Screen(
        lines([title, _("Take it out of {group}? All answers to it go, too.", group=group.title)]),
        [[Button(_("Take it out"), take_out.link(activity))]],
        up=group,
    )


@topic.page
def take_out(turn: Turn, activity: Activity) -> Screen:
    """Have it done in a minute."""
    link = leave.link(activity)
    if not outlook.comes(turn.session, link):
        deliveries.plan(turn.session, Kind.ERRAND, link, turn.now + UNDO)
    return ask(turn, activity)


@topic.page
def undo(turn: Turn, activity: Activity) -> Screen:
    """It stays."""
    outlook.comes_not(turn.session, leave.link(activity))
    return overview(turn, activity.group)


@topic.errand
def leave(turn: Turn, activity: Activity) -> None:
    """Every message of it leaves the group, and nothing of it is kept."""
    for message in postings.messages(turn.session, activity.group_id, together.said(activity)):
        to = {"group_id": activity.group_id, "message": message}
        deliveries.plan(turn.session, Kind.TAKEN_BACK, together.gone.link(message), turn.now, **to)
    turn.session.delete(activity)
    turn.session.flush()
