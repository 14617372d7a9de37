"""Correcting: other words for what has gone out already, where it stands and for those still to come."""

from datetime import timedelta

from db import deliveries, sendings, versions
from db.announcements import TEXT_LENGTH, Announcement
from db.kinds import Kind
from db.sendings import Standing
from db.versions import Version
from handlers import bulletin
from handlers.kit import languages, private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs

IN_FLIGHT = timedelta(minutes=1)
"""By then whatever was under way has surely arrived, or is rendered anew."""
topic = Topic("correcting", coordinators=True)


@topic.page
def which(turn: Turn, announcement: Announcement) -> Screen:
    """Which version is to be corrected; with one alone, its new words."""
    _ = turn.words._
    ready = versions.approved(announcement.versions)
    if len(ready) == 1:
        return ask(turn, announcement, ready[0].language)
    return Screen(
        _("Which version do you want to correct?"),
        [[Button(languages.name(each.language), ask.link(announcement, each.language))] for each in ready],
        up=announcement,
    )


def _version(announcement: Announcement, language: str) -> Version:
    """The version of a language, once it has gone out and as long as it stands."""
    found = versions.among(versions.approved(announcement.versions), language)
    if announcement.started_at is None or announcement.taken_back_at or found is None:
        raise Gone
    return found


@topic.page
def ask(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """The new words."""
    _ = turn.words._
    version = _version(announcement, language)
    return Screen(
        paragraphs(_("Please write the new words."), turn.words.said(version.words)),
        awaits=take.link(announcement, language),
        up=announcement,
    )


@topic.reply
def take(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Keep them beside the old ones, and show how it will look."""
    version = _version(announcement, language)
    words = turn.passage(TEXT_LENGTH, private.nothing)
    if not words:
        return ask(turn, announcement, language)
    version.correction, version.corrects_at = words, None
    return look(turn, announcement, language)


@topic.page
def look(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """The corrected version as it will look, and in how many chats; or that it is about to be so."""
    _, n_ = turn.words._, turn.words.n_
    version = _version(announcement, language)
    if not version.correction:
        return turn.show(announcement)
    if version.corrects_at:
        return _about_to(turn, announcement, version)
    count = sendings.chats(turn.session, announcement, Standing(language))
    return Screen(
        paragraphs(
            bulletin.proposed(turn.catalogues.words(language), announcement, version.correction),
            _("This is how it will look."),
            n_("It changes {n} message.", "It changes {n} messages.", count),
        ),
        [
            [Button(_("Correct it"), confirm.link(announcement, language))],
            [Button(_("Change words"), ask.link(announcement, language))],
        ],
        up=announcement,
    )


def _about_to(turn: Turn, announcement: Announcement, version: Version) -> Screen:
    _ = turn.words._
    return Screen(
        _("It changes in a moment. You can still stop it."),
        [[Button(_("Do not change it"), leave.link(announcement, version.language))]],
        up=announcement,
    )


@topic.page
def confirm(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Have it done in a minute."""
    version = _version(announcement, language)
    if version.correction and version.corrects_at is None:
        version.corrects_at = turn.now + announcement.grace
        deliveries.plan(turn.session, Kind.ERRAND, correct.link(announcement, language), version.corrects_at)
    return look(turn, announcement, language)


@topic.page
def leave(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Leave the words as they are; the new ones can still be looked at."""
    version = _version(announcement, language)
    version.corrects_at = None
    return look(turn, announcement, language)


@topic.errand
def correct(turn: Turn, announcement: Announcement, language: str) -> None:
    """The new words are the words: in the chats where it stands, and for those still to come."""
    version = _version(announcement, language)
    if version.correct_once(turn.session, turn.now):
        announcement.corrected_at = turn.now
        _go_over(turn, announcement, Standing(language))
        deliveries.plan(turn.session, Kind.ERRAND, follow.link(announcement, language), turn.now + IN_FLIGHT)


def _go_over(turn: Turn, announcement: Announcement, which: Standing) -> None:
    what = (Kind.CORRECTION, bulletin.read.link(announcement))
    sendings.over(turn.session, announcement, what, turn.now, which)


@topic.errand
def follow(turn: Turn, announcement: Announcement, language: str) -> None:
    """What was in flight with the old words when they were corrected has arrived by now."""
    if announcement.corrected_at and not announcement.taken_back_at:
        _go_over(turn, announcement, Standing(language, since=announcement.corrected_at))
