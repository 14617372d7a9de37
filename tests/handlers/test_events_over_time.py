"""Events as time goes by: reminders, another day, called off, the door, and the question afterwards."""

from datetime import datetime

from tests.handlers.invited import PICNIC, PLACE, answers, event, hosts, invites
from tests.handlers.test_announcements import confirms
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk


def test_those_who_come_hear_of_it_twice_and_who_is_unsure_once(
    rosa: Phone, ada: Phone, nia: Phone, samir: Phone, talk: Talk
) -> None:
    invites(rosa)
    answers(ada, "I come")
    answers(nia, "Maybe")
    answers(samir, "I cannot")
    comes_due(talk, "Thursday 20:00")
    seen = samir.last
    talk.clock.at("Saturday 18:00")
    assert talk.delivers() == 2
    ada.sees("Tomorrow:", PICNIC)
    nia.sees("Tomorrow:", "You come perhaps.")
    nia.may_press("I come", "I cannot")
    talk.clock.at("Sunday 13:00")
    assert talk.delivers() == 1
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


def test_moved_is_heard_by_all_who_answered_and_asked_again(
    rosa: Phone, ada: Phone, nia: Phone, samir: Phone, ines: Phone, talk: Talk
) -> None:
    invites(rosa)
    answers(ada, "I come", brings=1)
    answers(nia, "Maybe")
    answers(samir, "I cannot")
    seen = ines.last
    moves(rosa)
    rosa.sees("It happens in a moment. You can still undo it.")
    assert talk.delivers() == 0
    assert talk.passes(minutes=1) == 3
    ada.sees("This event has moved:", "You come with {n} person.", "Does it still suit you?", n=1)
    ada.sees("الاثنين 8 مارس، الساعة 18:00")
    nia.sees("This event has moved:", "You come perhaps.", "Does it still suit you?")
    samir.sees("You cannot come.", "Does this suit you?")
    assert ines.last == seen
    ada.presses("I come")
    ada.sees_not("Does it still suit you?")
    ada.sees("You come with {n} person.", n=1)
    assert [each.isoformat()[:16] for each in due(talk, "recalling.soon")] == [
        "2027-03-07T17:00",
        "2027-03-07T17:00",
        "2027-03-08T15:00",
    ]


def test_a_move_is_undone_within_the_minute(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    moves(rosa)
    rosa.presses("Undo")
    rosa.sees("dimanche 7 mars à 15:00")
    assert talk.passes(minutes=2) == 1, "only that it stays, to Rosa"
    assert talk.rows()["events"][0]["version"] == 1


def test_the_place_moves_too(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    hosts(rosa)
    rosa.presses("Another place")
    rosa.says("Town hall")
    rosa.sees("Place: {place}", place="Town hall")
    talk.passes(minutes=1)
    ada.sees("This event has moved:", "Place: {place}", place="Town hall")


def test_an_answer_to_the_old_date_is_shown_the_new_one(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    moves(rosa)
    talk.passes(minutes=1)
    answers(ada, "I come")
    ada.sees("Something has changed meanwhile. Please look again.", "الاثنين 8 مارس، الساعة 18:00")
    ada.presses("I come")
    ada.sees("You come.")


def test_called_off_reaches_those_who_come_or_wait_at_once(
    rosa: Phone, ada: Phone, nia: Phone, samir: Phone, talk: Talk
) -> None:
    invites(rosa, places=1)
    answers(ada, "I come")
    answers(nia, "I come")
    answers(samir, "I cannot")
    talk.clock.at("Saturday 23:00")
    talk.delivers()
    hosts(rosa)
    rosa.presses("Call off event", "Call off event")
    assert talk.passes(minutes=1) == 2, "it is tomorrow: that cannot wait for the morning"
    for each in (ada, nia):
        each.sees("This event is called off.")
        each.may_not_press("I come", "I cannot")
    talk.clock.at("Sunday 13:00")
    assert talk.delivers() == 1, "only that it has happened, to Rosa"


def test_far_ahead_it_waits_for_the_morning(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    talk.clock.at("Monday 23:00")
    hosts(rosa)
    rosa.presses("Call off event", "Call off event")
    talk.passes(minutes=1)
    ada.sees_not("This event is called off.")
    talk.clock.at("Tuesday 09:00")
    talk.delivers()
    ada.sees("This event is called off.")


def test_a_group_hears_of_it_too(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    invites(rosa, readers=6)
    moves(rosa)
    talk.passes(minutes=1)
    room.sees("This event has moved:", "lundi 8 mars à 18:00")
    assert room.labels == []
    rosa.forges(f"shifting.call_off:{event(talk)}")
    talk.passes(minutes=1)
    room.sees("This event is called off.")


def test_rosa_puts_somebody_on_the_list(rosa: Phone, nia: Phone, talk: Talk) -> None:
    invites(rosa, places=2)
    hosts(rosa)
    rosa.presses("Put on the list", "Nia")
    rosa.sees("{name} is on the list.", name="Nia")
    rosa.says("Grandmother")
    rosa.sees("{name} is on the list.", name="Grandmother")
    rosa.says("Uncle")
    rosa.sees("{name} is on the waiting list.", name="Uncle")
    assert talk.delivers() == 1
    nia.sees("Your coordinator put you on the list.", "You come.")
    nia.presses("I cannot")
    hosts(rosa)
    rosa.presses("See names")
    rosa.sees("Grandmother", "Uncle")


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


def test_were_you_there(rosa: Phone, ada: Phone, nia: Phone, samir: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come", brings=1)
    answers(nia, "Maybe")
    answers(samir, "I come")
    ticks(rosa, "Samir")
    after(talk)
    talk.delivers()
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


def test_only_coordinators_of_the_programme_host(rosa: Phone, ada: Phone, bea: Phone, cast: Cast) -> None:
    invites(rosa)
    answers(ada, "I come")
    number, draft = event(cast.talk), cast.talk.rows()["announcements"][-1]["id"]
    forged = [
        f"{page}:{number}"
        for page in (
            "hosting.show",
            "hosting.names",
            "door.show",
            "door.sheet",
            "shifting.call_off",
            "shifting.undo",
            "sizing.remove",
        )
    ]
    forged += [f"door.show:{number}:0", f"door.tick:{number}:1", f"door.ticks:{number}:0"]
    forged += [f"sizing.set_room:{number}:5", f"shifting.move:{number}:20270308T1700Z"]
    forged += [f"listing.put:{number}:{cast.place('Nia')}", f"listing.offer:{number}:0"]
    forged += [f"arranging.set_time:{draft}:20270308T1700Z", f"hosting.overview:{cast.programme.id}"]
    with cast.talk.nothing_changes():
        for link in forged:
            for stranger in (ada, bea):
                stranger.forges(link)
                stranger.sees("That is not here any more. Nothing has changed.")


def test_what_has_gone_out_or_begun_is_not_arranged_any_more(rosa: Phone, cast: Cast) -> None:
    invites(rosa)
    number, draft = event(cast.talk), cast.talk.rows()["announcements"][-1]["id"]
    gone = [f"sizing.remove:{number}", f"sizing.set_length:{number}:60", f"sizing.let_bring:{number}:0"]
    gone += [f"door.tick:{number}:99", f"door.show:{number}:-1", f"door.ticks:{number}:30"]
    gone += [f"sizing.set_room:{number}:-1", f"listing.offer:{number}:-8", f"listing.put:{number}:99"]
    gone += [f"shifting.move:{number}:20270101T1700Z", f"arranging.set_time:{draft}:20290308T1700Z"]
    with cast.talk.nothing_changes():
        for link in gone:
            rosa.forges(link)
            rosa.sees("That is not here any more. Nothing has changed.")
        cast.talk.clock.at("Sunday 15:00")
        for link in (f"shifting.call_off:{number}", f"listing.put:{number}:{cast.place('Nia')}"):
            rosa.forges(link)
            rosa.sees("That is not here any more. Nothing has changed.")


def test_there_is_nothing_to_see_before_the_first_one(rosa: Phone) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Events")
    rosa.sees("No announcement has a date yet.")
    assert PLACE not in rosa.text


def moves(rosa: Phone) -> None:
    """To Monday at six."""
    hosts(rosa)
    rosa.presses("Another day", "8", "18:00", "Move it")


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


def due(talk: Talk, page: str) -> list[datetime]:
    """When a page is to come, soonest first."""
    rows = talk.rows()["deliveries"]
    return sorted(row["due_at"] for row in rows if row["link"].startswith(page) and not row["claimed_at"])
