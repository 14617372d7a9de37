"""Random programmes: people with places, languages, pairs and meetings, and who of them an audience means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from sqlalchemy.orm import Session

from db import announcements, picks, programmes
from db.announcements import Announcement
from db.audiences import LATELY, Audience, Facet, Met, Since
from db.meetings import Meeting
from db.needs import Need
from db.pairs import Pair, Partner
from db.people import Person, Role
from db.picks import Side
from db.programmes import Member, Programme
from tests.db.cast import NOW, new_programme

SOME_NEEDS = (Need.LANGUAGE, Need.HOUSING, Need.PEOPLE)
CODES = ("ar", "fr", "en")
SPANS = {Since.FORTNIGHT: 14, Since.MONTH: 30, Since.QUARTER: 91}


@dataclass(frozen=True)
class Place:
    """What somebody is in one of two programmes, and since how many days; None while they are still asked."""

    here: bool
    role: Role
    needs: list[Need] | None
    days: int | None


@dataclass(frozen=True)
class Somebody:
    """A person, and on which sides they are ticked by name."""

    reads: str | None
    app: str
    places: list[Place]
    ticked: frozenset[Side]


@dataclass(frozen=True)
class Duo:
    """Two of them (by number) together here or elsewhere, and their meetings: days ago, and whether held."""

    people: tuple[int, int]
    here: bool
    lasts: bool
    meetings: list[tuple[int, bool | None]]


@dataclass(frozen=True)
class Town:
    """All of them."""

    people: list[Somebody]
    duos: list[Duo] = field(default_factory=list)

    def meant(self, audience: Audience) -> set[int]:
        """The numbers of those whom an audience means, in plain Python."""
        return {number for number in range(len(self.people)) if self._means(audience, number)}

    def _means(self, audience: Audience, number: int) -> bool:
        here = self._here(number)
        of_place = {each: ticks for each, ticks in audience.only.items() if each in PLACE}
        others = {each: ticks for each, ticks in audience.only.items() if each not in PLACE}
        return (
            audience.private
            and any(fits(place, of_place) for place in here)
            and all(self._applies(number, Side.ONLY, *rule) for rule in others.items())
            and not any(self._applies(number, Side.WITHOUT, *rule) for rule in audience.without.items())
        )

    def _here(self, number: int) -> list[Place]:
        return [each for each in self.people[number].places if each.here and each.days is not None]

    def _applies(self, number: int, side: Side, facet: Facet, ticks: tuple[str, ...]) -> bool:
        somebody = self.people[number]
        if facet is Facet.LANGUAGE:
            return (somebody.reads or somebody.app) in ticks
        if facet is Facet.PEOPLE:
            return side in somebody.ticked
        if facet is Facet.MET:
            return (Met.LATELY if self._met(number) else Met.NOT_LATELY) in ticks
        return any(fits(place, {facet: ticks}) for place in self._here(number))

    def _met(self, number: int) -> bool:
        return any(
            duo.here and duo.lasts and held and 0 <= days <= LATELY.days
            for duo in self.duos
            if number in duo.people
            for days, held in duo.meetings
        )

    def settle(self, session: Session) -> tuple[Announcement, list[Person]]:
        """Keep all of it, with a draft of somebody's."""
        both = [programmes.add(session, new_programme(name)) for name in ("Here", "There")]
        found = [self._person(session, each, both) for each in self.people]
        for duo in self.duos:
            self._together(session, duo, found, both)
        draft = announcements.write(session, both[0], found[0], "We meet on Friday.", NOW)
        for person, somebody in zip(found, self.people, strict=True):
            for side in somebody.ticked:
                picks.toggle(session, draft.id, person.id, side)
        return draft, found

    @staticmethod
    def _person(session: Session, somebody: Somebody, both: list[Programme]) -> Person:
        person = Person(app_language=somebody.app, zone="Europe/Paris", name="N", created_at=NOW)
        person.language = somebody.reads
        session.add(person)
        session.flush()
        for each in somebody.places:
            joined = None if each.days is None else NOW - timedelta(days=each.days)
            row = Member(person_id=person.id, programme_id=both[not each.here].id, role=each.role)
            row.needs = None if each.needs is None else [str(need) for need in each.needs]
            row.joined_at = joined
            session.add(row)
        return person

    @staticmethod
    def _together(session: Session, duo: Duo, found: list[Person], both: list[Programme]) -> None:
        pair = Pair(programme_id=both[not duo.here].id, matched_at=NOW, ends_at=NOW)
        pair.ended_at = None if duo.lasts else NOW
        pair.partners = [Partner(person_id=found[each].id, role=Role.MENTEE) for each in {*duo.people}]
        session.add(pair)
        session.flush()
        for days, held in duo.meetings:
            begins = NOW - timedelta(days=days)
            session.add(Meeting(pair_id=pair.id, proposed_at=NOW, begins_at=begins, met=held))


def fits(place: Place, rules: Mapping[Facet, tuple[str, ...]]) -> bool:
    """Whether every rule applies to one place."""
    return all(PLACE[facet](place, ticks) for facet, ticks in rules.items())


PLACE = {
    Facet.ROLE: lambda place, ticks: place.role in ticks,
    Facet.NEED: lambda place, ticks: any(each in ticks for each in place.needs or []),
    Facet.NEW: lambda place, ticks: any(place.days <= SPANS[Since(each)] for each in ticks),
}

days = st.sampled_from([0, 1, 13, 14, 15, 21, 22, 30, 31, 91, 92])
places = st.builds(
    Place,
    here=st.booleans(),
    role=st.sampled_from(Role),
    needs=st.none() | st.lists(st.sampled_from(SOME_NEEDS), unique=True),
    days=st.none() | days,
)
somebodies = st.builds(
    Somebody,
    reads=st.none() | st.sampled_from(CODES),
    app=st.sampled_from(CODES),
    places=st.lists(places, max_size=3, unique_by=lambda each: (each.here, each.role)),
    ticked=st.frozensets(st.sampled_from(Side)),
)
values: dict[Facet, SearchStrategy[str]] = {
    Facet.ROLE: st.sampled_from(Role),
    Facet.LANGUAGE: st.sampled_from(CODES),
    Facet.NEED: st.sampled_from(SOME_NEEDS),
    Facet.MET: st.sampled_from(Met),
    Facet.NEW: st.sampled_from(Since),
    Facet.PEOPLE: st.just("ticked"),
}


@st.composite
def rules(draw: st.DrawFn) -> dict[Facet, tuple[str, ...]]:
    """Rules of a side."""
    facets = draw(st.lists(st.sampled_from(Facet), unique=True, max_size=3))
    return {each: tuple(draw(st.lists(values[each], min_size=1, max_size=2, unique=True))) for each in facets}


audiences = st.builds(Audience, only=rules(), without=rules(), private=st.sampled_from([True, True, False]))


@st.composite
def towns(draw: st.DrawFn) -> Town:
    """A few people, some of them in pairs."""
    people = draw(st.lists(somebodies, min_size=3, max_size=6))
    number = st.integers(0, len(people) - 1)
    meetings = st.lists(
        st.tuples(st.sampled_from([-2, 0, 5, 21, 22]), st.none() | st.booleans()), min_size=1, max_size=2
    )
    duos = st.builds(
        Duo, people=st.tuples(number, number), here=st.booleans(), lasts=st.booleans(), meetings=meetings
    )
    return Town(people, draw(st.lists(duos, min_size=2, max_size=4)))
