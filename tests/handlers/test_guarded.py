"""Wherever people type: every reply asks before it keeps what looks private, or is known to be public."""

from dataclasses import dataclass

import pytest
from sqlalchemy import update

from db.people import Person
from handlers import topics
from tests.handlers.sharing import asks
from tests.handlers.test_announcements import confirms, writes
from tests.handlers.test_careful import ADDRESS, ASKED, PASSPORT
from tests.handlers.test_meetings import proposes
from tests.handlers.test_pulse import says_how_it_is
from tests.handlers.test_steps import adds_a_step
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.rounds import opens

EVENING = "20270304T1700Z"

GUARDED = {
    "contributing.take": "{idea}:0",
    "contributing.take_word": "{card}:0",
    "goals.take_goal": "{pairs}",
    "goals.take_why": "{goals}",
    "goals.take_words": "{goals}",
    "icebreakers.take": "{icebreakings}",
    "planning.take_step": "{goals}",
    "planning.take_words": "{steps}",
    "remarks.take": "{pairs}",
    "remarks.take_words": "{remarks}",
    "round.take": "{rounds}:hard",
    "settings.take_name": "",
    "smaller.take_first": "{steps}",
    "smaller.take_help": "{steps}",
    "steps.take_helped": "{steps}",
    "thanking.take": "{pairs}",
}
"""What each takes, as its link carries it."""

PLACES = {
    "moving.take_place": "{meetings}",
    "noting.take_place": f"{{pairs}}:{EVENING}",
    "proposing.take_place": f"{{pairs}}:{EVENING}",
    "proposing.take_name": f"{{pairs}}:{EVENING}:{{places}}",
}
"""Where an address is wanted, and only a number is asked about."""

PUBLIC = {
    "arranging.take_hour": "an hour is kept, no words",
    "arranging.take_place": "where an event is, which everybody may read",
    "correcting.take": "what goes to everybody",
    "sizing.take_room": "a number is kept, no words",
    "when.take_hour": "an hour is kept, no words",
    "writing.take": "what goes to everybody",
    "writing.take_words": "the same",
    "writing.more": "the same",
    "helping.take": "the same",
    "joining.again": "nothing is read: buttons answer",
    "moving.take_hour": "an hour is kept, no words",
    "noting.take_hour": "the same",
    "profile.again_needs": "nothing is read: buttons answer",
    "profile.again_speaks": "the same",
    "proposing.take_hour": "an hour is kept, no words",
    "sorting.take_theme": "the name of a theme, which everybody may read",
    "themes.take_name": "the same",
    "timing.take_zone": "a zone is kept, no words",
    "versions.take": "what goes to everybody",
}
OFFERED = {"library.take_step", "wording.take"}
"""Ready steps of a programme, for all its pairs: the address of an office is wanted, a number is not."""

ELSEWHERE = {
    "answering_back.back": "tests/handlers/test_answering_back.py",
    "answering_back.more": "the same",
    "answering_back.take": "the same",
    "listing.take_name": "tests/handlers/test_waiting_list.py",
    "replying.take": "tests/handlers/test_answering_back.py",
    "asking.take_change": "tests/handlers/test_asking.py",
    "joining.take_name": "tests/handlers/test_careful.py",
}


NUMBERED = {"idea": "idea", "words": "card"}


@dataclass(frozen=True)
class Asked:
    """Ada's phone, with a goal, a step, a meeting, a remark, an idea, a round, and a group that plays."""

    ada: Phone

    def hears(self, reply: str, arguments: str, words: str) -> None:
        """Ada writes words that a reply awaits."""
        rows = self.ada.talk.rows()
        numbers = {table: found[0]["id"] for table, found in rows.items() if found and "id" in found[0]}
        numbers |= {NUMBERED[row["play"]]: row["id"] for row in rows["activities"]}
        awaited = ":".join(filter(None, [reply, arguments.format(**numbers)]))
        asking = update(Person).where(Person.name == "Ada").values(awaits=awaited)
        self.ada.talk.look(lambda session: session.execute(asking) and None)
        self.ada.says(words)


@pytest.fixture
def asked(ada: Phone, rosa: Phone, room: Room) -> Asked:
    together(rosa, room)
    adds_a_step(ada)
    proposes(ada, "Alcazar")
    says_how_it_is(ada)
    ada.says("We seldom find the time")
    asks(ada)
    opens(rosa)
    return Asked(ada)


def together(rosa: Phone, room: Room) -> None:
    """An idea and a game of words in a group."""
    confirms(rosa, room)
    rosa.presses("Chez Rosa", "Post an idea", "Post it", "Go back", "Play a game", "Word bingo")
    rosa.presses("Start the game")


def test_every_reply_is_known() -> None:
    replies = {reply.name for reply in topics.book().replies.values()}
    assert replies == {*GUARDED, *PLACES, *PUBLIC, *OFFERED, *ELSEWHERE}


@pytest.mark.parametrize("words", [PASSPORT, ADDRESS])
@pytest.mark.parametrize("reply", GUARDED)
def test_it_asks_first_and_keeps_what_is_meant(asked: Asked, reply: str, words: str) -> None:
    talk = asked.ada.talk
    with talk.nothing_changes():
        asked.hears(reply, GUARDED[reply], words)
    asked.ada.sees(words, ASKED)
    asked.ada.presses("Keep it")
    asked.ada.sees_not(ASKED)
    assert str(talk.rows()).count(words) == 1


@pytest.mark.parametrize("reply", PLACES)
def test_a_place_has_an_address(asked: Asked, reply: str) -> None:
    asked.hears(reply, PLACES[reply], ADDRESS)
    asked.ada.sees_not(ASKED)


@pytest.mark.parametrize("reply", PLACES)
def test_but_no_number(asked: Asked, reply: str) -> None:
    with asked.ada.talk.nothing_changes():
        asked.hears(reply, PLACES[reply], PASSPORT)
    asked.ada.sees(PASSPORT, ASKED)


@pytest.mark.parametrize("reply", [name for name, why in PUBLIC.items() if "kept" in why])
def test_hours_and_zones_are_asked_for_once_more(asked: Asked, reply: str) -> None:
    arguments = {"moving.take_hour": "{meetings}:2027-03-04", "timing.take_zone": ""}
    asked.hears(reply, arguments.get(reply, "{pairs}:2027-03-04"), PASSPORT)
    asked.ada.sees_not(ASKED)


def test_a_ready_step_of_a_programme(cast: Cast) -> None:
    rosa = cast.phones["Rosa"]
    rosa.opens()
    rosa.presses("Open my desk", "Ready steps", "Language", "Add a step")
    rosa.says(PASSPORT)
    rosa.sees(PASSPORT, ASKED)
    rosa.presses("Write it again")
    rosa.says(ADDRESS)
    rosa.sees(ADDRESS)
    rosa.sees_not(ASKED)
    edition = rosa.talk.rows()["editions"][0]["id"]
    rosa.forges(f"wording.ask:{edition}:fr")
    rosa.says(PASSPORT)
    rosa.sees(PASSPORT, ASKED)
    rosa.presses("Keep it")
    rosa.sees(PASSPORT)
    rosa.sees_not(ASKED)


def test_an_announcement_is_for_everybody(cast: Cast) -> None:
    rosa = cast.phones["Rosa"]
    writes(rosa, f"{ADDRESS}, 13001 Marseille. {PASSPORT}")
    rosa.sees(ADDRESS, "This is how it will look.")
    rosa.presses("Change words")
    rosa.says(f"{ADDRESS}, 13002 Marseille")
    rosa.sees("13002", "This is how it will look.")
