"""When answers open, for whom they wait, and when they go back: whatever is said in whatever order."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from db import answers, icebreakers, people, showings
from db.answers import Answer, Exchange
from db.contents import Medium
from db.icebreakers import Icebreaking
from db.pairs import Pair
from db.people import Person
from db.showings import Showing
from tests.db.cast import NOW, Cast

people_of = st.integers(2, 6)
minutes = st.integers(0, 20 * 24 * 60)
said = st.lists(
    st.tuples(st.integers(0, 5), st.booleans(), minutes), max_size=6, unique_by=lambda each: each[0]
)


def exchange(count: int, said: list[tuple[int, bool, int]], ended: bool = False) -> Exchange:
    """Among so many: who said something, whether they skipped, how many minutes after the beginning."""
    pair = Pair(id=1, ended_at=NOW if ended else None)
    given = [
        Answer(person_id=who, skipped=skipped, answered_at=NOW + timedelta(minutes=at), words="Yes")
        for who, skipped, at in said
        if who < count
    ]
    return Exchange(Icebreaking(id=1, pair=pair), given, frozenset(range(count)))


@given(people_of, said)
def test_it_opens_with_the_last_word_of_all_and_two_answers(
    count: int, said: list[tuple[int, bool, int]]
) -> None:
    found = exchange(count, said)
    assert found.ready == (len(found.said) == count and len(found.standing) >= 2)


@given(people_of, said, minutes)
def test_it_waits_only_for_those_who_said_nothing_and_with_one_answer_only_for_ten_days(
    count: int, said: list[tuple[int, bool, int]], later: int
) -> None:
    found, now = exchange(count, said), NOW + timedelta(minutes=later)
    for who in range(count):
        asked = found.asks(Person(id=who), now)
        assert not asked or found.of(Person(id=who)) is None
        assert not asked or len(found.standing) > 1 or not found.waited(now)
        assert not (asked and found.closed(now))


@given(people_of, said, minutes)
def test_what_is_open_is_never_closed_again(
    count: int, said: list[tuple[int, bool, int]], later: int
) -> None:
    for ended in (False, True):
        found = exchange(count, said, ended)
        found.idea.answered_at = NOW
        assert not found.closed(NOW + timedelta(minutes=later))
        assert not found.ready


@given(people_of, said)
def test_a_pair_that_has_ended_asks_nobody(count: int, said: list[tuple[int, bool, int]]) -> None:
    found = exchange(count, said, ended=True)
    assert found.closed(NOW)
    assert not any(found.asks(Person(id=who), NOW) for who in range(count))


def idea_of(session: Session, cast: Cast) -> Icebreaking:
    icebreakers.give(session, cast.pair, "three-likes", NOW)
    [idea] = icebreakers.of_pair(session, cast.pair)
    return idea


def answer(person: Person, words: str | None = "Yes", days: int = 0) -> Answer:
    at = NOW + timedelta(days=days)
    return Answer(person=person, language="fr", words=words, skipped=words is None, answered_at=at)


@pytest.mark.parametrize(("first", "second"), [*product(["Yes", None], repeat=2)])
def test_two_open_only_with_two_answers(
    session: Session, cast: Cast, first: str | None, second: str | None
) -> None:
    idea = idea_of(session, cast)
    answers.say(session, idea, answer(cast.ada, first))
    found = answers.say(session, idea, answer(cast.nia, second))
    assert answers.open_all(session, found, NOW) == (first == second == "Yes")
    assert not answers.open_all(session, answers.of(session, idea), NOW), "it opens once"


def test_nothing_is_said_to_what_is_open_or_closed(session: Session, cast: Cast) -> None:
    idea = idea_of(session, cast)
    answers.say(session, idea, answer(cast.ada, "First"))
    late = answers.say(session, idea, answer(cast.nia, "Late", days=10))
    assert [each.words for each in late.said] == ["First"]
    answers.open_all(session, answers.say(session, idea, answer(cast.nia, "In time", days=9)), NOW)
    changed = answers.say(session, idea, answer(cast.ada, "Changed", days=9))
    assert [each.words for each in changed.said] == ["First", "In time"]


def test_a_changed_answer_waits_from_the_first_one_on(session: Session, cast: Cast) -> None:
    idea = idea_of(session, cast)
    answers.say(session, idea, answer(cast.ada, "First"))
    found = answers.say(session, idea, answer(cast.ada, "Second", days=5))
    assert (found.first, [each.words for each in found.said]) == (NOW, ["Second"])


def test_who_finds_an_answer(session: Session, cast: Cast) -> None:
    idea = idea_of(session, cast)
    found = answers.say(session, idea, answer(cast.ada))
    [mine] = found.said
    assert Answer.seen_by(session, cast.ada, mine.id)
    assert not Answer.seen_by(session, cast.nia, mine.id)
    answers.open_all(session, answers.say(session, idea, answer(cast.nia)), NOW)
    assert Answer.seen_by(session, cast.nia, mine.id)
    for other in (cast.samir, cast.rosa):
        assert not Answer.seen_by(session, other, mine.id)
        assert not Icebreaking.seen_by(session, other, idea.id)


def test_nothing_is_left_of_what_is_taken_back(session: Session, cast: Cast) -> None:
    idea = idea_of(session, cast)
    mine = answer(cast.ada)
    mine.medium, mine.channel, mine.file = Medium.PHOTO, "telegram", "f"
    answers.say(session, idea, mine)
    answers.open_all(session, answers.say(session, idea, answer(cast.nia)), NOW)
    answers.take_back(session, mine, NOW)
    assert not any([mine.words, mine.medium, mine.channel, mine.file])
    assert answers.of_person(session, cast.ada) == []


def test_all_of_it_goes_with_a_person(session: Session, cast: Cast) -> None:
    idea = idea_of(session, cast)
    mine = answer(cast.ada)
    answers.say(session, idea, mine)
    for reader in (cast.ada, cast.ada, cast.nia):
        which = {"icebreaking_id": idea.id, "person_id": reader.id, "author_id": cast.ada.id}
        showings.keep(session, NOW, message=7, **which)
    assert len(showings.of(session, mine)) == 2
    people.erase(session, cast.ada)
    assert answers.of(session, idea_of(session, cast)).said == []
    assert [row.person_id for row in session.scalars(select(Showing))] == [cast.nia.id]
