"""Versions: who reads which language, written by the coordinator, removed, and read by each in their own."""

from tests.handlers.test_announcements import PICNIC, number, writes
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

ARABIC = "نزهة يوم الأحد."
ENGLISH = "A picnic on Sunday."
GONE = "That is not here any more. Nothing has changed."
ENGLISH_NAME, ARABIC_NAME, FRENCH_NAME = "English", "العربية", "Français"


def adds(rosa: Phone, language: str, words: str) -> None:
    """From a draft, write it in another language, and go back to it."""
    rosa.presses("Languages", language, "I write it")
    rosa.says(words)
    rosa.sees(words)
    rosa.presses("Go back")


def sends(rosa: Phone, talk: Talk) -> None:
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)


def test_a_line_a_language(rosa: Phone) -> None:
    writes(rosa)
    rosa.sees("{language}: {n} person reads it.", n=5, language=FRENCH_NAME)
    rosa.presses("Languages")
    rosa.sees("{language}: {n} person reads it.", n=5, language=FRENCH_NAME)
    instead = "{language}: {n} person would read {other}."
    rosa.sees(instead, n=2, language=ARABIC_NAME, other=FRENCH_NAME)  # Samir speaks it, too
    rosa.sees(instead, n=1, language=ENGLISH_NAME, other=FRENCH_NAME)


def test_each_reads_their_own(rosa: Phone, cast: Cast, talk: Talk) -> None:
    ada, nia, samir = (cast.phones[name] for name in ("Ada", "Nia", "Samir"))
    writes(rosa)
    adds(rosa, ARABIC_NAME, ARABIC)
    adds(rosa, ENGLISH_NAME, ENGLISH)
    rosa.sees("{language}: {n} person reads it.", n=1, language=ARABIC_NAME)
    sends(rosa, talk)
    ada.sees(ARABIC)
    nia.sees("Picnic on Sunday.")
    samir.sees(ENGLISH)
    ada.sees_not(ENGLISH, "Picnic on Sunday.")


def test_what_was_shown_says_in_which_language(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    adds(rosa, ARABIC_NAME, ARABIC)
    sends(rosa, talk)
    shown = sorted(row["shown"] for row in talk.rows()["deliveries"] if row["kind"] == "announcement")
    draft = number(talk)
    assert shown == [f"bulletin.version:{draft}:ar"] * 2 + [f"bulletin.version:{draft}:fr"] * 3


def test_a_member_leafs_to_another_language(rosa: Phone, ada: Phone, talk: Talk) -> None:
    writes(rosa)
    adds(rosa, ARABIC_NAME, ARABIC)
    adds(rosa, ENGLISH_NAME, ENGLISH)
    sends(rosa, talk)
    ada.presses("Other languages")
    ada.sees(ARABIC)
    assert ada.labels[:2] == [FRENCH_NAME, ENGLISH_NAME], "French, which Ada speaks, comes first"
    ada.presses(FRENCH_NAME)
    ada.sees("Picnic on Sunday.")
    ada.sees_not(ARABIC)


def test_one_language_has_no_others(rosa: Phone, ada: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa, talk)
    ada.may_not_press("Other languages")
    draft = number(talk)
    for link in (f"bulletin.version:{draft}:xx", f"bulletin.version:{draft}:ar"):
        ada.forges(link)
        ada.sees("Picnic on Sunday.")


def test_a_version_is_changed(rosa: Phone, ada: Phone, talk: Talk) -> None:
    writes(rosa)
    adds(rosa, ARABIC_NAME, "نزهة")
    rosa.presses("Languages", ARABIC_NAME, "Change words")
    rosa.sees("نزهة", "Please write the message in {language}.", language=ARABIC_NAME)
    rosa.says(ARABIC)
    rosa.sees(ARABIC, "This is in {language}.", language=ARABIC_NAME)
    rosa.presses("Go back")
    sends(rosa, talk)
    ada.sees(ARABIC)


def test_a_version_is_removed_and_had_again(rosa: Phone, ada: Phone, talk: Talk) -> None:
    writes(rosa)
    adds(rosa, ARABIC_NAME, ARABIC)
    rosa.presses("Languages", ARABIC_NAME, "Throw it away")
    rosa.sees("Throw away the words in {language}?", language=ARABIC_NAME)
    rosa.presses("Throw it away")
    rosa.sees("The words are thrown away.", "For a minute you can undo it.")
    draft = number(talk)
    rosa.presses("Undo")
    rosa.sees("The words are there again.")
    rosa.forges(f"removing.remove:{draft}:ar")
    removed = rosa.link("Undo")
    talk.passes(seconds=61)
    rosa.presses("Undo")
    rosa.sees("It is too late for that.")
    rosa.presses("Go back")
    sends(rosa, talk)
    ada.sees("Picnic on Sunday.")
    rosa.forges(removed)
    rosa.sees("It is too late for that.")


def test_removed_words_make_room_for_others(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    adds(rosa, ARABIC_NAME, "نزهة")
    rosa.forges(f"removing.remove:{number(talk)}:ar")
    rosa.presses("Go back")
    adds(rosa, ARABIC_NAME, ARABIC)
    rosa.forges(f"removing.restore:{number(talk)}:ar")
    rosa.sees("The words are there again.")
    rosa.forges(f"versions.look:{number(talk)}:ar")
    rosa.sees(ARABIC)


def test_the_first_one_stays(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Languages", FRENCH_NAME)
    rosa.may_not_press("Throw it away")
    with talk.nothing_changes():
        for page in ("ask", "remove"):
            rosa.forges(f"removing.{page}:{number(talk)}:fr")
            rosa.sees("This is how it will look.")


def test_a_language_that_was_guessed_wrong(rosa: Phone, ada: Phone, samir: Phone, talk: Talk) -> None:
    writes(rosa, ENGLISH)
    rosa.presses("Languages", FRENCH_NAME)
    rosa.sees("This is in {language}.", language=FRENCH_NAME)
    rosa.presses("Change language", ENGLISH_NAME)
    rosa.sees("This is in {language}.", language=ENGLISH_NAME)
    rosa.presses("Go back")
    rosa.sees("{language}: {n} person reads it.", n=5, language=ENGLISH_NAME)
    adds(rosa, FRENCH_NAME, PICNIC)
    sends(rosa, talk)
    samir.sees(ENGLISH)
    ada.sees("Picnic on Sunday.")


def test_all_languages_can_be_leafed(rosa: Phone) -> None:
    writes(rosa)
    rosa.presses("Languages", FRENCH_NAME, "Change language")
    rosa.sees("Which language is it in?")
    rosa.may_not_press(FRENCH_NAME)
    rosa.presses("More languages", "More languages")
    rosa.may_press("Ελληνικά")
    rosa.presses("More languages")
    rosa.may_press(ENGLISH_NAME)
