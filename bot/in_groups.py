"""The life of a turn in a group chat: who is added where, a press on our buttons, a reply to our messages.

Nothing else that is written in a group is looked at. We answer in the topic in which we were spoken to.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup
from sqlalchemy.orm import Session

from bot.answers import Answer, Hint
from bot.events import (
    Addressed,
    Event,
    Grouped,
    GroupMoved,
    Relayed,
    Replied,
    Rights,
    Someone,
    Tapped,
    Together,
    TopicNamed,
    TopicShut,
    Ungrouped,
)
from db import group_topics, groups, people, postings, programmes
from db.deliveries import Claim
from db.groups import Group
from db.people import NAME_LENGTH, Person
from db.programmes import Programme
from handlers.community import hearing
from handlers.coordinator import group_news, relaying
from handlers.coordinator import groups as group_pages
from handlers.kit.book import Book
from handlers.kit.links import Gone
from handlers.kit.screen import Screen, clipped
from handlers.kit.turn import Said, Turn, cleaned

TITLE_LENGTH = 128
"""The longest name of a topic."""
HEARD = (Addressed, Relayed, Replied, TopicShut)
"""What tells that a group bears us again, as far as anything does: the next message will show."""

Turning = Callable[[Session, Person, tuple[str, int], datetime], Turn]
"""Makes a turn of a person, at an address and a moment."""


@dataclass(frozen=True)
class InGroups:
    """What happens in group chats. Inside one transaction, as every turn."""

    book: Book
    turn: Turning

    def take(self, session: Session, event: Event, now: datetime) -> Answer | Hint | None:
        """One turn. None for what needs no answer."""
        known = groups.at(session, event.channel, event.chat)
        if known and known.programme_id and isinstance(event.what, HEARD):
            known.unreachable_since = None
        match event.what:
            case Ungrouped() if known:
                _left(session, known, now)
            case GroupMoved(to):
                groups.moved(session, event.address, to)
            case Grouped(title, greet, rights) if greet or known:
                group = groups.met(session, event.address, title, now)
                if greet and group.unreachable_since:
                    group_news.unlink(session, group)
                _may(session, group, rights, now)
                return self._said(session, event, group, now) if greet and not group.programme_id else None
            case Addressed():
                return self._said(session, event, known, now)
            case Relayed():
                return self._relayed(session, event, known, now)
            case TopicNamed() | TopicShut() if known:
                _noticed(session, known, event)
            case Tapped(link, press, by, said):
                turn = self._of(session, event, (known, by), now)
                return Hint(press, self._tapped(replace(turn, said=said or Said()), link).striptags())
            case Replied(to, said, by) if known:
                turn = self._of(session, event, (known, by), now)
                if (answered := postings.link_at(session, known, to)) and known.programme_id:
                    hearing.hear(replace(turn, said=said), answered)
        return None

    def _tapped(self, turn: Turn, link: str) -> Markup:
        """A press does what its link says, where it belongs to this group; everything else is gone."""
        gone = turn.words._("That is not here any more.")
        if turn.group is None or turn.group.programme_id is None:
            return gone
        try:
            return self.book.tap(turn, turn.group, link)
        except Gone:
            return gone

    def _of(self, session: Session, event: Event, who: tuple[Group | None, Someone], now: datetime) -> Turn:
        """A turn of somebody in a group: a member as we know them, anybody else by their first name."""
        group, by = who
        address = people.at(session, event.channel, by.chat)
        name = clipped(cleaned(by.name), NAME_LENGTH)
        person = Person(app_language=event.app_language, zone="UTC", name=name, created_at=now)
        if address and group and programmes.joined(session, address.person, group.programme_id):
            person = address.person
        return replace(self.turn(session, person, (event.channel, by.chat), now), group=group)

    def _said(self, session: Session, event: Event, group: Group | None, now: datetime) -> Answer:
        """Who we are, to a group that nobody confirmed yet; a brief answer to any other."""
        turn = self.turn(session, group_reader(session, group, event.app_language), event.address, now)
        if group and group.programme_id is None:
            screen = group_pages.hello(turn, group, event.topic.ref if event.topic else None)
        else:
            about = event.what.about if group and isinstance(event.what, Addressed) else None
            screen = group_pages.addressed(turn, about)
        if group:
            _noticed(session, group, event)
        return self._answer(turn, event, screen)

    def _relayed(self, session: Session, event: Event, group: Group | None, now: datetime) -> Answer:
        """Pass a message on, and say in one line, in the group's words, what becomes of it."""
        if group is None or group.programme_id is None or not isinstance(event.what, Relayed):
            return self._said(session, event, group, now)
        _noticed(session, group, event)
        said, by = event.what.said, event.what.by
        turn = self.turn(session, group_reader(session, group, event.app_language), event.address, now)
        if said is None:
            line = relaying.how(turn.words)
        else:
            who = self._of(session, event, (group, by), now)
            line = relaying.pass_on(replace(who, said=said), turn.words)
        return self._answer(turn, event, Screen(line, ends=True))

    def _answer(self, turn: Turn, event: Event, screen: Screen) -> Answer:
        """In the topic in which somebody spoke to us."""
        topic = event.topic.ref if event.topic else None
        return Answer(event.chat, replace(self.book.finish(turn, screen), topic=topic))

    def failed(self, event: Event) -> Hint | None:
        """After a fault of ours a group hears nothing, but a press is acknowledged."""
        return Hint(event.what.press) if isinstance(event.what, Tapped) else None


def _left(session: Session, group: Group, now: datetime) -> None:
    """A group that nobody confirmed is forgotten; the coordinators of any other hear of it."""
    if group.programme_id is None:
        session.delete(group)
    else:
        group_news.removed(session, group, now)


def _may(session: Session, group: Group, rights: Rights | None, now: datetime) -> None:
    """Follow what we may do in a group, where that is told."""
    if rights is None:
        return
    group.may_pin = rights.pin
    if rights.write:
        group.unreachable_since = None
    else:
        group_news.unreachable(session, group, now)


def _noticed(session: Session, group: Group, event: Event) -> None:
    """What a topic of a confirmed group is called, and whether it is open."""
    if group.programme_id is None or event.topic is None:
        return
    if event.topic.title:
        group_topics.seen(session, group, event.topic.ref, clipped(cleaned(event.topic.title), TITLE_LENGTH))
    if isinstance(event.what, TopicShut):
        group_topics.shut(session, group, event.topic.ref, closed=event.what.closed)


def together(event: Event) -> bool:
    """Whether it happened in a group chat."""
    return isinstance(event.what, Together)


def group_reader(session: Session, group: Group | None, language: str) -> Person:
    """Who stands for the readers of a group chat: its language or the programme's, and its zone."""
    if group is None or group.programme_id is None:
        return Person(app_language=language, zone="UTC")
    own, programme = groups.language(session, group), session.get_one(Programme, group.programme_id)
    return Person(app_language=own, language=own, zone=programme.zone)


def posted(screen: Screen, group: Group, claim: Claim) -> Screen:
    """What stands in a group has no buttons but its own: nobody there has a home to be led to.

    It stands in the group's topic. What may be pinned is so if the group wants that, when it first comes.
    """
    pinned = group.pins and screen.pinned and claim.message is None
    rows = screen.rows if screen.ends else ()
    return replace(screen, rows=rows, topic=group.topic, pinned=pinned)
