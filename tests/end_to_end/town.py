"""A programme of many pairs, seeded as if they had joined, and what happens there."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Update, update
from sqlalchemy.orm import Session

from db import announcements, deliveries, leases, pairs, people, programmes, sendings
from db.announcements import Announcement
from db.deliveries import Delivery
from db.engine import Database
from db.goals import Goal
from db.groups import Group
from db.kinds import Kind
from db.people import Asking, Person, Role
from db.programmes import Member, Programme
from handlers import goals, nudges
from tests.end_to_end.counts import Counts, Two
from tests.end_to_end.doors import Telegram


@dataclass
class Town(Counts):
    """Rosa, who coordinates, by her person and her chat, and her pairs."""

    programme: int
    rosa: tuple[int, int]

    @property
    def desk(self) -> int:
        """Rosa's chat."""
        return self.rosa[1]

    def ask(self, which: int) -> None:
        """Have one of each pair be asked for a goal: their next words are one, and there is room for it."""
        self._change(update(Goal).values(finished_at=datetime.now(UTC)))
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
            written = Announcement.kept(session, None, draft)
            assert written
            written.send_once(session, now, now)
            written.start_once(session, now)
            sendings.freeze(session, written, now)

        self.database.work(plan)

    def group(self, chat: int, **chosen: int) -> None:
        """A group that Rosa has confirmed, with what she chose for it."""
        group = Group(channel="telegram", ref=chat, title="Choir", token="choir", programme_id=self.programme)
        group.added_at = datetime.now(UTC)
        for name, value in chosen.items():
            setattr(group, name, value)
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

    def hurry(self) -> None:
        """What is to be tried again after a while is due now."""
        waits = (Delivery.claimed_at.is_(None), Delivery.tries > 0)
        self._change(update(Delivery).where(*waits).values(due_at=datetime.now(UTC)))

    def nudge(self, some: int) -> None:
        """The weekly word to both of some pairs is due now."""
        now = datetime.now(UTC)

        def plan(session: Session) -> None:
            for two in self.twos[:some]:
                for person in two.people:
                    deliveries.plan(session, Kind.NUDGE, nudges.word.link(), now, person_id=person)

        self.database.work(plan)

    def expire_lease(self) -> None:
        """As if the half minute had gone by for which the one who was killed may still be alive."""
        gone = datetime.now(UTC) - timedelta(minutes=1)
        self._change(update(leases.Lease).values(until=gone))


def build(telegram: Telegram, database: Database, size: int) -> Town:
    """A town of so many pairs; newcomers read Arabic, mentors French, and it is day there."""
    now = datetime.now(UTC)

    def seed(session: Session) -> Town:
        made = Programme(name="Marseille 2027", zone=daytime(now), language="fr", created_at=now, grace=0)
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
        return Town(telegram, database, twos, programme.id, rosa)

    return database.work(seed)


def daytime(now: datetime) -> str:
    """A zone where it is one in the afternoon, far from the quiet hours."""
    return f"Etc/GMT{now.hour - 13:+d}"
