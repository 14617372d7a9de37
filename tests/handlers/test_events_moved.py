"""Events as they change: another day or place, called off, and who hears of it when."""

from tests.handlers.invited import PICNIC, PLACE, answers, due, event, hosts, invites
from tests.handlers.test_announcements import confirms
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk


def test_moved_is_heard_by_all_who_answered_and_asked_again(
    rosa: Phone, ada: Phone, nia: Phone, cast: Cast
) -> None:
    samir, ines = cast.phones["Samir"], cast.phones["Ines"]
    invites(rosa)
    answers(ada, "I come", brings=1)
    answers(nia, "Maybe")
    answers(samir, "I cannot")
    seen = ines.last
    moves(rosa)
    rosa.sees("It happens in a moment. You can still undo it.")
    assert cast.talk.delivers() == 0
    assert cast.talk.passes(minutes=1) == 3
    ada.sees("This event has moved:", "You come with {n} person.", "Does it still suit you?", n=1)
    ada.sees("الاثنين 8 مارس، الساعة 18:00")
    nia.sees("This event has moved:", "You come perhaps.", "Does it still suit you?")
    samir.sees("You cannot come.", "Does this suit you?")
    assert ines.last == seen
    ada.presses("I come")
    ada.sees_not("Does it still suit you?")
    ada.sees("You come with {n} person.", n=1)
    assert [each.isoformat()[:16] for each in due(cast.talk, "recalling.soon")] == [
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


def test_another_day_and_another_place_go_together(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    place = f"arranging.ask_place:{talk.rows()['announcements'][-1]['id']}"
    day = f"shifting.move:{event(talk)}:20270308T1700Z"
    changes_both(rosa, place, day)
    rosa.sees("lundi 8 mars à 18:00", "Place: {place}", place="Town hall")
    rosa.presses("Undo")
    rosa.sees("dimanche 7 mars à 15:00", "Place: {place}", place=PLACE)
    changes_both(rosa, day, place)
    talk.passes(minutes=1)
    ada.sees("الاثنين 8 مارس، الساعة 18:00", "Place: {place}", place="Town hall")
    assert talk.rows()["events"][0]["version"] == 2


def test_back_where_it_was_nobody_hears_of_it(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    moves(rosa)
    number = event(talk)
    rosa.forges(f"shifting.move:{number}:20270307T1400Z")
    rosa.sees("dimanche 7 mars à 15:00")
    talk.passes(minutes=1)
    ada.sees_not("This event has moved:")
    assert talk.rows()["events"][0]["version"] == 1


def test_an_answer_to_the_old_date_is_shown_the_new_one(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    moves(rosa)
    talk.passes(minutes=1)
    answers(ada, "I come")
    ada.sees("Something has changed meanwhile. Please look again.", "الاثنين 8 مارس، الساعة 18:00")
    ada.presses("I come")
    ada.sees("You come.")


def test_called_off_reaches_those_who_come_or_wait_at_once(
    rosa: Phone, ada: Phone, nia: Phone, samir: Phone
) -> None:
    invites(rosa, places=1)
    answers(ada, "I come")
    answers(nia, "I come")
    answers(samir, "I cannot")
    rosa.talk.clock.at("Saturday 23:00")
    rosa.talk.delivers()
    hosts(rosa)
    rosa.presses("Call off event", "Call off event")
    assert rosa.talk.passes(minutes=1) == 2, "it is tomorrow: that cannot wait for the morning"
    for each in (ada, nia):
        each.sees("This event is called off.")
        each.sees_not("{n} person comes.", n=1)
        each.may_not_press("I come", "I cannot")
    rosa.talk.clock.at("Sunday 13:00")
    assert rosa.talk.delivers() == 1, "only that it has happened, to Rosa"
    rosa.forges(f"hosting.show:{event(rosa.talk)}")
    rosa.sees("This event is called off.")
    rosa.sees_not("{n} person comes.", "On the waiting list: {n}", n=1)


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
    rosa.presses("Chez Rosa", "Settings", "Second language", "العربية")
    invites(rosa, readers=6)
    moves(rosa)
    talk.passes(minutes=1)
    room.sees("This event has moved:", "lundi 8 mars à 18:00")
    room.sees(str(talk.catalogues.words("ar")._("This event has moved:")), "الاثنين 8 مارس، الساعة 18:00")
    assert room.labels == []
    rosa.forges(f"shifting.call_off:{event(talk)}")
    talk.passes(minutes=1)
    room.sees("This event is called off.")


def test_a_group_hears_of_nothing_that_was_taken_back(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    invites(rosa, readers=6)
    rosa.forges(f"retracting.do:{talk.rows()['announcements'][-1]['id']}")
    talk.passes(minutes=2)
    moves(rosa)
    talk.passes(minutes=1)
    rosa.forges(f"shifting.call_off:{event(talk)}")
    talk.passes(minutes=1)
    assert PICNIC not in "".join(each.text for each in room.messages.values())


def moves(rosa: Phone) -> None:
    """To Monday at six."""
    hosts(rosa)
    rosa.presses("Another day", "8", "18:00", "Move it")


def changes_both(rosa: Phone, *pages: str) -> None:
    """To Monday at six and to the town hall, within the same minute, on pages that were open already."""
    for page in pages:
        rosa.forges(page)
        if rosa.screen.awaits:
            rosa.says("Town hall")
