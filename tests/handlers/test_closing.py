"""Closing: Home says how far they are; the end is told in time, in place of the weekly word, and prepared."""

from datetime import timedelta

import pytest

from tests.handlers.seasons import ERASED, LAST, OVER, PREPARED, SOON, a_moment_before, day, full, moves_to
from tests.handlers.test_path import does_a_step
from tests.handlers.test_settings import GONE
from tests.people import Cast
from tests.phones import Phone
from tests.talk import START, Talk
from tests.weekly import thursday

STILL = "There is still time: a step, a meeting, a thank you."
PLAN = "Now is a good moment to plan your last meeting."
ENDS = "Your time together ends on {day}."


@pytest.mark.parametrize(
    "told",
    [
        (0, "Week {week} of {weeks}: welcome"),
        (3, "Week {week} of {weeks}: getting to know"),
        (8, "Week {week} of {weeks}: doing together"),
        (12, "Week {week} of {weeks}: half of the way"),
        (24, "Week {week} of {weeks}: the last weeks"),
    ],
)
def test_home_says_how_far_they_are(ada: Phone, nia: Phone, talk: Talk, told: tuple[int, str]) -> None:
    weeks, said = told
    talk.clock.shift(timedelta(weeks=weeks))
    for phone in (ada, nia):
        phone.opens()
        phone.sees(said, week=weeks + 1, weeks=26)
        assert phone.finds(phone.say("The last weeks"), phone.screen) is None or weeks == 24


def test_four_weeks_before_both_hear_of_the_end(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, a_moment_before(SOON))
    for phone in (ada, nia):
        phone.opens()
        phone.sees_not(STILL)
    shown = ada.last, nia.last
    moves_to(talk, SOON)
    assert (ada.last, nia.last) == (shown[0] + 1, shown[1] + 1), "it stands for the weekly word"
    for phone in (ada, nia):
        phone.sees(STILL)
        phone.sees(ENDS, day=day(phone))
        phone.sees("Then each of you gets a keepsake. It stays with you.")
        phone.sees("On {day} we erase all the rest: goals, steps, meetings.", day=full(phone, ERASED))
        phone.may_press("See what we did", "Write thanks", "Stay in touch", "Propose a meeting", "Home")


def test_two_weeks_before_the_last_meeting_is_prepared(ada: Phone, talk: Talk) -> None:
    does_a_step(ada)
    for moment in (SOON, SOON + timedelta(weeks=1), PREPARED):
        moves_to(talk, moment)
    ada.sees(PLAN)
    ada.sees(str(ada.words.n_("{n} step done", "{n} steps done", 1)))
    ada.presses("See what we did")
    ada.sees("Our path")


def test_in_these_weeks_it_is_two_taps_away(ada: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED + timedelta(days=1))
    ada.opens()
    ada.presses("The last weeks")
    ada.sees(ENDS, day=day(ada))
    ada.presses("Propose a meeting")
    ada.sees("Which day suits you?")


def test_whoever_hears_from_us_seldom_hears_of_the_end_all_the_same(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Fewer messages", "Every month")
    heard = []
    while talk.clock.now() < OVER - timedelta(days=7):
        thursday(talk)
        heard += [each for each in (STILL, PLAN) if ada.say(each) in ada.text]
    assert heard[0] == STILL
    assert PLAN in heard


def test_it_comes_at_the_hour_one_chose(ada: Phone, talk: Talk) -> None:
    for number in (0, 6, 3, 5):
        ada.forges(f"timing.set_hour:{number}:12")
    moves_to(talk, SOON + timedelta(days=1))
    ada.sees_not(STILL)
    moves_to(talk, SOON + timedelta(days=1, hours=18))
    ada.sees(STILL)
    shown = ada.last
    ada.forges("timing.set_hour:6:12")
    moves_to(talk, SOON + timedelta(days=4))
    assert ada.last == shown, "nobody hears it twice"


def test_a_pause_is_kept_and_after_it_comes_what_still_holds(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, SOON - timedelta(days=2))
    ada.forges(f"pausing.until:{(SOON + timedelta(days=3)).date()}")
    nia.forges(f"pausing.until:{(PREPARED + timedelta(days=3)).date()}")
    shown = ada.last, nia.last
    moves_to(talk, SOON)
    assert (ada.last, nia.last) == shown
    moves_to(talk, SOON + timedelta(days=3))
    ada.sees(STILL)
    moves_to(talk, PREPARED + timedelta(days=3))
    assert nia.last == shown[1] + 1, "one word, the later one"
    nia.sees(PLAN)


def test_whoever_is_away_until_the_end_finds_it_on_home(ada: Phone, talk: Talk) -> None:
    moves_to(talk, SOON - timedelta(days=2))
    ada.forges(f"pausing.until:{(OVER + timedelta(days=3)).date()}")
    moves_to(talk, PREPARED + timedelta(days=1))
    ada.opens()
    ada.presses("The last weeks")
    ada.sees(ENDS, day=day(ada))


def test_what_is_put_off_is_not_told(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for page in ("soon", "prepare"):
            ada.forges(f"closing.{page}:1")
            ada.sees(GONE)


def test_it_is_nobody_elses(samir: Phone, ada: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    with talk.nothing_changes():
        for page in ("soon", "prepare", "open", "moved"):
            samir.forges(f"closing.{page}:1")
            samir.sees(GONE)
    ada.opens()
    ada.presses("The last weeks")


def test_at_most_one_message_a_week_through_the_end(cast: Cast, talk: Talk) -> None:
    ada, came = cast.phones["Ada"], []
    while talk.clock.now() < OVER + timedelta(weeks=8):
        before = ada.last
        talk.clock.at("Thursday 18:00")
        talk.keeps_house()
        came.append(ada.last - before)
    assert max(came) == 1
    assert came[-7:] == [0] * 7, "after the end nothing is asked any more"
    assert START + timedelta(days=184) > OVER - timedelta(days=1)
    assert LAST.month == 8
