"""Days of culture by the clock: in the morning to whoever chose, the day before to whom it was told, once."""

from datetime import UTC, datetime

import pytest

from db import deliveries
from db.observances import Observance
from handlers.culture.content import library
from tests.days import NOWRUZ, at, begins, chooses, coming, tells
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk


@pytest.fixture(autouse=True)
def quiet(talk: Talk, cast: Cast) -> None:
    """Nothing else comes by itself."""
    with talk.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM deliveries")


def test_on_the_morning_of_the_day(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ)
    ada.forges("choosing.switch:0")
    assert at(talk, "2027-03-21 07:59") == 0
    assert at(talk, "2027-03-21 08:00") == 1
    ada.sees("<b>Today: {name}</b>", NOWRUZ.words, name=ada.say(NOWRUZ.name))
    ada.sees("To talk about: {question}", question=ada.say(NOWRUZ.question))
    assert coming(talk, "Ada") == [("days.come:2028-03-20:morning", "2028-03-20 08:00")]
    assert at(talk, "2028-03-20 08:00") == 1


def test_the_partner_who_was_told_hears_the_day_before(ada: Phone, nia: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    begins(nia)
    assert at(talk, "2027-03-20 16:59") == 0
    assert at(talk, "2027-03-20 17:00") == 1
    nia.sees("Tomorrow is special for {name}: <b>{day}</b>", name="Ada", day=nia.say(NOWRUZ.name))
    nia.sees("You may say: {greeting}", greeting=nia.say(NOWRUZ.greeting))
    nia.sees("To talk about: {question}", question=nia.say(NOWRUZ.question))
    assert at(talk, "2027-03-21 12:00") == 1
    ada.sees("<b>Today: {name}</b>", name=ada.say(NOWRUZ.name))


def test_moon_days_are_said_as_around(ada: Phone, nia: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.EID_AL_FITR)
    at(talk, "2027-03-08 17:00")
    eid = library()[Observance.EID_AL_FITR].name
    nia.sees("These days are special for {name}: <b>{day}</b>", name="Ada", day=nia.say(eid))
    at(talk, "2027-03-09 08:00")
    ada.sees("<b>Around today: {name}</b>", name=ada.say(eid))


def test_what_is_no_longer_chosen_or_told_is_not_sent(ada: Phone, nia: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    nia.forges("choosing.switch:0")
    ada.forges("choosing.switch:0")
    [(link, due)] = coming(talk, "Nia")
    assert (link, due) == ("days.come:2027-03-20:evening", "2027-03-20 17:00")
    ada.forges("days.keep:nowruz")
    assert coming(talk, "Nia") == []
    ada.forges("days.drop:nowruz")
    assert coming(talk, "Ada") == []
    assert at(talk, "2027-03-22 12:00") == 0


def test_what_is_planned_looks_again_before_it_speaks(ada: Phone, nia: Phone, talk: Talk) -> None:
    """Between the plan and its moment a pair may end."""
    tells(ada, "Nia", Observance.NOWRUZ)
    nia.forges("choosing.switch:0")
    ada.forges(f"parting.end:{talk.rows()['pairs'][0]['id']}")
    with talk.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM deliveries WHERE kind <> 'day'")
    assert at(talk, "2027-03-20 17:00") == 0
    row = next(row for row in talk.rows()["deliveries"] if row["link"].endswith("evening"))
    assert (row["outcome"], row["reason"]) == ("let-go", "gone")
    assert at(talk, "2027-03-21 08:00") == 1
    ada.sees("<b>Today: {name}</b>", name=ada.say(NOWRUZ.name))
    ada.sees_not(NOWRUZ.question)


def test_two_days_on_one_date_are_named_with_a_door_each(ada: Phone, nia: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ, Observance.NEWROZ)
    at(talk, "2027-03-20 17:00")
    nia.sees(NOWRUZ.name, "Kurdish Newroz")
    nia.sees_not(NOWRUZ.words)
    nia.may_press(NOWRUZ.name, "Kurdish Newroz")
    at(talk, "2027-03-21 08:00")
    ada.sees("<b>Today: {name}</b>", name=ada.say("Kurdish Newroz"))
    ada.presses(NOWRUZ.name)
    ada.sees(NOWRUZ.words)


def test_in_a_pause_nothing_comes_and_after_it_what_is_next(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ, Observance.MUSIC_DAY)
    ada.forges("choosing.switch:0")
    ada.forges("pausing.until:2027-04-01")
    assert at(talk, "2027-03-21 08:00") == 0
    assert at(talk, "2027-04-01 12:00") == 0
    assert coming(talk, "Ada") == [("days.come:2027-06-21:morning", "2027-06-21 07:00")]


def test_after_days_without_us_nobody_hears_of_what_is_over(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ, Observance.MUSIC_DAY)
    ada.forges("choosing.switch:0")
    assert at(talk, "2027-03-24 10:00") == 0
    assert coming(talk, "Ada") == [("days.come:2027-06-21:morning", "2027-06-21 07:00")]


def test_late_on_the_day_itself_it_still_comes(ada: Phone, nia: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    begins(nia)
    assert at(talk, "2027-03-21 10:00") == 2
    ada.sees("<b>Today: {name}</b>", name=ada.say(NOWRUZ.name))
    nia.sees("Today is special for {name}: <b>{day}</b>", name="Ada", day=nia.say(NOWRUZ.name))


def test_in_another_zone_it_is_the_morning_there_and_never_twice(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ)
    ada.forges("choosing.switch:0")
    ada.forges("timing.set_zone:Asia/Kabul")
    assert at(talk, "2027-03-21 04:30") == 1
    ada.forges("timing.set_zone:America/New_York")
    assert coming(talk, "Ada") == [("days.come:2028-03-20:morning", "2028-03-20 13:00")]


def test_whoever_was_out_of_reach_hears_again_once_they_are_back(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ, Observance.MUSIC_DAY)
    ada.forges("choosing.switch:0")
    ada.blocks()
    assert at(talk, "2027-03-21 08:00") == 0
    ada.unblocks()
    for day in (22, 23):
        at(talk, f"2027-03-{day} 08:00")
    assert coming(talk, "Ada") == [("days.come:2027-06-21:morning", "2027-06-21 07:00")]


def test_in_the_middle_of_an_answer_it_waits(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ)
    talk.clock.shift(datetime(2027, 3, 21, 7, 59, tzinfo=UTC) - talk.clock.now())
    ada.forges("settings.ask_name")
    talk.clock.forward(minutes=1)
    assert talk.delivers() == 0
    assert talk.passes(minutes=10) == 1


def test_what_was_put_off_is_not_lost_when_one_chooses_more(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ)
    talk.clock.shift(datetime(2027, 3, 21, 7, 59, tzinfo=UTC) - talk.clock.now())
    ada.forges("settings.ask_name")
    talk.clock.forward(minutes=1)
    assert talk.delivers() == 0
    ada.forges("days.choose:yalda")
    assert talk.passes(minutes=10) == 1
    ada.sees("<b>Today: {name}</b>", name=ada.say(NOWRUZ.name))
    assert len(coming(talk, "Ada")) == 1


def test_it_does_not_stand_for_the_weekly_word(ada: Phone, talk: Talk) -> None:
    """What somebody asked for leaves room for the one thing a week that nobody did."""
    chooses(ada, Observance.NOWRUZ)
    at(talk, "2027-03-21 08:00")
    kinds = {row["kind"] for row in talk.rows()["deliveries"] if row["outcome"] == "sent"}
    assert kinds == {"day"}
    assert "Fewer messages" not in ada.labels


def test_a_fault_of_ours_does_not_end_it(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ)
    ada.forges("choosing.switch:0")
    talk.clock.shift(datetime(2027, 3, 21, 8, tzinfo=UTC) - talk.clock.now())
    now = talk.clock.now()
    [claim] = talk.look(lambda session: deliveries.claim(session, now))
    talk.look(lambda session: talk.postman.broken(session, claim, "a fault of ours", now))
    assert coming(talk, "Ada") == [("days.come:2027-03-21:morning", "2027-03-22 08:00")]
    assert talk.passes(days=1) == 0
    assert coming(talk, "Ada") == [("days.come:2028-03-20:morning", "2028-03-20 08:00")]


def test_what_was_under_way_when_we_were_stopped_comes_again(ada: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ)
    talk.clock.shift(datetime(2027, 3, 21, 8, tzinfo=UTC) - talk.clock.now())
    now = talk.clock.now()
    [claim] = talk.look(lambda session: deliveries.claim(session, now))
    talk.look(lambda session: talk.postman.prepare(session, claim, now))
    talk.look(lambda session: deliveries.recover(session, now))
    assert talk.delivers() == 1
    ada.sees("<b>Today: {name}</b>", name=ada.say(NOWRUZ.name))
