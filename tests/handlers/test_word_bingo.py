"""Word bingo: everyday words in all languages of a group, and a small dictionary at the end."""

import pytest

from db.people import Role
from handlers.kit.turn import Said, Sort
from tests.handlers.test_announcements import confirms
from tests.handlers.test_careful import ASKED, PASSPORT
from tests.handlers.test_name_bingo import plays
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk


@pytest.fixture
def game(rosa: Phone, room: Room) -> Room:
    """The group, with a card of words in it."""
    confirms(rosa, room)
    plays(rosa, "Word bingo")
    assert rosa.talk.delivers() == 1
    return room


def test_a_word_stands_three_to_a_row_and_leads_to_a_private_chat(game: Room, ada: Phone, talk: Talk) -> None:
    assert [len(row) for row in game.screen.rows] == [3, 3, 3]
    assert game.labels[0] == game.say("bread")
    ada.opens(game.doors[0])
    ada.sees("bread", str(game.words._("bread")), "Please write the word in another language.")
    ada.sees("Everybody in {group} will read it, with your name.", group="Chez Rosa")
    ada.says("خبز")
    ada.sees("Thank you. {group} can read it now.", group="Chez Rosa")
    assert talk.passes(seconds=7) == 1
    assert game.labels[0] == f"{game.say('bread')} ✓"
    game.sees("خبز", "Ada")
    [given] = talk.rows()["contributions"]
    assert (given["words"], given["language"], given["name"]) == ("خبز", "ar", None)


def test_whoever_speaks_several_says_which(game: Room, cast: Cast, talk: Talk) -> None:
    noor = cast.joined(Who("Noor", Role.MENTEE, "en", ["ar", "en", "tr"]))
    noor.opens(game.doors[1])
    noor.says("su")
    noor.sees("Which language is it?", "Your answer: {words}", words="su")
    noor.may_press("English", "العربية", "Türkçe")
    noor.presses("Türkçe")
    assert talk.rows()["contributions"][0]["language"] == "tr"
    with talk.nothing_changes():
        number = talk.rows()["contributions"][0]["id"]
        for language in ("fr", "xx", "uk"):
            noor.forges(f"tongues.say:{number}:{language}")
            noor.sees("That is not here any more. Nothing has changed.")
        cast.phones["Ada"].forges(f"tongues.say:{number}:ar")
        cast.phones["Ada"].sees("That is not here any more. Nothing has changed.")


def test_a_reply_with_a_number_is_a_word(game: Room, ada: Phone, karim: Phone, talk: Talk) -> None:
    game.is_answered(ada, "2 ماء")
    game.is_answered(karim, "٣. شمس", "Karim")
    game.is_answered(karim, "what a nice game", "Karim")
    game.is_answered(karim, f"4 {PASSPORT}", "Karim")
    game.is_answered(karim, "5 " + "x" * 60, "Karim")
    game.is_answered(karim, Said(Sort.VOICE), "Karim")
    assert talk.passes(seconds=7) == 1
    game.sees("ماء", "Ada", "شمس", "Karim")
    found = [(row["words"], row["language"], row["name"]) for row in talk.rows()["contributions"]]
    assert found == [("ماء", "ar", None), ("شمس", "ar", "Karim")]


def test_the_script_tells_the_language(game: Room, cast: Cast, karim: Phone, talk: Talk) -> None:
    olena = cast.joined(Who("Olena", Role.MENTEE, "en", ["uk", "en"]))
    olena.opens(game.doors[0])
    olena.says("хліб")
    game.is_answered(karim, "2 water", "Karim")
    assert [row["language"] for row in talk.rows()["contributions"]] == ["uk", None]


def test_a_word_can_be_changed_and_taken_back(game: Room, ada: Phone, talk: Talk) -> None:
    for word in ("خبر", "خبز"):
        ada.opens(game.doors[0])
        ada.says(word)
    talk.passes(seconds=7)
    game.sees("خبز")
    game.sees_not("خبر")
    ada.presses("Take it back")
    ada.sees("It is taken back. {group} does not read it any more.", group="Chez Rosa")
    talk.passes(seconds=7)
    game.sees_not("خبز", "Ada")
    assert talk.rows()["contributions"] == []


def test_several_know_the_same_word(game: Room, ada: Phone, samir: Phone, talk: Talk) -> None:
    ada.opens(game.doors[0])
    ada.says("خبز")
    samir.opens(game.doors[0])
    samir.says("bread")
    talk.passes(seconds=7)
    game.sees("خبز", "Ada", "bread", "Samir")


def test_at_the_end_there_is_a_dictionary(game: Room, rosa: Phone, cast: Cast, talk: Talk) -> None:
    for name, door, word in (("Ada", 0, "خبز"), ("Samir", 1, "water"), ("Ada", 1, "ماء"), ("Nia", 2, "sun")):
        cast.phones[name].opens(game.doors[door])
        cast.phones[name].says(word)
    talk.passes(seconds=7)
    game.looks_at(max(game.messages))
    game.sees("A row is full. Thank you, {names}.", names=game.words.listed(["Ada", "Samir", "Nia"]))
    game.sees("Say the words aloud together.")
    rosa.forges(f"playing.end:{talk.rows()['activities'][0]['id']}")
    talk.passes(seconds=7)
    game.looks_at(max(game.messages))
    game.sees("Our small dictionary", "العربية", "English", "خبز", "water")
    game.sees("The game is over. Thank you, {names}.", names=game.words.listed(["Ada", "Samir", "Nia"]))


def test_private_words_are_asked_about(game: Room, ada: Phone, talk: Talk) -> None:
    ada.opens(game.doors[0])
    with talk.nothing_changes():
        ada.says(PASSPORT)
        ada.sees(PASSPORT, ASKED)


def test_it_is_over_for_everybody(game: Room, ada: Phone, talk: Talk) -> None:
    door = game.doors[0]
    ada.opens(door)
    talk.passes(days=8)
    with talk.nothing_changes():
        ada.says("خبز")
        ada.sees("This is over. No more answers are taken.")
        ada.opens(door)
        ada.sees("This is over. No more answers are taken.")
        game.is_answered(ada, "1 خبز", to=2)


@pytest.mark.parametrize("days", [0, 7])
def test_whoever_leaves_disappears_from_all_that_was_said(
    game: Room, cast: Cast, talk: Talk, days: int
) -> None:
    """Whether Rosa ended the game, or it ended by itself."""
    for name, door in (("Ada", 0), ("Samir", 1), ("Nia", 2)):
        cast.phones[name].opens(game.doors[door])
        cast.phones[name].says(f"Word of {name}")
    talk.passes(seconds=7)
    talk.passes(days=days)
    cast.phones["Rosa"].forges(f"playing.end:{talk.rows()['activities'][0]['id']}")
    talk.passes(seconds=7)
    assert sum("Ada" in message.text for message in game.messages.values()) == 3
    cast.phones["Ada"].forges("privacy.forget")
    talk.passes(seconds=7)
    assert [message.text for message in game.messages.values() if "Ada" in message.text] == []
    assert sum("Samir" in message.text for message in game.messages.values()) == 3
    for name in ("Samir", "Nia"):
        cast.phones[name].forges("privacy.forget")
    talk.passes(seconds=7)
    assert [message.text for message in game.messages.values() if "Nia" in message.text] == []
