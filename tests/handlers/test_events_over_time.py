"""Events as time goes by: reminders, the list for the door, and the question afterwards."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from db import announcements, attendance, events
from db.events import Event
from db.people import Person
from db.programmes import Programme
from tests.handlers.invited import PICNIC, answers, due, event, hosts, invites
from tests.phones import Phone
from tests.talk import START, Talk


def test_those_who_come_hear_of_it_twice_and_who_is_unsure_once(
    rosa: Phone, ada: Phone, nia: Phone, samir: Phone
) -> None:
    invites(rosa)
    answers(ada, "I come")
    answers(nia, "Maybe")
    answers(samir, "I cannot")
    comes_due(rosa.talk, "Thursday 20:00")
    seen = samir.last
    rosa.talk.clock.at("Saturday 18:00")
    assert rosa.talk.delivers() == 2
    ada.sees("Tomorrow:", PICNIC)
    nia.sees("Tomorrow:", "You come perhaps.")
    nia.may_press("I come", "I cannot")
    rosa.talk.clock.at("Sunday 13:00")
    assert rosa.talk.delivers() == 1
    ada.sees("Today:", "You come.")
    assert samir.last == seen


def test_a_reminder_keeps_the_hours_somebody_chose(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    ada.opens()
    ada.forges("waking.keep_reach:9:12")
    answers(ada, "I come")
    assert due(talk, "recalling.soon")[0] == datetime.fromisoformat("2027-03-06T10:00:00+00:00")


def test_another_clock_has_its_own_evening(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    ada.forges("timing.set_zone:Asia/Tokyo")
    [evening] = due(talk, "recalling.soon")
    assert evening == datetime.fromisoformat("2027-03-06T09:00:00+00:00"), "six in the evening in Tokyo"
    [morning] = due(talk, "turnout.asked")
    assert morning == datetime.fromisoformat("2027-03-09T09:00:00+00:00"), "it ends there after midnight"


def test_who_says_no_hears_nothing_more(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    ada.presses("I cannot")
    assert due(talk, "recalling.soon") == due(talk, "turnout.asked") == []


def test_the_list_for_the_door(rosa: Phone, ada: Phone, samir: Phone, talk: Talk) -> None:
    samir.forges("settings.ask_name")
    samir.says("=Samir()")
    invites(rosa)
    answers(ada, "I come", brings=2)
    answers(samir, "I come")
    hosts(rosa)
    rosa.presses("List for the door")
    rosa.sees("{n} person comes.", n=4)
    picture = rosa.screen.picture
    assert picture
    assert picture.draw().startswith(b"\x89PNG")
    rosa.presses("As a table")
    assert rosa.screen.document
    assert rosa.screen.document.write().decode("utf-8-sig").splitlines() == [
        "Nom,Amène,Présence",
        "'=Samir(),0,",
        "Ada,2,",
    ]
    rosa.presses("List for the door", "Tick who is there", "Ada +2")
    rosa.sees("{n} person was there.", n=3)
    rosa.presses("Ada +2")
    rosa.sees_not("3 personnes")


def test_two_at_the_door_tick_the_same_guest(rosa: Phone, ada: Phone) -> None:
    invites(rosa)
    answers(ada, "I come")
    hosts(rosa)
    rosa.presses("List for the door", "Tick who is there")
    rosa.presses_again("Ada")
    rosa.sees("{n} person was there.", n=1)
    rosa.presses_again("Ada")
    rosa.sees_not("{n} person was there.", n=1)


def test_a_long_list_takes_several_pictures(rosa: Phone, talk: Talk) -> None:
    invites(rosa)
    number = event(talk)
    talk.look(lambda session: crowd(session, number))
    hosts(rosa)
    rosa.presses("List for the door")
    rosa.sees("{n} person comes.", n=31)
    rosa.presses("More names")
    rosa.may_not_press("More names")
    assert rosa.screen.picture
    assert rosa.screen.picture.draw()
    rosa.presses("Tick who is there", "More names", "More names", "More names", "ליאת")
    rosa.sees("{n} person was there.", n=1)


def crowd(session: Session, number: int) -> None:
    """One guest more than there is room for on a picture, one of them in letters we cannot draw."""
    found = session.get_one(Event, number)
    for place in range(30):
        attendance.put(session, found, Person(name=f"Guest {place:02}"), START)
    attendance.put(session, found, Person(name="ליאת"), START)


def test_were_you_there(rosa: Phone, ada: Phone, nia: Phone, samir: Phone) -> None:
    invites(rosa)
    answers(ada, "I come", brings=1)
    answers(nia, "Maybe")
    answers(samir, "I come")
    ticks(rosa, "Samir")
    after(rosa.talk)
    rosa.talk.delivers()
    ada.sees(PICNIC, "Were you there?")
    ada.presses("I was there")
    ada.sees("Thank you for coming.")
    nia.presses("Not this time")
    nia.sees("Perhaps next time.")
    samir.sees("Thank you for coming.")
    hosts(rosa)
    rosa.sees("{n} person was there.", n=3)
    nia.presses("Change answer", "I was there")
    rosa.forges("answers.overview:1")
    rosa.sees("{n} event this season", n=1)
    rosa.sees("{n} person was there.", n=4)


def test_a_season_takes_several_screens(rosa: Phone, talk: Talk) -> None:
    invites(rosa)
    talk.look(nine_walks)
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Events")
    rosa.may_press("7 mars : Picnic by the sea", "17 mars : Walk 7")
    rosa.may_not_press("18 mars : Walk 8")
    rosa.presses("Next")
    rosa.may_press("18 mars : Walk 8", "19 mars : Walk 9")
    rosa.presses("Next")
    rosa.may_press("7 mars : Picnic by the sea")


def nine_walks(session: Session) -> None:
    """They went out on the first day."""
    programme, author = session.get_one(Programme, 1), session.get_one(Person, 1)
    for number in range(1, 10):
        draft = announcements.write(session, programme, author, f"Walk {number}", START)
        draft.sent_at = draft.started_at = START
        events.arrange(session, draft, START + timedelta(days=9 + number))


def test_nobody_is_asked_who_did_not_mean_to_come(rosa: Phone, ada: Phone, nia: Phone, talk: Talk) -> None:
    invites(rosa, places=1)
    answers(ada, "I come")
    answers(nia, "I come")
    number = event(talk)
    with talk.nothing_changes():
        ada.forges(f"turnout.yes:{number}")
        ada.sees_not("Thank you for coming.")
    after(talk)
    with talk.nothing_changes():
        nia.forges(f"turnout.yes:{number}")
        nia.sees_not("Thank you for coming.")


def ticks(rosa: Phone, name: str) -> None:
    hosts(rosa)
    rosa.presses("List for the door", "Tick who is there", name)


def after(talk: Talk) -> None:
    """The evening of the day after."""
    for when in ("Sunday 17:00", "Monday 18:00"):
        comes_due(talk, when)


def comes_due(talk: Talk, when: str) -> None:
    talk.clock.at(when)
    talk.delivers()
