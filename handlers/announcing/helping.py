"""Helping with languages, from the other side: offered once, asked now and then, and easily declined."""

from markupsafe import Markup

from db import askings, readers, versions
from db.announcements import TEXT_LENGTH
from db.askings import Asked
from handlers import bulletin
from handlers.announcing import asking
from handlers.kit import languages, private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("helping")


@topic.page
def offer(turn: Turn) -> Screen:
    """Whether somebody may be asked, and what they are asked for."""
    _ = turn.words._
    agreed = turn.person.translates
    switch = Button(_("Stop helping"), stop.link()) if agreed else Button(_("I want to help"), agree.link())
    asked = askings.of_helper(turn.session, turn.person)
    return Screen(
        paragraphs(
            lines(
                [
                    _("Can you put messages into another language?"),
                    _("A coordinator may then ask you. You can always say no."),
                ]
            ),
            _("Now: you may be asked.") if agreed else _("Now: nobody asks you."),
        ),
        [*[[Button(languages.name(each.language), show.link(each))] for each in asked], [switch]],
    )


@topic.page
def agree(turn: Turn) -> Screen:
    """They may be asked."""
    turn.person.translates = True
    return offer(turn)


@topic.page
def stop(turn: Turn) -> Screen:
    """Nobody asks them any more."""
    turn.person.translates = False
    return offer(turn)


@topic.page
def show(turn: Turn, asked: Asked) -> Screen:
    """What somebody is asked for, or what became of it."""
    announcement = asked.announcement
    if asked.over or asked.handed_in_at:
        return Screen(_became(turn, asked))
    if asked.words:
        draft = _draft(turn, asked, asked.words)
        return draft if asked.wish else draft.saying(_asks(turn, asked))
    _ = turn.words._
    original = versions.best(announcement.versions, versions.read_by(turn.person))
    return Screen(
        paragraphs(
            _asks(turn, asked),
            turn.words.said(original.words),
            _("It has gone out already. There is no hurry.") if announcement.started_at else None,
        ),
        [[Button(_("I write it"), write.link(asked))], [Button(_("I cannot"), decline.link(asked))]],
    )


def _asks(turn: Turn, asked: Asked) -> Markup:
    _ = turn.words._
    name, language = _coordinator(asked), languages.name(asked.language)
    return _("{name} asks: can you write this in {language}?", name=name, language=language)


def _coordinator(asked: Asked) -> str:
    """Who asks; the programme, if they are not there any more."""
    return asked.asker.called if asked.asker else asked.announcement.programme.name


def _became(turn: Turn, asked: Asked) -> Markup:
    _ = turn.words._
    if asked.declined_at:
        return _("That is fine. Thank you for telling us.")
    if asked.approved_at:
        return _("Your words are taken. Thank you.")
    if asked.over:
        return _("It is not needed any more. Thank you.")
    late = asked.announcement.started_at
    return lines(
        [
            _("Thank you. {name} reads it now.", name=_coordinator(asked)),
            _("The announcement has gone out already. We keep your words.") if late else None,
        ]
    )


def _draft(turn: Turn, asked: Asked, words: str) -> Screen:
    """Their words as they will look, theirs alone until they hand them in."""
    _ = turn.words._
    version = asked.version(turn.now)
    wish = asked.wish
    return Screen(
        paragraphs(
            _("{name} would like a change: {words}", name=_coordinator(asked), words=wish) if wish else None,
            bulletin.letter(turn.catalogues.words(version.language), asked.announcement, [version]),
            _("This is how it will look."),
        ),
        [
            [Button(_("Hand it in"), hand_in.link(asked))],
            [Button(_("Change words"), write.link(asked))],
            [Button(_("I cannot"), decline.link(asked))],
        ],
    )


@topic.page
def write(turn: Turn, asked: Asked) -> Screen:
    """The words, below what they are to say."""
    _ = turn.words._
    if asked.over or asked.handed_in_at:
        return show(turn, asked)
    original = versions.best(asked.announcement.versions, versions.read_by(turn.person))
    return Screen(
        paragraphs(
            turn.words.said(asked.words or original.words),
            _("Please write the message in {language}.", language=languages.name(asked.language)),
        ),
        awaits=take.link(asked),
    )


@topic.reply
def take(turn: Turn, asked: Asked) -> Screen:
    """Keep the words, and show how they will look."""
    words = turn.passage(TEXT_LENGTH, private.nothing)
    if not words:
        return write(turn, asked)
    if asked.over or asked.handed_in_at:
        return show(turn, asked)
    asked.words = words
    return _draft(turn, asked, words)


@topic.page
def hand_in(turn: Turn, asked: Asked) -> Screen:
    """Let the coordinator read it."""
    if asked.words and not asked.over and asked.hand_in_once(turn.session, turn.now):
        asking.tell(turn, asked)
    return show(turn, asked)


@topic.page
def decline(turn: Turn, asked: Asked) -> Screen:
    """Not this time: said kindly, and told to whoever asked."""
    if not asked.over and asked.decline_once(turn.session, turn.now):
        asking.tell(turn, asked)
    return show(turn, asked)


@topic.page
def thanks(turn: Turn, asked: Asked) -> Screen:
    """It went out, and so many got it in their words."""
    _, n_ = turn.words._, turn.words.n_
    announcement = asked.announcement
    if announcement.started_at is None or announcement.taken_back_at:
        raise Gone
    got = readers.by_version(turn.session, announcement)[asked.language] if asked.approved_at else 0
    name = languages.name(asked.language)
    return Screen(
        lines(
            [
                _("The announcement has gone out. Thank you for {language}.", language=name),
                n_("{n} person got your words.", "{n} people got your words.", got) if got else None,
            ]
        )
    )
