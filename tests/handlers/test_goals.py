"""Goals: what two people want to reach, said, reworded, finished, dropped and taken back by either."""

import pytest

from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

ORDER = "Order food in French"
GONE = "That is not here any more. Nothing has changed."


def test_a_goal_is_added_in_two_answers(ada: Phone) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    ada.sees("What would you like to work towards together?")
    ada.says(ORDER)
    ada.sees(ORDER, "Why does it matter to you? Write it, or skip.")
    ada.says("So I can eat out alone")
    ada.sees(ORDER, "Why: {why}", why="So I can eat out alone")
    ada.may_press("Add a step", "Finish this goal", "Change it", "Go back", "Home")


def test_nobody_has_to_say_why(ada: Phone) -> None:
    adds_a_goal(ada)
    ada.sees(ORDER)
    ada.presses("Go back")
    ada.sees("Your goals")
    ada.may_press(ORDER, "Add a goal")


def test_both_see_the_same_goals(ada: Phone, nia: Phone) -> None:
    adds_a_goal(ada)
    nia.opens()
    nia.presses("See goals", ORDER)
    nia.sees(ORDER)


def test_a_goal_is_said_in_other_words(ada: Phone, nia: Phone) -> None:
    adds_a_goal(ada)
    nia.opens()
    nia.presses("See goals", ORDER, "Change it", "Change words")
    nia.sees(ORDER, "Please write the new words.")
    nia.says("Order a meal in French")
    nia.sees("Order a meal in French")
    nia.presses("Change it", "Say why")
    nia.says("It opens doors")
    nia.sees("Why: {why}", why="It opens doors")
    ada.opens()
    ada.presses("See goals")
    ada.may_press("Order a meal in French")
    ada.may_not_press(ORDER)


def test_a_finished_goal_can_be_taken_back(ada: Phone) -> None:
    adds_a_goal(ada)
    ada.presses("Finish this goal")
    ada.sees("This goal is finished. Well done.")
    ada.may_not_press("Add a step")
    ada.presses("Take it back")
    ada.sees_not("This goal is finished. Well done.")
    ada.may_press("Add a step")


def test_a_dropped_goal_can_be_taken_back(ada: Phone, nia: Phone) -> None:
    adds_a_goal(ada)
    ada.presses("Change it", "Drop it")
    ada.sees("This goal was dropped.")
    nia.opens()
    nia.presses("See goals")
    nia.sees("No goal yet. A small one is a fine start.")
    ada.presses("Take it back")
    nia.opens()
    nia.presses("See goals", ORDER)


def test_pressing_twice_is_pressing_once(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    ada.presses_again("Finish this goal")
    ada.sees("This goal is finished. Well done.")
    ada.presses_again("Take it back")
    ada.may_press("Finish this goal")
    acts = [row["verb"] for row in talk.rows()["acts"]]
    assert acts == ["goal-added", "goal-finished", "goal-reopened"]


def test_leaving_halfway_forgets_the_question(ada: Phone) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal", "Home")
    ada.says(ORDER)
    ada.sees("I did not ask for this, so I have not kept it. Please choose here.")
    ada.presses("See goals")
    ada.sees("No goal yet. A small one is a fine start.")


def test_going_back_forgets_the_question_too(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal", "Go back")
    with talk.nothing_changes():
        ada.says(ORDER)


@pytest.mark.parametrize("wrong", ["sends_sticker", "sends_photo", "sends_voice"])
def test_what_is_no_text_leaves_the_question_open(ada: Phone, talk: Talk, wrong: str) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    with talk.nothing_changes():
        getattr(ada, wrong)()
    ada.sees("I can only read written words here. Please write it.")
    ada.says(ORDER)
    ada.sees(ORDER, "Why does it matter to you? Write it, or skip.")


def test_white_space_alone_is_no_goal(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    with talk.nothing_changes():
        ada.says(" \n ")
    ada.sees("What would you like to work towards together?")


def test_samir_finds_nothing_of_adas(samir: Phone, ada: Phone, cast: Cast) -> None:
    adds_a_goal(ada)
    theirs, goal = cast.talk.rows()["pairs"][0]["id"], cast.talk.rows()["goals"][0]["id"]
    pages = [name for name in cast.talk.book.pages if name.startswith("goals.") and name != "goals.mine"]
    with cast.talk.nothing_changes():
        for name in pages:
            for number in {theirs, goal}:
                if (name, number) not in samirs_own(theirs):
                    samir.forges(f"{name}:{number}")
                    samir.sees_not(ORDER, "Nia", "Ada")
                    samir.may_press("See goals")


def samirs_own(pair: int) -> set[tuple[str, int]]:
    """What such a link of Samir's would open in truth: his own pair has another number."""
    return {(name, pair + 1) for name in ("goals.overview", "goals.ask_goal")}


def test_a_forged_press_answers_for_nobody(ada: Phone, talk: Talk) -> None:
    pair = talk.rows()["pairs"][0]["id"]
    with talk.nothing_changes():
        for link in (f"goals.take_goal:{pair}", "settings.take_name", "timing.take_zone"):
            ada.forges(link)
            ada.sees(GONE)


def test_who_has_no_partner_yet_has_no_goals(rosa: Phone) -> None:
    rosa.says("/goals")
    rosa.sees("You have no partner at the moment.")
    rosa.may_press("Home")


def adds_a_goal(ada: Phone, words: str = ORDER) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    ada.says(words)
    ada.presses("Skip")
