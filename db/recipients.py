"""Recipients: who an announcement's audience is by now, of the people and the groups of its programme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, Text, cast, func, not_, or_, select
from sqlalchemy.orm import Session

from db import groups, picks
from db.announcements import Announcement
from db.audiences import LATELY, Audience, Facet, Met, Since
from db.groups import Group
from db.meetings import Meeting
from db.pairs import Pair, Partner
from db.people import Person, Role
from db.picks import Side
from db.programmes import Member

OF_A_PLACE = (Facet.ROLE, Facet.NEED, Facet.NEW)
"""What holds for somebody's place in the programme: one place must have all of them at once."""

READS = func.coalesce(Person.language, Person.app_language)
"""The language somebody reads first."""

Ticks = tuple[str, ...]


def people(announcement: Announcement, now: datetime) -> Select[int]:
    """Ids of everybody who would get it in private, each once. Nobody of another programme ever does."""
    audience, sieve = Audience.from_row(announcement.audience), Sieve(announcement, now)
    if not audience.private:
        return select(Person.id).where(Person.id.is_(None))
    only = audience.only.items()
    places = [sieve.place(facet, ticks) for facet, ticks in only if facet in OF_A_PLACE]
    others = [sieve.applies(Side.ONLY, facet, ticks) for facet, ticks in only if facet not in OF_A_PLACE]
    without = [not_(sieve.applies(Side.WITHOUT, facet, ticks)) for facet, ticks in audience.without.items()]
    return select(Person.id).where(sieve.has_place(*places), *others, *without)


def rooms(session: Session, announcement: Announcement) -> list[Group]:
    """The groups of the programme that would get it."""
    chosen = Audience.from_row(announcement.audience).groups
    found = groups.of_programme(session, announcement.programme)
    return [each for each in found if chosen is None or each.token in chosen]


def count(session: Session, announcement: Announcement, now: datetime) -> int:
    """How many people would get it in private."""
    return session.scalars(select(func.count()).select_from(people(announcement, now).subquery())).one()


@dataclass(frozen=True)
class Reach:
    """How many people an announcement would get to in private, and which groups."""

    people: int
    rooms: Sequence[Group]

    @property
    def anybody(self) -> bool:
        """Whether it would get to anybody at all."""
        return bool(self.people or self.rooms)


def reach(session: Session, announcement: Announcement, now: datetime) -> Reach:
    """To whom it would get as things stand."""
    return Reach(count(session, announcement, now), rooms(session, announcement))


def page(
    session: Session, announcement: Announcement, now: datetime, within: tuple[int, int]
) -> list[Person]:
    """Some of them by name: from which on, and how many."""
    start, many = within
    theirs = select(Person).where(Person.id.in_(people(announcement, now)))
    return list(session.scalars(theirs.order_by(Person.name, Person.id).offset(start).limit(many)))


def roles(session: Session, announcement: Announcement, people: Sequence[Person]) -> dict[int, list[Role]]:
    """What these people are in the programme, by their ids."""
    asked = (
        select(Member.person_id, Member.role)
        .where(Member.programme_id == announcement.programme_id, Member.joined_at.is_not(None))
        .where(Member.person_id.in_([each.id for each in people]))
        .order_by(Member.id)
    )
    found: dict[int, list[Role]] = {}
    for person, role in session.execute(asked):
        found.setdefault(person, []).append(role)
    return found


@dataclass(frozen=True)
class Sieve:
    """What each rule of an audience says of a person, in the words of the database."""

    announcement: Announcement
    now: datetime

    def applies(self, side: Side, facet: Facet, ticks: Ticks) -> ColumnElement[bool]:
        """Whether a rule applies to somebody."""
        match facet:
            case Facet.LANGUAGE:
                return READS.in_(ticks)
            case Facet.MET:
                return or_(*[self._met(Met(tick)) for tick in ticks])
            case Facet.PEOPLE:
                return Person.id.in_(picks.of(self.announcement.id, side))
        return self.has_place(self.place(facet, ticks))

    def place(self, facet: Facet, ticks: Ticks) -> ColumnElement[bool]:
        """Whether a rule applies to a place in the programme."""
        if facet is Facet.ROLE:
            return Member.role.in_(ticks)
        if facet is Facet.NEED:
            return or_(*[cast(Member.needs, Text).contains(f'"{tick}"') for tick in ticks])
        return Member.joined_at >= self.now - max(Since(tick).span for tick in ticks)

    def has_place(self, *rules: ColumnElement[bool]) -> ColumnElement[bool]:
        """Whether somebody has such a place in the programme."""
        here = (Member.programme_id == self.announcement.programme_id, Member.joined_at.is_not(None))
        return Person.id.in_(select(Member.person_id).where(*here, *rules))

    def _met(self, met: Met) -> ColumnElement[bool]:
        lately = (
            select(Partner.person_id)
            .join(Pair, Pair.id == Partner.pair_id)
            .join(Meeting, Meeting.pair_id == Pair.id)
            .where(Pair.programme_id == self.announcement.programme_id, Pair.ended_at.is_(None))
            .where(Meeting.met.is_(True), Meeting.begins_at.between(self.now - LATELY, self.now))
        )
        return Person.id.in_(lately) if met is Met.LATELY else Person.id.not_in(lately)
