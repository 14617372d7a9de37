"""Announcements: written, seen as they will look, sent once, counted; and nobody else's to send."""

from db.announcements import TEXT_LENGTH
from db.people import Role
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

PICNIC = "Picnic on Sunday.\nBring a dish & a friend."


def test_rosa_sees_it_first_then_everybody_gets_it(rosa: Phone, ada: Phone, nia: Phone, cast: Cast) -> None:
    writes(rosa)
    rosa.sees("Marseille 2027", PICNIC, "This is how it will look.")
    rosa.sees("It goes to {n} person.", n=5)
    rosa.presses("Send to {n}", n=5)
    rosa.sees("It starts in a moment. You can still take it back.")
    assert cast.talk.delivers() == 0
    assert cast.talk.passes(minutes=1) == 5
    for each in (ada, nia):
        each.sees("Marseille 2027", PICNIC, "From {name}", name="Rosa")
        each.may_press("Home")


def test_how_far_it_is_is_shown_by_itself(rosa: Phone, ada: Phone, talk: Talk) -> None:
    ada.blocks()
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    report = rosa.last
    talk.delivers()
    assert talk.passes(seconds=3) == 1
    rosa.looks_at(report)
    rosa.sees("{n} message arrived.", n=4)
    rosa.sees("All are sent.")
    rosa.sees("Not reached: {names}", names="Ada")
    assert talk.passes(minutes=5) == 0, "nothing is left to look at"


def test_pressing_send_twice_sends_once(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses_again("Send to {n}", n=5)
    assert talk.delivers() == 5
    assert len(nia.messages) == 1
    rosa.forges(f"announcements.send:{number(talk)}")
    assert talk.delivers() == 0


def test_whoever_blocked_us_is_named(rosa: Phone, ada: Phone, talk: Talk) -> None:
    ada.reachable = False
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    report = rosa.last
    assert talk.delivers() == 4
    talk.passes(seconds=3)
    rosa.looks_at(report)
    rosa.sees("Not reached: {names}", names="Ada")
    rosa.says("/desk")
    rosa.sees("Not reachable: {names}", names="Ada")


def test_a_draft_is_said_in_other_words(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Change words")
    rosa.sees("Please write the new words.", PICNIC)
    rosa.says("Picnic on Monday.")
    rosa.sees("Picnic on Monday.", "This is how it will look.")
    rosa.sees_not("Picnic on Sunday.")
    rosa.presses("Send to {n}", n=5)
    talk.delivers()
    nia.sees("Picnic on Monday.")


def test_what_went_out_is_not_changed_any_more(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Change words")
    draft = number(talk)
    rosa.says("Picnic on Monday.")
    rosa.presses("Send to {n}", n=5)
    talk.delivers()
    with talk.nothing_changes():
        rosa.forges(f"announcements.rewrite:{draft}")
        rosa.says("Picnic never.")
        rosa.forges(f"announcements.show:{draft}")
    rosa.sees("{n} message arrived.", n=5)


def test_an_older_one_is_found_again(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Picnic on Sunday. Bring a dish & a friend.")
    rosa.sees("This is how it will look.")


def test_what_is_no_text_is_no_announcement(rosa: Phone, talk: Talk) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Write announcement")
    with talk.nothing_changes():
        rosa.sends_photo("our poster")
        rosa.sees("I can only read written words here. Please write it.")
        rosa.says("  ")
    rosa.says(PICNIC)
    rosa.sees("This is how it will look.")


def test_the_other_programme_neither_reads_nor_sends(rosa: Phone, bea: Phone, cast: Cast) -> None:
    writes(rosa)
    draft = number(cast.talk)
    pages = ("show", "send", "rewrite", "progress")
    forged = [f"announcements.{page}:{draft}" for page in pages]
    forged += [f"announcements.ask:{cast.programme.id}", f"bulletin.read:{draft}"]
    with cast.talk.nothing_changes():
        for link in (*forged, f"announcements.overview:{cast.programme.id}"):
            bea.forges(link)
            bea.sees("That is not here any more. Nothing has changed.")
            bea.sees_not("Picnic on Sunday.")


def test_members_read_no_draft_and_send_nothing(rosa: Phone, ada: Phone, talk: Talk) -> None:
    writes(rosa)
    with talk.nothing_changes():
        for link in (f"bulletin.read:{number(talk)}", f"announcements.send:{number(talk)}"):
            ada.forges(link)
            ada.sees_not("Picnic on Sunday.")
    rosa.presses("Send to {n}", n=5)
    ada.forges(f"bulletin.read:{number(talk)}")
    ada.sees("Picnic on Sunday.")


def test_other_programmes_and_half_joined_people_get_nothing(
    rosa: Phone, bea: Phone, karim: Phone, cast: Cast
) -> None:
    karim.opens(cast.invitation())
    karim.presses("العربية")
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    assert cast.talk.delivers() == 5
    assert bea.last == 0


def test_somebody_with_two_places_gets_it_once(rosa: Phone, nia: Phone, cast: Cast) -> None:
    nia.opens(cast.invitation(Role.COORDINATOR))
    writes(rosa)
    shown = nia.last
    rosa.presses("Send to {n}", n=5)
    cast.talk.delivers()
    assert nia.last == shown + 1


def test_a_group_gets_it_too(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    writes(rosa)
    rosa.sees("It goes to {n} group.", n=1)
    rosa.presses("Send to {n}", n=6)
    assert talk.delivers() == 6
    room.sees(PICNIC)
    assert room.labels == [], "a press in a group would be somebody's, not everybody's"


def test_it_waits_for_the_morning(rosa: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 21:30")
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    assert talk.delivers() == 0
    talk.clock.at("Wednesday 09:00")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_it_stays_to_be_read_again(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n}", n=5)
    talk.delivers()
    letter = nia.last
    nia.presses("Home")
    assert nia.last != letter
    assert PICNIC.split("\n", maxsplit=1)[0] in nia.messages[letter].text


def test_one_that_is_too_long_is_not_cut(rosa: Phone, cast: Cast) -> None:
    writes(rosa, "🌍 " * TEXT_LENGTH)
    rosa.sees("That is too long for me, so I have not kept it. Please write it shorter.")
    assert cast.talk.rows()["announcements"] == []
    rosa.says("🌍 Earth day")
    rosa.sees("🌍 Earth day", "This is how it will look.")


def writes(rosa: Phone, words: str = PICNIC) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Write announcement")
    rosa.says(words)


def number(talk: Talk) -> int:
    """The number of the newest announcement."""
    return int(talk.rows()["announcements"][-1]["id"])


def confirms(rosa: Phone, room: Room) -> None:
    room.adds_bot()
    rosa.opens(room.door)
    rosa.presses("Yes, {programme}", programme="Marseille 2027")
