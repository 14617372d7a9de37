"""A version asked of a machine elsewhere: said plainly before, and a proposal until somebody agrees to it."""

from datetime import datetime

from markupsafe import Markup
from sqlalchemy.orm import Session

from db import deliveries, drafts, translations
from db import versions as written
from db.announcements import Announcement
from db.kinds import Kind
from db.translations import Failure, Translation
from db.versions import Origin, Version
from handlers.announcing import versions
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines

topic = Topic("machine", coordinators=True)


@topic.page
def explain(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Where the words go, before they go there."""
    _ = turn.words._
    if _needless(turn, announcement, language):
        return versions.look(turn, announcement, language)
    return Screen(
        lines(
            [
                _("A machine can write it in {language}.", language=languages.name(language)),
                _("These words leave our server to {host}.", host=turn.words.code(turn.translator)),
                _("You read its words before anybody else."),
            ]
        ),
        [[Button(_("Ask the machine"), start.link(announcement, language))]],
        up=announcement,
    )


def needless(announcement: Announcement, language: str) -> bool:
    """Whether there is nothing to ask a machine for: nobody needs it any more, or somebody wrote it."""
    over = announcement.dropped_at or announcement.taken_back_at
    return bool(over or drafts.there(announcement, language))


def _needless(turn: Turn, announcement: Announcement, language: str) -> bool:
    """The same for a page. Raises Gone where there is no machine, or no such language."""
    if not turn.translator or language not in languages.NAMES:
        raise Gone
    return needless(announcement, language)


@topic.page
def start(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Have it asked for; the answer comes by itself."""
    if _needless(turn, announcement, language):
        return versions.look(turn, announcement, language)
    translations.ask(turn.session, announcement, language, turn.person, turn.now)
    return come(turn, announcement, language)


@topic.page
def come(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """What the machine wrote, or why it wrote nothing."""
    _ = turn.words._
    if _needless(turn, announcement, language):
        return versions.look(turn, announcement, language)
    asked = translations.of_version(turn.session, announcement, language)
    if asked is None or asked.done_at is None:
        return Screen(_("The machine is writing. Its words come here by themselves."), up=announcement)
    return Screen(
        lines(
            [
                turn.words.bold(languages.name(language)),
                _said(turn.words, asked.failure or Failure.UNCLEAR),
            ]
        ),
        [
            [Button(_("Ask again"), start.link(announcement, language))],
            [Button(_("I write it"), versions.write.link(announcement, language))],
        ],
        up=announcement,
    )


def _said(words: Words, failure: Failure) -> Markup:
    """Why there is nothing, in plain words."""
    _ = words._
    return {
        Failure.KEY: _("The machine does not let us in. Its key is wrong."),
        Failure.LANGUAGE: _("The machine does not know this language."),
        Failure.QUOTA: _("The machine has written enough for this month."),
        Failure.AWAY: _("The machine does not answer. Please try again later."),
        Failure.UNCLEAR: _("The machine gave no words that we can use."),
    }[failure]


def arrived(session: Session, asked: Translation, words: str, now: datetime) -> None:
    """Keep what a machine wrote, for its asker to read, unless somebody wrote meanwhile."""
    announcement = asked.announcement
    translations.settle(asked, now)
    if not needless(announcement, asked.language):
        proposal = Version(language=asked.language, words=words, origin=Origin.ENGINE, written_at=now)
        written.keep(session, announcement.versions, proposal)
        _tell(session, asked, now)


def failed(session: Session, asked: Translation, failure: Failure, now: datetime) -> None:
    """Try again later, or say why there is nothing."""
    translations.settle(asked, now, failure)
    if asked.done_at:
        _tell(session, asked, now)


def _tell(session: Session, asked: Translation, now: datetime) -> None:
    if asked.asker_id:
        link = come.link(asked.announcement, asked.language)
        deliveries.plan(session, Kind.REPORT, link, now, person_id=asked.asker_id)
