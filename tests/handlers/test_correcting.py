"""What has gone out is corrected where it stands, or taken back out of the chats."""

from functools import partial

from db import deliveries
from db.people import Role
from tests.handlers.invited import answers, invites
from tests.handlers.test_announcements import confirms, number, sends, writes
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk


def corrects(rosa: Phone, words: str) -> None:
    rosa.forges(f"sending.progress:{number(rosa.talk)}")
    rosa.presses("See who got it", "Correct words")
    rosa.says(words)


def corrects_the_arabic(rosa: Phone) -> None:
    """Of an announcement in two languages that has arrived."""
    writes(rosa)
    rosa.forges(f"versions.write:{number(rosa.talk)}:ar")
    rosa.says("نزهة يوم الأحد")
    rosa.forges(f"announcements.show:{number(rosa.talk)}")
    sends(rosa)
    rosa.talk.delivers()
    rosa.forges(f"correcting.ask:{number(rosa.talk)}:ar")
    rosa.says("نزهة يوم الاثنين")


def test_corrected_where_it_stands(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    talk.delivers()
    letter = nia.last
    corrects(rosa, "Picnic on Monday.")
    rosa.sees("Picnic on Monday.", "This is how it will look.")
    rosa.sees("It changes {n} message.", n=5)
    rosa.presses("Correct it")
    rosa.sees("It changes in a moment. You can still stop it.")
    assert talk.delivers() == 0
    talk.passes(minutes=1)
    assert nia.last == letter, "no new message, and no sound"
    nia.sees("Picnic on Monday.", "Corrected.")
    nia.sees_not("Picnic on Sunday.")


def test_those_still_to_come_get_the_new_words(rosa: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 21:30")
    writes(rosa)
    sends(rosa)
    talk.delivers()
    corrects(rosa, "Picnic on Monday.")
    rosa.presses("Correct it")
    talk.passes(minutes=1)
    talk.clock.at("Wednesday 09:00")
    talk.delivers()
    nia.sees("Picnic on Monday.")


def test_a_correction_is_stopped_within_the_minute(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    talk.delivers()
    corrects(rosa, "Picnic never.")
    rosa.presses("Correct it", "Do not change it")
    rosa.sees("Picnic never.", "This is how it will look.")
    talk.passes(minutes=2)
    nia.sees("Picnic on Sunday.")
    nia.sees_not("Picnic never.")


def test_a_group_reads_the_correction_too(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    writes(rosa)
    sends(rosa, 6)
    talk.delivers()
    corrects(rosa, "Picnic on Monday.")
    rosa.presses("Correct it")
    talk.passes(minutes=1)
    room.sees("Picnic on Monday.")


def test_a_version_is_corrected_where_it_is_read(rosa: Phone, ada: Phone, nia: Phone, talk: Talk) -> None:
    corrects_the_arabic(rosa)
    rosa.sees("It changes {n} message.", n=2)
    rosa.presses("Correct it")
    talk.passes(minutes=1)
    ada.sees("نزهة يوم الاثنين", "Corrected.")
    nia.sees("Picnic on Sunday.")
    nia.sees_not("Corrected.")


def test_a_version_to_be_corrected_is_looked_at_in_its_language(rosa: Phone, ada: Phone) -> None:
    corrects_the_arabic(rosa)
    rosa.sees(ada.say("From {name}", name="Rosa"))


def test_what_was_in_flight_with_the_old_words_is_corrected_too(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    with talk.in_flight():
        corrects(rosa, "Picnic on Monday.")
        rosa.presses("Correct it")
        talk.passes(minutes=1)
    nia.sees("Picnic on Sunday.")
    talk.passes(minutes=1)
    nia.sees("Picnic on Monday.")


def test_a_draft_is_not_corrected_but_rewritten(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    with talk.nothing_changes():
        rosa.forges(f"correcting.ask:{number(talk)}:fr")
        rosa.sees("That is not here any more. Nothing has changed.")


def takes_back(rosa: Phone) -> None:
    rosa.forges(f"sending.progress:{number(rosa.talk)}")
    rosa.presses("See who got it", "Remove from chats")


def test_taken_back_out_of_all_chats(rosa: Phone, nia: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    writes(rosa)
    sends(rosa, 6)
    talk.delivers()
    takes_back(rosa)
    rosa.sees("Take it out of {n} chat?", n=6)
    rosa.presses("Yes, take it back")
    rosa.sees("It leaves the chats in a moment. You can still stop it.")
    talk.passes(minutes=1)
    nia.sees("This message from {programme} was taken back.", programme="Marseille 2027")
    nia.sees_not("Picnic on Sunday.")
    room.sees_not("Picnic on Sunday.")
    rosa.forges(f"retracting.state:{number(talk)}")
    rosa.sees("Taken out of {n} chat.", n=6)


def test_it_stands_after_all_within_the_minute(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    talk.delivers()
    takes_back(rosa)
    rosa.presses("Yes, take it back", "Let it stand")
    talk.passes(minutes=5)
    nia.sees("Picnic on Sunday.")


def test_let_stand_with_nothing_held_there_is_nothing_to_go_on_with(
    rosa: Phone, nia: Phone, talk: Talk
) -> None:
    writes(rosa)
    sends(rosa)
    talk.delivers()
    takes_back(rosa)
    rosa.presses("Yes, take it back", "Let it stand")
    rosa.sees("All are sent.")
    rosa.may_not_press("Go on sending")
    nia.sees("Picnic on Sunday.")


def test_let_stand_what_failed_in_flight_waits_for_a_hand(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    nia.reachable = False
    flying = talk.look(lambda session: deliveries.claim(session, talk.clock.now(), limit=9))
    takes_back(rosa)
    rosa.presses("Yes, take it back")
    for claim in flying:
        talk.look(
            partial(deliveries.try_again, claimed=claim, until=talk.clock.now(), reason="no connection")
        )
    rosa.presses("Let it stand")
    talk.passes(minutes=1)
    assert nia.last == 0


def test_taken_back_it_reaches_nobody_else(rosa: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 21:30")
    writes(rosa)
    sends(rosa)
    talk.delivers()
    takes_back(rosa)
    rosa.presses("Yes, take it back")
    talk.clock.at("Wednesday 09:00")
    talk.delivers()
    assert nia.last == 0


def test_let_stand_the_rest_goes_on_by_hand(rosa: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 21:30")
    writes(rosa)
    sends(rosa)
    talk.delivers()
    takes_back(rosa)
    rosa.presses("Yes, take it back", "Let it stand")
    rosa.sees("Stopped before: {n}", n=5)
    rosa.presses("Go on sending")
    talk.clock.at("Wednesday 09:00")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_its_event_takes_place_until_that_is_called_off_too(rosa: Phone, ada: Phone, talk: Talk) -> None:
    invites(rosa)
    answers(ada, "I come")
    takes_back(rosa)
    rosa.presses("Yes, take it back")
    rosa.sees_not("The event still takes place.")
    talk.passes(minutes=1)
    rosa.forges(f"retracting.state:{number(talk)}")
    rosa.sees("The event still takes place.")
    rosa.presses("Call off event", "Call off event")
    talk.passes(minutes=1)
    ada.sees("This event is called off.")
    rosa.forges(f"retracting.state:{number(talk)}")
    rosa.sees_not("The event still takes place.")


def test_nobody_else_corrects_or_takes_back(rosa: Phone, ada: Phone, cast: Cast) -> None:
    writes(rosa)
    sends(rosa)
    cast.talk.delivers()
    maud = cast.joined(Who("Maud", Role.MENTOR, "fr"))
    one = number(cast.talk)
    pages = ("which", "look", "confirm", "leave")
    links = [f"correcting.{page}:{one}" + ("" if page == "which" else ":fr") for page in pages]
    links += [f"retracting.{page}:{one}" for page in ("ask", "do", "leave", "state")]
    links += [f"sending.{page}:{one}" for page in ("stop", "go_on", "progress", "begin", "take_back")]
    links += [f"report.{page}:{one}" for page in ("overview", "again", "spreadsheet")]
    with cast.talk.nothing_changes():
        for each in (ada, maud):
            for link in links:
                each.forges(link)
                each.sees("That is not here any more. Nothing has changed.")
