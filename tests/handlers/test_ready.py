"""Ready steps: picked by taps, read by each in their own language; typed ones stay as typed, and say so."""

from datetime import date

import pytest

from handlers.kit import ready
from tests.handlers.test_goals import GONE, adds_a_goal
from tests.handlers.test_steps import FIVE, adds_a_step, at_once, step
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

CAFE, LETTER = "order-at-a-cafe", "read-a-letter"


def test_a_step_by_taps_alone(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal", "Language")
    ada.presses("Add a step", called(ada, CAFE), "Nia", "This week")
    ada.sees(called(ada, CAFE), "Until: {day}", day=ada.words.day(date(2027, 3, 7)))
    talk.passes(minutes=2)
    nia.sees("New step from {name}: {step}", name="Ada", step=called(nia, CAFE))
    nia.presses(called(nia, CAFE))
    nia.sees(called(nia, CAFE), "You do it.")
    talk.clock.at("Thursday 18:00")
    talk.delivers()
    nia.sees("Your next step:", called(nia, CAFE))
    nia.opens()
    nia.sees("Next step: {step}", step=called(nia, CAFE))


def test_any_goal_has_all_topics(ada: Phone) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step", "Papers and offices", "Other topics", "Papers and offices", called(ada, LETTER))
    ada.sees(called(ada, LETTER), "Who does it?")


def test_own_words_stay_possible_beside_them(ada: Phone) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step", "Papers and offices")
    ada.says(FIVE)
    ada.sees(FIVE, "Who does it?")


def test_it_is_given_to_whoever_usually_does_it(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    for topic, key, line in (
        ("Language", CAFE, "You do it."),
        ("Health", "doctor-nearby", "Nia"),
        ("Language", "talk-half-an-hour", "You do it together."),
        ("Money and shopping", "second-hand-shop", "Whoever can does it."),
    ):
        ada.presses("Add a step", topic, called(ada, key))
        ada.forges(f"steps.show:{step(talk)}")
        ada.sees(line)
        ada.presses("Go back")


def test_picked_twice_it_is_there_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step", "Language")
    ada.presses_again(called(ada, CAFE))
    at_once(talk, f"planning.pick:{talk.rows()['goals'][0]['id']}:{CAFE}", ada, nia)
    assert [row["ready"] for row in talk.rows()["steps"]] == [CAFE]
    assert [row["verb"] for row in talk.rows()["acts"]].count("step-added") == 1


def test_some_make_sense_in_one_country_only(ada: Phone) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step", "Papers and offices")
    ada.may_press(called(ada, "france-services"))
    ada.forges("timing.set_zone:Europe/Athens")
    ada.forges(f"planning.shelf:{ada.talk.rows()['goals'][0]['id']}:papers")
    ada.may_not_press(called(ada, "france-services"))


def test_other_words_make_it_ones_own(ada: Phone, nia: Phone) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step", "Language", called(ada, CAFE), "Together", "No date")
    ada.presses("Change it", "Change words")
    ada.says("أطلب قهوة")
    ada.sees("أطلب قهوة")
    ada.sees_not("<i>Written in {language}</i>", language="العربية")
    nia.opens()
    nia.presses("See goals", "Order food in French", "أطلب قهوة")
    nia.sees("<i>Written in {language}</i>", language="العربية")


def test_whoever_can_does_it(ada: Phone, nia: Phone) -> None:
    adds_a_step(ada)
    ada.presses("Change it", "Change who", "Anyone of us")
    ada.sees("Whoever can does it.")
    nia.opens()
    nia.sees("Next step: {step}", step=FIVE)
    ada.presses("Change it", "Change who", "Together")
    ada.sees("You do it together.")


def test_a_date_is_moved_with_one_tap(ada: Phone) -> None:
    adds_a_step(ada)
    ada.presses("Change it", "Tomorrow")
    ada.sees("Until: {day}", day=ada.words.day(date(2027, 3, 2)))
    ada.presses("Change it", "Next week")
    ada.sees("Until: {day}", day=ada.words.day(date(2027, 3, 14)))


@pytest.mark.parametrize(
    "name", ["ask_until:{}", "month:{}:2027-03-01", "set_when:{}:today", "set_until:{}:2027-03-09"]
)
def test_old_buttons_for_dates_still_open(ada: Phone, talk: Talk, name: str) -> None:
    adds_a_step(ada)
    ada.forges("planning." + name.format(step(talk)))
    ada.sees(FIVE)


def test_what_helped_is_kept_with_a_finished_step(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Done", "Say what helped")
    ada.says("نتدرب معا")
    ada.sees("What helped: {words}", words="نتدرب معا")
    nia.opens()
    nia.presses("See goals", "Order food in French", FIVE)
    nia.sees("What helped: {words}", words="نتدرب معا")
    nia.sees("<i>Written in {language}</i>", language="العربية")
    nia.presses("Say what helped")
    nia.says("Le faire à deux")
    nia.sees("What helped: {words}", words="Le faire à deux")
    nia.presses("Undo")
    nia.sees_not("Le faire à deux")
    assert len(talk.rows()["lessons"]) == 1


def test_what_is_not_finished_has_no_lesson(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    with talk.nothing_changes():
        ada.forges(f"steps.ask_helped:{step(talk)}")
        ada.says("A walk")


def test_forged_keys_and_goals_lead_nowhere(ada: Phone, samir: Phone, cast: Cast) -> None:
    adds_a_goal(ada)
    goal = cast.talk.rows()["goals"][0]["id"]
    with cast.talk.nothing_changes():
        ada.forges(f"planning.pick:{goal}:rob-a-bank")
        ada.sees(GONE)
        for link in (f"pick:{goal}:{CAFE}", f"shelf:{goal}:language", f"topics:{goal}"):
            samir.forges("planning." + link)
            samir.sees(GONE)


def called(phone: Phone, key: str) -> str:
    """A ready step as a phone's owner reads it."""
    return str(ready.said(phone.words, ready.library()[key]))
