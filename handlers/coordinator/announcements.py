"""Announcements: written, seen as they will look, sent to everybody, and counted."""

from datetime import timedelta

from markupsafe import Markup

from db import announcements, deliveries, groups, programmes
from db.announcements import TEXT_LENGTH, Announcement
from db.deliveries import Outcome
from db.groups import Group
from db.kinds import Kind
from db.programmes import Programme
from handlers import bulletin
from handlers.kit import private
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, clipped
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

LOOK_AGAIN = timedelta(seconds=3)
"""The shortest time between two looks at the progress; it grows to a tenth of the time gone by."""
topic = Topic("announcements", coordinators=True)


@topic.page
def overview(turn: Turn, programme: Programme) -> Screen:
    """Write one, or look at the latest."""
    _ = turn.words._
    latest = announcements.latest(turn.session, programme)
    return Screen(
        _("Announcements go to everybody in {programme}.", programme=programme.name),
        [
            [Button(_("Write announcement"), ask.link(programme))],
            *[[Button(each.words, show.link(each))] for each in latest],
        ],
        up=programme,
    )


@topic.page
def ask(turn: Turn, programme: Programme) -> Screen:
    """The words of an announcement."""
    _ = turn.words._
    return Screen(
        lines([_("Please write your announcement."), _("You will see it before it goes out.")]),
        awaits=take.link(programme),
        up=programme,
    )


@topic.reply
def take(turn: Turn, programme: Programme) -> Screen:
    """Keep a draft, and show it."""
    words = turn.passage(TEXT_LENGTH, private.nothing)
    if not words:
        return ask(turn, programme)
    return show(turn, announcements.write(turn.session, programme, turn.person, words, turn.now))


@topic.page
def show(turn: Turn, announcement: Announcement) -> Screen:
    """A draft as it will look, with how many will get it; or how it went."""
    return progress(turn, announcement) if announcement.sent_at else preview(turn, announcement)


def preview(turn: Turn, announcement: Announcement) -> Screen:
    """The words as members will read them, and how many those are."""
    _, n_ = turn.words._, turn.words.n_
    readers = announcements.reach(turn.session, announcement)
    chats = len(groups.of_programme(turn.session, announcement.programme))
    return Screen(
        paragraphs(
            bulletin.letter(turn.words, announcement),
            lines(
                [
                    _("This is how it will look."),
                    n_("It goes to {n} person.", "It goes to {n} people.", readers),
                    n_("It goes to {n} group.", "It goes to {n} groups.", chats) if chats else None,
                ]
            ),
        ),
        [
            [Button(_("Send to {n}", n=readers + chats), send.link(announcement))],
            [Button(_("Change words"), rewrite.link(announcement))],
        ],
        up=announcement.programme,
    )


@topic.page
def rewrite(turn: Turn, announcement: Announcement) -> Screen:
    """Other words for a draft."""
    _ = turn.words._
    if announcement.sent_at:
        return progress(turn, announcement)
    return Screen(
        paragraphs(_("Please write the new words."), turn.words.said(announcement.words)),
        awaits=take_words.link(announcement),
        up=announcement,
    )


@topic.reply
def take_words(turn: Turn, announcement: Announcement) -> Screen:
    """Keep the new words, unless it went out meanwhile."""
    words = turn.passage(TEXT_LENGTH, private.nothing)
    if words and announcement.sent_at is None:
        announcement.words = words
    return show(turn, announcement)


@topic.page
def send(turn: Turn, announcement: Announcement) -> Screen:
    """Send it to everybody and every group, once, however often it is pressed."""
    if announcement.send_once(turn.session, turn.now):
        link = bulletin.read.link(announcement)
        readers = announcements.recipients(announcement.programme_id)
        deliveries.plan_many(turn.session, Kind.ANNOUNCEMENT, link, turn.now, readers)
        for group in groups.of_programme(turn.session, announcement.programme):
            deliveries.plan(turn.session, Kind.ANNOUNCEMENT, link, turn.now, group_id=group.id)
    return progress(turn, announcement)


@topic.page
def progress(turn: Turn, announcement: Announcement) -> Screen:
    """How far it is, then how many got it and who could not be reached."""
    _, n_ = turn.words._, turn.words.n_
    if announcement.sent_at is None:
        return preview(turn, announcement)
    counts = announcements.tally(turn.session, bulletin.read.link(announcement))
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
    since = turn.now - (announcement.sent_at or turn.now)
    return max(LOOK_AGAIN, since / 10)


def _missed(turn: Turn, announcement: Announcement) -> Markup | None:
    """Whom it did not reach, people and groups, by name."""
    _ = turn.words._
    people, chats = announcements.missed(turn.session, bulletin.read.link(announcement))
    members = programmes.members(turn.session, announcement.programme) if people else []
    names = [each.person.called for each in members if each.person_id in people]
    names += [turn.session.get_one(Group, each).title for each in chats]
    return _("Not reached: {names}", names=turn.words.listed(list(dict.fromkeys(names)))) if names else None
