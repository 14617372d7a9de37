"""A version of an announcement: seen as it will look, written, agreed to, said to be in another language."""

from markupsafe import Markup

from db import drafts, versions
from db.announcements import TEXT_LENGTH, Announcement
from db.people import Person
from db.versions import Version
from handlers import bulletin
from handlers.announcing import removing
from handlers.kit import languages, leaves, private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, in_rows
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

PAGE = 14
topic = Topic("versions", coordinators=True)


@topic.page
def look(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """A version as its readers will see it, and what can be done with it."""
    version = drafts.there(announcement, language)
    if version is None:
        return turn.show(announcement)
    return Screen(
        paragraphs(as_read(turn, announcement, version), lines(_about(turn, version))),
        _rows(turn, announcement, version),
        up=announcement,
    )


def as_read(turn: Turn, announcement: Announcement, version: Version) -> Markup:
    """The letter as readers of its language get it."""
    return bulletin.letter(turn.catalogues.words(version.language), announcement, [version])


def _about(turn: Turn, version: Version) -> list[Markup | None]:
    _ = turn.words._
    writer = turn.session.get(Person, version.writer_id) if version.writer_id else None
    return [
        _("This is in {language}.", language=languages.name(version.language)),
        _("{name} wrote it.", name=writer.called) if writer and writer is not turn.person else None,
        None if version.approved_at else _("A machine wrote it. Nobody reads it before you agree."),
    ]


def _rows(turn: Turn, announcement: Announcement, version: Version) -> list[Row]:
    _ = turn.words._
    if drafts.fixed(announcement, version):
        return []
    code = version.language
    change = Button(_("Change words"), write.link(announcement, code))
    away = Button(_("Throw it away"), removing.ask.link(announcement, code))
    if not version.approved_at:
        return [[Button(_("Use it"), approve.link(announcement, code))], [change], [away]]
    other = Button(_("Change language"), ask_language.link(announcement, code))
    return [[change], [other], *([] if version is announcement.first else [[away]])]


@topic.page
def write(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """The words of a language, with those it has or those of another one above."""
    _ = turn.words._
    version = drafts.there(announcement, language)
    if language not in languages.NAMES:
        raise Gone
    if announcement.dropped_at or announcement.taken_back_at or drafts.fixed(announcement, version):
        return turn.show(announcement)
    announcement.edited(turn.person, turn.now)
    shown = version or versions.best(announcement.versions, versions.read_by(turn.person))
    return Screen(
        paragraphs(
            turn.words.said(shown.words),
            _("Please write the message in {language}.", language=languages.name(language)),
        ),
        awaits=take.link(announcement, language),
        up=announcement,
    )


@topic.reply
def take(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Keep the words, unless members read others by now."""
    words = turn.passage(TEXT_LENGTH, private.nothing)
    version = drafts.there(announcement, language)
    if not words:
        return write(turn, announcement, language)
    if not announcement.dropped_at and not drafts.fixed(announcement, version):
        keep(turn, announcement, versions.by_coordinator(turn.person, language, words, turn.now))
    return look(turn, announcement, language)


def keep(turn: Turn, announcement: Announcement, version: Version) -> None:
    """Have a version, in place of the one its language had."""
    versions.keep(turn.session, announcement.versions, version)
    announcement.edited(turn.person, turn.now)


@topic.page
def approve(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Let members read what a machine wrote."""
    version = drafts.there(announcement, language)
    if version and not version.approved_at:
        version.approved_at = turn.now
        announcement.edited(turn.person, turn.now)
    return look(turn, announcement, language)


@topic.page
def ask_language(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Which language it is in, if it was guessed wrong."""
    return leaf(turn, announcement, language, 0)


@topic.page
def leaf(turn: Turn, announcement: Announcement, language: str, start: int) -> Screen:
    """The same, from the language of that number on."""
    _ = turn.words._
    if drafts.there(announcement, language) is None:
        return turn.show(announcement)
    free = [code for code in languages.NAMES if versions.among(announcement.versions, code) is None]
    found = leaves.leaf(free, start, PAGE)
    buttons = [
        Button(languages.name(code), set_language.link(announcement, language, code)) for code in found.shown
    ]
    return Screen(
        _("Which language is it in?"),
        [
            *in_rows(buttons, 2),
            *found.more(_("More languages"), lambda start: leaf.link(announcement, language, start)),
        ],
        up=announcement,
    )


@topic.page
def set_language(turn: Turn, announcement: Announcement, language: str, right: str) -> Screen:
    """It is in the other language."""
    version = drafts.there(announcement, language)
    if right not in languages.NAMES:
        raise Gone
    if version and drafts.there(announcement, right) is None and not drafts.fixed(announcement, version):
        was_first = version is announcement.first
        versions.rename(turn.session, announcement.versions, version, right)
        announcement.language = right if was_first else announcement.language
        announcement.edited(turn.person, turn.now)
    return look(turn, announcement, right)
