"""A second thought: what looks private is asked about before it is kept, and kept once if it is meant."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.housekeeping import HELD, Housekeeping
from db.engine import Database
from db.people import Person
from tests.handlers.test_goals import ORDER, adds_a_goal
from tests.handlers.test_joining import SPEAKS, UNINVITED
from tests.handlers.test_steps import each_at_once
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

PASSPORT = "Passeport 12AB34567"
ADDRESS = "12 rue de la République"
ASKED = "This looks like a private number or address."
REASON = "Others may read it on a phone. Shall we keep it out of this chat?"
AGAIN = "It is not kept. Please write it again without the number or address."
CLOSED = "This question is no longer open. Nothing was kept twice."
WHY = "Why does it matter to you? Write it, or skip."


def writes(phone: Phone, words: str = PASSPORT) -> None:
    """Write a first goal that looks private."""
    phone.opens()
    phone.presses("See goals", "Add a first goal")
    phone.says(words)


def held(talk: Talk) -> str | None:
    """What waits for Ada to say whether to keep it."""
    return talk.look(lambda session: session.scalars(select(Person.held).where(Person.name == "Ada")).one())


@pytest.mark.parametrize("words", [PASSPORT, ADDRESS, "رقم الملف ١٢٣٤٥٦٧", "вул. Шевченка 12"])
def test_it_is_asked_before_anything_is_kept(ada: Phone, nia: Phone, talk: Talk, words: str) -> None:
    with talk.nothing_changes():
        writes(ada, words)
    ada.sees(words, ASKED, REASON)
    ada.may_press("Write it again", "Keep it", "Home")
    assert talk.passes(minutes=2) == 0
    nia.opens()
    nia.presses("See goals")
    nia.sees_not(words)


def test_everyday_words_are_not_asked_about(ada: Phone) -> None:
    writes(ada, "Prendre la ligne 83 le 12/03/2027 à 18h30")
    ada.sees(WHY)
    ada.says("06 12 34 56 78")
    ada.sees("Why: {why}", why="06 12 34 56 78")


def test_it_is_kept_as_if_nothing_had_been_asked(ada: Phone, nia: Phone, talk: Talk) -> None:
    writes(ada)
    ada.presses("Keep it")
    ada.sees(PASSPORT, WHY)
    ada.sees_not(ASKED)
    assert goals(talk) == [PASSPORT]
    assert held(talk) is None
    ada.says("To travel")
    ada.sees("Why: {why}", why="To travel")
    talk.passes(minutes=2)
    nia.sees(PASSPORT)


def test_it_is_written_again(ada: Phone, talk: Talk) -> None:
    writes(ada)
    with talk.nothing_changes():
        ada.presses("Write it again")
    ada.sees(AGAIN, "You can also erase your message in this chat.")
    assert held(talk) is None
    ada.says(ORDER)
    ada.sees(ORDER, WHY)
    assert goals(talk) == [ORDER]


def test_written_again_with_another_number_it_is_asked_again(ada: Phone, talk: Talk) -> None:
    writes(ada)
    ada.presses("Write it again")
    ada.says(ADDRESS)
    ada.sees(ADDRESS, ASKED)
    assert goals(talk) == []


def test_better_words_need_no_tap(ada: Phone, talk: Talk) -> None:
    writes(ada)
    old = ada.last
    ada.says(ORDER)
    ada.sees(ORDER, WHY)
    with talk.nothing_changes():
        ada.presses("Keep it", on=old)
    ada.sees(CLOSED)
    assert goals(talk) == [ORDER]


def test_kept_twice_it_is_there_once(ada: Phone, talk: Talk) -> None:
    writes(ada)
    ada.presses_again("Keep it")
    ada.sees(CLOSED)
    assert goals(talk) == [PASSPORT]
    ada.says("To travel")
    ada.sees("Why: {why}", why="To travel")


def test_written_again_twice_is_one_question(ada: Phone, talk: Talk) -> None:
    writes(ada)
    ada.presses_again("Write it again")
    ada.sees(AGAIN)
    ada.says(ORDER)
    assert goals(talk) == [ORDER]


def test_an_old_button_keeps_no_newer_words(ada: Phone, talk: Talk) -> None:
    writes(ada)
    old = ada.last
    ada.says(ADDRESS)
    with talk.nothing_changes():
        ada.presses("Keep it", on=old)
    ada.sees(AGAIN)
    assert held(talk) is None


def test_nor_answers_another_question(ada: Phone, talk: Talk) -> None:
    writes(ada)
    old = ada.last
    adds_a_goal(ada)
    ada.presses("Add a step")
    ada.says(PASSPORT)
    with talk.nothing_changes():
        ada.presses("Keep it", on=old)
    ada.sees(CLOSED)
    assert held(talk) == PASSPORT, "the question that is asked now stands as before"
    ada.forges("careful.ask")
    ada.presses("Keep it")
    assert [step["words"] for step in talk.rows()["steps"]] == [PASSPORT]


def test_nobody_else_keeps_or_sees_it(ada: Phone, nia: Phone, samir: Phone, talk: Talk) -> None:
    writes(ada)
    keep, again = ada.link("Keep it"), ada.link("Write it again")
    with talk.nothing_changes():
        for other in (nia, samir):
            for link in (keep, again, "careful.ask", "careful.keep:", "careful.keep:-", "careful.again:"):
                other.forges(link)
                other.sees(CLOSED)
                other.sees_not(PASSPORT)
    assert held(talk) == PASSPORT
    ada.presses("Keep it")
    assert goals(talk) == [PASSPORT]


def test_two_of_a_pair_keep_each_their_own(ada: Phone, nia: Phone, talk: Talk) -> None:
    writes(ada)
    writes(nia, ADDRESS)
    each_at_once(talk, {each: each.link("Keep it") for each in (ada, nia)})
    assert sorted(goals(talk)) == [ADDRESS, PASSPORT]


def test_whoever_walks_away_leaves_nothing(ada: Phone, talk: Talk) -> None:
    writes(ada)
    old = ada.last
    ada.opens()
    assert held(talk) is None
    with talk.nothing_changes():
        ada.presses("Keep it", on=old)
    ada.sees(CLOSED)


def test_a_sticker_or_a_lost_button_leaves_the_question_open(ada: Phone, talk: Talk) -> None:
    writes(ada)
    old = ada.last
    ada.sends_sticker()
    ada.forges("nothing.at:all")
    ada.presses("Keep it", on=old)
    assert goals(talk) == [PASSPORT]


def test_it_survives_a_restart(ada: Phone, talk: Talk, database: Database) -> None:
    writes(ada)
    talk.conversation = Talk(database).conversation
    ada.presses("Keep it")
    ada.sees(PASSPORT, WHY)
    assert goals(talk) == [PASSPORT]


def test_it_does_not_wait_longer_than_a_day(ada: Phone, talk: Talk) -> None:
    writes(ada)
    tidies(talk, HELD - timedelta(minutes=1))
    assert held(talk) == PASSPORT
    tidies(talk, timedelta(minutes=2))
    assert held(talk) is None
    with talk.nothing_changes():
        ada.presses("Keep it")
    ada.sees(AGAIN)
    ada.says(ORDER)
    assert goals(talk) == [ORDER]


def test_it_is_forgotten_with_its_writer(ada: Phone, talk: Talk) -> None:
    writes(ada)
    link = ada.link("Keep it")
    ada.forges("privacy.forget")
    ada.forges(link)
    ada.sees(UNINVITED)
    assert PASSPORT not in str(talk.look(lambda session: session.scalars(select(Person.held)).all()))


def test_a_pair_that_is_over_keeps_nothing(ada: Phone, nia: Phone, talk: Talk) -> None:
    writes(ada)
    old = ada.last
    nia.forges(f"parting.end:{talk.rows()['pairs'][0]['id']}")
    ada.presses("Keep it", on=old)
    assert goals(talk) == []
    assert held(talk) is None


def test_a_name_at_the_door(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation())
    karim.presses("العربية", "I agree")
    karim.says("Karim 12AB34567")
    karim.sees("Karim 12AB34567", ASKED)
    karim.may_not_press("Home")
    karim.presses("Write it again")
    karim.says("Karim AB123456")
    karim.presses("Keep it")
    karim.sees(SPEAKS)


def tidies(talk: Talk, later: timedelta) -> None:
    """Time passes, and what has outlived its use is deleted."""
    talk.clock.shift(later)
    asyncio.run(Housekeeping(talk.database, talk.clock).tidy())


def goals(talk: Talk) -> list[str]:
    return [goal["words"] for goal in talk.rows()["goals"]]
