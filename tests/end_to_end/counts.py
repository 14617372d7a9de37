"""What is counted in a town: in the database it shares with the processes, and on its phones."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Select, func, select

from db import leases
from db.acts import Act, Verb
from db.deliveries import Delivery, Outcome
from db.engine import Database
from db.goals import Goal
from db.heard import Heard
from db.people import Address, Person
from tests.end_to_end.doors import Telegram


@dataclass(frozen=True)
class Two:
    """A pair: the ids of its chats, its people and itself. The first is the newcomer."""

    chats: tuple[int, int]
    people: tuple[int, int]
    pair: int


@dataclass
class Counts:
    """Questions about the pairs of a town and all that was said there."""

    telegram: Telegram
    database: Database
    twos: list[Two]

    @property
    def chats(self) -> list[int]:
        """Everybody's chat but the coordinator's."""
        return [chat for two in self.twos for chat in two.chats]

    def spoken(self, person: int) -> list[str]:
        """The languages somebody has ticked."""
        asked = select(Person.speaks).where(Person.id == person)
        return self.database.work(lambda session: session.scalar(asked)) or []

    def holder(self) -> str | None:
        """Who may send what is due."""
        return self.database.work(lambda session: session.scalar(select(leases.Lease.holder)))

    def unhandled(self) -> int:
        """How many updates are kept and not handled."""
        asked = select(func.count()).where(Heard.handled_at.is_(None), Heard.set_aside.is_(None))
        return self._count(asked)

    def under_way(self) -> int:
        """How many messages are due by now and have no outcome."""
        asked = select(func.count()).where(Delivery.outcome.is_(None), Delivery.due_at <= datetime.now(UTC))
        return self._count(asked)

    def uncertain(self) -> int:
        """How many messages are claimed and have no outcome."""
        asked = select(func.count()).where(Delivery.outcome.is_(None), Delivery.claimed_at.is_not(None))
        return self._count(asked)

    def sent(self) -> int:
        """How many messages are known to be sent."""
        return self._count(select(func.count()).where(Delivery.outcome == Outcome.SENT))

    def lease_is_free(self) -> bool:
        """Whether another process may send at once."""
        running = select(func.count()).where(leases.Lease.until > datetime.now(UTC))
        return not self._count(running)

    def heard(self, update: int) -> bool:
        """Whether an update is kept."""
        return self._count(select(func.count()).where(Heard.update_id == update)) == 1

    def retried(self) -> int:
        """How many messages wait for another try."""
        return self._count(select(func.count()).where(Delivery.claimed_at.is_(None), Delivery.tries > 0))

    def set_aside(self) -> int:
        """How many updates nobody could read or handle."""
        return self._count(select(func.count()).where(Heard.set_aside.is_not(None)))

    def unreachable(self) -> list[int]:
        """The chats that are switched off."""
        asked = select(Address.ref).where(Address.unreachable_since.is_not(None))
        return list(self.database.work(lambda session: session.scalars(asked).all()))

    def _count(self, asked: Select[int]) -> int:
        return self.database.work(lambda session: session.scalars(asked).one())

    def goals(self) -> Counter[tuple[str, str | None]]:
        """How many goals there are of the same words and reason."""
        rows = self.database.work(lambda session: session.execute(select(Goal.words, Goal.why)).all())
        return Counter((words, why) for words, why in rows)

    def acts(self) -> Counter[str]:
        """How often the adding of a goal of these words is told."""
        asked = select(Goal.words).join(Act, Act.goal_id == Goal.id).where(Act.verb == Verb.GOAL_ADDED)
        return Counter(self.database.work(lambda session: session.scalars(asked).all()))

    def reached(self, words: str) -> Counter[int]:
        """How many messages with these words each chat has."""
        found = {chat: sum(words in text for text in self.telegram.shown(chat)) for chat in self.chats}
        return Counter(found)
