"""The cast: Rosa and her programme, two pairs, one newly invited, and a coordinator from elsewhere."""

from dataclasses import dataclass, field, replace
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import invitations, pairs, people, programmes
from db.pairs import Pair
from db.people import Person, Role
from db.programmes import Member, Programme
from handlers import nudges
from tests import snapshots
from tests.phones import Phone
from tests.snapshots import Snapshot
from tests.talk import CHANNEL, START, Talk

ZONE = "Europe/Paris"


@dataclass(frozen=True)
class Who:
    """What somebody answered when they joined."""

    name: str
    role: Role
    reads: str = "fr"
    speaks: list[str] = field(default_factory=lambda: ["fr"])
    needs: list[str] = field(default_factory=lambda: ["language"])


@dataclass(frozen=True)
class Cast:
    """Everybody's phone, with the two programmes."""

    talk: Talk
    programme: Programme
    elsewhere: Programme
    phones: dict[str, Phone]

    def invitation(self, role: Role = Role.MENTEE, elsewhere: bool = False) -> str:
        """The token of a fresh invitation."""
        programme, now = self.elsewhere if elsewhere else self.programme, self.talk.clock.now()
        return self.talk.look(
            lambda session: invitations.make(session, session.merge(programme), role, now).token
        )

    def meets(self, who: Who) -> Phone:
        """The phone of somebody more, of the same number in every talk."""
        assert who.name not in self.phones
        self.phones[who.name] = Phone(self.talk, 1000 + len(self.phones), who.reads)
        return self.phones[who.name]

    def joined(self, who: Who, elsewhere: bool = False) -> Phone:
        """Somebody more, all questions answered."""
        phone, programme = self.meets(who), self.elsewhere if elsewhere else self.programme
        self.talk.look(lambda session: settle(session, programme, who, phone))
        return phone

    def pairs(self, *names: str) -> Pair:
        """Match two of the cast or more, who are told nothing but their first weekly word."""
        return self.talk.look(lambda session: self._match(session, *names))

    def place(self, name: str) -> int:
        """The number of somebody's place in the programme, as forged links carry it."""
        return self.talk.look(lambda session: self._member(session, name).id)

    def _match(self, session: Session, *names: str) -> Pair:
        members = [self._member(session, name) for name in names]
        pair = pairs.match(session, self.programme, members, self.talk.clock.now())
        for each in members:
            address = (CHANNEL, self.phones[each.person.called].number)
            turn = self.talk.conversation.turn(session, each.person, address, self.talk.clock.now())
            nudges.begin(turn, pair, each.person)
        return pair

    def _member(self, session: Session, name: str) -> Member:
        address = people.at(session, CHANNEL, self.phones[name].number)
        assert address
        [place] = programmes.places(session, address.person)
        place.person = address.person
        return place


ROSA = Who("Rosa", Role.COORDINATOR)
ADA = Who("Ada", Role.MENTEE, "ar", ["ar", "fr"], ["language", "work"])
NIA = Who("Nia", Role.MENTOR, "fr", ["fr", "en"], ["language", "leisure"])
SAMIR = Who("Samir", Role.MENTEE, "en", ["ar", "en"], ["housing"])
INES = Who("Ines", Role.MENTOR, "fr", ["fr", "en"], ["housing"])
BEA = Who("Bea", Role.COORDINATOR)


EVERYBODY = [*((who, False) for who in (ROSA, ADA, NIA, SAMIR, INES)), (BEA, True)]
"""Who has joined, and whether elsewhere."""
SETTLED: dict[tuple[str, str | None], Snapshot] = {}
"""What a kind of database holds once they all have, reading one language or their own."""


def gather(talk: Talk, reads: str | None = None) -> Cast:
    """Everybody has joined but Karim; Ada and Nia are a pair, Samir and Ines another.

    With `reads` all of them read that one language.
    """
    kind = talk.database.engine.dialect.name, reads
    known = SETTLED.get(kind)
    programme, elsewhere = talk.look(partial(_restored, known) if known else _programmes)
    cast = Cast(talk, programme, elsewhere, {})
    for who, far in EVERYBODY:
        each = replace(who, reads=reads or who.reads)
        cast.meets(each) if known else cast.joined(each, far)
    cast.phones["Karim"] = Phone(talk, 2000, reads or "ar")
    if known is None:
        cast.pairs("Ada", "Nia")
        cast.pairs("Samir", "Ines")
        SETTLED[kind] = talk.look(snapshots.taken)
    return cast


def _restored(known: Snapshot, session: Session) -> tuple[Programme, Programme]:
    known.restore(session)
    here, there = session.scalars(select(Programme).order_by(Programme.id))
    return here, there


def _programmes(session: Session) -> tuple[Programme, Programme]:
    names = ("Marseille 2027", "Athens 2027")
    both = [Programme(name=name, zone=ZONE, language="fr", created_at=START) for name in names]
    return programmes.add(session, both[0]), programmes.add(session, both[1])


def settle(session: Session, programme: Programme, who: Who, phone: Phone) -> Member:
    """Keep somebody as if they had answered every question of joining at the start."""
    person = Person(app_language=who.reads, language=who.reads, name=who.name, zone=ZONE)
    person.speaks, person.consented_at, person.consent_version = who.speaks, START, 1
    person.created_at = START
    people.welcome(session, person, (CHANNEL, phone.number))
    member = programmes.admit(session, person, programme, who.role)
    member.needs = None if who.role == Role.COORDINATOR else who.needs
    member.joined_at = START
    return member
