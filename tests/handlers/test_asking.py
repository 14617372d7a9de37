"""A version asked of a member: offered, asked, written, handed in, changed, taken, thanked; or declined."""

from db.people import Role
from tests.handlers.test_announcements import number, writes
from tests.handlers.test_careful import ASKED, PASSPORT
from tests.handlers.test_versions import ARABIC_NAME, ENGLISH_NAME, GONE
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

WORDS = "A picnic on Sunday.\nBring a dish."
BETTER = "A picnic on Sunday. Bring a dish to share."


def asks(rosa: Phone, talk: Talk, name: str = "Nia") -> None:
    """Rosa asks somebody for English."""
    writes(rosa)
    rosa.presses("Languages", ENGLISH_NAME, "Ask somebody", name)
    talk.delivers()


def hands_in(helper: Phone, words: str = WORDS) -> None:
    helper.presses("I write it")
    helper.says(words)
    helper.presses("Hand it in")


def asking(talk: Talk) -> int:
    return int(talk.rows()["asked_versions"][-1]["id"])


def test_helping_is_offered_and_ended_in_the_settings(nia: Phone) -> None:
    nia.opens()
    nia.presses("Settings", "Help to translate")
    nia.sees("Can you put messages into another language?", "Now: nobody asks you.")
    nia.presses("I want to help")
    nia.sees("Now: you may be asked.")
    nia.forges("privacy.know")
    nia.sees("You help to translate announcements.")
    nia.forges("helping.offer")
    nia.presses("Stop helping")
    nia.sees("Now: nobody asks you.")
    nia.forges("privacy.know")
    nia.sees_not("You help to translate announcements.")


def test_whoever_knows_one_language_is_not_bothered(rosa: Phone) -> None:
    rosa.opens()
    rosa.presses("Settings")
    rosa.may_not_press("Help to translate")


def test_only_those_who_agreed_and_know_both_are_there_to_ask(
    rosa: Phone, helper: Phone, ada: Phone, cast: Cast
) -> None:
    cast.joined(Who("Leo", Role.COORDINATOR, "en", ["en", "fr"]))
    ada.forges("helping.agree")
    writes(rosa)
    rosa.presses("Languages", ENGLISH_NAME, "Ask somebody")
    rosa.sees("Who can help? They know both languages.")
    assert rosa.labels[:2] == ["Nia", "Leo"], "Ines did not agree, Ada knows no English"
    rosa.presses("Go back", "Languages", ARABIC_NAME, "Ask somebody")
    assert rosa.labels[0] == "Ada"


def test_nobody_is_there_to_ask(rosa: Phone) -> None:
    writes(rosa)
    rosa.presses("Languages", ENGLISH_NAME, "Ask somebody")
    rosa.sees("Nobody is there to ask.", "People can offer it in their settings.")


def test_the_whole_way(rosa: Phone, helper: Phone, samir: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    rosa.sees("We ask {name}. You hear what comes of it.", name="Nia")
    helper.sees("{name} asks: can you write this in {language}?", name="Rosa", language=ENGLISH_NAME)
    helper.sees("Picnic on Sunday.")
    helper.presses("I write it")
    helper.sees("Please write the message in {language}.", language=ENGLISH_NAME)
    helper.says(WORDS)
    helper.sees("Marseille 2027", WORDS, "From Rosa", "This is how it will look.")
    helper.presses("Change words")
    helper.sees(WORDS)
    helper.says(BETTER)
    helper.presses("Hand it in")
    helper.sees("Thank you. {name} reads it now.", name="Rosa")
    talk.delivers()
    rosa.sees(BETTER, "{name} wrote this in {language}.", name="Nia", language=ENGLISH_NAME)
    rosa.presses("Use it")
    rosa.sees(BETTER, "{name} wrote it.", name="Nia")
    rosa.presses("Go back")
    rosa.sees("{language}: {n} person reads it.", n=1, language=ENGLISH_NAME)
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    samir.sees(BETTER)
    talk.passes(hours=1)
    helper.sees("The announcement has gone out. Thank you for {language}.", language=ENGLISH_NAME)
    helper.sees("{n} person got your words.", n=1)


def test_asked_for_a_change(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    hands_in(helper)
    talk.passes(minutes=5)
    rosa.presses("Ask for a change")
    rosa.sees("What should be changed, and why?", "{name} reads what you write.", name="Nia")
    rosa.says("Say that dishes are to share.")
    rosa.sees("{name} is changing the words.", name="Nia")
    talk.delivers()
    helper.sees("{name} would like a change: {words}", name="Rosa", words="Say that dishes are to share.")
    helper.sees(WORDS)
    helper.presses("Change words")
    helper.says(BETTER)
    helper.presses("Hand it in")
    talk.delivers()
    rosa.sees(BETTER)
    rosa.may_press("Use it")


def test_a_wish_that_looks_private_is_asked_about(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    hands_in(helper)
    talk.delivers()
    rosa.presses("Ask for a change")
    with talk.nothing_changes():
        rosa.says(" ")
        rosa.says(PASSPORT)
    rosa.sees(PASSPORT, ASKED)


def test_rosa_writes_over_it_and_nia_is_thanked_all_the_same(
    rosa: Phone, helper: Phone, samir: Phone, talk: Talk
) -> None:
    asks(rosa, talk)
    hands_in(helper)
    talk.delivers()
    rosa.presses("I write it")
    rosa.says(BETTER)
    rosa.presses("Go back")
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    samir.sees(BETTER)
    talk.passes(hours=1)
    helper.sees("The announcement has gone out. Thank you for {language}.", language=ENGLISH_NAME)
    helper.sees_not("{n} person got your words.", n=1)


def test_saying_no_is_easy(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    helper.presses("I cannot")
    helper.sees("That is fine. Thank you for telling us.")
    talk.passes(minutes=5)
    rosa.sees("{name} cannot do it this time.", name="Nia")
    rosa.presses("Ask somebody else")
    rosa.presses("Nia")
    talk.delivers()
    helper.sees("{name} asks: can you write this in {language}?", name="Rosa", language=ENGLISH_NAME)
    with talk.nothing_changes():
        rosa.forges(f"asking.ask:{number(talk)}:en:999999")
        rosa.sees(GONE)


def test_silence_is_told_once(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    talk.passes(hours=47)
    rosa.sees("We ask {name}. You hear what comes of it.", name="Nia")
    assert talk.passes(hours=2) == 1
    rosa.sees("{name} has not answered for two days.", name="Nia")
    assert talk.passes(days=3) == 0
    hands_in(helper)
    assert talk.delivers() == 1
    rosa.sees(WORDS)


def test_no_silence_is_told_when_it_went_without(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    rosa.presses("Go back")
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=2)
    seen = rosa.last
    talk.passes(days=2, hours=1)
    rosa.sees_not("{name} has not answered for two days.", name="Nia")
    assert rosa.last == seen


def test_asked_anew_the_two_days_begin_anew(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    talk.passes(hours=24)
    helper.presses("I cannot")
    talk.delivers()
    rosa.presses("Ask somebody else", "Nia")
    talk.passes(hours=26)
    rosa.sees_not("{name} has not answered for two days.", name="Nia")
    assert talk.passes(hours=24) == 1
    rosa.sees("{name} has not answered for two days.", name="Nia")


def test_asked_anew_after_a_no_the_old_wish_is_forgotten(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    hands_in(helper)
    talk.passes(minutes=5)
    rosa.presses("Ask for a change")
    rosa.says("Say that dishes are to share.")
    talk.passes(minutes=5)
    helper.presses("I cannot")
    talk.delivers()
    rosa.presses("Ask somebody else", "Nia")
    talk.delivers()
    helper.sees("{name} asks: can you write this in {language}?", name="Rosa", language=ENGLISH_NAME)
    helper.sees_not("Say that dishes are to share.")


def test_whoever_cannot_help_is_not_asked(rosa: Phone, helper: Phone, samir: Phone, talk: Talk) -> None:
    writes(rosa)
    places = {row["person_id"]: row["id"] for row in talk.rows()["members"]}
    people = {row["name"]: row["id"] for row in talk.rows()["people"]}
    with talk.nothing_changes():
        rosa.forges(f"asking.ask:{number(talk)}:en:{places[people['Samir']]}")
        rosa.sees("Who can help? They know both languages.")
