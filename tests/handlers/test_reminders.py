"""Reminders of a meeting: the evening before, two hours before, to those who come, while it holds."""

from tests.handlers.test_meetings import agreed, line, meeting, proposes
from tests.phones import Phone
from tests.talk import Talk


def test_the_evening_before_and_two_hours_before(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    talk.clock.at("Wednesday 17:59")
    assert talk.delivers() == 0
    talk.clock.at("Wednesday 18:00")
    assert talk.delivers() == 2
    for phone in (ada, nia):
        phone.sees("You meet tomorrow:", line(phone))
        phone.may_press("Another time", "Call it off")
    talk.clock.at("Thursday 15:59")
    assert talk.delivers() == 0
    talk.clock.at("Thursday 16:00")
    assert talk.delivers() == 2
    for phone in (ada, nia):
        phone.sees("You meet today:", line(phone))


def test_nobody_is_reminded_of_what_is_only_proposed(ada: Phone, talk: Talk) -> None:
    proposes(ada)
    talk.delivers()
    talk.clock.at("Thursday 17:00")
    assert talk.delivers() == 0


def test_whoever_cannot_any_more_is_not_reminded(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    nia.forges(f"agreeing.decline:{meeting(talk)}:1")
    talk.delivers()
    talk.clock.at("Wednesday 18:00")
    assert talk.delivers() == 0


def test_what_is_called_off_is_not_reminded_of(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    ada.presses("Call it off", "Call it off")
    talk.delivers()
    for when in ("Wednesday 18:00", "Thursday 16:00"):
        talk.clock.at(when)
        assert talk.delivers() == 0


def test_what_was_moved_is_reminded_of_at_its_new_time(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    ada.presses("Another time", "6", "18:00", "Propose it")
    talk.delivers()
    nia.presses("I come")
    talk.delivers()
    talk.clock.at("Wednesday 18:00")
    assert talk.delivers() == 0
    talk.clock.at("Thursday 16:00")
    assert talk.delivers() == 0
    talk.clock.at("Friday 18:00")
    talk.delivers()
    nia.sees("You meet tomorrow:")


def test_whoever_moves_to_another_zone_is_reminded_in_their_evening(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    agreed(ada, nia, talk)
    nia.forges("timing.set_zone:America/Montreal")
    talk.clock.at("Wednesday 18:00")
    assert talk.delivers() == 1
    ada.sees("You meet tomorrow:")
    talk.clock.at("Wednesday 18:00", "America/Montreal")
    assert talk.delivers() == 1
    nia.sees("You meet tomorrow:", line(nia, "America/Montreal"))


def test_an_early_meeting_is_reminded_of_when_the_quiet_hours_end(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4", "10:00", "At a café", "Propose it")
    nia.forges(f"agreeing.accept:{meeting(talk)}:1")
    talk.delivers()
    talk.clock.at("Wednesday 18:00")
    assert talk.delivers() == 2
    talk.clock.at("Thursday 08:59")
    assert talk.delivers() == 0
    talk.clock.at("Thursday 09:00")
    assert talk.delivers() == 2


def test_a_reminder_that_comes_too_late_is_not_sent(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    talk.clock.at("Thursday 18:00")
    talk.delivers()
    reminders = [row for row in talk.rows()["deliveries"] if row["kind"] == "reminder"]
    assert {row["outcome"] for row in reminders} == {"let-go"}
