"""Answering back: a member writes to the coordinators about an announcement, and they write to the member."""

from dataclasses import replace

from markupsafe import Markup

from db import programmes, threads
from db.announcements import Announcement
from db.programmes import Programme
from db.threads import Message, Thread
from handlers.kit import held
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.threads import incoming, office, wording

LAST = 8
"""How many messages are looked at together; "what you know of me" shows all."""
topic = Topic("answering_back")


def rows(turn: Turn, announcement: Announcement) -> list[Row]:
    """The way to answer an announcement, for those who do not coordinate; a group has none."""
    _ = turn.words._
    asks = turn.group is None and _names(turn, announcement)
    return [[Button(_("Answer"), ask.link(announcement))]] if asks else []


def _names(turn: Turn, announcement: Announcement) -> Markup | None:
    """Who reads the answers; nobody, where the reader would read their own."""
    found = programmes.coordinators(turn.session, announcement.programme_id)
    return turn.called(found) if found and turn.person.id not in {each.id for each in found} else None


@topic.page
def ask(turn: Turn, announcement: Announcement) -> Screen:
    """What somebody would like to say to it, and who will read that."""
    _ = turn.words._
    names = _names(turn, announcement)
    if names is None:
        return _coordinates(turn, announcement)
    return Screen(
        paragraphs(
            wording.about(turn, announcement),
            lines([_("Write your answer."), _("A voice message or a photo is fine too.")]),
            _("Only the coordinators read it: {names}.", names=names),
        ),
        awaits=take.link(announcement),
    )


def _coordinates(turn: Turn, announcement: Announcement) -> Screen:
    _ = turn.words._
    programme = turn.session.get_one(Programme, announcement.programme_id)
    if Programme.coordinated_by(turn.session, turn.person, programme.id) is None:
        raise Gone
    return Screen(
        lines([_("You coordinate {programme}.", programme=programme.name), _("Members answer you here.")]),
        up=programme,
    )


@topic.reply(takes=wording.TAKES)
def take(turn: Turn, announcement: Announcement) -> Screen:
    """Keep an answer, and have the coordinators hear of it."""
    message = wording.heard(turn)
    if message is None or _names(turn, announcement) is None:
        screen = ask(turn, announcement)
        return screen.saying(wording.unheard(turn)) if screen.awaits else screen
    return _kept(turn, threads.about(turn.session, announcement, turn.person), message)


@topic.reply(takes=wording.TAKES)
def more(turn: Turn, thread: Thread) -> Screen:
    """The same in a thread that there is."""
    message = wording.heard(turn)
    return _kept(turn, thread, message) if message else show(turn, thread).saying(wording.unheard(turn))


@topic.reply(takes=wording.TAKES)
def back(turn: Turn, message: Message) -> Screen:
    """The same to one message of it."""
    return more(turn, message.thread)


def _kept(turn: Turn, thread: Thread, message: Message) -> Screen:
    """Kept before anything is said: then thanks, when somebody looks at it, and who that is."""
    _ = turn.words._
    threads.hold(turn.session, thread)
    message.thread, message.sent_at = thread, turn.now
    threads.keep(turn.session, message)
    thread.waits_since = thread.waits_since or turn.now
    incoming.tell(turn, thread)
    names = _names(turn, thread.announcement)
    on = turn.awaited in (None, more.link(thread), take.link(thread.announcement))
    return Screen(
        paragraphs(
            lines([_("Thank you."), office.promise(turn, wording.programme(turn, thread))]),
            _("Only the coordinators read it: {names}.", names=names) if names else None,
            _("You can add something now.") if on else None,
        ),
        awaits=more.link(thread),
    )


@topic.page(answered=back)
def heard(turn: Turn, message: Message) -> Screen:
    """What a coordinator answered, word for word, and who it was. Gone for one's own."""
    _ = turn.words._
    if message.author_id == turn.person.id:
        raise Gone
    return Screen(
        paragraphs(
            _("<b>{name}</b> answers:", name=message.author.called),
            wording.said(turn, [message]),
            wording.about(turn, message.thread.announcement),
        ),
        [[Button(_("Answer"), show.link(message.thread))]],
        items=held.items(message),
    )


@topic.page
def show(turn: Turn, thread: Thread) -> Screen:
    """What was said on both sides, to go on."""
    _ = turn.words._
    found = threads.messages(turn.session, thread)
    screen = _screen(turn, thread, found[-LAST:])
    text = paragraphs(screen.text, _("Write here to add something."))
    return replace(screen, text=text, awaits=more.link(thread))


def _screen(turn: Turn, thread: Thread, found: list[Message]) -> Screen:
    doors = [wording.door(turn, each, look.link(each)) for each in found if each.medium]
    return Screen(paragraphs(wording.about(turn, thread.announcement), wording.exchange(turn, found)), doors)


@topic.page
def look(turn: Turn, message: Message) -> Screen:
    """One voice message or photo, with its words."""
    return wording.look(turn, message, show.link(message.thread))


@topic.page
def mine(turn: Turn, before: int) -> Screen:
    """Everything that is kept of one's threads, one at a time, the newest first."""
    _ = turn.words._
    found = threads.of_person(turn.session, turn.person)
    if before not in range(len(found)):
        raise Gone
    screen = _screen(turn, found[before], threads.messages(turn.session, found[before]))
    older = [[Button(_("See older"), mine.link(before + 1))]] if before + 1 < len(found) else []
    return replace(screen, rows=[*screen.rows, *older])


def kept_row(turn: Turn) -> list[Row]:
    """The way to all of it from what we know of somebody."""
    _ = turn.words._
    there = threads.of_person(turn.session, turn.person)
    return [[Button(_("What you wrote to us"), mine.link(0))]] if there else []
