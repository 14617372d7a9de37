"""Doing without a version: asked once, and for a minute it can be had again. Never without the first one."""

from db import drafts, versions
from db.announcements import Announcement
from db.versions import Version
from handlers.kit import languages
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

topic = Topic("removing", coordinators=True)


@topic.page
def ask(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Whether to do without a language."""
    _ = turn.words._
    if _removable(announcement, language) is None:
        return turn.show(announcement)
    return Screen(
        _("Throw away the words in {language}?", language=languages.name(language)),
        [
            [Button(_("Throw it away"), remove.link(announcement, language))],
            [Button(_("Keep it"), turn.link_to(announcement))],
        ],
    )


def _removable(announcement: Announcement, language: str) -> Version | None:
    version = drafts.there(announcement, language)
    if version is announcement.first or drafts.fixed(announcement, version):
        return None
    return version


@topic.page
def remove(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Do without it."""
    _ = turn.words._
    if version := _removable(announcement, language):
        version.removed_at = turn.now
        announcement.edited(turn.person, turn.now)
    elif drafts.there(announcement, language):
        return turn.show(announcement)
    return Screen(
        lines([_("The words are thrown away."), _("For a minute you can undo it.")]),
        [[Button(_("Undo"), restore.link(announcement, language))]],
        up=announcement,
    )


@topic.page
def restore(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Have it again, within the minute."""
    _ = turn.words._
    back = versions.bring_back(turn.session, announcement.id, language, turn.now)
    there_again = back or drafts.there(announcement, language)
    return Screen(
        _("The words are there again.") if there_again else _("It is too late for that."), up=announcement
    )
