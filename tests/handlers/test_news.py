"""News: what one does the other hears, in their own language, several acts in one message, if they hold."""

from tests.handlers.test_goals import ORDER, adds_a_goal
from tests.handlers.test_steps import FIVE, adds_a_step
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk


def test_the_mentor_hears_in_french_what_the_mentee_added(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    assert talk.passes(minutes=1) == 0
    assert talk.passes(minutes=1) == 1
    nia.sees("New goal from {name}: {goal}", name="Ada", goal=ORDER)
    nia.sees("New step from {name}: {step}", name="Ada", step=FIVE)
    nia.sees_not("Step changed by {name}: {step}", name="Ada", step=FIVE)
    nia.presses(FIVE)
    nia.may_press("Done", "Change it", "Home")


def test_nobody_hears_of_their_own_acts(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    talk.passes(minutes=2)
    nia.presses(FIVE, "Done")
    shown = ada.last
    talk.passes(minutes=2)
    assert ada.last != shown, "it comes as a new message"
    ada.sees("Step done, says {name}: {step}", name="Nia", step=FIVE)
    ada.sees_not("New goal from {name}: {goal}", name="Ada", goal=ORDER)


def test_news_is_told_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    talk.passes(minutes=2)
    adds_another(ada, "Find a choir")
    talk.passes(minutes=2)
    nia.sees("New goal from {name}: {goal}", name="Ada", goal="Find a choir")
    nia.sees_not(ORDER)
    assert talk.passes(hours=2) == 0


def test_what_was_taken_back_within_two_minutes_is_not_told(ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    ada.presses("Change it", "Drop it")
    assert talk.passes(minutes=2) == 0


def test_a_tick_taken_back_within_two_minutes_is_not_told(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    talk.passes(minutes=2)
    ada.presses("Done", "Undo")
    assert talk.passes(minutes=2) == 0


def test_dropped_and_taken_back_within_two_minutes_is_not_told(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    talk.passes(minutes=2)
    ada.presses("Change it", "Drop it", "Take it back")
    assert talk.passes(minutes=2) == 0
    ada.presses("Go back", "Finish this goal", "Take it back")
    assert talk.passes(minutes=2) == 0


def test_a_tick_told_and_taken_back_later_is_told(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    ada.presses("Done")
    talk.passes(minutes=2)
    nia.sees("Step done, says {name}: {step}", name="Ada", step=FIVE)
    ada.presses("Undo")
    talk.passes(minutes=2)
    nia.sees("Step open again, says {name}: {step}", name="Ada", step=FIVE)


def test_every_sort_of_act_is_told(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    talk.passes(minutes=2)
    ada.presses("Change it", "Change words")
    ada.says("Learn six sentences")
    talk.passes(minutes=2)
    nia.sees("Step changed by {name}: {step}", name="Ada", step="Learn six sentences")
    ada.presses("Change it", "Drop it")
    talk.passes(minutes=2)
    nia.sees("Step dropped by {name}: {step}", name="Ada", step="Learn six sentences")
    ada.presses("Go back", "Change it", "Change words")
    ada.says("Order soup")
    talk.passes(minutes=2)
    nia.sees("Goal changed by {name}: {goal}", name="Ada", goal="Order soup")
    ada.presses("Finish this goal")
    talk.passes(minutes=2)
    nia.sees("Goal finished by {name}: {goal}", name="Ada", goal="Order soup")
    nia.sees("A goal is reached. Well done to all of you.")
    ada.presses("Take it back", "Change it", "Drop it")
    talk.passes(minutes=2)
    nia.sees("Goal dropped by {name}: {goal}", name="Ada", goal="Order soup")


def test_news_keeps_quiet_at_night(ada: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 20:59")
    adds_a_goal(ada)
    assert talk.passes(minutes=2) == 0
    talk.clock.at("Wednesday 08:59")
    assert talk.delivers() == 0
    assert talk.passes(minutes=1) == 1
    nia.sees("New goal from {name}: {goal}", name="Ada", goal=ORDER)


def test_news_waits_while_somebody_answers(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    nia.opens()
    talk.clock.forward(minutes=1)
    nia.presses("See goals", "Add a goal")
    assert talk.passes(minutes=2) == 0
    nia.sees("What would you like to work towards together?")
    assert talk.passes(minutes=9) == 1
    nia.sees("New goal from {name}: {goal}", name="Ada", goal=ORDER)


def test_nobody_else_hears(ada: Phone, cast: Cast) -> None:
    adds_a_step(ada)
    cast.talk.passes(minutes=2)
    heard = {name for name, phone in cast.phones.items() if phone.messages}
    assert heard == {"Ada", "Nia"}


def adds_another(ada: Phone, words: str) -> None:
    ada.opens()
    ada.presses("See goals", "Add a goal")
    ada.says(words)
    ada.presses("Skip")
