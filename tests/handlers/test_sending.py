"""Sending an announcement: once, after a minute, with a count of how far it is."""

from tests.handlers.test_announcements import PICNIC, number, writes
from tests.phones import Phone
from tests.talk import Talk


def test_how_far_it_is_is_shown_by_itself(rosa: Phone, ada: Phone, talk: Talk) -> None:
    ada.blocks()
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    report = rosa.last
    assert talk.passes(minutes=1) == 4
    assert talk.passes(seconds=3) == 1
    rosa.looks_at(report)
    rosa.sees("{n} message arrived.", n=4)
    rosa.sees("All are sent.")
    rosa.sees("Not reached: {names}", names="Ada")
    assert talk.passes(minutes=5) == 0, "nothing is left to look at"


def test_pressing_send_twice_sends_once(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses_again("Send to {n}", n=5)
    assert talk.passes(minutes=1) == 5
    assert len(nia.messages) == 1
    rosa.forges(f"announcements.send:{number(talk)}")
    assert talk.delivers() == 0


def test_whoever_blocked_us_is_named(rosa: Phone, ada: Phone, talk: Talk) -> None:
    ada.reachable = False
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    report = rosa.last
    assert talk.passes(minutes=1) == 4
    talk.passes(seconds=3)
    rosa.looks_at(report)
    rosa.sees("Not reached: {names}", names="Ada")
    rosa.says("/desk")
    rosa.sees("Not reachable: {names}", names="Ada")


def test_it_waits_for_the_morning(rosa: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 21:30")
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    assert talk.passes(minutes=1) == 0
    talk.clock.at("Wednesday 09:00")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_it_stays_to_be_read_again(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    talk.passes(minutes=1)
    letter = nia.last
    nia.presses("Home")
    assert nia.last != letter
    assert PICNIC.split("\n", maxsplit=1)[0] in nia.messages[letter].text


def test_what_went_out_is_not_changed_any_more(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Change words")
    draft = number(talk)
    rosa.says("Picnic on Monday.")
    rosa.presses("Send to {n}", n=5)
    talk.passes(minutes=1, seconds=3)
    with talk.nothing_changes():
        rosa.forges(f"announcements.rewrite:{draft}")
        rosa.says("Picnic never.")
        rosa.forges(f"announcements.show:{draft}")
    rosa.sees("{n} message arrived.", n=5)


def test_it_is_taken_back_within_the_minute(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    talk.passes(seconds=59)
    rosa.presses("Do not send it")
    rosa.sees("This is how it will look.")
    talk.passes(minutes=10)
    assert nia.last == 0


def test_sent_again_it_waits_a_whole_minute(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    talk.passes(seconds=50)
    rosa.presses("Do not send it", "Change words")
    rosa.says("Picnic on Monday.")
    rosa.presses("Send to {n}", n=5)
    talk.passes(seconds=15)
    assert nia.last == 0, "the first minute is not the second"
    talk.passes(seconds=45)
    nia.sees("Picnic on Monday.")


def test_what_has_begun_is_not_taken_back_as_a_draft(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    talk.passes(minutes=1)
    rosa.forges(f"sending.take_back:{number(talk)}")
    rosa.sees("{n} message arrived.", n=5)
