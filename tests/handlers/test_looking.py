"""Looking at each version as it will look, trying it in one's own chat, and the words on the way to send."""

import pytest
from sqlalchemy.orm import Session

from db.versions import Origin, Version
from handlers.announcing import looking
from handlers.kit import catalogues
from handlers.kit.screen import LABEL_LENGTH
from handlers.kit.words import plain
from tests.handlers.test_announcements import PICNIC, confirms, number, writes
from tests.people import Cast, gather
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import START, Talk

ARABIC = "نزهة يوم الأحد."


def also_in(talk: Talk, language: str, words: str, approved: bool = True) -> None:
    def keep(session: Session) -> None:
        row = Version(announcement_id=number(talk), language=language, words=words, written_at=START)
        row.origin, row.approved_at = Origin.COORDINATOR, START if approved else None
        session.add(row)

    talk.look(keep)


def test_each_version_is_looked_at_as_it_will_look(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    also_in(talk, "ar", ARABIC)
    also_in(talk, "en", "Not read yet.", approved=False)
    rosa.presses("Look and test")
    rosa.sees("Marseille 2027", PICNIC, "This is how it looks in {language}.", language="Français")
    rosa.presses("Next version")
    rosa.sees(ARABIC, "This is how it looks in {language}.", language="العربية")
    rosa.sees("من Rosa")
    rosa.presses("Next version")
    rosa.sees(PICNIC)
    rosa.sees_not("Not read yet.")


def test_a_test_comes_beside_as_members_get_it_and_nothing_is_kept(
    rosa: Phone, ada: Phone, talk: Talk
) -> None:
    writes(rosa)
    also_in(talk, "ar", ARABIC)
    rosa.presses("Look and test", "Next version")
    looked, before = rosa.last, talk.rows()
    rosa.presses("Test to myself")
    assert rosa.last == looked + 1
    assert talk.rows() == before
    tested = rosa.text
    rosa.looks_at(looked)
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    assert ada.text == tested


def test_one_version_has_no_next(rosa: Phone) -> None:
    writes(rosa)
    rosa.presses("Look and test")
    rosa.may_not_press("Next version")
    rosa.presses("Go back")
    rosa.sees("This is how it will look.")


def test_people_and_groups_stand_on_the_button(rosa: Phone, room: Room) -> None:
    confirms(rosa, room)
    writes(rosa)
    rosa.presses("Look and test")
    rosa.may_press("Send to {people} and {groups}", people="5 personnes", groups="1 groupe")


CATALOGUES = catalogues.load()


@pytest.mark.parametrize("language", CATALOGUES.languages)
def test_a_button_has_room_for_a_programmes_people_and_groups(language: str) -> None:
    words = CATALOGUES.words(language)
    for people in (1, 2, 5, 11, 87, 100, 487):
        for groups in (1, 2, 7):
            label = looking.label(words, people, groups)
            assert label
            assert words.n_("{n} group", "{n} groups", groups) in label
            assert len(plain(label)) <= LABEL_LENGTH


def test_where_there_is_no_room_it_is_one_number() -> None:
    words = CATALOGUES.words("fr")
    assert looking.label(words, 12345, 12) == words._("Send to {n}", n=12357)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_coordinator_reads_all_of_it_in_their_language(talk: Talk, language: str) -> None:
    cast: Cast = gather(talk, language)
    rosa = cast.phones["Rosa"]
    writes(rosa)
    rosa.presses("Look and test")
    rosa.sees(PICNIC)
    rosa.presses("Go back", "To whom", "Only…", "Their role", "Newcomers", "To whom", "Without…")
    rosa.presses("Their meetings", "Not met lately", "Go back", "When", "After quiet hours", "Urgent")
    rosa.sees("Without those who did not meet in the last three weeks.")
    rosa.sees("It presses: it also comes in quiet hours.")
