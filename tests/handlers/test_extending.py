"""More time: a coordinator moves the end of a season by taps, and all of the pair hear of it."""

from datetime import date, timedelta

from db.people import Role
from handlers.kit.words import plain
from tests.handlers.seasons import LAST, OVER, PREPARED, SOON, WORD, day, ends, full, moves_to
from tests.handlers.test_settings import GONE
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

NOW = "Your time together now ends on {day}."
STILL = "There is still time: a step, a meeting, a thank you."
OCTOBER = date(2027, 10, 31)


def both(rosa: Phone) -> str:
    return plain(rosa.words.listed(["Ada", "Nia"]))


def looks_at_the_pair(rosa: Phone) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "See pairs", both(rosa))


def test_four_taps_from_the_desk_and_both_hear(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    looks_at_the_pair(rosa)
    rosa.sees("Together until {day}", day=full(rosa, LAST))
    rosa.sees("Week {week} of {weeks}: welcome", week=1, weeks=26)
    rosa.presses("Give more time", "Two months")
    rosa.sees("Together until {day}", day=full(rosa, OCTOBER))
    assert talk.passes(minutes=2) == 2
    for phone in (ada, nia):
        phone.sees(NOW, day=day(phone, OCTOBER))
    moves_to(talk, SOON)
    ada.sees_not(STILL)
    moves_to(talk, SOON + timedelta(days=63))
    ada.sees(STILL)
    ada.opens()
    ada.sees("Week {week} of {weeks}: doing together", week=31, weeks=35)
    ada.may_press("The last weeks")


def test_pressed_twice_it_is_two_months_and_told_once(ada: Phone, rosa: Phone, talk: Talk) -> None:
    looks_at_the_pair(rosa)
    rosa.presses("Give more time")
    rosa.presses_again("Two months")
    rosa.sees("Together until {day}", day=full(rosa, OCTOBER))
    looks_at_the_pair(rosa)
    rosa.presses("Give more time", "One month")
    assert talk.passes(minutes=2) == 2
    ada.sees(NOW, day=day(ada, date(2027, 11, 30)))


def test_any_day_but_never_too_near(ada: Phone, rosa: Phone, talk: Talk) -> None:
    looks_at_the_pair(rosa)
    rosa.presses("Give more time", "Choose a date", "20")
    rosa.sees("That is too soon. All should hear of it four weeks before.")
    rosa.forges("extending.until:1:2027-04-05")
    rosa.sees("Together until {day}", day=full(rosa, date(2027, 4, 5)))
    with talk.nothing_changes():
        for late in ("2031-01-01", "9999-12-31"):
            rosa.forges(f"extending.until:1:{late}")
            rosa.sees(GONE)


def test_whoever_was_told_of_the_end_hears_it_anew(ada: Phone, rosa: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    looks_at_the_pair(rosa)
    rosa.presses("Give more time", "One month")
    talk.passes(minutes=2)
    ada.sees(NOW, day=day(ada, date(2027, 9, 30)))
    moves_to(talk, WORD)
    assert [row["pair_id"] for row in talk.rows()["partings"]] == [2]
    moves_to(talk, SOON + timedelta(days=35))
    ada.sees(STILL)


def test_what_is_over_is_not_extended(rosa: Phone, talk: Talk) -> None:
    ends(talk)
    with talk.nothing_changes():
        for link in ("show:1", "ask:1", "month:1:2027-10-01", "until:1:2027-10-31"):
            rosa.forges(f"extending.{link}")
            rosa.sees(GONE)


def test_only_those_who_coordinate_the_pair(ada: Phone, bea: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for phone in (ada, bea):
            for link in ("show:1", "ask:1", "month:1:2027-10-01", "until:1:2027-10-31"):
                phone.forges(f"extending.{link}")
                phone.sees(GONE)


def test_after_a_season_people_rest_three_weeks(rosa: Phone, cast: Cast, talk: Talk) -> None:
    cast.joined(Who("Omar", Role.MENTEE))
    ends(talk)
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.sees("{n} newcomer waits.", n=1)
    rosa.presses("See who waits")
    rosa.may_press("Omar")
    rosa.may_not_press("Ada", "Samir")
    rosa.presses("Omar")
    rosa.sees("No mentor waits yet.")
    rosa.presses("Go back", "See who waits", "See who rests")
    rosa.sees("{name} rests until {day}.", name="Ada", day=day(rosa, date(2027, 9, 22)))
    rosa.sees("After a season a rest is good. Please ask before you choose somebody.")
    rosa.presses("Nia", "Omar", "Make a pair")
    rosa.sees("{names} are a pair now. Both get a message.", names=rosa.words.listed(["Omar", "Nia"]))
    moves_to(talk, OVER + timedelta(days=21))
    rosa.opens()
    rosa.presses("Open my desk", "See who waits")
    rosa.may_press("Ada", "Samir")
    rosa.may_not_press("See who rests")


def test_when_everybody_rests_they_can_still_be_asked(rosa: Phone, talk: Talk) -> None:
    ends(talk)
    rosa.opens()
    rosa.presses("Open my desk", "See who waits")
    rosa.sees("Nobody waits at the moment.")
    rosa.presses("See who rests", "Ada")
    rosa.sees("No mentor waits yet.")
