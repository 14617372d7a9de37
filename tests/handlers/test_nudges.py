"""The weekly word: Thursday at six where somebody lives, one over all their pairs, and never too much."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.answers import Answer
from db.deliveries import Delivery
from db.icebreakers import Icebreaking
from db.kinds import Kind
from db.people import Role
from handlers.kit import prompts
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import START, Talk
from tests.weekly import goes_well, heard_on_thursdays, thursday


@pytest.fixture(autouse=True)
def settled(cast: Cast) -> None:
    """Both pairs have a goal and a meeting: what comes is an idea."""
    goes_well(cast.talk)


def test_on_thursday_at_six_each_hears_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Thursday 17:59")
    assert talk.delivers() == 0
    assert talk.passes(minutes=1) == 4
    [given] = given_to(talk, 0)
    for each in (ada, nia):
        each.sees("Idea to share", prompts.library()[given].words)
        each.may_press("Another idea", "Later", "Home", "Fewer messages")


def test_six_is_six_where_somebody_lives(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Change time zone", ada.words.place("Asia/Kabul"))
    talk.clock.at("Thursday 18:00", "Asia/Kabul")
    shown = nia.last
    assert talk.delivers() >= 1
    ada.sees("Idea to share")
    talk.clock.at("Thursday 18:00", "Europe/Paris")
    talk.delivers()
    assert nia.last != shown
    nia.sees("Idea to share")


def everything_is_answered(session: Session) -> None:
    """Ada and Nia have answered every prompt of the library."""
    for key in prompts.library():
        idea = Icebreaking(pair_id=1, key=key, given_at=START, answered_at=START)
        session.add(idea)
        session.flush()
        for person in (2, 3):
            answer = Answer(icebreaking_id=idea.id, person_id=person, words="Yes", language="en")
            answer.answered_at = START
            session.add(answer)


def test_an_idea_never_comes_twice_to_a_pair(ada: Phone, talk: Talk) -> None:
    for _ in range(4):
        thursday(talk)
    ada.presses("Another idea", "Another idea", "Another idea", "Another idea")
    given = given_to(talk, 0)
    assert len(given) == len(set(given)) == 8
    assert set(given_to(talk, 1)) <= set(given), "another pair may well have the same ones"


def test_when_all_ideas_are_answered_there_is_silence(ada: Phone, talk: Talk) -> None:
    talk.look(everything_is_answered)
    ada.opens()
    ada.presses("Break the ice")
    ada.sees("You have had all our ideas. Now it is your turn to invent one.")
    shown = ada.last
    thursday(talk)
    assert ada.last == shown
    assert nudge_of(talk, "Ada"), "next week there may be a step again"


def test_the_word_comes_every_week(ada: Phone, talk: Talk) -> None:
    for _ in range(3):
        shown = ada.last
        thursday(talk)
        assert ada.last == shown + 1


def test_fewer_messages(ada: Phone, talk: Talk) -> None:
    thursday(talk)
    ada.presses("Fewer messages", "Every two weeks")
    ada.sees("Now: every two weeks.")
    assert heard_on_thursdays(ada, talk, 4) == [False, True, False, True]
    ada.opens()
    ada.presses("Settings", "Fewer messages", "Every month")
    ada.sees("Now: every month.")
    assert heard_on_thursdays(ada, talk, 4) == [False, False, False, True]


def test_a_pause_ends_by_itself(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Fewer messages", "Pause until…", "15")
    assert heard_on_thursdays(ada, talk, 3) == [False, False, True]


def test_a_pause_is_ended_by_choosing_a_rhythm(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Fewer messages", "Pause until…", "Next month", "15", "Home", "Settings")
    ada.presses("Fewer messages", "Every week")
    ada.sees("Now: every week.")
    assert heard_on_thursdays(ada, talk, 1) == [True]


def test_another_day_and_hour(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Change hour", ada.words.weekday(1), "09:00")
    talk.clock.at("Tuesday 08:59")
    assert talk.delivers() == 0
    assert talk.passes(minutes=1) == 1
    ada.sees("Idea to share")


def test_whoever_changes_the_day_hears_once_a_week_nevertheless(ada: Phone, talk: Talk) -> None:
    thursday(talk)
    ada.opens()
    ada.presses("Settings", "Change hour", ada.words.weekday(4), "18:00")
    shown = ada.last
    talk.clock.at("Friday 18:00")
    talk.delivers()
    assert ada.last == shown
    talk.clock.at("Friday 18:00")
    talk.delivers()
    assert ada.last != shown


def test_a_mentor_of_two_hears_once_a_week(nia: Phone, cast: Cast) -> None:
    cast.joined(Who("Omar", Role.MENTEE, "en"))
    cast.pairs("Omar", "Nia")
    for _ in range(3):
        shown = nia.last
        thursday(cast.talk)
        assert nia.last == shown + 1


def test_a_word_that_waited_too_long_is_let_go(ada: Phone, talk: Talk) -> None:
    talk.clock.at("Friday 15:00")
    assert talk.delivers() == 0
    thursday(talk)
    ada.sees("Idea to share")


def test_at_night_it_waits_for_the_morning(ada: Phone, talk: Talk) -> None:
    talk.clock.at("Thursday 23:30")
    assert talk.delivers() == 0
    talk.clock.at("Friday 09:00")
    talk.delivers()
    ada.sees("Idea to share")


def test_in_the_middle_of_an_answer_it_waits(ada: Phone, talk: Talk) -> None:
    talk.clock.at("Thursday 17:55")
    ada.opens()
    ada.presses("See goals", "Add a goal")
    thursday(talk)
    ada.sees("What would you like to work towards together?")
    talk.passes(minutes=6)
    ada.sees("Idea to share")


def test_a_sent_word_still_answers_the_question_it_interrupted(ada: Phone, talk: Talk) -> None:
    talk.clock.at("Thursday 17:40")
    ada.opens()
    ada.presses("See goals", "Add a goal")
    thursday(talk)
    ada.sees("Idea to share")
    ada.says("Order food in French")
    ada.sees("Why does it matter to you? Write it, or skip.")


def test_whoever_blocked_us_hears_nothing_and_comes_back(ada: Phone, talk: Talk) -> None:
    ada.blocks()
    thursday(talk)
    assert ada.last == 0
    ada.unblocks()
    ada.opens()
    ada.may_press("See goals")


def given_to(talk: Talk, nth: int) -> list[str]:
    """Keys of the ideas a pair has had, oldest first."""
    pair = talk.rows()["pairs"][nth]["id"]
    return [row["key"] for row in talk.rows()["icebreakings"] if row["pair_id"] == pair]


def nudge_of(talk: Talk, name: str) -> list[Delivery]:
    """What is pending for somebody."""
    person = next(row["id"] for row in talk.rows()["people"] if row["name"] == name)
    asked = select(Delivery).where(Delivery.kind == Kind.NUDGE, Delivery.person_id == person)
    return talk.look(lambda session: list(session.scalars(asked.where(Delivery.claimed_at.is_(None)))))
