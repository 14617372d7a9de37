"""Anything else somebody sends: a fitting kind screen, nothing changed, never a silence."""

import pytest

from handlers.kit.turn import Sort
from tests.handlers.test_goals import ORDER, adds_a_goal
from tests.handlers.test_steps import adds_a_step
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

PUZZLED = "I did not ask for this, so I have not kept it. Please choose here."
GONE = "That is not here any more. Nothing has changed."


@pytest.mark.parametrize("sort", [Sort.VOICE, Sort.PHOTO, Sort.OTHER])
@pytest.mark.parametrize("name", ["Ada", "Nia", "Samir"])
def test_a_picture_a_voice_a_sticker(cast: Cast, name: str, sort: Sort) -> None:
    person = cast.phones[name]
    with cast.talk.nothing_changes():
        person.sends(sort, "with a caption")
    person.sees(PUZZLED)
    person.may_press("Settings", "Help")


@pytest.mark.parametrize("text", ["Hello", "?", "🙂", "/nothing", "/", "home.open", "a" * 4096, "<b>"])
def test_text_nobody_asked_for(ada: Phone, talk: Talk, text: str) -> None:
    with talk.nothing_changes():
        ada.says(text)
    ada.sees(PUZZLED)
    ada.may_press("See goals", "Settings", "Help")


def test_words_of_the_menu_work_in_ones_own_language(ada: Phone, rosa: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for word, sentence in (("Help", "Tap a button. You cannot break anything."),):
            for said in (word.lower(), f"/{word.lower()}", ada.say(word), ada.say(word).upper()):
                ada.says(said)
                ada.sees(sentence)
        ada.says(ada.say("Goals"))
        ada.sees("No goal yet. A small one is a fine start.")
        rosa.says(rosa.say("Desk"))
        rosa.sees("{n} pair is together.", n=2)


def test_help_names_a_person_to_ask(ada: Phone) -> None:
    ada.opens()
    ada.presses("Help")
    ada.sees("A person to ask in {programme}: {names}.", programme="Marseille 2027", names="Rosa")


def test_the_same_update_twice_is_one_turn(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step")
    ada.says("Learn five sentences")
    with talk.nothing_changes():
        assert talk.hears_again() is None
    assert len(talk.rows()["steps"]) == 1


def test_an_old_button_of_a_step_that_is_gone(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(nia)
    talk.passes(minutes=2)
    ada.opens()
    ada.presses("See goals", ORDER)
    old = ada.last
    forgets(nia)
    ada.presses("Learn five sentences", on=old)
    ada.sees(GONE)
    ada.may_press("Settings")


def test_an_old_question_is_answered_by_nobody(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_goal(nia)
    ada.opens()
    ada.presses("See goals", ORDER, "Change it", "Change words")
    forgets(nia)
    with talk.nothing_changes():
        ada.says("Order a meal")
    ada.sees(GONE)


def test_an_answer_after_a_week_is_still_an_answer(ada: Phone) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    ada.talk.clock.forward(days=7)
    ada.says(ORDER)
    ada.sees(ORDER, "Why does it matter to you? Write it, or skip.")


def test_a_press_on_an_old_message_shows_its_answer_there(ada: Phone) -> None:
    ada.opens()
    first = ada.last
    ada.says("hello")
    ada.presses("Settings", on=first)
    assert ada.last == first
    ada.sees("Settings", "Name: {name}", name="Ada")


def test_whoever_comes_back_is_reached_again(ada: Phone, talk: Talk) -> None:
    ada.blocks()
    assert next(row for row in talk.rows()["addresses"] if row["ref"] == ada.number)["unreachable_since"]
    ada.reachable = True
    ada.says("hello")
    assert not next(row for row in talk.rows()["addresses"] if row["ref"] == ada.number)["unreachable_since"]


def forgets(phone: Phone) -> None:
    phone.opens()
    phone.presses("Settings", "What you know of me", "Forget me", "Erase everything")
