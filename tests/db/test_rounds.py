"""Rounds in the database: an answer is its writer's until the end, and nobody's after it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db import opinions, people, programmes, rounds, seats, themes
from db.contents import Medium
from db.opinions import FEW, Opinion
from db.people import Person, Role
from db.rounds import Question, Round
from tests.db.cast import NOW, Cast
from tests.db.test_erasing import MARK, traces

SUMMER = datetime(2027, 3, 26, 9, 0, tzinfo=UTC)
"""Two days before clocks go forward in Marseille."""


@pytest.fixture
def found(session: Session, cast: Cast) -> Round:
    """A round that Rosa has opened, with an answer of Ada's and one of Nia's."""
    found = rounds.begin(session, cast.programme, cast.rosa, 7, NOW)
    assert found
    says(session, found, cast.ada, f"We sing of {MARK}")
    says(session, found, cast.nia, "We laugh")
    return found


def says(session: Session, found: Round, person: Person, words: str, now: datetime = NOW) -> bool:
    opinion = Opinion(question=Question.HARD, person_id=person.id, words=words, language="fr", skipped=False)
    return opinions.say(session, found, opinion, now)


def test_whoever_is_asked_has_the_place_they_had_longest(session: Session, cast: Cast) -> None:
    before = rounds.places(session, cast.programme)
    later = programmes.admit(session, cast.ada, cast.programme, Role.MENTOR)
    later.joined_at = NOW + timedelta(days=1)
    programmes.admit(session, cast.rosa, cast.programme, Role.MENTOR)
    assert [each.person_id for each in before] == [
        each.id for each in (cast.ada, cast.nia, cast.samir, cast.maud)
    ]
    assert rounds.places(session, cast.programme) == before


def test_an_answer_takes_the_place_of_the_former_one(session: Session, cast: Cast, found: Round) -> None:
    says(session, found, cast.nia, "We dance")
    assert opinions.own(session, found, cast.nia)[Question.HARD].words == "We dance"
    assert opinions.counted(session, found) == {Question.HARD: 2}
    assert opinions.people(session, found) == 2


def test_the_end_cuts_every_tie(session: Session, cast: Cast, found: Round) -> None:
    voice = Opinion(question=Question.PROPOSAL, person_id=cast.ada.id, language="ar", skipped=False)
    voice.medium, voice.channel, voice.file = Medium.VOICE, "telegram", "ada's voice"
    opinions.say(session, found, voice, NOW)
    skip = Opinion(question=Question.GOES_WELL, person_id=cast.ada.id, language="ar", skipped=True)
    opinions.say(session, found, skip, NOW)
    assert opinions.end(session, found, NOW)
    assert not opinions.end(session, found, NOW)
    session.expire_all()
    rows = session.scalars(select(Opinion)).all()
    assert [(row.person_id, row.file, row.skipped) for row in rows] == [(None, None, False)] * 3
    assert not says(session, found, cast.ada, "Too late")
    assert opinions.of_person(session, cast.ada) == []
    assert Opinion.coordinated_by(session, cast.rosa, rows[0].id) is not None
    assert Opinion.coordinated_by(session, cast.nia, rows[0].id) is None


def test_nothing_is_taken_after_the_last_evening(session: Session, cast: Cast, found: Round) -> None:
    assert found.closes_at == datetime(2027, 3, 11, 19, 0, tzinfo=UTC)
    assert not says(session, found, cast.ada, "Too late", found.closes_at)
    assert rounds.over(session, found.closes_at) == [found]
    assert rounds.over(session, found.closes_at - timedelta(minutes=1)) == []


def test_it_closes_in_the_evening_on_both_sides_of_a_change_of_clocks() -> None:
    assert rounds.closing(SUMMER, 1, "Europe/Paris").hour == 19
    assert rounds.closing(SUMMER, 3, "Europe/Paris").hour == 18


def test_one_is_open_at_a_time(session: Session, cast: Cast, found: Round) -> None:
    assert rounds.begin(session, cast.programme, cast.rosa, 3, NOW) is None
    opinions.end(session, found, NOW)
    assert rounds.begin(session, cast.programme, cast.rosa, 3, NOW)


def test_nobodys_number_tells_when_they_answered(session: Session, cast: Cast, found: Round) -> None:
    numbers = [each.id for each in session.scalars(select(Opinion))]
    for _ in range(8):
        says(session, found, cast.nia, "Again")
        numbers.append(opinions.own(session, found, cast.nia)[Question.HARD].id)
    assert numbers != sorted(numbers)
    assert max(numbers) < 2**53


def test_languages_are_told_from_five_on() -> None:
    said = [Opinion(language=each) for each in ["fr"] * FEW + ["ar"] * (FEW - 1)]
    assert opinions.told_languages(said) == {"fr"}


def test_somebody_is_erased_with_their_answers_and_seats(session: Session, cast: Cast, found: Round) -> None:
    seats.keep(session, found, [[cast.ada.id, cast.samir.id], [cast.nia.id, cast.maud.id]])
    assert {"opinions", "seats"} <= set(traces(session, cast.ada))
    people.erase(session, cast.ada)
    session.commit()
    assert set(traces(session, cast.ada)) == set()
    left = session.get_one(Round, found.id)
    left_seats = seats.of_round(session, left)
    assert [len(each) for each in left_seats.values()] == [1, 2]


def test_a_round_stays_without_who_opened_it(session: Session, cast: Cast, found: Round) -> None:
    people.erase(session, cast.rosa)
    session.commit()
    left = session.get_one(Round, found.id)
    assert (left.opened_by_id, opinions.people(session, left)) == (None, 2)


def test_after_three_months_nothing_of_it_is_kept(session: Session, cast: Cast, found: Round) -> None:
    opinions.end(session, found, NOW)
    theme = themes.named(session, found, Question.HARD, "Songs")
    assert theme
    for each in opinions.of_question(session, found, Question.HARD):
        each.sort(theme.id, NOW)
    seats.keep(session, found, [[cast.ada.id, cast.samir.id]])
    session.flush()
    rounds.erase(session, NOW)
    assert rounds.of_programme(session, cast.programme) == [found]
    rounds.erase(session, NOW + timedelta(minutes=1))
    session.expire_all()
    assert set(traces(session, cast.ada)).isdisjoint({"opinions", "themes", "seats", "rounds"})
    assert session.scalars(select(Opinion)).all() == []


def test_a_joined_theme_has_all_answers(session: Session, cast: Cast, found: Round) -> None:
    opinions.end(session, found, NOW)
    one, other = (themes.named(session, found, Question.HARD, name) for name in ("Songs", "Dances"))
    assert one
    assert other
    for each, theme in zip(opinions.of_question(session, found, Question.HARD), (one, other), strict=True):
        each.sort(theme.id, NOW)
    themes.merge(session, one, other)
    [pile] = themes.piles(session, found)[Question.HARD]
    assert (pile.theme.name, len(pile.said)) == ("Dances", 2)
