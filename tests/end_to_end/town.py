"""A programme of many pairs, seeded as if they had joined, and what is counted about them afterwards."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Select, Update, func, select, update
from sqlalchemy.orm import Session

from db import announcements, deliveries, leases, pairs, people, programmes
from db.acts import Act, Verb
from db.announcements import Announcement
from db.deliveries import Delivery, Outcome
from db.engine import Database
from db.goals import Goal
from db.groups import Group
from db.heard import Heard
from db.kinds import Kind
from db.people import Address, Asking, Person, Role
from db.programmes import Member, Programme
from handlers import bulletin, goals, nudges
from tests.end_to_end.doors import Telegram


@dataclass(frozen=True)
class Two:
    """A pair: the ids of its chats, its people and itself. The first is the newcomer."""

    chats: tuple[int, int]
    people: tuple[int, int]
    pair: int


@dataclass
class Town:
    """Rosa, who coordinates, by her person and her chat, and her pairs."""

    telegram: Telegram
    database: Database
    programme: int
    rosa: tuple[int, int]
    twos: list[Two]

    @property
    def desk(self) -> int:
        """Rosa's chat."""
        return self.rosa[1]

    @property
    def chats(self) -> list[int]:
        """Everybody's chat but Rosa's."""
        return [chat for two in self.twos for chat in two.chats]

    def ask(self, which: int) -> None:
        """Have one of each pair be asked for a goal: their next words are one."""
        for two in self.twos:
            asked = goals.take_goal.link(pairs.Pair(id=two.pair))
            self._change(update(Person).where(Person.id == two.people[which]).values(awaits=asked))

    def _change(self, how: Update) -> None:
        self.database.work(lambda session: session.execute(how))

    def draft(self, words: str) -> int:
        """An announcement that Rosa has written and not sent."""

        def write(session: Session) -> int:
            programme, rosa = (
                session.get_one(Programme, self.programme),
                session.get_one(Person, self.rosa[0]),
            )
            return announcements.write(session, programme, rosa, words, datetime.now(UTC)).id

        return self.database.work(write)

    def announce(self, words: str) -> None:
        """What Rosa's press does, for an announcement to everybody."""
        draft, now = self.draft(words), datetime.now(UTC)

        def plan(session: Session) -> None:
            written = session.get_one(Announcement, draft)
            written.send_once(session, now)
            readers, link = announcements.recipients(self.programme), bulletin.read.link(written)
            deliveries.plan_many(session, Kind.ANNOUNCEMENT, link, now, readers)

        self.database.work(plan)

    def group(self, chat: int) -> None:
        """A group that Rosa has confirmed."""
        group = Group(channel="telegram", ref=chat, title="Choir", token="choir", programme_id=self.programme)
        group.added_at = datetime.now(UTC)
        self.database.work(lambda session: session.add(group))

    def newcomer(self) -> tuple[int, int]:
        """Somebody who is being asked which languages they speak: their chat and their person."""
        chat = self.telegram.newcomer("Karim", "ar")

        def welcome(session: Session) -> int:
            programme = session.get_one(Programme, self.programme)
            karim = Person(app_language="ar", language="ar", name="Karim", zone=programme.zone)
            karim.created_at = karim.consented_at = datetime.now(UTC)
            karim.joining = Asking.SPEAKS
            people.welcome(session, karim, ("telegram", chat))
            programmes.admit(session, karim, programme, Role.MENTEE)
            return karim.id

        return chat, self.database.work(welcome)

    def spoken(self, person: int) -> list[str]:
        """The languages somebody has ticked."""
        asked = select(Person.speaks).where(Person.id == person)
        return self.database.work(lambda session: session.scalar(asked)) or []

    def hurry(self) -> None:
        """What is to be tried again after a while is due now."""
        waits = (Delivery.claimed_at.is_(None), Delivery.tries > 0)
        self._change(update(Delivery).where(*waits).values(due_at=datetime.now(UTC)))

    def nudge(self, some: int) -> None:
        """The weekly word to both of some pairs is due now."""
        now = datetime.now(UTC)

        def plan(session: Session) -> None:
            for two in self.twos[:some]:
                link = nudges.weekly.link(pairs.Pair(id=two.pair))
                for person in two.people:
                    deliveries.plan(session, Kind.NUDGE, link, now, person_id=person)

        self.database.work(plan)

    def expire_lease(self) -> None:
        """As if the half minute had gone by for which the one who was killed may still be alive."""
        gone = datetime.now(UTC) - timedelta(minutes=1)
        self._change(update(leases.Lease).values(until=gone))

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


def build(telegram: Telegram, database: Database, size: int) -> Town:
    """A town of so many pairs; newcomers read Arabic, mentors French, and it is day there."""
    now = datetime.now(UTC)

    def seed(session: Session) -> Town:
        made = Programme(name="Marseille 2027", zone=daytime(now), language="fr", created_at=now)
        programme = programmes.add(session, made)

        def joins(name: str, language: str, role: Role) -> tuple[int, Member]:
            chat = telegram.newcomer(name, language)
            person = Person(
                app_language=language, language=language, name=name, zone=made.zone, created_at=now
            )
            people.welcome(session, person, ("telegram", chat))
            member = programmes.admit(session, person, programme, role)
            member.joined_at = now
            return chat, member

        chat, place = joins("Rosa", "fr", Role.COORDINATOR)
        rosa = place.person_id, chat
        twos = []
        for n in range(size):
            ada, nia = joins(f"Ada {n}", "ar", Role.MENTEE), joins(f"Nia {n}", "fr", Role.MENTOR)
            pair = pairs.match(session, programme, [ada[1], nia[1]], now)
            twos.append(Two((ada[0], nia[0]), (ada[1].person_id, nia[1].person_id), pair.id))
        return Town(telegram, database, programme.id, rosa, twos)

    return database.work(seed)


def daytime(now: datetime) -> str:
    """A zone where it is one in the afternoon, far from the quiet hours."""
    return f"Etc/GMT{now.hour - 13:+d}"
