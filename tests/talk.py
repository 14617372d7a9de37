"""A talk without a network: real turns and deliveries between phones, a database and a hand-moved clock."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from functools import cache, partial
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Table, delete, exists, select
from sqlalchemy.orm import Session

from bot.answers import Answer, Hint
from bot.conversation import Conversation
from bot.events import Event, InTopic, What
from bot.parcels import Parcel, Shown
from bot.posted import Posted
from bot.postman import Postman
from bot.time import Clock
from bot.undeliverable import GoneForGood, Undeliverable
from db import deliveries, heard
from db.deliveries import Claim, Delivery
from db.engine import Database
from db.kinds import Kind
from db.people import Person
from db.rhythm import local_moment
from db.tables import metadata
from handlers import ending, silence, topics
from handlers.kit import catalogues
from handlers.kit.catalogues import Catalogues
from handlers.kit.screen import Screen

CHANNEL = "telegram"
START = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
"""A Monday, 10:00 in Marseille."""

BLOCKED = "Forbidden: bot was blocked by the user"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ALBUM = {"album", "album_to", "album_message"}
FLEETING = {"awaits", "awaits_since", "held", "held_media", "seen_on", "unanswered", *ALBUM}
"""What every turn may rewrite without anything being changed for anybody."""

Rows = dict[str, list[dict[str, Any]]]
T = TypeVar("T")


class HandClock(Clock):
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        super().__init__(lambda: START)

    def at(self, when: str, zone: str = "Europe/Paris") -> None:
        """Move on to the next such moment where somebody lives: "Thursday 18:00"."""
        weekday, clock = when.split()
        today = self.now().astimezone(ZoneInfo(zone)).date()
        day = today + timedelta(days=(DAYS.index(weekday) - today.weekday()) % 7)
        moment = local_moment(day, time.fromisoformat(clock), zone)
        if moment <= self.now():
            moment = local_moment(day + timedelta(days=7), time.fromisoformat(clock), zone)
        self.shift(moment - self.now())

    def forward(self, **by: float) -> None:
        """Move on: `minutes=2`."""
        self.shift(timedelta(**by))


class Listener(Protocol):
    """Whatever a chat is shown on."""

    reachable: bool

    def receives(self, screen: Screen, over: Posted | None = None) -> Posted:
        """Show a screen, over a message or as a new one; where it stands."""

    def pins(self, message: int) -> bool:
        """Pin a message, if we may."""


class Talk:
    """Everybody's phones, and the product between them."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = HandClock()
        self.book = topics.book()
        self.catalogues = _catalogues()
        self.conversation = Conversation(self.book, self.catalogues, _deep_link)
        self.postman = Postman(self.conversation, CHANNEL)
        self.listeners: dict[int, Listener] = {}
        self.troubles: dict[int, Undeliverable] = {}
        self.hinted = ""
        self._numbers = itertools.count(1)
        self._last: Event | None = None

    def hears(self, chat: int, app: str, what: What, topic: InTopic | None = None) -> None:
        """One update: kept, taken as a turn, answered on the screen of its chat."""
        self._last = Event(next(self._numbers), CHANNEL, chat, app, what, topic)
        row = {"update_id": self._last.id, "lane": chat, "raw": "{}", "heard_at": self.clock.now()}
        self.look(lambda session: heard.keep(session, [row]))
        self._take(self._last)

    def hears_again(self) -> Answer | Hint | None:
        """The platform delivers the last update once more."""
        assert self._last
        return self._take(self._last)

    def _take(self, event: Event) -> Answer | Hint | None:
        now = self.clock.now()
        answer = self.look(lambda session: self.conversation.take(session, event, now))
        if isinstance(answer, Answer):
            self._show(answer)
        self.hinted = answer.said if isinstance(answer, Hint) else ""
        return answer

    def _show(self, answer: Answer) -> None:
        over = Posted(answer.over) if answer.over else None
        posted = self.listeners[answer.chat].receives(answer.screen, over)
        shown = Shown(answer.person, answer.screen, posted)
        if shown.matters:
            self.look(lambda session: self.postman.shown(session, shown, self.clock.now()))

    def tries(self, chat: int, app: str, what: What) -> tuple[Screen, Rows]:
        """What an update would show, and everything as it would be then; nothing of it is kept."""
        now = self.clock.now()
        row = {"update_id": 0, "lane": chat, "raw": "{}", "heard_at": now}
        with Session(self.database.engine, expire_on_commit=False) as session:
            heard.keep(session, [row])
            answer = self.conversation.take(session, Event(0, CHANNEL, chat, app, what), now)
            session.flush()
            found = rows(session)
            session.rollback()
        assert isinstance(answer, Answer), "a silence"
        return answer.screen, found

    def delivers(self) -> int:
        """Send everything that is due, as the postman does; how many messages went out."""
        count = 0
        while claimed := self.look(lambda session: deliveries.claim(session, self.clock.now())):
            parcel = self._prepare(claimed[0])
            count += bool(parcel and self._send(parcel))
        return count

    @contextmanager
    def in_flight(self) -> Iterator[None]:
        """What is due is on its way while this lasts, and arrives after it."""
        flying: list[Parcel] = []
        while claimed := self.look(lambda session: deliveries.claim(session, self.clock.now())):
            if parcel := self._prepare(claimed[0]):
                flying.append(parcel)
        yield
        for parcel in flying:
            self._send(parcel)

    def runs_errands(self) -> None:
        """Do what is due for nobody in particular, and send nothing."""
        now, nobody = self.clock.now(), Person(app_language="en", zone="UTC")
        due = (Delivery.kind == Kind.ERRAND) & (Delivery.due_at <= now)

        def run(session: Session) -> None:
            turn = self.conversation.turn(session, nobody, (CHANNEL, 0), now)
            for link in session.scalars(delete(Delivery).where(due).returning(Delivery.link)).all():
                self.book.run(turn, link)

        self.look(run)

    def _prepare(self, claim: Claim) -> Parcel | None:
        return self.look(lambda session: self.postman.prepare(session, claim, self.clock.now()))

    def _send(self, parcel: Parcel) -> bool:
        listener, now = self.listeners[parcel.chat], self.clock.now()
        problem = GoneForGood(BLOCKED) if not listener.reachable else self.troubles.pop(parcel.chat, None)
        if problem:
            self.look(lambda session: self.postman.failed(session, parcel, problem, now))
            return False
        posted = listener.receives(parcel.screen, parcel.over)
        self.look(lambda session: self.postman.sent(session, parcel, posted, now))
        if parcel.screen.pinned and not listener.pins(posted.message):
            self.look(lambda session: self.postman.unpinned(session, parcel, now))
        return True

    def passes(self, **time: float) -> int:
        """Let time pass, and send what comes due meanwhile."""
        self.clock.forward(**time)
        return self.delivers()

    def keeps_house(self) -> int:
        """End what is over, erase what was kept long enough, ask who is silent; then send what is due."""
        for tidy in (ending.tidy, silence.tidy):
            self.look(partial(tidy, now=self.clock.now()))
        return self.delivers()

    def look(self, question: Callable[[Session], T]) -> T:
        """Ask the database, in one transaction."""
        return self.database.work(question)

    def rows(self) -> Rows:
        """Everything that is kept, but for the numbers of updates and what is awaited."""
        return self.look(rows)

    @contextmanager
    def nothing_changes(self) -> Iterator[None]:
        """Whatever happens inside leaves every row as it was."""
        before = self.rows()
        yield
        assert self.rows() == before


def rows(session: Session) -> Rows:
    """Every row of every table as this session sees it. Empty ones are told by one question, for speed."""
    tables = [table for table in metadata.sorted_tables if table.name != "heard"]
    filled = session.execute(select(*[exists(select(table)) for table in tables])).one()
    return {
        table.name: _rows(session, table) if has_any else []
        for table, has_any in zip(tables, filled, strict=True)
    }


def _rows(session: Session, table: Table) -> list[dict[str, Any]]:
    found = session.execute(select(table).order_by(*table.primary_key)).mappings()
    return [{name: value for name, value in row.items() if name not in FLEETING} for row in found]


@cache
def _catalogues() -> Catalogues:
    """The catalogues, compiled once for all tests."""
    return catalogues.load()


def _deep_link(payload: str) -> str:
    return "https://t.me/passerelle_bot" + (f"?start={payload}" if payload else "")
