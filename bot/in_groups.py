"""The life of a turn in a group chat: who is added where, a press on our buttons, a reply to our messages.

Nothing else that is written in a group is looked at.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup
from sqlalchemy.orm import Session

from bot.answers import Answer, Hint
from bot.events import Addressed, Event, Grouped, GroupMoved, Replied, Someone, Tapped, Together, Ungrouped
from db import groups, people, postings, programmes
from db.groups import Group
from db.people import NAME_LENGTH, Person
from db.programmes import Programme
from handlers.community import hearing
from handlers.coordinator import groups as group_pages
from handlers.kit.book import Book
from handlers.kit.links import Gone
from handlers.kit.screen import clipped
from handlers.kit.turn import Turn, cleaned

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
        match event.what:
            case Ungrouped():
                groups.left(session, event.address)
            case GroupMoved(to):
                groups.moved(session, event.address, to)
            case Grouped(title, greet) if greet or known:
                group = groups.met(session, event.address, title, now)
                return self._said(session, event, group, now) if greet else None
            case Addressed():
                return self._said(session, event, known, now)
            case Tapped(link, press, by):
                turn = self._of(session, event, (known, by), now)
                return Hint(press, self._tapped(turn, link).striptags())
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
        turn = self.turn(session, group_reader(session, group, event.app_language), event.address, now)
        greeting = group and isinstance(event.what, Grouped)
        screen = group_pages.hello(turn, group) if group and greeting else group_pages.addressed(turn)
        return Answer(event.chat, self.book.finish(turn, screen))

    def failed(self, event: Event) -> Hint | None:
        """After a fault of ours a group hears nothing, but a press is acknowledged."""
        return Hint(event.what.press) if isinstance(event.what, Tapped) else None


def together(event: Event) -> bool:
    """Whether it happened in a group chat."""
    return isinstance(event.what, Together)


def group_reader(session: Session, group: Group | None, language: str) -> Person:
    """Who stands for the readers of a group chat: the programme's language and zone."""
    programme = session.get(Programme, group.programme_id) if group and group.programme_id else None
    if programme is None:
        return Person(app_language=language, zone="UTC")
    return Person(app_language=programme.language, language=programme.language, zone=programme.zone)
