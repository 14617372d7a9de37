"""Ada and her mentor Nia, Samir of another pair, Rosa the coordinator: who they are in the database."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from db import pairs, people, programmes
from db.pairs import Pair
from db.people import Person, Role
from db.programmes import Member, Programme

NOW = datetime(2027, 3, 4, 17, 0, tzinfo=UTC)
"""A Thursday, 18:00 in Marseille."""

REFS = {"Ada": 1001, "Nia": 1002, "Samir": 1003, "Maud": 1004, "Rosa": 1005}


@dataclass(frozen=True)
class Cast:
    """Everybody, with the programme and the two pairs."""

    programme: Programme
    ada: Person
    nia: Person
    samir: Person
    maud: Person
    rosa: Person
    pair: Pair
    other_pair: Pair


def gather(session: Session) -> Cast:
    """Everybody has joined, and two pairs are matched."""
    programme = programmes.add(session, new_programme("Marseille 2027"))
    ada = join(session, programme, "Ada", Role.MENTEE)
    nia = join(session, programme, "Nia", Role.MENTOR)
    samir = join(session, programme, "Samir", Role.MENTEE)
    maud = join(session, programme, "Maud", Role.MENTOR)
    rosa = join(session, programme, "Rosa", Role.COORDINATOR)
    pair = pairs.match(session, programme, [ada, nia], NOW)
    other = pairs.match(session, programme, [samir, maud], NOW)
    return Cast(programme, ada.person, nia.person, samir.person, maud.person, rosa.person, pair, other)


def new_programme(name: str) -> Programme:
    return Programme(name=name, zone="Europe/Paris", language="fr", created_at=NOW)


def newcomer(session: Session, name: str, ref: int) -> Person:
    """Somebody who wrote from an address and gave a name."""
    person = Person(app_language="fr", language="fr", name=name, zone="Europe/Paris", created_at=NOW)
    people.welcome(session, person, ("telegram", ref))
    return person


def join(session: Session, programme: Programme, name: str, role: Role) -> Member:
    """A newcomer's place, with every question answered."""
    member = programmes.admit(session, newcomer(session, name, REFS[name]), programme, role)
    member.joined_at = NOW
    session.flush()
    session.refresh(member, ["person"])
    return member
