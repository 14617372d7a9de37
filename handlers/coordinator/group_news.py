"""News of groups, for their coordinators, once each: one we lost, a topic that is gone, a pin not set."""

from datetime import datetime

from sqlalchemy.orm import Session

from db import activities, deliveries, group_topics, groups, programmes, relayers
from db.groups import Group
from db.kinds import Kind
from handlers.kit.links import Gone
from handlers.kit.pages import Page, Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

topic = Topic("group_news", coordinators=True)


def removed(session: Session, group: Group, now: datetime) -> None:
    """We are out of a group: nothing is kept of what people did there, only its name for a while."""
    empty(session, group)
    unreachable(session, group, now)


def empty(session: Session, group: Group) -> None:
    """Nothing is kept of what people of a group gave, named or asked for."""
    activities.forget(session, group)
    group_topics.forget(session, group)
    relayers.forget_all(session, group)
    group.weekday = group.hour = None


def unlink(session: Session, group: Group) -> None:
    """It belongs to no programme any more: whoever confirms it anew begins anew."""
    empty(session, group)
    groups.unlink(group)


def unreachable(session: Session, group: Group, now: datetime) -> None:
    """Nothing reaches a group any more; its coordinators hear it once."""
    if groups.lost(group, now):
        _tell(session, group, lost, now)


def topicless(session: Session, group: Group, ref: int, now: datetime) -> None:
    """A topic takes nothing any more. If it is ours, we write in the general one from now on."""
    group_topics.gone(session, group, ref)
    if group.topic == ref:
        group.topic = None
        _tell(session, group, general, now)


def unpinned(session: Session, group: Group, now: datetime) -> None:
    """We may not pin there; said once, until we may again."""
    if group.may_pin is not False:
        group.may_pin = False
        _tell(session, group, loose, now)


def _tell(session: Session, group: Group, page: Page[[Group]], now: datetime) -> None:
    for each in programmes.coordinators(session, group.programme_id or 0):
        deliveries.plan_once(session, Kind.DESK, page.link(group), now, each.id)


@topic.page
def lost(turn: Turn, group: Group) -> Screen:
    """A group that does not bear us any more. Gone where it took us back."""
    _ = turn.words._
    if group.unreachable_since is None:
        raise Gone
    return Screen(
        lines(
            [
                _("I cannot write in {group} any more.", group=group.title),
                _("Maybe somebody took me out, or I may not write there now."),
                _("To go on: let me write there, and call me there."),
                _("Or add me and confirm again."),
            ]
        )
    )


@topic.page
def general(turn: Turn, group: Group) -> Screen:
    """Its topic was closed or deleted. Gone where another was chosen."""
    _ = turn.words._
    if group.topic is not None:
        raise Gone
    return Screen(
        lines(
            [
                _("Our topic in {group} is closed or gone.", group=group.title),
                _("I write in the general topic now. You can choose another."),
            ]
        ),
        [[Button(group.title, turn.link_to(group))]],
    )


@topic.page
def loose(turn: Turn, group: Group) -> Screen:
    """What we were to pin stands there unpinned. Gone where we may pin by now, or need not."""
    _ = turn.words._
    if group.may_pin is not False or not group.pins:
        raise Gone
    return Screen(
        lines(
            [
                _("Our message is in {group}. I may not pin it.", group=group.title),
                _("To change that: make me an administrator who may pin."),
            ]
        ),
        [[Button(group.title, turn.link_to(group))]],
    )
