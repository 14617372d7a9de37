"""Announcements: written, seen as they will look; to whom they go, and nobody else's to send."""

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
    rosa.presses("Send to {n} people", n=5)
    rosa.sees("It starts in a moment. You can still stop it.")
    assert cast.talk.delivers() == 0
    assert cast.talk.passes(minutes=1) == 5
    for each in (ada, nia):
        each.sees("Marseille 2027", PICNIC, "From {name}", name="Rosa")
        each.may_press("Home")


def test_a_draft_is_said_in_other_words(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Change words")
    rosa.sees("Please write the new words.", PICNIC)
    rosa.says("Picnic on Monday.")
    rosa.sees("Picnic on Monday.", "This is how it will look.")
    rosa.sees_not("Picnic on Sunday.")
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    nia.sees("Picnic on Monday.")


def test_an_older_one_is_found_again(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Picnic on Sunday. Bring a dish & a friend.")
    rosa.sees("This is how it will look.")


def test_what_holds_nothing_is_no_announcement(rosa: Phone, talk: Talk) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Write announcement")
    with talk.nothing_changes():
        rosa.sends_sticker()
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
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    ada.forges(f"bulletin.read:{number(talk)}")
    ada.sees("Picnic on Sunday.")


def test_other_programmes_and_half_joined_people_get_nothing(
    rosa: Phone, bea: Phone, karim: Phone, cast: Cast
) -> None:
    karim.opens(cast.invitation())
    karim.presses("العربية")
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    assert cast.talk.passes(minutes=1) == 5
    assert bea.last == 0


def test_somebody_with_two_places_gets_it_once(rosa: Phone, nia: Phone, cast: Cast) -> None:
    nia.opens(cast.invitation(Role.COORDINATOR))
    writes(rosa)
    shown = nia.last
    rosa.presses("Send to {n} people", n=5)
    cast.talk.passes(minutes=1)
    assert nia.last == shown + 1


def test_a_group_gets_it_too(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    writes(rosa)
    rosa.sees("It goes to {n} group.", n=1)
    presses_send(rosa, groups=1)
    assert talk.passes(minutes=1) == 6
    room.sees(PICNIC)
    assert room.labels == [], "a press in a group would be somebody's, not everybody's"


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


def tells(rosa: Phone) -> int:
    """An announcement that has come to everybody, with the look at how it went; its number."""
    writes(rosa)
    rosa.presses(rosa.labels[0])
    rosa.talk.passes(minutes=1)
    rosa.talk.passes(minutes=1)
    rosa.opens()
    return number(rosa.talk)


def sends(rosa: Phone, n: int = 5) -> None:
    """Press Send and let the minute pass: everybody's is due, and nothing has left yet."""
    presses_send(rosa, n - 5)
    rosa.talk.clock.forward(minutes=1)
    rosa.talk.runs_errands()


def presses_send(rosa: Phone, groups: int = 0) -> None:
    """Press Send, to everybody of the cast and perhaps some groups."""
    if not groups:
        rosa.presses("Send to {n} people", n=5)
        return
    people, rooms = rosa.say("{n} people", n=5), rosa.say("{n} groups", n=groups)
    rosa.presses("Send to {people} and {groups}", people=people, groups=rooms)


def number(talk: Talk) -> int:
    """The number of the newest announcement."""
    return int(talk.rows()["announcements"][-1]["id"])


def confirms(rosa: Phone, room: Room) -> None:
    room.adds_bot()
    rosa.opens(room.door)
    rosa.presses("Yes, {programme}", programme="Marseille 2027")
    rosa.presses("Go back", "Go back", "Groups")
