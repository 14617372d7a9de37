"""Goals and steps: what two people write, tick, take back and drop, and both see the same truth."""

from tests.phones import Phone


def test_a_goal_is_added_in_two_answers(ada: Phone) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    ada.sees("What would you like to work towards together?")
    ada.says("Order food in French")
    ada.sees("Order food in French", "Why does it matter to you? Write it, or skip.")
    ada.says("So I can eat out alone")
    ada.sees("Order food in French", "Why: {why}", why="So I can eat out alone")
    ada.may_press("Add a step", "Finish this goal", "Change it", "Go back", "Home")


def test_a_step_is_planned_in_three_answers(ada: Phone, nia: Phone) -> None:
    with_goal(ada)
    ada.presses("Add a step")
    ada.says("Learn five sentences")
    ada.sees("Learn five sentences", "Who does it?")
    ada.may_press("Me", "Nia", "Together")
    ada.presses("Nia")
    ada.sees("Until when?")
    ada.presses("This week")
    ada.sees("Who: {who}", who="Nia")
    ada.sees(ada.words.day(ada.talk.clock.now().date().replace(day=7)))
    nia.opens()
    nia.sees("Next step: {step}", step="Learn five sentences")


def with_goal(ada: Phone, words: str = "Order food in French") -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    ada.says(words)
    ada.presses("Skip")
