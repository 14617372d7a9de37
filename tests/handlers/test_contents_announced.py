"""Pictures, a voice, a place or an album announced; and what nobody asked for, announced after all."""

from db.announcements import TEXT_LENGTH
from db.contents import Item, Medium
from db.people import Role
from handlers.kit.turn import Sort
from tests.albums import sends_album
from tests.handlers.test_announcements import sends
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

POSTER = Item(Medium.PHOTO, "telegram", "poster")
ASKED = "I did not ask for this. Do you want to announce it?"


def asks(rosa: Phone) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Write announcement")


def files(phone: Phone) -> list[str]:
    return [each.file for each in phone.screen.items]


def test_a_poster_with_its_words(rosa: Phone, nia: Phone, talk: Talk) -> None:
    asks(rosa)
    rosa.sends_photo("Picnic on Sunday.", "poster")
    rosa.sees("Picnic on Sunday.", "This is how it will look.")
    rosa.sees("{n} photo", n=1)
    sends(rosa)
    talk.delivers()
    nia.sees("Picnic on Sunday.", "From {name}", name="Rosa")
    assert files(nia) == ["poster"]


def test_an_album_is_one_announcement(rosa: Phone, nia: Phone, talk: Talk) -> None:
    asks(rosa)
    sends_album(rosa, ["tree", "lake", "bread"], "Picnic on Sunday.")
    assert len(talk.rows()["announcements"]) == 1
    rosa.sees("{n} photo", n=3)
    sends(rosa)
    talk.delivers()
    nia.sees("Picnic on Sunday.")
    assert files(nia) == ["tree", "lake", "bread"]


def test_a_voice_without_a_word(rosa: Phone, nia: Phone, talk: Talk) -> None:
    asks(rosa)
    rosa.sends_voice(file="come")
    rosa.sees("{n} voice message", n=1)
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "{n} voice message", n=1)
    sends(rosa)
    talk.delivers()
    assert files(nia) == ["come"]


def test_other_files_in_place_of_those_before(rosa: Phone, nia: Phone, talk: Talk) -> None:
    asks(rosa)
    rosa.sends_photo("Picnic on Sunday.", "poster")
    rosa.presses("Change words")
    rosa.sends_photo(file="better poster")
    sends(rosa)
    talk.delivers()
    nia.sees("Picnic on Sunday.")
    assert files(nia) == ["better poster"]


def test_what_nobody_asked_for_is_announced_after_all(rosa: Phone, nia: Phone, talk: Talk) -> None:
    rosa.sends(Sort.PHOTO, "Picnic on Sunday.", POSTER)
    rosa.sees(ASKED)
    assert talk.rows()["announcements"] == []
    rosa.presses("Announce this")
    rosa.sees("Picnic on Sunday.", "This is how it will look.")
    sends(rosa)
    talk.delivers()
    nia.sees("Picnic on Sunday.")
    assert files(nia) == ["poster"]


def test_an_album_nobody_asked_for_is_held_whole(rosa: Phone, nia: Phone, talk: Talk) -> None:
    sends_album(rosa, ["tree", "lake"], "Picnic on Sunday.")
    rosa.presses("Announce this")
    rosa.sees("Picnic on Sunday.")
    rosa.sees("{n} photo", n=2)


def test_not_announced_nothing_of_it_is_kept(rosa: Phone, talk: Talk) -> None:
    rosa.says("Picnic on Sunday.")
    rosa.sees(ASKED)
    rosa.presses("Home")
    with talk.nothing_changes():
        rosa.forges("writing.this:1")
        rosa.sees("That is not here any more. Nothing has changed.")


def test_what_is_too_long_is_written_shorter(rosa: Phone, talk: Talk) -> None:
    rosa.says("x" * (TEXT_LENGTH + 1))
    rosa.presses("Announce this")
    rosa.sees("That is too long for an announcement.", "Please write your announcement.")
    rosa.says("Picnic on Sunday.")
    rosa.sees("This is how it will look.")


def test_of_two_programmes_one_is_chosen(rosa: Phone, bea: Phone, cast: Cast) -> None:
    bea.opens(cast.invitation(Role.COORDINATOR))
    bea.says("Picnic on Sunday.")
    bea.sees(ASKED)
    bea.presses("Marseille 2027")
    bea.sees("Marseille 2027", "Picnic on Sunday.", "This is how it will look.")


def test_members_announce_nothing(ada: Phone, talk: Talk) -> None:
    ada.sends_photo("Picnic on Sunday.")
    ada.may_not_press("Announce this")
    with talk.nothing_changes():
        ada.forges("writing.this:1")
