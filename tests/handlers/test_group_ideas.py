"""Ideas in a group: posted by hand, answered by a reply or in private, shown together by first name."""

import asyncio
from dataclasses import replace
from datetime import time

import pytest
from sqlalchemy import update

from bot.answers import Hint
from bot.events import Event, Replied, Someone, Tapped
from bot.housekeeping import Housekeeping
from db.people import Role
from db.programmes import Programme
from handlers.kit.bidi import FSI, PDI, RLM
from handlers.kit.prompts import Company, library
from handlers.kit.turn import Said, Sort
from tests.handlers.test_announcements import confirms
from tests.handlers.test_careful import ASKED, PASSPORT
from tests.people import Cast
from tests.phones import Phone, Room
from tests.talk import CHANNEL, Talk

NINE = time(9)
FITTING = [prompt.words for prompt in library().values() if prompt.company is not Company.PAIR]
HOW = "<i>Reply to this message. Your first name and words will stand here.</i>"
SOON = 7
"""Seconds until a change is seen in the group."""


@pytest.fixture
def group(rosa: Phone, room: Room) -> Room:
    """The group, confirmed; Rosa looks at it on her desk."""
    confirms(rosa, room)
    rosa.presses("Chez Rosa")
    return room


@pytest.fixture
def idea(group: Room, rosa: Phone) -> Room:
    """The group, with an idea in it."""
    rosa.presses("Post an idea", "Post it")
    rosa.sees("It goes to {group}.", group="Chez Rosa")
    assert rosa.talk.delivers() == 1
    group.sees("Idea to share", HOW)
    return group


def words_of(talk: Talk) -> list[tuple[str | None, str | None]]:
    """Name and words of everything that is kept."""
    return [(row["name"], row["words"]) for row in talk.rows()["contributions"]]


def test_rosa_sees_an_idea_before_she_posts_it(group: Room, rosa: Phone, talk: Talk) -> None:
    seen = set()
    with talk.nothing_changes():
        rosa.presses("Post an idea")
        for _ in range(12):
            rosa.sees("This is how it will look in {group}.", group="Chez Rosa")
            seen |= {words for words in FITTING if rosa.say(words) in rosa.text}
            rosa.presses("Another idea")
    assert len(seen) == 12
    [last] = [words for words in FITTING if rosa.say(words) in rosa.text]
    rosa.presses("Post it")
    talk.delivers()
    group.sees(last)


def test_posting_twice_posts_once(group: Room, rosa: Phone, talk: Talk) -> None:
    rosa.presses("Post an idea")
    rosa.presses_again("Post it")
    assert talk.delivers() == 1
    assert len(talk.rows()["activities"]) == 1


def test_none_comes_twice_until_all_were_there(group: Room, rosa: Phone, talk: Talk) -> None:
    number = talk.rows()["groups"][0]["id"]
    seen = []
    for _ in range(8):
        rosa.forges(f"posting.offer:{number}:0")
        rosa.presses("Post it")
        talk.passes(hours=1)
        seen += talk.rows()["activities"][-1]["keys"]
    assert len(set(seen)) == 8


def test_answers_stand_together_by_first_name(idea: Room, cast: Cast, talk: Talk) -> None:
    card = idea.last
    idea.is_answered(cast.phones["Ada"], "القهوة", "Ada T.")
    idea.is_answered(cast.phones["Karim"], "Le thé", "Karim")
    idea.is_answered(cast.phones["Nia"], Said(Sort.VOICE))
    idea.is_answered(cast.phones["Samir"], Said(Sort.PHOTO, "secret"))
    assert talk.passes(seconds=SOON) == 1, "gathered into one edit"
    assert idea.last == card
    idea.sees("{name}: {words}", name="Ada", words="القهوة")
    idea.sees("{name}: {words}", name="Karim", words="Le thé")
    idea.sees("{name}: a voice message", name="Nia")
    idea.sees("{name}: a photo", name="Samir")
    assert words_of(talk) == [(None, "القهوة"), ("Karim", "Le thé"), (None, None), (None, None)]
    assert str(cast.phones["Karim"].number) not in str(talk.rows()["contributions"])


def test_only_replies_to_our_message_are_read(idea: Room, ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        idea.is_answered(ada, "something else", to=1)
        idea.is_answered(ada, "something else", to=77)
        idea.is_answered(ada, "   ")


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


def test_many_answers_stay_readable(idea: Room, cast: Cast, talk: Talk) -> None:
    for number in range(23):
        idea.is_answered(cast.phones["Karim"], f"Word {number}.", f"Guest {number}")
    talk.passes(seconds=SOON)
    idea.sees("{n} answers before these.", n=3)
    idea.sees("Word 22.")
    idea.sees_not("Word 2.")


def test_a_question_follows_when_two_have_answered(group: Room, rosa: Phone, cast: Cast, talk: Talk) -> None:
    key = next(key for key, each in library().items() if each.follow and each.company is not Company.PAIR)
    rosa.forges(f"posting.post:{talk.rows()['groups'][0]['id']}:{key}")
    talk.delivers()
    group.sees_not(library()[key].follow)
    for name in ("Ada", "Nia"):
        group.is_answered(cast.phones[name], f"Word of {name}")
    talk.passes(seconds=SOON)
    group.sees(library()[key].follow)


def test_it_stands_in_two_languages(group: Room, rosa: Phone, talk: Talk) -> None:
    rosa.presses("Second language", "العربية")
    rosa.forges(f"posting.offer:{talk.rows()['groups'][0]['id']}:0")
    arabic = talk.catalogues.words("ar")._("Idea to share")
    assert arabic in rosa.text
    rosa.presses("Post it")
    talk.delivers()
    group.sees("Idea to share")
    assert arabic in group.text
    rosa.forges(f"posting.tongues:{talk.rows()['groups'][0]['id']}")
    rosa.presses("العربية")
    assert talk.rows()["groups"][0]["beside"] is None


def test_french_below_arabic_keeps_its_direction(cast: Cast, rosa: Phone, talk: Talk) -> None:
    arabic = update(Programme).where(Programme.id == cast.programme.id).values(language="ar")
    talk.look(lambda session: session.execute(arabic) and None)
    room = Room(talk, -700, "ar")
    confirms(rosa, room)
    rosa.presses("Chez Rosa", "Second language", "Français", "Go back", "Post an idea", "Post it")
    talk.delivers()
    room.is_answered(cast.phones["Nia"], "Un café")
    talk.passes(seconds=SOON)
    lines = room.screen.text.split("\n")
    french = str(talk.catalogues.words("fr")._(HOW))
    assert f"{RLM}{FSI}{french}{PDI}" in lines
    assert f"{RLM}{room.words._(HOW)}" in lines
    room.sees("{name}: {words}", name="Nia", words="Un café")


def test_a_deleted_message_comes_anew(idea: Room, ada: Phone, talk: Talk) -> None:
    old = idea.last
    door = idea.door
    del idea.messages[old]
    ada.opens(door)
    ada.says("Tea")
    talk.passes(seconds=SOON)
    idea.sees("Tea")


def test_a_group_that_moved_is_written_to_anew(idea: Room, ada: Phone, talk: Talk) -> None:
    door = idea.door
    idea.moves(-1000500)
    idea.messages, idea.last = {}, 0
    ada.opens(door)
    ada.says("Tea")
    assert talk.passes(seconds=SOON) == 1
    idea.sees("Tea")
    idea.is_answered(ada, "Coffee")
    assert talk.passes(seconds=SOON) == 1
    idea.sees("Coffee")


def test_nothing_comes_to_a_group_that_was_removed(idea: Room, rosa: Phone, ada: Phone, talk: Talk) -> None:
    idea.is_answered(ada, "Tea")
    rosa.presses("Go back", "Remove this group")
    assert talk.passes(seconds=SOON) == 0
    assert talk.rows()["activities"] == talk.rows()["contributions"] == []
    with talk.nothing_changes():
        idea.is_answered(ada, "Coffee")


def test_nothing_is_left_where_the_bot_was_removed(idea: Room, ada: Phone, talk: Talk) -> None:
    idea.is_answered(ada, "Tea")
    idea.removes_bot()
    assert talk.rows()["activities"] == talk.rows()["contributions"] == []


def test_late_in_the_evening_it_waits(group: Room, rosa: Phone, ada: Phone, talk: Talk) -> None:
    talk.clock.at("Monday 22:00")
    rosa.presses("Post an idea", "Post it")
    rosa.sees("It waits until {clock}.", clock=str(rosa.words.clock(NINE)))
    assert talk.delivers() == 0
    talk.clock.at("Tuesday 09:00")
    assert talk.delivers() == 1
    talk.clock.at("Tuesday 22:00")
    group.is_answered(ada, "Tea")
    assert talk.passes(seconds=SOON) == 1, "an edit wakes nobody"


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


def test_rosa_takes_out_what_should_not_stand_there(
    idea: Room, rosa: Phone, karim: Phone, bea: Phone, talk: Talk
) -> None:
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
