"""Events: an announcement invites, and each answers in their own language."""

import pytest

from db.people import Role
from tests.handlers.invited import PICNIC, PLACE, answers, arranges, event, hosts, invites, sends
from tests.handlers.test_announcements import confirms, presses_send, writes
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

PRIVATE = "Only members of the programme answer here."


def test_an_announcement_gets_a_date_and_a_place(rosa: Phone, ada: Phone, samir: Phone, talk: Talk) -> None:
    arranges(rosa)
    rosa.sees("Date et lieu", "dimanche 7 mars à 15:00", "Place: {place}", place=PLACE)
    rosa.sees("Until {clock}", clock="17:00")
    rosa.presses("How long", "3 heures")
    rosa.sees("Until {clock}", clock="18:00")
    rosa.sees(PICNIC, "This is how it will look.")
    sends(rosa)
    ada.sees(PICNIC, "الأحد 7 مارس، الساعة 15:00")
    ada.may_press("I come", "Maybe", "I cannot")
    samir.sees("Sunday, March 7, 15:00", "Place: {place}", place=PLACE)


@pytest.mark.parametrize("change", ["set_length:{}:60", "set_room:{}:5", "let_bring:{}:0", "remove:{}"])
def test_whoever_changes_the_event_works_on_the_draft(rosa: Phone, cast: Cast, change: str) -> None:
    maud = cast.joined(Who("Maud", Role.COORDINATOR))
    arranges(rosa)
    cast.talk.clock.forward(hours=1)
    rosa.forges("sizing." + change.format(event(cast.talk)))
    maud.forges(f"announcements.show:{cast.talk.rows()['announcements'][-1]['id']}")
    maud.sees("{name} is working on this.", name="Rosa")


def test_an_hour_and_a_sort_of_place_are_said_in_each_language(rosa: Phone, ada: Phone, samir: Phone) -> None:
    writes(rosa, PICNIC)
    rosa.presses("Date and place", "7")
    rosa.says("half past")
    rosa.sees("When does it begin? Tap it, or write it.")
    rosa.says("18h30")
    rosa.presses("At the library", "Go back")
    sends(rosa)
    samir.sees("Sunday, March 7, 18:30", "Place: {place}", place="At the library")
    ada.sees("Place: {place}", place=ada.say("At the library"))


def test_a_shared_place_has_a_map(rosa: Phone, samir: Phone) -> None:
    writes(rosa, PICNIC)
    rosa.presses("Date and place", "7", "15:00")
    rosa.says("43.2965, 5.3698")
    rosa.presses("Go back")
    sends(rosa)
    answers(samir, "I come")
    assert "Open the map" in samir.labels


def test_a_date_is_removed_again(rosa: Phone, samir: Phone, talk: Talk) -> None:
    arranges(rosa)
    rosa.presses("Remove date")
    rosa.sees_not(PLACE)
    sends(rosa)
    samir.may_not_press("I come")
    assert talk.rows()["events"] == []


def test_a_draft_whose_date_has_gone_by_says_so(rosa: Phone, talk: Talk) -> None:
    arranges(rosa, "1", "12:00")
    talk.clock.forward(hours=3)
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", PICNIC)
    rosa.sees("This date has gone by. Please choose another.")


def test_whoever_answers_can_change_it(rosa: Phone, ada: Phone, nia: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    ada.sees("You come.", "Good. You will get a reminder.")
    ada.presses("Maybe")
    ada.sees("You come perhaps.")
    ada.presses("I cannot")
    ada.sees("You cannot come.")
    answers(nia, "Maybe")
    hosts(rosa)
    rosa.sees("Maybe: {n}", n=1)
    rosa.sees("Cannot come: {n}", n=1)
    rosa.presses("See names")
    rosa.sees("Ada", "Nia")


def test_an_announcement_knows_what_its_reader_answered(rosa: Phone, ada: Phone, nia: Phone) -> None:
    invites(rosa, places=1)
    answers(ada, "I come")
    answers(nia, "I come")
    for phone in (ada, nia):
        phone.forges(f"bulletin.read:{rosa.talk.rows()['announcements'][-1]['id']}")
        phone.may_not_press("I come", "Waiting list")
        phone.may_press("Maybe", "I cannot")
    nia.sees(PICNIC, "You wait for a place.")
    ada.sees(PICNIC, "You come.")


def test_answers_close_when_it_begins(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    talk.clock.at("Sunday 15:00")
    with talk.nothing_changes():
        answers(ada, "I come")
    ada.sees("No more answers are taken.")
    ada.may_not_press("I come", "Maybe")


def test_a_file_for_the_calendar(rosa: Phone, samir: Phone) -> None:
    invites(rosa)
    answers(samir, "I come")
    samir.presses("Add to calendar")
    assert samir.screen.document
    written = samir.screen.document.write().decode()
    for line in (
        "SUMMARY:Picnic by the sea",
        "DTSTART:20270307T140000Z",
        "DTEND:20270307T160000Z",
        "UID:event-1@",
    ):
        assert line in written


def test_another_clock_is_shown_beside(rosa: Phone, samir: Phone) -> None:
    samir.forges("timing.set_zone:Asia/Tokyo")
    invites(rosa)
    samir.sees("Sunday, March 7, 15:00")
    samir.sees("On your clock: {moment}", moment="Sunday, March 7, 23:00")


def test_a_group_gets_a_door(rosa: Phone, room: Room, ada: Phone, cast: Cast) -> None:
    confirms(rosa, room)
    arranges(rosa)
    rosa.presses("Go back")
    presses_send(rosa, 1)
    cast.talk.passes(minutes=1)
    room.sees(PICNIC, "Place: {place}", place=PLACE)
    assert room.labels == [room.say("Answer in private")]
    ada.opens(room.door)
    ada.sees(PICNIC)
    ada.presses("I come")
    ada.sees("You come.")
    for name in ("Karim", "Bea"):
        stranger = cast.phones[name]
        stranger.opens(room.door)
        stranger.sees(PRIVATE)


def test_everybody_of_a_group_may_come(rosa: Phone, cast: Cast) -> None:
    """Somebody who joined after it went out finds it in the group."""
    invites(rosa)
    sol = cast.joined(Who("Sol", Role.MENTEE, "en"))
    sol.opens(f"e-{event(cast.talk)}")
    sol.presses("I come")
    sol.sees("You come.")


def test_what_we_keep_is_shown_and_forgotten(rosa: Phone, ada: Phone, samir: Phone, talk: Talk) -> None:
    invites(rosa, places=2)
    answers(ada, "I come", brings=1)
    answers(samir, "I come")
    ada.forges("privacy.know")
    ada.presses_through("Read on")
    ada.sees(PICNIC)
    ada.forges("privacy.forget")
    talk.delivers()
    samir.sees("There is a place for you now.")
    assert [row["person_id"] for row in talk.rows()["guests"]] == [4]
