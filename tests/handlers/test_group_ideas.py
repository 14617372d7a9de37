"""Ideas in a group: posted by hand, answered by a reply, shown together, wherever the group goes."""

from datetime import time

from sqlalchemy import update

from db.programmes import Programme
from handlers.kit.bidi import FSI, PDI, RLM
from handlers.kit.prompts import Company, library
from handlers.kit.turn import Said, Sort
from tests.handlers.conftest import HOW, SOON
from tests.handlers.test_announcements import confirms
from tests.handlers.test_group_answers import words_of
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

NINE = time(9)
FITTING = [prompt.words for prompt in library().values() if prompt.company is not Company.PAIR]


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
    rosa.presses("Settings", "Second language", "العربية")
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
    rosa.presses("Chez Rosa", "Settings", "Second language", "Français")
    rosa.presses("Go back", "Post an idea", "Post it")
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
    rosa.presses("Go back", "Remove this group", "Remove this group")
    assert talk.passes(seconds=SOON) == 0
    assert talk.rows()["activities"] == talk.rows()["contributions"] == []
    with talk.nothing_changes():
        idea.is_answered(ada, "Coffee")


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
