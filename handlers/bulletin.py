"""An announcement as members and groups read it."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from db import sendings, versions
from db.announcements import Announcement
from db.rhythm import Reason
from db.versions import Origin, Version
from handlers.events import attending
from handlers.kit import languages
from handlers.kit.links import Gone, Silent
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, paragraphs
from handlers.threads import answering_back

MOST_OTHERS = 3
"""How many other languages are offered."""
topic = Topic("bulletin")


@topic.page(answered=answering_back.take)
def read(turn: Turn, announcement: Announcement) -> Screen:
    """The coordinator's words, in the version the reader understands best; a group reads both of its own."""
    _standing(turn, announcement)
    if turn.group:
        shown = sheet(turn.words, announcement, _in_group(turn, announcement))
        return attending.invite(turn, announcement, replace(shown, pinned=True))
    best = versions.best(announcement.versions, versions.read_by(turn.person))
    screen = version(turn, announcement, best.language)
    return replace(screen, rewords=bool(screen.items))


def sheet(words: Words, announcement: Announcement, chosen: Sequence[Version]) -> Screen:
    """What a reader gets of these versions, whoever looks at it."""
    items = announcement.items(chosen[0])
    return Screen(letter(words, announcement, chosen), items=items, rewords=bool(items))


def _standing(turn: Turn, announcement: Announcement) -> None:
    """Raises Silent where it was stopped or taken back before it came, and Gone where it was after."""
    halted = announcement.stopped_at or announcement.taken_back_at
    if halted and not sendings.got(turn.session, announcement, turn.group or turn.person):
        raise Silent(Reason.STOPPED)
    if announcement.taken_back_at:
        raise Gone


@topic.page
def version(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """The same in one language: what was shown says by its link which one that was."""
    _ = turn.words._
    _standing(turn, announcement)
    ready = versions.approved(announcement.versions)
    found = versions.among(ready, language) or versions.best(ready, versions.read_by(turn.person))
    other = [[Button(_("Other languages"), others.link(announcement, language))]] if ready[1:] else []
    screen = attending.invite(turn, announcement, sheet(turn.words, announcement, [found]))
    return replace(screen, rows=[*screen.rows, *answering_back.rows(turn, announcement), *other])


@topic.page
def others(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """The same with its other languages, those that the reader speaks first."""
    known = versions.read_by(turn.person)
    codes = [each.language for each in versions.approved(announcement.versions) if each.language != language]
    codes.sort(key=lambda code: known.index(code) if code in known else len(known))
    leaves = [Button(languages.name(code), version.link(announcement, code)) for code in codes[:MOST_OTHERS]]
    here = others.link(announcement, language)
    return replace(version(turn, announcement, language), rows=[leaves], here=here)


def _in_group(turn: Turn, announcement: Announcement) -> list[Version]:
    own = [turn.words.language, turn.group.beside if turn.group else None]
    found = [versions.best(announcement.versions, [language]) for language in own if language]
    return list(dict.fromkeys(found))


def letter(words: Words, announcement: Announcement, chosen: Sequence[Version]) -> Markup:
    """What a reader reads of these versions; a machine's are said to be one's."""
    by_machine = any(each.origin is Origin.ENGINE for each in chosen)
    notes = [
        words._("Translated by a machine.") if by_machine else None,
        words._("Corrected.") if announcement.corrected_at else None,
    ]
    return _signed(words, announcement, [*[words.said(each.words) for each in chosen], *notes])


def proposed(words: Words, announcement: Announcement, text: str) -> Markup:
    """The same with other words, to be looked at before anybody reads them."""
    return _signed(words, announcement, [words.said(text), words._("Corrected.")])


def _signed(words: Words, announcement: Announcement, said: Sequence[Markup | None]) -> Markup:
    """Words between the programme's name and whoever signs."""
    author = announcement.author
    return paragraphs(
        words.bold(announcement.programme.name),
        *[each for each in said if each],
        words._("From {name}", name=author.called) if author else None,
    )


@topic.page
def taken_back(turn: Turn, announcement: Announcement) -> Screen:
    """In its place where it stood, if it cannot leave the chat altogether."""
    _ = turn.words._
    if announcement.taken_back_at is None:
        raise Gone
    words = _("This message from {programme} was taken back.", programme=announcement.programme.name)
    return Screen(words, ends=turn.group is not None, withdraws=True, vanishes=True)
