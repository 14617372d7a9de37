"""Answering an announcement: kept, read by its coordinators alone, and answered by one of them by name."""

import pytest

from db.contents import Item, Medium
from handlers.kit.held import HOLDING
from handlers.kit.turn import Said, Sort
from tests.handlers.test_careful import ASKED, PASSPORT
from tests.people import Cast
from tests.phones import Phone
from tests.talk import CHANNEL, Talk

SISTER = "هل يمكن أن تأتي أختي؟"
READERS = "Only the coordinators read it: {names}."


@pytest.mark.usefixtures("told")
def test_a_reply_reaches_rosa_with_name_language_and_what_it_answers(
    ada: Phone, rosa: Phone, cast: Cast
) -> None:
    talk, others = cast.talk, [cast.phones["Nia"], cast.phones["Samir"]]
    seen = {phone: phone.last for phone in others}
    ada.replies(SISTER)
    ada.sees("Thank you.", "Somebody answers soon.", "You can add something now.")
    ada.sees(READERS, names="Rosa")
    assert talk.passes(minutes=2) == 1
    rosa.sees("Ada", SISTER, "Picnic on Sunday.")
    rosa.sees("<i>Written in {language}</i>", language="العربية")
    rosa.sees("{name} speaks: {languages}", name="Ada", languages=rosa.words.listed(["العربية", "Français"]))
    for phone, last in seen.items():
        assert phone.last == last, "nothing of it goes to other members"
        phone.opens()
        phone.sees_not(SISTER)


@pytest.mark.usefixtures("told")
def test_the_button_asks_first(samir: Phone, rosa: Phone, talk: Talk) -> None:
    letter = samir.last
    samir.presses("Answer")
    assert samir.last != letter, "the announcement stays to be read"
    samir.sees("Write your answer.", "A voice message or a photo is fine too.", "Picnic on Sunday.")
    samir.sees(READERS, names="Rosa")
    samir.says("Where is it?")
    samir.says("And when?")
    samir.sees("Thank you.")
    assert talk.passes(minutes=2) == 1, "both in one message"
    rosa.sees("Samir", "Where is it?", "And when?")


@pytest.mark.usefixtures("told")
def test_rosa_answers_and_samir_writes_back(samir: Phone, rosa: Phone, talk: Talk) -> None:
    samir.replies("Where is it?")
    talk.passes(minutes=2)
    rosa.replies("Au Prado.")
    rosa.sees("{name} gets your answer.", name="Samir")
    rosa.sees("You answer {name}.", name="Samir")
    assert talk.delivers() == 1
    samir.sees("<b>{name}</b> answers:", name="Rosa")
    samir.sees("Au Prado.", "Picnic on Sunday.")
    samir.sees("<i>Written in {language}</i>", language="Français")
    samir.replies("Thanks, I come.")
    samir.sees("Thank you.")
    talk.passes(minutes=2)
    rosa.sees("Samir", "Thanks, I come.", "Au Prado.")
    rosa.presses("Answer")
    rosa.sees("Write your answer to {name}.", name="Samir")
    rosa.sees("Only {name} gets it.", name="Samir")
    rosa.says("À dimanche !")
    talk.delivers()
    samir.sees("À dimanche !")
    samir.presses("Answer")
    samir.sees("Where is it?", "Au Prado.", "Thanks, I come.", "À dimanche !")
    samir.says("Until Sunday")
    assert len(talk.rows()["threads"]) == 1
    assert len(talk.rows()["thread_messages"]) == 5


@pytest.mark.usefixtures("told")
def test_another_question_stays_open(ada: Phone, talk: Talk) -> None:
    letter = ada.last
    ada.forges("settings.ask_name")
    ada.replies(SISTER, letter)
    ada.sees("Thank you.")
    ada.sees_not("You can add something now.")
    ada.says("Adah")
    assert [row["name"] for row in talk.rows()["people"] if row["id"] == 2] == ["Adah"]
    assert [row["words"] for row in talk.rows()["thread_messages"]] == [SISTER]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("medium", HOLDING)
def test_a_voice_or_a_photo_goes_both_ways(samir: Phone, rosa: Phone, talk: Talk, medium: Medium) -> None:
    sort = Sort(medium)
    samir.replies(Said(sort, "look", (Item(medium, CHANNEL, "Samir's"),)))
    talk.passes(minutes=2)
    rosa.sees("Samir", "look", "Voice message" if medium == Medium.VOICE else "Photo")
    assert rosa.screen.items
    assert rosa.screen.items[0].file == "Samir's"
    rosa.replies(Said(sort, "", (Item(medium, CHANNEL, "Rosa's"),)))
    rosa.presses("Voice of {name}" if medium == Medium.VOICE else "Photo of {name}", name="Samir")
    assert rosa.screen.items
    assert rosa.screen.items[0].file == "Samir's"
    talk.delivers()
    assert samir.screen.items
    assert samir.screen.items[0].file == "Rosa's"
    samir.presses("Answer", "Your voice message" if medium == Medium.VOICE else "Your photo")
    assert samir.screen.items
    assert samir.screen.items[0].file == "Samir's"


@pytest.mark.usefixtures("told")
def test_what_cannot_be_kept_is_said(samir: Phone, talk: Talk) -> None:
    letter = samir.last
    with talk.nothing_changes():
        for sort in (Sort.OTHER, Sort.VOICE, Sort.NOTHING, Sort.DOCUMENT):
            samir.replies(Said(sort), letter)
        samir.replies(Said(Sort.OTHER), letter)
        samir.sees("I can keep words, a voice message or a photo.")
        samir.replies("x" * 1001, letter)
        samir.sees("That is too long for me, so I have not kept it. Please write it shorter.")


@pytest.mark.usefixtures("told")
def test_a_number_of_identity_is_asked_about_first(samir: Phone, rosa: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        samir.replies(PASSPORT)
    samir.sees(PASSPORT, ASKED)
    samir.presses("Keep it")
    samir.sees("Thank you.")
    talk.passes(minutes=2)
    rosa.sees(PASSPORT)


@pytest.mark.usefixtures("told")
def test_an_address_is_not(samir: Phone) -> None:
    samir.replies("12 rue de la République")
    samir.sees("Thank you.")


@pytest.mark.usefixtures("told")
def test_held_words_take_the_place_of_another_question(samir: Phone, talk: Talk) -> None:
    letter = samir.last
    samir.forges("settings.ask_name")
    samir.replies(PASSPORT, letter)
    samir.presses("Write it again")
    samir.says("I have no passport.")
    samir.sees("Thank you.")
    assert [row["words"] for row in talk.rows()["thread_messages"]] == ["I have no passport."]


def test_a_reply_to_anything_else_is_what_it_would_be(samir: Phone, told: int, talk: Talk) -> None:
    samir.opens()
    with talk.nothing_changes():
        for message in (samir.last, 999, told + 10**6):
            samir.replies("Hello", message)
            samir.sees("I did not ask for this, so I have not kept it. Please choose here.")


@pytest.mark.usefixtures("told")
def test_the_update_that_comes_twice_is_one_answer(samir: Phone, talk: Talk) -> None:
    samir.replies("Where is it?")
    assert talk.hears_again() is None
    assert len(talk.rows()["thread_messages"]) == 1
