"""Places at an event: never more people than places, the first who fits moves up, and nobody is lost."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from db import announcements, attendance, events, seating
from db.events import Event
from db.guests import Guest, Says
from db.people import Person
from db.seating import moving_up
from tests.db.cast import NOW, Cast

parties = st.lists(st.integers(1, 6), max_size=12)


@pytest.fixture
def event(session: Session, cast: Cast) -> Event:
    """A picnic on Sunday with places for three."""
    draft = announcements.write(session, cast.programme, cast.rosa, "Picnic", NOW)
    event = events.arrange(session, draft, NOW + timedelta(days=3))
    event.capacity = 3
    session.flush()
    return event


@given(parties, st.integers(-3, 30))
def test_the_first_who_fits_moves_up(waiting: list[int], free: int) -> None:
    found = moving_up(waiting, free)
    assert sum(waiting[each] for each in found) <= max(free, 0)
    assert found == sorted(set(found))
    for number, party in enumerate(waiting):
        taken = sum(waiting[each] for each in found if each < number)
        assert (number in found) == (party <= free - taken), "passed over although it fits"


@given(parties, st.integers(0, 30))
def test_who_stays_behind_does_not_fit(waiting: list[int], free: int) -> None:
    found = moving_up(waiting, free)
    left = free - sum(waiting[each] for each in found)
    assert all(party > left for number, party in enumerate(waiting) if number not in found)


def test_whoever_comes_too_late_waits(session: Session, cast: Cast, event: Event) -> None:
    comes(session, event, cast, "ada", 1)
    comes(session, event, cast, "nia", 0)
    assert comes(session, event, cast, "samir", 0).waits
    counted = attendance.counts(session, event)
    assert (counted.come, counted.waiting, counted.left) == (3, 1, 0)


def test_a_place_that_is_free_goes_to_the_first_who_fits(session: Session, cast: Cast, event: Event) -> None:
    comes(session, event, cast, "ada", 1)
    comes(session, event, cast, "nia", 0)
    comes(session, event, cast, "samir", 2)
    comes(session, event, cast, "maud", 0)
    moved = attendance.say(session, event, cast.nia, Says.CANNOT, NOW)
    assert [each.called for each in moved] == ["Maud"], "three places were not free"
    moved = attendance.say(session, event, cast.ada, Says.MAYBE, NOW)
    assert moved == [], "Samir comes with two"
    _, moved = attendance.bring(session, event, cast.samir, 1)
    assert [each.called for each in moved] == ["Samir"]


def test_nobody_loses_their_place_by_asking_for_more(session: Session, cast: Cast, event: Event) -> None:
    comes(session, event, cast, "ada", 1)
    assert attendance.bring(session, event, cast.ada, 3) == (False, [])
    own = attendance.of(session, event, cast.ada)
    assert own
    assert (own.seated, own.brings) == (True, 1)


def test_more_places_let_several_move_up(session: Session, cast: Cast, event: Event) -> None:
    for name, brings in (("ada", 2), ("nia", 0), ("samir", 1)):
        comes(session, event, cast, name, brings)
    assert attendance.make_room(session, event, 2) == (False, [])
    _, moved = attendance.make_room(session, event, 6)
    assert [each.called for each in moved] == ["Nia", "Samir"]


def test_the_same_answer_twice_keeps_the_place_in_the_line(
    session: Session, cast: Cast, event: Event
) -> None:
    comes(session, event, cast, "ada", 2)
    comes(session, event, cast, "nia", 0)
    comes(session, event, cast, "samir", 0)
    attendance.say(session, event, cast.nia, Says.COMES, NOW + timedelta(hours=1))
    line = seating.queue(attendance.guests(session, event))
    assert [each.called for each in line] == ["Nia", "Samir"]


def test_who_is_forgotten_frees_a_place_and_stays_counted(session: Session, cast: Cast, event: Event) -> None:
    own = comes(session, event, cast, "ada", 2)
    comes(session, event, cast, "nia", 0)
    own.there = True
    assert [each.called for each in attendance.leave(session, event, own, NOW)] == ["Nia"]
    assert attendance.came(session, event) == 3


def test_all_that_somebody_answered_is_found_with_its_events(
    session: Session, cast: Cast, event: Event
) -> None:
    own = comes(session, event, cast, "ada", 1)
    comes(session, event, cast, "nia", 0)
    assert attendance.of_person(session, cast.ada) == [(event, own)]
    assert attendance.of_person(session, cast.samir) == []


def test_once_it_has_begun_nobody_moves_up(session: Session, cast: Cast, event: Event) -> None:
    own = comes(session, event, cast, "ada", 2)
    waiting = comes(session, event, cast, "nia", 0)
    assert attendance.leave(session, event, own, event.begins_at) == []
    assert waiting.waits


def test_names_written_by_hand_are_not_kept_for_ever(session: Session, cast: Cast, event: Event) -> None:
    attendance.put(session, event, Person(name="Grandmother"), NOW).there = True
    comes(session, event, cast, "ada", 0)
    session.flush()
    attendance.forget_names(session, event.begins_at)
    assert len(attendance.guests(session, event)) == 2
    attendance.forget_names(session, event.begins_at + timedelta(seconds=1))
    assert [each.called for each in attendance.guests(session, event)] == ["Ada"]
    assert event.counted == 1


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ada", "nia", "samir", "maud", "rosa"]),
            st.sampled_from([*Says, *range(6), "room"]),
        ),
        max_size=25,
    )
)
def test_whatever_happens_the_places_are_enough_and_used(said: list[tuple[str, object]]) -> None:
    hall = Hall()
    for name, what in said:
        hall.does(name, what)
        hall.holds()


class Hall:
    """The same rules without a database: four places at first, and whoever answers what."""

    def __init__(self) -> None:
        self.event = Event(begins_at=NOW, capacity=4, version=1)
        self.guests: dict[str, Guest] = {}
        self.clock = NOW

    def does(self, name: str, what: object) -> None:
        """One press of somebody, or one place more."""
        self.clock += timedelta(seconds=1)
        own = self.guests.get(name)
        if what == "room":
            self.event.capacity = (self.event.capacity or 0) + 1
        elif isinstance(what, Says):
            own = self.guests.setdefault(name, Guest(name=name, brings=0))
            seating.answer(self.event, self.everybody, own, (what, self.clock))
        elif isinstance(what, int) and own:
            seated = own.seated
            seating.bring(self.event, self.everybody, own, what)
            assert own.seated is seated, "somebody lost their place by asking"
        seating.move_up(self.event, self.everybody)

    @property
    def everybody(self) -> list[Guest]:
        return list(self.guests.values())

    def holds(self) -> None:
        """Never over the places, and nobody waits who would fit."""
        free = (self.event.capacity or 0) - seating.taken(self.everybody)
        assert free >= 0
        assert all(each.party > free for each in self.everybody if each.waits)
        assert len(seating.queue(self.everybody)) == sum(each.waits for each in self.everybody)


def comes(session: Session, event: Event, cast: Cast, name: str, brings: int) -> Guest:
    person = getattr(cast, name)
    attendance.say(session, event, person, Says.COMES, NOW)
    attendance.bring(session, event, person, brings)
    own = attendance.of(session, event, person)
    assert own
    return own
