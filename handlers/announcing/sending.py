"""Sending: a minute to take it back, then everybody who was to get it when it started, and how far it is."""

from datetime import timedelta

from markupsafe import Markup

from db import deliveries, programmes, sendings
from db.announcements import GRACE, URGENT_GRACE, Announcement
from db.deliveries import Outcome
from db.groups import Group
from db.kinds import Kind
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, clipped
from handlers.kit.turn import Turn
from handlers.kit.words import lines

LOOK_AGAIN = timedelta(seconds=3)
"""The shortest time between two looks at the progress; it grows to a tenth of the time gone by."""
topic = Topic("sending", coordinators=True)


@topic.page(was=("announcements.send",))
def send(turn: Turn, announcement: Announcement) -> Screen:
    """Have it start in a minute, once, however often it is pressed."""
    starts = max(announcement.starts_at or turn.now, turn.now + grace(announcement))
    if announcement.send_once(turn.session, turn.now, starts):
        deliveries.plan(turn.session, Kind.ERRAND, begin.link(announcement), starts)
    return progress(turn, announcement)


def grace(announcement: Announcement) -> timedelta:
    """So long it can still be taken back before anybody gets it."""
    return URGENT_GRACE if announcement.urgent else GRACE


@topic.errand
def begin(turn: Turn, announcement: Announcement) -> None:
    """Its time has come: freeze who gets it."""
    if announcement.start_once(turn.session, turn.now):
        sendings.freeze(turn.session, announcement, turn.now)


@topic.page
def take_back(turn: Turn, announcement: Announcement) -> Screen:
    """Before anybody got it, it is a draft again."""
    if announcement.unsend_once(turn.session):
        return turn.show(announcement)
    return progress(turn, announcement)


@topic.page(was=("announcements.progress",))
def progress(turn: Turn, announcement: Announcement) -> Screen:
    """How far it is, then how many got it and who could not be reached."""
    if announcement.sent_at is None:
        return turn.show(announcement)
    if announcement.started_at is None:
        return _waiting(turn, announcement)
    return _under_way(turn, announcement)


def _waiting(turn: Turn, announcement: Announcement) -> Screen:
    _ = turn.words._
    starts = announcement.starts_at or turn.now
    return Screen(
        lines(
            [
                turn.words.bold(clipped(announcement.words, 60)),
                _("It starts in a moment. You can still stop it."),
            ]
        ),
        [[Button(_("Do not send it"), take_back.link(announcement))]],
        up=announcement.programme,
        again=max(starts, turn.now) + LOOK_AGAIN,
    )


def _under_way(turn: Turn, announcement: Announcement) -> Screen:
    _, n_ = turn.words._, turn.words.n_
    counts = sendings.tally(turn.session, announcement)
    waiting = counts.get(None, 0)
    reached = counts.get(Outcome.SENT, 0)
    text = lines(
        [
            turn.words.bold(clipped(announcement.words, 60)),
            n_("{n} message arrived.", "{n} messages arrived.", reached) if reached else None,
            n_("{n} still to come.", "{n} still to come.", waiting) if waiting else _("All are sent."),
            _missed(turn, announcement),
        ]
    )
    return Screen(
        text,
        [[Button(_("Look again"), progress.link(announcement))]] if waiting else [],
        up=announcement.programme,
        again=turn.now + _pause(turn, announcement) if waiting else None,
    )


def _pause(turn: Turn, announcement: Announcement) -> timedelta:
    since = turn.now - (announcement.started_at or turn.now)
    return max(LOOK_AGAIN, since / 10)


def _missed(turn: Turn, announcement: Announcement) -> Markup | None:
    """Whom it did not reach, people and groups, by name."""
    _ = turn.words._
    people, chats = sendings.missed(turn.session, announcement)
    members = programmes.members(turn.session, announcement.programme) if people else []
    names = [each.person.called for each in members if each.person_id in people]
    names += [turn.session.get_one(Group, each).title for each in chats]
    return _("Not reached: {names}", names=turn.words.listed(list(dict.fromkeys(names)))) if names else None
