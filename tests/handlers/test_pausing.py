"""A pause: until a date nothing unasked comes, and the partner hears of it only if one wants."""

from datetime import date

import pytest

from tests.handlers.test_goals import adds_a_goal
from tests.handlers.test_meetings import proposes
from tests.handlers.test_settings import GONE
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import heard_on_thursdays

LINE = "{name} takes a pause until {day}."


def pauses(ada: Phone, day: str = "15") -> None:
    ada.opens()
    ada.presses("How we are", "Take a pause", day)


def test_three_taps_and_what_it_means(ada: Phone, talk: Talk) -> None:
    pauses(ada)
    ada.sees("We send nothing of our own. News waits for you.", "Nobody else knows of it.")
    assert heard_on_thursdays(ada, talk, 3) == [False, False, True]


def test_the_partner_hears_nothing_unless_one_wants(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    assert talk.delivers() == 0
    nia.opens()
    nia.sees_not(LINE, name="Ada", day=until(nia))
    ids = {row["name"]: row["id"] for row in talk.rows()["people"]}
    with talk.nothing_changes():
        nia.forges(f"pausing.told:1:{ids['Ada']}")
    nia.sees(GONE)


def test_the_partner_hears_it_kindly(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    ada.presses("Tell {names}", names="Nia")
    ada.sees("You have told {names}.", names="Nia")
    ada.may_not_press("Tell {names}", names="Nia")
    assert talk.delivers() == 1
    nia.sees(LINE, name="Ada", day=until(nia))
    nia.sees("All is well between you. There is nothing to do.")
    nia.opens()
    nia.sees(LINE, name="Ada", day=until(nia))
    nia.presses("How we are")
    nia.sees(LINE, name="Ada", day=until(nia))
    talk.clock.forward(days=14)
    nia.opens()
    nia.sees_not(LINE, name="Ada", day=until(nia))


def test_telling_twice_tells_once(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    ada.presses_again("Tell {names}", names="Nia")
    assert talk.delivers() == 1


def test_what_is_over_is_not_told(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    ada.presses("Tell {names}", names="Nia")
    ada.presses("End the pause")
    ada.sees("The pause is over. Good to have you back.")
    assert talk.delivers() == 0


def test_another_day_is_to_be_told_anew(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    ada.presses("Tell {names}", names="Nia")
    talk.passes(minutes=1)
    ada.presses("Another day", "22")
    ada.sees("Nobody else knows of it.")
    nia.opens()
    nia.sees_not(LINE, name="Ada", day=until(nia, 22))
    ada.presses("Tell {names}", names="Nia")
    talk.passes(minutes=1)
    nia.sees(LINE, name="Ada", day=until(nia, 22))


def test_news_waits_and_comes_in_one_message(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    shown = ada.last
    for words in ("Learn to swim", "Visit the library"):
        adds_a_goal(nia, words)
        talk.passes(days=2)
    assert ada.last == shown
    talk.clock.at("Monday 09:00")
    talk.delivers()
    assert ada.last == shown, "it is the eighth; the pause ends on the fifteenth"
    talk.clock.at("Monday 09:00")
    talk.delivers()
    ada.sees("News", "Learn to swim", "Visit the library")


def test_a_meeting_still_comes(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    proposes(nia)
    talk.delivers()
    ada.sees("Meeting proposed by {name}:", name="Nia")


def test_ending_a_pause_brings_what_has_waited(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    adds_a_goal(nia)
    talk.passes(days=1)
    ada.opens()
    ada.presses("How we are", "See my pause", "End the pause")
    talk.passes(minutes=10)
    ada.sees("New goal from {name}: {goal}", name="Nia", goal="Order food in French")


def test_choosing_a_rhythm_ends_it_too(ada: Phone, nia: Phone, talk: Talk) -> None:
    pauses(ada)
    ada.presses("Tell {names}", names="Nia")
    talk.delivers()
    ada.opens()
    ada.presses("Settings", "Fewer messages")
    ada.sees("Now: pause until {day}.", day=until(ada))
    ada.presses("Every week")
    nia.opens()
    nia.sees_not(LINE, name="Ada", day=until(nia))


@pytest.mark.parametrize("link", ["timing.ask_pause:2027-03-01", "pausing.ask:2027-03-01"])
def test_old_buttons_still_pause(ada: Phone, link: str) -> None:
    ada.forges(link)
    ada.sees("Pause until which day?")
    ada.forges("timing.set_pause:2027-03-15")
    ada.sees("Pause until {day}", day=until(ada))


def test_today_is_no_pause(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        pauses(ada, "1")
    ada.sees("Pause until which day?")


def test_without_a_partner_there_is_nobody_to_tell(rosa: Phone) -> None:
    rosa.forges("pausing.until:2027-03-15")
    rosa.sees("We send nothing of our own. News waits for you.")
    rosa.sees_not("Nobody else knows of it.")


def until(phone: Phone, day: int = 15) -> str:
    return phone.words.day(date(2027, 3, day))
