"""A look back: every four weeks each goal is kept, changed, finished or let go, one after the other."""

import pytest

from tests.handlers.test_goals import ORDER, adds_a_goal
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import goes_well, thursday

QUESTION = "Some weeks have gone by. Is this goal still right for you?"


def test_it_is_asked_every_four_weeks_in_place_of_the_weekly_word(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    goes_well(talk)
    talk.passes(minutes=2)
    asked: dict[str, list[int]] = {"Ada": [], "Nia": []}
    for week in range(1, 15):
        before = len(ada.messages)
        thursday(talk)
        assert len(ada.messages) == before + 1, "never two in a week"
        for name, phone in (("Ada", ada), ("Nia", nia)):
            if phone.say(QUESTION) in phone.text:
                phone.sees(QUESTION, ORDER)
                asked[name].append(week)
    assert asked == {"Ada": [5, 9, 13], "Nia": [6, 10, 14]}, "not both on one day"
    nia.may_press("Keep as it is", "Change it", "Finish this goal", "Drop it", "Later", "Fewer messages")


def test_whoever_wants_to_hear_less_is_asked_less_and_still_hears_of_the_end(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    goes_well(talk)
    ada.forges("timing.set_appetite:monthly")
    came = []
    for _ in range(28):
        before = len(ada.messages)
        thursday(talk)
        came += [ada.text] * (len(ada.messages) - before)
    kinds = {
        "There is still time: a step, a meeting, a thank you.": "soon",
        "Now is a good moment to plan your last meeting.": "prepare",
        QUESTION: "review",
        "Choose up to three. Nobody else sees it yet.": "matters",
        "Nobody else sees your answer.": "pulse",
        "This is the middle of your time together.": "half",
        "Idea to share": "idea",
    }
    found = [kinds[next(kind for kind in kinds if ada.say(kind) in text)] for text in came]
    assert " ".join(found) == "idea review matters pulse idea soon prepare review"


def test_goal_after_goal(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    for need in ("Language", "Health"):
        ada.presses("Go back", "Add a goal", need)
    looks_back(talk)
    ada.sees(QUESTION, ORDER)
    ada.presses("Keep as it is")
    ada.sees(QUESTION, "التحدث باللغة بسهولة أكبر")
    ada.presses("Finish this goal")
    ada.sees("This goal is finished. Well done.")
    ada.presses("Next goal", "Drop it")
    ada.sees("This goal was dropped.")
    ada.may_not_press("Next goal")
    ada.presses("Go back")
    ada.sees("Your goals")
    ada.may_press(ORDER)
    talk.passes(minutes=2)
    nia.sees("Goal finished by {name}: {goal}", name="Ada", goal="Parler la langue plus facilement")


def test_with_the_last_goal_kept_all_are_shown(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    looks_back(talk)
    with talk.nothing_changes():
        ada.presses("Keep as it is")
    ada.sees("Your goals")


def test_a_goal_can_be_changed(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    looks_back(talk)
    ada.presses("Change it", "Change words")
    ada.says("Order soup")
    ada.sees("Order soup")


def test_nobody_is_asked_about_a_young_goal(ada: Phone, talk: Talk) -> None:
    for _ in range(3):
        thursday(talk)
    adds_a_goal(ada)
    thursday(talk)
    ada.sees_not(QUESTION)
    ada.sees("Idea to share")


def test_pressing_twice_is_pressing_once(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    looks_back(talk)
    ada.presses_again("Finish this goal")
    ada.sees("This goal is finished. Well done.")
    assert [row["verb"] for row in talk.rows()["acts"]] == ["goal-added", "goal-finished"]


@pytest.mark.parametrize("page", ["on", "finish", "drop"])
def test_samir_looks_back_at_nothing_of_adas(samir: Phone, ada: Phone, cast: Cast, page: str) -> None:
    adds_a_goal(ada)
    rows = cast.talk.rows()
    with cast.talk.nothing_changes():
        samir.forges(f"review.{page}:{rows['goals'][0]['id']}")
        samir.sees("That is not here any more. Nothing has changed.")
        samir.forges(f"review.ask:{rows['pairs'][0]['id']}")
        samir.sees("That is not here any more. Nothing has changed.")


def test_nothing_to_look_back_at_leads_home(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        ada.forges(f"review.ask:{talk.rows()['pairs'][0]['id']}")
    ada.sees("That is not here any more. Nothing has changed.")


def looks_back(talk: Talk) -> None:
    """The fifth Thursday, when the first of the pair is asked."""
    goes_well(talk)
    for _ in range(5):
        thursday(talk)
