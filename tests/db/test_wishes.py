"""Wishes: private drafts, rounds that end when everybody has chosen, and what is in common."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from db import wishes
from db.needs import Need
from db.people import Person
from db.wishes import MOST, Wish, Wishes
from tests.db.cast import NOW, Cast

choices = st.lists(st.sampled_from(Need), max_size=MOST, unique=True)


def test_a_draft_is_nobody_elses(session: Session, cast: Cast) -> None:
    wishes.begin(session, cast.pair, cast.ada).toggle(Need.WORK)
    for_nia = wishes.of_pair(session, cast.pair, cast.nia)
    assert (for_nia.mine, for_nia.under_way, for_nia.shared) == (None, set(), [])


def test_that_somebody_chose_is_known_and_not_what(session: Session, cast: Cast) -> None:
    chooses(session, cast, cast.ada, Need.WORK)
    for_nia = wishes.of_pair(session, cast.pair, cast.nia)
    assert (for_nia.under_way, for_nia.shared) == ({cast.ada.id}, [])


def test_a_round_ends_when_both_have_chosen(session: Session, cast: Cast) -> None:
    for number in (1, 2, 3):
        for person in (cast.ada, cast.nia):
            chooses(session, cast, person, list(Need)[number])
        found = wishes.of_pair(session, cast.pair, cast.ada)
        assert [wish.round for wish in found.shared] == [number, number]
        assert (found.mine, found.common) == (None, [list(Need)[number]])
    assert len(wishes.of_person(session, cast.ada)) == 3


def test_beginning_twice_is_beginning_once(session: Session, cast: Cast) -> None:
    assert wishes.begin(session, cast.pair, cast.ada) is wishes.begin(session, cast.pair, cast.ada)
    assert wishes.begin(session, cast.other_pair, cast.samir).round == 1


@given(choices, choices, st.sampled_from([None, *Need]))
def test_common_is_what_both_name_anywhere(ours: list[Need], theirs: list[Need], learn: Need | None) -> None:
    one = Wish(person_id=1, needs=[str(need) for need in ours], learn=learn)
    other = Wish(person_id=2, needs=[str(need) for need in theirs])
    found = Wishes(None, set(), [one, other])
    named = {*ours, *([learn] if learn else [])}
    assert set(found.common) == named & set(theirs)
    assert set(found.named) == named | set(theirs)


@given(st.lists(st.sampled_from(Need), max_size=30))
def test_never_more_than_three(taps: list[Need]) -> None:
    wish = Wish(needs=[])
    for need in taps:
        before = list(wish.needs)
        assert wish.toggle(need) == (wish.needs != before)
        assert len(wish.needs) == len(set(wish.needs)) <= MOST


def chooses(session: Session, cast: Cast, person: Person, need: Need) -> None:
    """Choose one category, and be done."""
    wish = wishes.begin(session, cast.pair, person)
    wish.toggle(need)
    wish.chosen_at = NOW + timedelta(minutes=wish.round)
    session.flush()
