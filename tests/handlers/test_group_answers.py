"""Answers in a group: kept by first name, taken back by their author, erased with time; guests and doors."""

import asyncio
from dataclasses import replace

import pytest

from bot.answers import Hint
from bot.events import Event, Replied, Someone, Tapped
from bot.housekeeping import Housekeeping
from db.people import Role
from handlers.kit.turn import Said, Sort
from tests.handlers.conftest import SOON
from tests.handlers.test_careful import ASKED, PASSPORT
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import CHANNEL, Talk


def words_of(talk: Talk) -> list[tuple[str | None, str | None]]:
    """Name and words of everything that is kept."""
    return [(row["name"], row["words"]) for row in talk.rows()["contributions"]]


def test_what_looks_private_or_is_long_is_not_kept(idea: Room, ada: Phone, nia: Phone, talk: Talk) -> None:
    idea.is_answered(ada, PASSPORT)
    idea.is_answered(nia, "much " * 60)
    talk.passes(seconds=SOON)
    idea.sees("{name}: an answer in the group", name="Ada")
    idea.sees("{name}: an answer in the group", name="Nia")
    assert words_of(talk) == [(None, None), (None, None)]


def test_a_member_answers_in_private(idea: Room, ada: Phone, talk: Talk) -> None:
    ada.opens(idea.door)
    ada.sees("Write a few words.", "For a voice message or a photo, reply in the group.")
    ada.says(PASSPORT)
    ada.sees(ASKED)
    ada.presses("Write it again")
    ada.says("Tea with mint")
    ada.sees("Thank you. {group} can read it now.", group="Chez Rosa")
    talk.passes(seconds=SOON)
    idea.sees("{name}: {words}", name="Ada", words="Tea with mint")
    ada.presses("Change it")
    ada.says("Coffee")
    talk.passes(seconds=SOON)
    idea.sees("{name}: {words}", name="Ada", words="Coffee")
    idea.sees_not("Tea with mint")


def test_an_author_takes_an_answer_back(idea: Room, ada: Phone, nia: Phone, talk: Talk) -> None:
    idea.is_answered(ada, "Tea with mint")
    idea.is_answered(nia, "Milk")
    talk.passes(seconds=SOON)
    ada.opens(idea.door)
    ada.sees("Your answer: {words}", words="Tea with mint")
    ada.presses("Take it back")
    ada.sees("It is taken back. {group} does not read it any more.", group="Chez Rosa")
    talk.passes(seconds=SOON)
    idea.sees("Milk")
    idea.sees_not("Tea with mint", "Ada")


@pytest.mark.parametrize("who", ["Karim", "Bea"])
def test_others_get_a_kind_word_behind_the_door(idea: Room, cast: Cast, talk: Talk, who: str) -> None:
    phone = cast.phones[who]
    with talk.nothing_changes():
        phone.opens(idea.door)
        phone.sees("Only members of the programme answer here.")
        for payload in ("r-", "r-1", "r-1-x", "r-٣-0", f"r-{'9' * 30}-0"):
            phone.opens(payload)


def test_forged_doors_lead_nowhere(idea: Room, ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for payload in ("r-", "r-1", "r-1-9", "r-1-x", "r--1-0", f"r-{'9' * 20}-0"):
            ada.opens(payload)
            assert "Tea" not in ada.text
        ada.forges(f"contributing.take:{talk.rows()['activities'][0]['id']}:0")
        ada.sees("That is not here any more. Nothing has changed.")


def test_a_guest_may_say_three_things(idea: Room, karim: Phone, talk: Talk) -> None:
    for number in range(5):
        idea.is_answered(karim, f"Number {number}", "Karim")
    assert [words for _, words in words_of(talk)] == ["Number 0", "Number 1", "Number 2"]


def test_after_a_week_it_takes_no_more(idea: Room, ada: Phone, talk: Talk) -> None:
    talk.passes(days=7)
    with talk.nothing_changes():
        idea.is_answered(ada, "Too late")
        ada.opens(idea.door)
        ada.sees("This is over. No more answers are taken.")


def test_nothing_is_left_where_the_bot_was_removed(idea: Room, ada: Phone, talk: Talk) -> None:
    idea.is_answered(ada, "Tea")
    idea.removes_bot()
    assert talk.rows()["activities"] == talk.rows()["contributions"] == []


def test_whoever_leaves_disappears_from_the_message(idea: Room, ada: Phone, nia: Phone, talk: Talk) -> None:
    idea.is_answered(ada, "Tea with mint")
    idea.is_answered(nia, "Milk")
    talk.passes(seconds=SOON)
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees("In {group}: {words}", group="Chez Rosa", words="Tea with mint")
    ada.presses("Forget me", "Erase everything")
    talk.passes(seconds=SOON)
    idea.sees("Milk")
    idea.sees_not("Tea with mint", "Ada")
    assert words_of(talk) == [(None, "Milk")]


def test_an_outsider_of_another_programme_is_a_guest(idea: Room, bea: Phone, talk: Talk) -> None:
    idea.is_answered(bea, "Tea", "Bea from Athens")
    assert words_of(talk) == [("Bea from Athens", "Tea")]


def test_somebody_who_is_joining_is_a_guest(idea: Room, karim: Phone, cast: Cast, talk: Talk) -> None:
    karim.opens(cast.invitation(Role.MENTEE))
    idea.is_answered(karim, "Tea", "Karim")
    assert words_of(talk) == [("Karim", "Tea")]
    karim.opens(idea.door)
    karim.sees("Only members of the programme answer here.")


def test_rosa_takes_out_what_should_not_stand_there(idea: Room, rosa: Phone, cast: Cast, talk: Talk) -> None:
    karim, bea = cast.phones["Karim"], cast.phones["Bea"]
    idea.is_answered(karim, "Something rude", "Karim")
    idea.is_answered(rosa, "Milk")
    talk.passes(seconds=SOON)
    number = talk.rows()["contributions"][0]["id"]
    with talk.nothing_changes():
        bea.forges(f"tidying.take_out:{number}")
        bea.sees("That is not here any more. Nothing has changed.")
        karim.forges(f"tidying.take_out:{number}")
        rosa.presses("Go back", "See answers")
        rosa.presses("{name}: {words}", name="Karim", words="Something rude")
        rosa.sees("Something rude", "Take it out? Whoever wrote it is not told.")
    rosa.presses("Take it out")
    rosa.sees_not("Something rude")
    talk.passes(seconds=SOON)
    idea.sees("Milk")
    idea.sees_not("Something rude", "Karim")


def test_names_and_words_are_kept_for_a_month(idea: Room, ada: Phone, talk: Talk) -> None:
    idea.is_answered(ada, "Tea")
    house = Housekeeping(talk.database, talk.clock)
    talk.clock.forward(days=30)
    asyncio.run(house.tidy())
    assert len(words_of(talk)) == 1
    talk.clock.forward(seconds=1)
    asyncio.run(house.tidy())
    assert words_of(talk) == []
    assert len(talk.rows()["activities"]) == 1, "so that the idea does not come twice"


def test_a_fault_of_ours_is_not_told_to_the_group(idea: Room, ada: Phone, talk: Talk) -> None:
    event = Event(
        5000, CHANNEL, idea.number, "fr", Tapped("together.claim:1:1", "77", Someone(ada.number, ""))
    )
    now = talk.clock.now()
    said = talk.look(lambda session: talk.conversation.apologise(session, event, now, "ZeroDivisionError"))
    assert said == Hint("77")
    answered = replace(event, what=Replied(2, Said(Sort.TEXT, "Tea"), Someone(ada.number, "")))
    assert talk.look(lambda session: talk.conversation.apologise(session, answered, now, "Fault")) is None
