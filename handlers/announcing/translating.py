"""The languages of an announcement: who reads which, what is missing, and how a version comes about."""

from dataclasses import replace

from markupsafe import Markup

from db import drafts, readers, versions
from db.announcements import Announcement
from db.readers import Line
from handlers.announcing import asking, machine
from handlers.announcing import versions as one
from handlers.kit import languages, leaves
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines

SHOWN = 6
IN_SHORT = 3
"""How many lines stand below a draft."""
topic = Topic("translating", coordinators=True)


@topic.page
def overview(turn: Turn, announcement: Announcement) -> Screen:
    """A line a language."""
    return leaf(turn, announcement, 0)


@topic.page
def leaf(turn: Turn, announcement: Announcement, start: int) -> Screen:
    """The same, from the language of that number on."""
    _ = turn.words._
    if announcement.dropped_at:
        return turn.show(announcement)
    found = leaves.leaf(_lines(turn, announcement), start, SHOWN)
    return Screen(
        lines([turn.words.bold(_("Languages")), *[_said(turn, announcement, each) for each in found.shown]]),
        [
            *in_rows([_button(announcement, each) for each in found.shown], 2),
            *found.more(_("More languages"), lambda start: leaf.link(announcement, start)),
        ],
        up=announcement,
    )


def in_short(turn: Turn, announcement: Announcement) -> Markup:
    """The same below a draft: what is read, and what most people would rather read."""
    found = [each for each in _lines(turn, announcement) if each.people]
    return lines([_said(turn, announcement, each) for each in found[:IN_SHORT]])


def _lines(turn: Turn, announcement: Announcement) -> list[Line]:
    written = [each.language for each in versions.approved(announcement.versions)]
    spread = readers.spread(turn.session, announcement, turn.now)
    found = readers.lines(spread, written, turn.catalogues.languages)
    return [each for each in found if each.language in languages.NAMES]


def _said(turn: Turn, announcement: Announcement, line: Line) -> Markup:
    _, n_ = turn.words._, turn.words.n_
    name = languages.name(line.language)
    version = drafts.there(announcement, line.language)
    if version and not version.approved_at:
        return _("{language}: please look at the words.", language=name)
    if version:
        return n_(
            "{language}: {n} person reads it.",
            "{language}: {n} people read it.",
            line.people,
            language=name,
        )
    if not line.people:
        return _("{language}: nobody needs it.", language=name)
    other = turn.words.dotted([languages.name(code) for code in line.instead])
    return n_(
        "{language}: {n} person would read {other}.",
        "{language}: {n} people would read {other}.",
        line.people,
        language=name,
        other=other,
    )


def _button(announcement: Announcement, line: Line) -> Button:
    version = drafts.there(announcement, line.language)
    label = ticked(languages.name(line.language), bool(version and version.approved_at))
    return Button(label, open.link(announcement, line.language))


@topic.page
def open(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """One language: its version, or the ways to one."""
    if language not in languages.NAMES:
        raise Gone
    if announcement.dropped_at or announcement.taken_back_at:
        return turn.show(announcement)
    asked = asking.rows(turn, announcement, language)
    if drafts.there(announcement, language):
        seen = one.look(turn, announcement, language)
        return replace(seen, rows=[*seen.rows, *asked])
    line = next((each for each in _lines(turn, announcement) if each.language == language), Line(language, 0))
    return Screen(_said(turn, announcement, line), [*asked, *_ways(turn, announcement, language)])


def _ways(turn: Turn, announcement: Announcement, language: str) -> list[Row]:
    _ = turn.words._
    by_machine = [[Button(_("Ask a machine"), machine.explain.link(announcement, language))]]
    return [
        [Button(_("I write it"), one.write.link(announcement, language))],
        [Button(_("Ask somebody"), asking.choose.link(announcement, language))],
        *(by_machine if turn.translator else []),
        [Button(_("Go back"), overview.link(announcement))],
    ]
