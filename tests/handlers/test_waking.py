"""Quiet hours and the hours in which others may come: lent by the programme, changed in a few taps."""

from db import programmes
from tests.handlers.test_goals import adds_a_goal
from tests.handlers.test_steps import adds_a_step
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import goes_well


def test_quiet_hours_in_four_taps(ada: Phone, talk: Talk) -> None:
    goes_well(talk)
    ada.opens()
    ada.presses("Settings", "Quiet hours", "Change quiet hours", "19:00", "11:00")
    ada.sees("Quiet hours: {hours}", hours="19:00–11:00")
    ada.forges("timing.ask_hour:3")
    assert "19:00" not in ada.labels
    talk.clock.at("Thursday 19:30")
    assert talk.delivers() == 3
    shown = ada.last
    talk.clock.at("Friday 10:30")
    talk.delivers()
    assert ada.last == shown
    talk.passes(minutes=30)
    ada.sees("Idea to share")


def test_an_hour_that_becomes_quiet_moves_behind_them(ada: Phone, talk: Talk) -> None:
    ada.forges("timing.set_hour:3:20")
    ada.forges("waking.keep_quiet:19:8")
    ada.opens()
    ada.presses("Settings")
    ada.sees("Messages from us: {weekday}, {clock}", weekday=ada.words.weekday(3), clock="08:00")


def test_news_from_others_comes_in_the_hours_somebody_chose(ada: Phone, nia: Phone, talk: Talk) -> None:
    nia.opens()
    nia.presses("Settings", "Quiet hours", "News from others", "17–21")
    nia.sees("News from others: {hours}", hours="17:00–21:00")
    shown = nia.last
    adds_a_goal(ada)
    talk.passes(minutes=5)
    assert nia.last == shown
    talk.clock.at("Monday 17:00")
    talk.delivers()
    nia.sees("News")
    nia.forges("waking.any_hour")
    nia.sees("News from others: at any other hour")


def test_what_cannot_be_chosen_leads_home(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        ada.forges("timing.set_hour:3:22")
        ada.sees("That is not here any more. Nothing has changed.")
        for link in ("keep_quiet:12:18", "keep_quiet:21:13", "keep_reach:0:5", "ask_end:9"):
            ada.forges(f"waking.{link}")
            ada.sees("That is not here any more. Nothing has changed.")


def test_who_joins_begins_with_the_programmes_hours(karim: Phone, cast: Cast, talk: Talk) -> None:
    given = {"weekday": 1, "hour": 10, "quiet_from": 20, "quiet_to": 8, "reach_from": 9, "reach_to": 17}
    for name, value in given.items():
        setattr(cast.programme, name, value)
    karim.opens(cast.invitation())
    [person] = [row for row in talk.rows()["people"] if row["name"] is None]
    assert {name: person[name] for name in given} == given


def test_it_is_shown_in_what_we_know(ada: Phone) -> None:
    ada.forges("waking.keep_quiet:22:7")
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees("Quiet hours: {hours}", hours="22:00–07:00")
    ada.sees("News from others: at any other hour")


def test_two_a_week_if_the_programme_says_so(ada: Phone, nia: Phone, cast: Cast) -> None:
    talk = cast.talk
    talk.look(lambda session: programmes.change(session, cast.programme, {"cap": 2}))
    talk.clock.at("Thursday 18:00")
    talk.delivers()
    adds_a_step(ada)
    ada.presses("Change it", "Tomorrow")
    talk.passes(minutes=2)
    ada.forges("timing.set_hour:1:10")
    shown = ada.last
    talk.clock.at("Tuesday 10:00")
    talk.delivers()
    ada.sees("Your next step:")
    assert ada.last > shown, "five days later"
