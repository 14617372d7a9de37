"""Sending an announcement: once, after a minute, with a count of how far it is."""

from datetime import timedelta
from functools import partial

from db import deliveries
from db.deliveries import Outcome
from tests.handlers.test_announcements import PICNIC, number, sends, writes
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk


def test_how_far_it_is_is_shown_by_itself(rosa: Phone, ada: Phone, talk: Talk) -> None:
    ada.blocks()
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    report = rosa.last
    assert talk.passes(minutes=1) == 4
    assert talk.passes(seconds=3) == 1
    rosa.looks_at(report)
    rosa.sees("{n} message arrived.", n=4)
    rosa.sees("All are sent.")
    rosa.sees("Not reached: {n}", n=1)
    assert talk.passes(minutes=5) == 0, "nothing is left to look at"


def test_pressing_send_twice_sends_once(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses_again("Send to {n} people", n=5)
    assert talk.passes(minutes=1) == 5
    assert len(nia.messages) == 1
    rosa.forges(f"announcements.send:{number(talk)}")
    assert talk.delivers() == 0


def test_whoever_blocked_us_is_named(rosa: Phone, ada: Phone, talk: Talk) -> None:
    ada.reachable = False
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    report = rosa.last
    assert talk.passes(minutes=1) == 4
    talk.passes(seconds=3)
    rosa.looks_at(report)
    rosa.sees("Not reached: {n}", n=1)
    rosa.presses("See who got it")
    rosa.sees("They blocked Passerelle or left Telegram", "Ada")
    rosa.says("/desk")
    rosa.sees("Not reachable: {names}", names="Ada")


def test_it_waits_for_the_morning(rosa: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 21:30")
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    assert talk.passes(minutes=1) == 0
    talk.clock.at("Wednesday 09:00")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_it_stays_to_be_read_again(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
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
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1, seconds=3)
    with talk.nothing_changes():
        rosa.forges(f"announcements.rewrite:{draft}")
        rosa.says("Picnic never.")
        rosa.forges(f"announcements.show:{draft}")
    rosa.sees("{n} message arrived.", n=5)


def test_it_is_taken_back_within_the_minute(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    talk.passes(seconds=59)
    rosa.presses("Do not send it")
    rosa.sees("This is how it will look.")
    talk.passes(minutes=10)
    assert nia.last == 0


def test_sent_again_it_waits_a_whole_minute(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    talk.passes(seconds=50)
    rosa.presses("Do not send it", "Change words")
    rosa.says("Picnic on Monday.")
    rosa.presses("Send to {n} people", n=5)
    talk.passes(seconds=15)
    assert nia.last == 0, "the first minute is not the second"
    talk.passes(seconds=45)
    nia.sees("Picnic on Monday.")


def test_what_has_begun_is_not_taken_back_as_a_draft(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    rosa.forges(f"sending.take_back:{number(talk)}")
    rosa.sees("{n} message arrived.", n=5)


def test_the_bar_and_the_time_left(rosa: Phone, cast: Cast) -> None:
    writes(rosa)
    sends(rosa)
    talk = cast.talk
    for claim in talk.look(lambda session: deliveries.claim(session, talk.clock.now(), limit=1)):
        talk.look(partial(deliveries.settle, claimed=claim, outcome=Outcome.SENT, now=talk.clock.now()))
    talk.clock.forward(minutes=1)
    rosa.forges(f"sending.progress:{number(talk)}")
    rosa.sees("▰▰▱▱▱▱▱▱▱▱")
    rosa.sees("About {n} minute left.", n=4)


def test_stopped_and_gone_on(rosa: Phone, nia: Phone, ada: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    rosa.forges(f"sending.progress:{number(talk)}")
    rosa.presses("Stop")
    rosa.sees("Stopped before: {n}", n=5)
    talk.passes(minutes=10)
    assert nia.last == 0
    rosa.presses("Go on sending")
    assert talk.delivers() == 5
    nia.sees("Picnic on Sunday.")
    ada.sees("Picnic on Sunday.")


def test_whoever_sleeps_does_not_get_what_was_stopped_meanwhile(rosa: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 21:30")
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    rosa.forges(f"sending.progress:{number(talk)}")
    rosa.sees("Until the morning wait: {n}", n=5)
    rosa.presses("Stop")
    talk.clock.at("Wednesday 09:00")
    talk.delivers()
    assert nia.last == 0
    rosa.forges(f"sending.go_on:{number(talk)}")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_what_was_in_flight_when_it_was_stopped_and_did_not_leave_is_held(
    rosa: Phone, nia: Phone, talk: Talk
) -> None:
    writes(rosa)
    sends(rosa)
    now = talk.clock.now()
    flying = talk.look(lambda session: deliveries.claim(session, now, limit=9))
    rosa.forges(f"sending.stop:{number(talk)}")
    for claim in flying:
        later = now + timedelta(seconds=20)
        talk.look(partial(deliveries.try_again, claimed=claim, until=later, reason="no connection"))
    talk.passes(seconds=30)
    assert nia.last == 0
    rosa.forges(f"sending.go_on:{number(talk)}")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_what_is_all_sent_cannot_be_stopped(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    talk.delivers()
    with talk.nothing_changes():
        rosa.forges(f"sending.stop:{number(talk)}")
        rosa.sees("All are sent.")
        rosa.may_not_press("Go on sending")
