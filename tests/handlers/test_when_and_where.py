"""When and where: the pair's own hours and places first; written, shared, named, and kept only if chosen."""

import pytest

from handlers.kit.turn import Sort
from tests.handlers.test_meetings import line, met_before, proposes
from tests.phones import Phone
from tests.talk import Talk


def test_the_pairs_own_hours_and_places_come_first(ada: Phone, talk: Talk) -> None:
    met_before(ada, talk)
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "12")
    assert ada.labels[0] == "17:30"
    ada.presses("17:30")
    assert ada.labels[0] == "Café du Port"
    ada.presses("Café du Port", "Propose it")
    ada.sees("Café du Port", "17:30")


@pytest.mark.parametrize("said", ["18:30", "18h30", "18.30", "18 h 30", "١٨:٣٠"])
def test_an_hour_may_be_written(ada: Phone, said: str) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4")
    ada.says(said)
    ada.sees("18:30", "Where? Tap, write it, or share a place.")


@pytest.mark.parametrize("said", ["25:00", "18:75", "later", "9"])
def test_an_hour_that_is_none_or_gone_is_asked_again(ada: Phone, said: str) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "1")
    ada.says(said)
    ada.sees("Which hour suits you? Tap it, or write it.")
    ada.may_not_press("09:00", "10:00")
    ada.may_press("11:00")


def test_a_place_may_be_written(ada: Phone, talk: Talk) -> None:
    proposes(ada, "Café <du> Port")
    ada.sees("Café <du> Port")
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees("Café <du> Port", line(ada, place="Café <du> Port"))


def test_a_place_may_be_shared_and_named(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4", "18:00")
    ada.sends(Sort.PLACE, "43.2965, 5.3698")
    ada.sees("43.2965, 5.3698", "You can also write a name for this place.")
    ada.says("Vieux-Port")
    ada.sees("Vieux-Port")
    assert "43.2965" not in str(talk.rows())
    ada.presses("Propose it")
    ada.sees("Vieux-Port")


def test_a_shared_place_without_a_name_has_a_map(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4", "18:00")
    ada.sends(Sort.PLACE, "43.2965, 5.3698")
    ada.presses("Propose it")
    talk.delivers()
    nia.sees("43.2965, 5.3698")
    nia.may_press("Open the map")


def test_a_place_answers_no_other_question(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Change name")
    with talk.nothing_changes():
        ada.sends(Sort.PLACE, "43.2965, 5.3698")
    ada.sees("I can only read written words here. Please write it.")


def test_places_not_chosen_in_the_end_are_not_kept(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4", "18:00")
    ada.says("12 rue de la Paix")
    proposes(ada, "Vieux-Port")
    assert [row["words"] for row in talk.rows()["places"]] == ["Vieux-Port"]
