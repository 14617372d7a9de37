"""Answers by voice and with photos: heard and seen by the other, with the words that came with them."""

import pytest

from db.contents import Medium
from handlers.kit.bidi import strip as bare
from handlers.kit.held import HOLDING
from handlers.kit.turn import Sort
from tests.handlers.seasons import ends, keepsake
from tests.handlers.sharing import SEA, TEA, WAITS, answers, asks, both_answer
from tests.handlers.test_careful import ASKED, PASSPORT
from tests.phones import Phone
from tests.talk import Talk


@pytest.mark.parametrize("medium", HOLDING)
def test_it_comes_with_the_words_of_both(ada: Phone, nia: Phone, talk: Talk, medium: Medium) -> None:
    voice = medium == Medium.VOICE
    asks(ada)
    (ada.sends_voice if voice else ada.sends_photo)("حديقة", file="Ada's")
    ada.sees("حديقة", "Voice message" if voice else "Photo", WAITS)
    answers(nia, TEA)
    nia.sees("حديقة", TEA)
    assert nia.screen.items
    assert (nia.screen.items[0].medium, nia.screen.items[0].file) == (medium, "Ada's")
    talk.passes(minutes=2)
    assert not ada.screen.items
    ada.presses("Your voice message" if voice else "Your photo")
    assert ada.screen.items
    assert ada.screen.items[0].file == "Ada's"


def test_they_stand_in_what_is_known_of_whoever_sent_them(ada: Phone) -> None:
    asks(ada)
    ada.sends_voice(file="Ada's")
    ada.forges("privacy.know")
    ada.sees("You sent {n} voice message or photo.", n=1)
    ada.presses("What you answered")
    ada.presses(ada.labels[0])
    assert ada.screen.items
    assert ada.screen.items[0].file == "Ada's"


def test_of_two_voices_each_hears_the_other_and_finds_their_own(ada: Phone, nia: Phone, talk: Talk) -> None:
    asks(ada)
    ada.sends_voice(file="Ada's")
    asks(nia)
    nia.sends_photo(file="Nia's")
    talk.passes(minutes=2)
    for phone, heard in ((ada, "Nia's"), (nia, "Ada's")):
        assert phone.screen.items
        assert phone.screen.items[0].file == heard
    ada.may_press("Your voice message")
    ada.may_not_press("Voice of {name}", name="Nia")


def test_words_below_a_photo_that_look_private_are_asked_about(ada: Phone, nia: Phone, talk: Talk) -> None:
    asks(ada)
    with talk.nothing_changes():
        ada.sends_photo(PASSPORT, file="Ada's")
    ada.sees(PASSPORT, ASKED)
    ada.presses("Keep it")
    ada.sees(PASSPORT, WAITS)
    [row] = talk.rows()["answers"]
    assert (row["file"], row["words"]) == ("Ada's", PASSPORT)
    asks(nia)
    nia.sends_photo(PASSPORT)
    nia.presses("Write it again")
    nia.sends_photo()
    nia.sees("Photo", PASSPORT)


@pytest.mark.parametrize("sort", [Sort.OTHER, Sort.PLACE, Sort.VOICE])
def test_a_sticker_a_place_a_song(ada: Phone, talk: Talk, sort: Sort) -> None:
    asks(ada)
    with talk.nothing_changes():
        ada.sends(sort, "")
    ada.sees("I can keep words, a voice message or a photo.")
    ada.says(SEA)
    ada.sees(WAITS)


def test_the_keepsake_has_the_answers_side_by_side(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    asks(ada)
    ada.sends_photo()
    asks(nia)
    nia.sends_voice("Bonjour")
    ends(talk)
    for phone in (ada, nia):
        [first, second] = keepsake(phone).album.ideas
        assert [bare(each.words) for each in first.answers] == [SEA, TEA]
        assert [bare(each.name) for each in first.answers] == ["Ada", "Nia"]
        said = [phone.say("Photo"), f"{phone.say('Voice message')} Bonjour"]
        assert [bare(each.words) for each in second.answers] == said
