"""Answers without a name: counted once each, shown in fives, and never tied to who gave them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import people, programmes, surveys
from db.pairs import Pair
from db.surveys import AT_ONCE, Answer, Ballot, Question, Tally
from tests.db.cast import NOW, Cast, newcomer


def answer(session: Session, pair: Pair, person: int, given: Answer = Answer.YES) -> None:
    surveys.count(session, pair, Ballot(pair_id=pair.id, person_id=person, question=Question.GOAL), given)


def test_an_answer_counts_once(session: Session, cast: Cast) -> None:
    for given in (Answer.YES, Answer.NO, Answer.YES):
        answer(session, cast.pair, cast.ada.id, given)
    rows = session.scalars(select(Tally).where(Tally.fresh > 0)).all()
    assert [(row.question, row.answer, row.fresh) for row in rows] == [(Question.GOAL, Answer.YES, 1)]
    assert surveys.answered(session, cast.pair, cast.ada) == {Question.GOAL}
    assert surveys.given(session, cast.ada) == 1


def test_they_are_shown_in_fives(session: Session, cast: Cast) -> None:
    seen = []
    for number in range(12):
        person = newcomer(session, "Somebody", 3000 + number)
        answer(session, cast.pair, person.id, Answer.YES if number % 2 else Answer.NO)
        counts = surveys.shown(session, cast.programme).get(Question.GOAL, {})
        seen.append(sum(counts.values()))
    assert seen == [0] * 4 + [5] * 5 + [10] * 3
    assert AT_ONCE == 5


def test_another_programme_has_its_own(session: Session, cast: Cast) -> None:
    other = programmes.Programme(name="Athens", zone="Europe/Athens", language="en", created_at=NOW)
    programmes.add(session, other)
    for number in range(5):
        answer(session, cast.pair, newcomer(session, "Somebody", 3000 + number).id)
    assert surveys.shown(session, other) == {}
    assert set(surveys.shown(session, cast.programme)) == {Question.GOAL}


def test_whoever_is_erased_stays_counted_and_nothing_else(session: Session, cast: Cast) -> None:
    answer(session, cast.pair, cast.ada.id)
    people.erase(session, cast.ada)
    session.commit()
    assert session.scalars(select(Ballot)).all() == []
    assert sum(row.fresh for row in session.scalars(select(Tally))) == 1
