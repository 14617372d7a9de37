"""When an announcement starts: at once, at a time, as quiet hours end; and what presses is asked about."""

from datetime import UTC, datetime

from sqlalchemy import update

from db.people import Person
from tests.handlers.test_announcements import PICNIC, number, writes
from tests.phones import Phone
from tests.talk import Talk

FIVE = datetime(2027, 3, 3, 16, 0, tzinfo=UTC)
"""Wednesday, 17:00 in Marseille; it is Monday."""

ONCE_MORE = "It will wake people. Send now?"


def chooses(rosa: Phone, day: str = "3", hour: str = "17:00") -> None:
    rosa.presses("When", "At a time", day, hour)


def at(phone: Phone, moment: datetime = FIVE, zone: str = "Europe/Paris") -> str:
    return str(phone.words.moment(moment, zone).striptags())


def lives(talk: Talk, name: str, zone: str) -> None:
    """Somebody moves."""
    talk.look(lambda session: session.execute(update(Person).where(Person.name == name).values(zone=zone)))


def test_it_starts_at_a_time(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.sees("It starts as soon as you send it.")
    chooses(rosa)
    rosa.sees(PICNIC, "It starts: {moment}.", moment=at(rosa))
    rosa.presses("Send to {n} people", n=5)
    rosa.sees("It starts: {moment}.", moment=at(rosa))
    rosa.sees("You can still stop it.")
    assert talk.passes(hours=20) == 0
    talk.clock.at("Wednesday 17:00")
    assert talk.delivers() == 5
    nia.sees(PICNIC)


def test_until_then_it_is_taken_back_and_its_time_stays(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    chooses(rosa)
    rosa.presses("Send to {n} people", n=5)
    talk.passes(days=1)
    rosa.presses("Do not send it", "Change words")
    rosa.says("Picnic on Monday.")
    rosa.sees("It starts: {moment}.", moment=at(rosa))
    talk.clock.at("Wednesday 17:00")
    talk.delivers()
    assert nia.last == 0


def test_an_hour_may_be_written(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("When", "At a time", "3")
    rosa.says("soon")
    rosa.says("18h30")
    assert talk.rows()["announcements"][0]["starts_at"] == datetime(2027, 3, 3, 17, 30, tzinfo=UTC)


def test_it_is_the_programmes_clock_and_rosa_sees_hers_beside(rosa: Phone, talk: Talk) -> None:
    lives(talk, "Rosa", "Asia/Kabul")
    writes(rosa)
    rosa.presses("When", "At a time", "3")
    rosa.sees("This is the time in {place}.", place="Paris")
    rosa.presses("17:00")
    said = {"moment": at(rosa), "place": "Paris"}
    rosa.sees("It starts: {moment}, time in {place} ({own} for you).", **said, own="20:30")
    assert talk.rows()["announcements"][0]["starts_at"] == FIVE
    rosa.forges(f"when.at:{number(talk)}:20270303T2200Z")
    late = datetime(2027, 3, 3, 22, tzinfo=UTC)
    said = {"moment": at(rosa, late), "own": at(rosa, late, "Asia/Kabul")}
    rosa.sees("It starts: {moment}, time in {place} ({own} for you).", **said, place="Paris")


def test_hours_gone_by_are_not_offered(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("When", "At a time", "1")
    rosa.may_press("11:00", "22:00")
    rosa.may_not_press("10:00", "09:00")
    talk.clock.at("Monday 22:30")
    rosa.presses("Another day", "1")
    rosa.sees("This day has no hour left.")


def test_a_time_gone_by_is_asked_again(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    chooses(rosa)
    talk.clock.at("Thursday 09:00")
    rosa.presses("Send to {n} people", n=5)
    rosa.sees("This time has gone by. When shall it start?")
    assert talk.passes(minutes=2) == 0
    rosa.presses("Now", "Send to {n} people", n=5)
    assert talk.passes(minutes=1) == 5
    nia.sees(PICNIC)


def test_a_time_pressed_too_late_is_asked_again(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("When", "At a time", "3")
    talk.clock.at("Wednesday 17:00")
    rosa.presses("17:00")
    rosa.sees("At which hour shall it start? Tap it, or write it.")
    assert talk.rows()["announcements"][0]["starts_at"] is None


def test_each_gets_it_in_their_own_morning(rosa: Phone, samir: Phone, nia: Phone, talk: Talk) -> None:
    lives(talk, "Samir", "Asia/Kabul")
    writes(rosa)
    rosa.presses("When", "After quiet hours")
    rosa.sees("Each gets it when their quiet hours end.")
    rosa.presses("Send to {n} people", n=5)
    rosa.sees("Each gets it when their quiet hours end.", "You can still stop it.")
    assert talk.passes(minutes=1) == 0
    talk.clock.at("Tuesday 09:00", "Asia/Kabul")
    talk.delivers()
    samir.sees("Picnic on Sunday.")
    assert nia.last == 0
    talk.clock.at("Tuesday 09:00")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_stopped_and_gone_on_each_keeps_their_own_morning(
    rosa: Phone, samir: Phone, nia: Phone, talk: Talk
) -> None:
    lives(talk, "Samir", "Asia/Kabul")
    writes(rosa)
    rosa.presses("When", "After quiet hours")
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    rosa.forges(f"sending.stop:{number(talk)}")
    talk.clock.at("Tuesday 06:00")
    talk.delivers()
    assert samir.last == 0
    rosa.presses("Go on sending")
    talk.delivers()
    samir.sees("Picnic on Sunday.")
    assert nia.last == 0, "in Kabul it is half past nine, in Marseille six"
    talk.clock.at("Tuesday 09:00")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_what_presses_is_asked_about_and_passes_the_night(rosa: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 23:00")
    writes(rosa)
    rosa.presses("Urgent")
    rosa.sees("It presses: it also comes in quiet hours.")
    rosa.presses("Send to {n} people", n=5)
    rosa.sees(ONCE_MORE)
    assert talk.passes(minutes=2) == 0
    rosa.presses("Send now")
    assert talk.passes(seconds=10) == 5
    nia.sees("Picnic on Sunday.")


def test_who_thinks_again_sends_nothing(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Urgent", "Send to {n} people", n=5)
    rosa.presses("Go back", "Urgent")
    rosa.sees_not("It presses: it also comes in quiet hours.")
    rosa.presses("Send to {n} people", n=5)
    rosa.sees("It starts in a moment. You can still stop it.")


def test_what_presses_does_not_wait_for_the_morning(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("When", "After quiet hours", "Urgent")
    rosa.sees("It starts as soon as you send it.")
    rosa.presses("When", "After quiet hours")
    assert talk.rows()["announcements"][0]["urgent"] is False


def test_a_pause_keeps_neither_away(rosa: Phone, nia: Phone, talk: Talk) -> None:
    """Somebody asked for them: a pause is from what nobody did."""
    nia.forges("pausing.until:2027-03-20")
    before = nia.last
    writes(rosa)
    rosa.presses("Urgent", "Send to {n} people", n=5)
    rosa.presses("Send now")
    assert talk.passes(seconds=10) == 5
    assert nia.last == before + 1


def test_now_leads_back_to_the_draft(rosa: Phone) -> None:
    writes(rosa)
    rosa.presses("When", "Now")
    rosa.sees("This is how it will look.", "It starts as soon as you send it.")
