"""How it goes: asked a month after the match and then every two, by one tap, for nobody else's eyes."""

import pytest

from db.people import Role
from tests.handlers.test_settings import GONE
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import goes_well, thursday

FACE = "😕"
QUESTION = "How is it going with {names}?"


@pytest.fixture(autouse=True)
def settled(cast: Cast) -> None:
    """Both pairs have a goal and a meeting to come."""
    goes_well(cast.talk)


def test_each_is_asked_after_a_month_in_place_of_the_weekly_word(ada: Phone, nia: Phone, talk: Talk) -> None:
    for _ in range(5):
        thursday(talk)
        ada.sees_not(QUESTION, names="Nia")
    nia.sees(QUESTION, names="Ada")
    shown = ada.last
    thursday(talk)
    assert ada.last == shown + 1, "one message a week; the week before, a goal came first"
    ada.sees(QUESTION, names="Nia")
    ada.sees("Nobody else sees your answer.")
    ada.may_press("Fewer messages", "Home")


def test_one_tap_answers(ada: Phone, talk: Talk) -> None:
    asked_after_a_month(talk)
    ada.presses(FACE)
    ada.sees("Thank you. For you: {face} (only you see this)", face=FACE)
    assert sorted(each for each in faces(talk) if each) == [2]


def test_it_is_asked_again_every_sixty_days_and_not_between(ada: Phone, talk: Talk) -> None:
    asked_on = []
    for week in range(1, 17):
        thursday(talk)
        if ada.say(QUESTION, names="Nia") in ada.text:
            asked_on.append(week)
            ada.presses(FACE)
    assert asked_on == [6, 14], "days 38 and 94"
    assert len([row for row in talk.rows()["pulses"] if row["face"]]) == 2


def test_whoever_has_just_said_it_is_not_asked(ada: Phone, nia: Phone, talk: Talk) -> None:
    for _ in range(4):
        thursday(talk)
    talk.passes(days=6)
    says_how_it_is(ada)
    talk.passes(minutes=20)
    for _ in range(2):
        thursday(talk)
        ada.sees_not(QUESTION, names="Nia")
    ada.sees("Idea to share")


def test_it_can_be_said_at_any_time_and_changed(ada: Phone, talk: Talk) -> None:
    says_how_it_is(ada)
    ada.presses("Home", "How we are")
    ada.sees("Only you see this:", FACE)
    ada.presses("Say how it is", "😄")
    ada.opens()
    ada.presses("How we are")
    ada.sees("😄")
    ada.sees_not(FACE)
    assert faces(talk) == [5]


def test_nobody_else_ever_sees_a_face(cast: Cast, talk: Talk) -> None:
    says_how_it_is(cast.phones["Ada"])
    number = talk.rows()["pulses"][0]["id"]
    for name in ("Nia", "Rosa", "Samir", "Bea"):
        phone = cast.phones[name]
        for link in (f"pulse.show:{number}", f"pulse.erase:{number}", f"received.said:{number}"):
            with talk.nothing_changes():
                phone.forges(link)
            phone.sees(GONE)
        phone.opens()
        phone.presses("Settings", "What you know of me")
        phone.sees_not(FACE)
    nia = cast.phones["Nia"]
    nia.opens()
    nia.presses("How we are")
    nia.sees_not(FACE)


def test_samir_cannot_answer_for_others(samir: Phone, ada: Phone, talk: Talk) -> None:
    pair = talk.rows()["pairs"][0]["id"]
    with talk.nothing_changes():
        for link in (f"pulse.ask:{pair}", f"pulse.answer:{pair}:3", f"how_we_are.overview:{pair}"):
            samir.forges(link)
            samir.sees(GONE)
        for face in (0, 6, -1):
            ada.forges(f"pulse.answer:{pair}:{face}")
            ada.sees(GONE)


def test_what_we_know_of_somebody_includes_it_and_it_can_be_erased(ada: Phone, talk: Talk) -> None:
    says_how_it_is(ada)
    answered = ada.last
    ada.presses("Home", "Settings", "What you know of me")
    ada.sees(FACE)
    ada.forges(f"pulse.show:{talk.rows()['pulses'][0]['id']}")
    ada.presses("Erase it")
    ada.sees("It is erased.")
    assert faces(talk) == [None]
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees_not(FACE)
    ada.looks_at(answered)


def test_a_mentor_of_two_is_asked_about_each(nia: Phone, cast: Cast) -> None:
    cast.joined(Who("Omar", Role.MENTEE, "fr"))
    cast.pairs("Omar", "Nia")
    talk = cast.talk
    goes_well(talk)
    for _ in range(9):
        thursday(talk)
        if any(nia.say(QUESTION, names=name) in nia.text for name in ("Ada", "Omar")):
            nia.presses(FACE)
    assert sorted(row["pair_id"] for row in talk.rows()["pulses"] if row["face"]) == [1, 3]


def test_in_a_pause_it_waits(ada: Phone, talk: Talk) -> None:
    for _ in range(5):
        thursday(talk)
    ada.forges("pausing.until:2027-04-21")
    shown = ada.last
    for _ in range(2):
        thursday(talk)
    assert ada.last == shown
    thursday(talk)
    ada.sees(QUESTION, names="Nia")


def test_an_old_question_is_answered_for_now(ada: Phone, talk: Talk) -> None:
    asked_after_a_month(talk)
    old = ada.last
    talk.clock.forward(days=70)
    ada.presses(FACE, on=old)
    assert sorted(row["round"] for row in talk.rows()["pulses"] if row["face"]) == [2]
    ada.presses("Say a word")
    ada.sees("What would you like to say? Tap, or write it.")


def asked_after_a_month(talk: Talk) -> None:
    for _ in range(6):
        thursday(talk)


def says_how_it_is(ada: Phone) -> None:
    ada.opens()
    ada.presses("How we are", "Say how it is", FACE)


def faces(talk: Talk) -> list[int | None]:
    return [row["face"] for row in talk.rows()["pulses"]]
