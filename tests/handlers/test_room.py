"""Room for goals: three at once, a kind reason for the fourth, and goals put aside and taken up again."""

from handlers.kit import ready
from tests.handlers.test_goals import adds_a_goal
from tests.handlers.test_steps import at_once
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

REASON = "You already have three goals. With fewer goals you get further."
THREE = ("Order food in French", "Find a choir", "Swim")


def test_the_first_goal_is_to_be_a_quick_win(ada: Phone) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    ada.sees("Begin with something you can do within two weeks.")
    ada.presses("Leisure and culture", "Go back", "Add a goal")
    ada.sees_not("Begin with something you can do within two weeks.")


def test_a_fourth_goal_waits_for_room(ada: Phone) -> None:
    adds_three(ada)
    ada.presses("Add a goal")
    ada.sees(REASON)
    ada.may_press(*THREE)
    ada.presses("Swim", "Put it aside")
    ada.sees("The goal is put aside.")
    ada.may_not_press("Swim")
    ada.presses("Add a goal")
    ada.sees("What would you like to work towards together?")


def test_finishing_one_makes_room_too(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_three(ada)
    talk.passes(minutes=2)
    ada.opens()
    ada.presses("See goals", "Add a goal", "Find a choir", "Finish this goal")
    ada.sees("Well done. There is room for a new goal.")
    talk.passes(minutes=2)
    nia.sees("Goal finished by {name}: {goal}", name="Ada", goal="Find a choir")


def test_a_goal_put_aside_can_be_taken_up_again(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step")
    ada.says("Read the menu")
    ada.presses("Together", "No date")
    talk.passes(minutes=2)
    ada.presses("Go back", "Change it", "Put it aside")
    talk.passes(minutes=2)
    nia.sees("Goal put aside by {name}: {goal}", name="Ada", goal=THREE[0])
    nia.opens()
    nia.sees("No open step at the moment.")
    nia.presses("See goals", "Goals put aside", THREE[0])
    nia.sees("This goal is put aside.")
    nia.presses("Take it up again")
    nia.may_press("Add a step", "Read the menu")


def test_it_is_taken_up_only_where_there_is_room(ada: Phone, talk: Talk) -> None:
    adds_three(ada)
    ada.presses("Swim", "Change it", "Put it aside", "Add a goal")
    ada.says("Cook")
    ada.presses("Skip", "Go back", "Goals put aside", "Swim")
    with talk.nothing_changes():
        ada.presses("Take it up again")
    ada.sees(REASON)


def test_a_goal_typed_meanwhile_is_kept_aside(ada: Phone, nia: Phone) -> None:
    adds_three(ada, count=2)
    ada.presses("Add a goal")
    nia.opens()
    nia.presses("See goals", "Add a goal", "Health")
    ada.says("Swim")
    ada.sees("Your goal is kept, and put aside for now.")
    ada.forges(f"room.aside:{ada.talk.rows()['pairs'][0]['id']}")
    ada.may_press("Swim")


def test_two_who_add_the_third_goal_at_once_do_not_get_four(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_three(ada, count=2)
    pair = talk.rows()["pairs"][0]["id"]
    at_once(talk, f"room.choose:{pair}:health", ada, nia)
    nia.forges(f"room.choose:{pair}:money")
    nia.sees(REASON)
    assert [row["need"] for row in talk.rows()["goals"]] == [None, None, "health"]


def test_pressing_twice_is_pressing_once(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    ada.presses("Change it")
    ada.presses_again("Put it aside")
    ada.presses("Goals put aside", THREE[0])
    ada.presses_again("Take it up again")
    acts = [row["verb"] for row in talk.rows()["acts"]]
    assert acts == ["goal-added", "goal-rested", "goal-reopened"]


def test_yesterdays_choice_does_not_finish_what_was_dropped_meanwhile(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    adds_three(ada)
    ada.presses("Add a goal", "Swim")
    nia.opens()
    nia.presses("See goals", "Swim", "Change it", "Drop it")
    number = talk.rows()["goals"][-1]["id"]
    for page in ("ease", "finish", "rest"):
        with talk.nothing_changes():
            ada.forges(f"room.{page}:{number}")
        ada.sees("This goal was dropped.")


def test_yesterdays_reason_leads_home_when_there_is_room_again(ada: Phone, nia: Phone) -> None:
    adds_three(ada)
    ada.presses("Add a goal")
    nia.opens()
    nia.presses("See goals", "Swim", "Finish this goal")
    ada.forges(f"room.full:{ada.talk.rows()['pairs'][0]['id']}")
    ada.sees("Your goals")


def test_samir_rests_nothing_of_adas(samir: Phone, ada: Phone, cast: Cast) -> None:
    adds_a_goal(ada)
    rows = cast.talk.rows()
    with cast.talk.nothing_changes():
        for page in ("ease", "finish", "rest", "wake"):
            samir.forges(f"room.{page}:{rows['goals'][0]['id']}")
        for page in ("full", "aside"):
            samir.forges(f"room.{page}:{rows['pairs'][0]['id']}")
            samir.sees_not(THREE[0])


def test_words_of_ones_own_take_the_place_of_ready_ones(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal", "Language", "Change it", "Change words")
    ada.says("أقرأ الصحف")
    ada.sees("أقرأ الصحف")
    nia.opens()
    nia.presses("See goals", "أقرأ الصحف")
    nia.sees("<i>Written in {language}</i>", language="العربية")
    nia.presses("Add a step")
    nia.may_press(str(nia.words._(ready.library()["order-at-a-cafe"].words)))


def adds_three(ada: Phone, count: int = 3) -> None:
    """Ada adds goals, and looks at them."""
    adds_a_goal(ada)
    for words in THREE[1:count]:
        ada.presses("Go back", "Add a goal")
        ada.says(words)
        ada.presses("Skip")
    ada.presses("Go back")
