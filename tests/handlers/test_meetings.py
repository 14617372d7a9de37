"""Meetings: proposed in four taps, agreed, moved, called off, each time told whole and as the reader's."""

from datetime import UTC, date, datetime

import pytest

from tests.handlers.test_goals import GONE
from tests.handlers.test_steps import at_once, each_at_once
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

SIX = datetime(2027, 3, 4, 17, 0, tzinfo=UTC)
"""Thursday, 18:00 in Marseille."""

LIBRARY = "At the library"


def test_a_meeting_is_proposed_in_four_taps_and_agreed(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting")
    ada.presses("4", "18:00", LIBRARY)
    ada.sees("Shall we propose this to {names}?", names="Nia")
    sees_when_and_where(ada)
    assert talk.rows()["meetings"] == []
    ada.presses("Propose it")
    ada.sees("You come.")
    ada.sees("No answer from {name} yet.", name="Nia")
    assert talk.delivers() == 1
    nia.sees("Meeting proposed by {name}:", name="Ada")
    nia.sees("Does this suit you?")
    sees_when_and_where(nia)
    nia.presses("I come")
    nia.sees("You come.")
    assert talk.delivers() == 1
    ada.sees("{name} comes.", name="Nia")
    sees_when_and_where(ada)


def test_home_names_the_next_meeting(ada: Phone, nia: Phone, talk: Talk) -> None:
    proposes(ada)
    for phone in (ada, nia):
        phone.opens()
        phone.sees("Meeting proposed: {meeting}", meeting=line(phone))
    talk.delivers()
    nia.presses("Home")
    agrees(nia, talk)
    for phone in (ada, nia):
        phone.opens()
        phone.sees("Next meeting: {meeting}", meeting=line(phone))
    talk.clock.at("Thursday 18:00")
    ada.opens()
    ada.sees_not(line(ada))


def test_each_reads_their_own_clock(ada: Phone, nia: Phone, talk: Talk) -> None:
    nia.forges("timing.set_zone:Asia/Kabul")
    proposes(ada)
    talk.delivers()
    nia.sees(line(nia, "Asia/Kabul"))
    assert "21:30" in nia.text


def test_the_other_cannot_and_proposes_another_time(ada: Phone, nia: Phone, talk: Talk) -> None:
    proposes(ada)
    talk.delivers()
    nia.presses("I cannot")
    nia.sees("All right. You can propose another time.")
    talk.delivers()
    ada.sees("{name} cannot come.", name="Nia")
    nia.presses("Another time", "5", "19:00", "Propose it")
    talk.delivers()
    ada.sees("Another time, proposed by {name}:", name="Nia")
    ada.sees(ada.words.day(date(2027, 3, 5)), "19:00", LIBRARY)
    ada.presses("I come")
    talk.delivers()
    nia.sees("{name} comes.", name="Ada")
    assert len(talk.rows()["meetings"]) == 1


def test_called_off_by_either(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    ada.presses("Call it off", "Keep as it is", "Call it off", "Call it off")
    ada.sees("Called off by {name}. Another time, perhaps.", name="Ada")
    talk.delivers()
    nia.sees("Called off by {name}. Another time, perhaps.", name="Ada")
    sees_when_and_where(nia)
    nia.opens()
    nia.sees_not(line(nia))


def test_the_place_is_changed(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    ada.presses("Another place")
    ada.says("Vieux-Port")
    ada.sees("You come.", "Vieux-Port")
    ada.sees("{name} comes.", name="Nia")
    talk.delivers()
    nia.sees("Your meeting has another place now:", "You come.", line(nia, place="Vieux-Port"))


@pytest.mark.parametrize("now", ["Wednesday 22:00", "Thursday 07:00"])
def test_a_change_of_today_is_told_at_night_too(ada: Phone, nia: Phone, talk: Talk, now: str) -> None:
    told = int(now.startswith("Thursday"))
    agreed(ada, nia, talk)
    talk.clock.at(now)
    talk.delivers()
    ada.presses("Call it off", "Call it off")
    assert talk.delivers() == told
    talk.clock.at("Thursday 09:00")
    assert talk.delivers() == 1 - told
    nia.sees("Called off by {name}. Another time, perhaps.", name="Ada")


def test_nobody_agrees_to_a_time_they_have_not_read(ada: Phone, nia: Phone, talk: Talk) -> None:
    proposes(ada)
    number = talk.rows()["meetings"][0]["id"]
    each_at_once(talk, {ada: f"moving.move:{number}:20270305T1700Z", nia: f"agreeing.accept:{number}:1"})
    nia.forges(f"meeting.show:{number}")
    nia.sees("Does this suit you?", nia.words.day(date(2027, 3, 5)))


def test_an_answer_is_to_what_was_read(ada: Phone, nia: Phone, talk: Talk) -> None:
    proposes(ada)
    talk.delivers()
    old = nia.last
    ada.presses("Another time", "5", "18:00", "Propose it")
    with talk.nothing_changes():
        nia.presses("I come", on=old)
    nia.sees("Something has changed meanwhile. Please look again.")
    nia.presses("I come")
    nia.sees("You come.")


def test_a_moment_gone_by_is_not_proposed(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4", "18:00", LIBRARY)
    talk.clock.at("Friday 10:00")
    with talk.nothing_changes():
        ada.presses("Propose it")
    ada.sees("This moment has gone by.")


def test_pressing_twice_proposes_once(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4", "18:00", LIBRARY)
    ada.presses_again("Propose it")
    assert len(talk.rows()["meetings"]) == 1
    assert talk.delivers() == 1


def test_both_propose_the_same_at_once_and_have_agreed(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4", "18:00", LIBRARY)
    at_once(talk, ada.link("Propose it"), ada, nia)
    assert len(talk.rows()["meetings"]) == 1
    assert [row["comes"] for row in talk.rows()["comings"]] == [True, True]


def test_both_move_it_at_once_and_one_time_holds(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    at_once(talk, f"moving.move:{meeting(talk)}:20270305T1700Z", ada, nia)
    [row] = talk.rows()["meetings"]
    assert row["begins_at"] == datetime(2027, 3, 5, 17, tzinfo=UTC)


def test_a_file_for_ones_own_calendar(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    ada.presses("Add to calendar")
    sees_when_and_where(ada)
    assert ada.screen.document
    assert b"DTSTART:20270304T170000Z" in ada.screen.document.write()


def test_the_rhythm_is_the_pairs_own(ada: Phone, nia: Phone) -> None:
    ada.opens()
    ada.presses("Meetings")
    ada.sees("Your rhythm: every two weeks.")
    ada.presses("Change rhythm", "Every month")
    nia.opens()
    nia.presses("Meetings")
    nia.sees("Your rhythm: every month.")


def test_samir_finds_no_meeting_of_adas(samir: Phone, ada: Phone, nia: Phone, cast: Cast) -> None:
    agreed(ada, nia, cast.talk)
    number, rows = meeting(cast.talk), cast.talk.rows()
    place, theirs, own = rows["places"][0]["id"], rows["pairs"][0]["id"], rows["pairs"][1]["id"]
    when = "20270305T1700Z"
    forged = [f"meeting.show:{number}", f"meeting.file:{number}", f"agreeing.accept:{number}:1"]
    forged += [
        f"agreeing.decline:{number}:1",
        f"agreeing.call_off:{number}:1",
        f"moving.move:{number}:{when}",
    ]
    forged += [f"moving.set_place:{number}:{place}", f"moving.set_spot:{number}:cafe"]
    forged += [f"afterwards.yes:{number}", f"afterwards.set_face:{number}:5", f"noting.noted:{number}"]
    forged += [f"meetings.overview:{theirs}", f"meetings.set_rhythm:{theirs}:weekly"]
    forged += [f"proposing.propose:{own}:{when}:{place}", f"noting.keep:{own}:20270228T1700Z:{place}"]
    with cast.talk.nothing_changes():
        for link in forged:
            samir.forges(link)
            samir.sees(GONE)
            samir.sees_not("Ada", "Nia", line(samir))


def test_forged_moments_are_gone(ada: Phone, talk: Talk) -> None:
    proposes(ada)
    number, place = meeting(talk), talk.rows()["places"][0]["id"]
    pair = talk.rows()["pairs"][0]["id"]
    with talk.nothing_changes():
        for when in ("20990101T1000Z", "2027-03-05", "x"):
            for link in (f"moving.move:{number}:{when}", f"proposing.propose:{pair}:{when}:{place}"):
                ada.forges(link)
                ada.sees(GONE)


def proposes(ada: Phone, place: str = LIBRARY) -> None:
    """Ada proposes Thursday at six."""
    ada.opens()
    ada.presses("Meetings", "Propose a meeting", "4", "18:00")
    if place == LIBRARY:
        ada.presses(place)
    else:
        ada.says(place)
    ada.presses("Propose it")


def agrees(nia: Phone, talk: Talk) -> None:
    nia.forges(f"agreeing.accept:{meeting(talk)}:1")


def agreed(ada: Phone, nia: Phone, talk: Talk) -> None:
    """Both come on Thursday at six, and Ada has just read so."""
    proposes(ada)
    agrees(nia, talk)
    talk.delivers()
    ada.sees("{name} comes.", name="Nia")


def met_before(ada: Phone, talk: Talk) -> None:
    """They met once, at an hour and a place of their own."""
    ada.opens()
    ada.presses("Meetings", "Note a meeting", str(ada.words.day(date(2027, 2, 26)).striptags()))
    ada.says("17:30")
    ada.says("Café du Port")


def meeting(talk: Talk) -> int:
    """The number of the newest meeting."""
    return int(talk.rows()["meetings"][-1]["id"])


def line(phone: Phone, zone: str = "Europe/Paris", place: str = LIBRARY) -> str:
    """Thursday at six, as somebody reads it."""
    moment = phone.words.moment(SIX, zone)
    return phone.say("{moment} · {place}", moment=moment, place=phone.say(place))


def sees_when_and_where(phone: Phone) -> None:
    phone.sees(line(phone))
