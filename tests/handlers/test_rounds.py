"""Rounds: everybody is asked in their own language, until the end, and nobody is known by an answer."""

from datetime import date

import pytest

from handlers.kit.turn import Sort
from tests import rounds
from tests.handlers.seasons import day
from tests.people import Cast
from tests.phones import Phone
from tests.rounds import answers, asks, closes, shows
from tests.talk import Talk
from tests.vocabulary import read

LAST = date(2027, 3, 8)
"""Seven days after the Monday on which all begins."""
OFFERED = ("What goes well?", "What is hard?", "What do you propose?")


@pytest.fixture(autouse=True)
def zoe(cast: Cast) -> Phone:
    """Zoe waits for a newcomer; with her, five are asked."""
    return rounds.fifth(cast)


def test_rosa_sees_what_is_asked_before_anybody_is(rosa: Phone, ada: Phone, talk: Talk) -> None:
    rosa.opens()
    with talk.nothing_changes():
        rosa.presses("Open my desk", "Round of questions", "New round")
        rosa.sees(*OFFERED)
        rosa.sees("{n} people are asked.", n=5)
        rosa.sees("They can answer until {day}.", day=day(rosa, LAST))
        rosa.presses("{n} days", n=14)
        rosa.sees("They can answer until {day}.", day=day(rosa, date(2027, 3, 15)))
        talk.delivers()
    rosa.presses("{n} days", n=7)
    rosa.presses("Ask everybody")
    rosa.sees("Open until {day}", day=day(rosa, LAST))
    rosa.sees("Opened by {name}", name="Rosa")
    assert talk.delivers() == 5
    ada.sees("What goes well?", "Write or speak, in your language.", "Marseille 2027")
    ada.sees("Nobody sees your name. With few answers, it could be guessed.")
    ada.sees("Until {day} you can change it. Then it has no name any more.", day=day(ada, LAST))


def test_each_answers_three_questions_one_screen_each(rosa: Phone, ada: Phone, talk: Talk) -> None:
    asks(rosa)
    ada.sees("Question {number} of {count}", number=1, count=3)
    ada.says("نضحك كثيرا")
    ada.sees("Thank you, it is kept.", "What is hard?")
    ada.presses("Skip")
    ada.sees("What do you propose?")
    ada.says("نطبخ معا")
    ada.sees("Thank you, it is kept.", "Your answers", "نضحك كثيرا", "No answer", "نطبخ معا")
    shows(rosa)
    rosa.sees("{n} person has answered so far.", n=1)


def test_leaving_half_way_loses_nothing(rosa: Phone, samir: Phone, talk: Talk) -> None:
    asks(rosa)
    answers(samir, "We laugh")
    samir.opens()
    talk.passes(days=2)
    samir.presses("Three questions")
    samir.sees("We laugh", "No answer")
    samir.presses("What is hard")
    samir.says("The phone")
    samir.presses("Back")
    samir.sees("What is hard?", "The phone", "Write or speak again to change it.")
    samir.presses("Back")
    samir.sees("We laugh")
    samir.says("We laugh a lot")
    samir.presses("Next", "Skip")
    samir.sees("We laugh a lot", "The phone")
    assert [row["words"] for row in said(talk)] in (
        ["We laugh a lot", "The phone"],
        ["The phone", "We laugh a lot"],
    )


def test_an_answer_is_taken_back_after_one_question(rosa: Phone, nia: Phone, talk: Talk) -> None:
    asks(rosa)
    answers(nia, "On rit beaucoup")
    nia.presses("Back", "Take answer back")
    nia.sees("Take this answer back?", "On rit beaucoup")
    nia.presses("Keep as it is", "Take answer back")
    nia.presses_again("Take it back")
    assert said(talk) == []
    nia.opens()
    nia.presses("Three questions")
    nia.sees_not("On rit beaucoup")


def test_a_voice_is_heard_only_with_a_yes(rosa: Phone, nia: Phone, ines: Phone, talk: Talk) -> None:
    asks(rosa)
    nia.sends_voice("avec des mots", "nia's voice")
    nia.sees("May the coordinators hear your voice?", "They may know whose voice it is.")
    nia.presses("They may hear it")
    nia.sees("What is hard?")
    ines.sends_voice(file="ines's voice")
    ines.presses("Only count it", "Back")
    ines.sees("A voice message, counted only")
    closes(rosa)
    rosa.presses("What goes well")
    rosa.sees("Voice message", "avec des mots", "A voice message, counted only")
    rosa.presses("Sort answers")
    first = heard(rosa)
    rosa.presses("Leave out")
    assert {first, heard(rosa)} == {"nia's voice", None}
    assert "ines's voice" not in str(talk.rows()["opinions"])


def test_whoever_spoke_may_write_instead_or_change_their_mind(rosa: Phone, nia: Phone, talk: Talk) -> None:
    asks(rosa)
    nia.sends_voice()
    nia.says("On rit")
    nia.sees("What is hard?")
    assert [(row["words"], row["medium"]) for row in said(talk)] == [("On rit", None)]
    nia.sends_voice()
    nia.presses("They may hear it", "Back", "Only count it")
    assert [row["heard"] for row in said(talk) if row["medium"]] == [False]


def test_only_words_and_voices_are_kept(rosa: Phone, nia: Phone, talk: Talk) -> None:
    asks(rosa)
    for send in (nia.sends_photo, nia.sends_sticker, lambda: nia.sends(Sort.PLACE, "Alcazar")):
        send()
        nia.sees("I can keep words or a voice message.", "What goes well?")
    assert said(talk) == []


def test_what_looks_private_is_asked_about(rosa: Phone, nia: Phone, talk: Talk) -> None:
    asks(rosa)
    nia.says("Passport 12AB34567")
    nia.sees("This looks like a private number or address.")
    assert said(talk) == []
    nia.presses("Keep it")
    nia.sees("What is hard?")
    assert [row["words"] for row in said(talk)] == ["Passport 12AB34567"]


def test_half_way_one_gentle_reminder_for_those_who_said_nothing(rosa: Phone, cast: Cast) -> None:
    talk, (ada, nia, samir) = cast.talk, (cast.phones[name] for name in ("Ada", "Nia", "Samir"))
    asks(rosa)
    answers(nia, "On rit")
    samir.presses("Skip")
    asked = [row["person_id"] for row in talk.rows()["deliveries"] if row["link"].startswith("round.remind")]
    assert len(asked) == 3, "who has answered or skipped is no longer on the list"
    talk.clock.at("Friday 09:00")
    talk.delivers()
    assert [reminders(each) for each in (ada, nia, samir)] == [1, 0, 0]
    ada.looks_at(max(number for number, each in ada.messages.items() if "Marseille" in each.text))
    ada.sees("There are three short questions for you.")
    ada.sees("There is time until {day}. You need not answer.", day=day(ada, LAST))
    ada.presses("Answer")
    ada.sees("What goes well?")
    talk.passes(days=3)
    assert [reminders(each) for each in (ada, nia, samir)] == [0, 0, 0], "Ada reads a question in its place"


def test_a_pause_is_kept_and_the_question_comes_after_it(rosa: Phone, nia: Phone, talk: Talk) -> None:
    nia.forges("pausing.until:2027-03-04")
    shown = nia.last
    asks(rosa)
    assert nia.last == shown
    talk.clock.at("Friday 10:00")
    talk.delivers()
    assert nia.last > shown


def said(talk: Talk) -> list[dict[str, object]]:
    """What is kept of answers."""
    return [row for row in talk.rows()["opinions"] if not row["skipped"]]


def reminders(phone: Phone) -> int:
    """How many reminders stand in a chat."""
    told = phone.say("There are three short questions for you.")
    return sum(told in read(each.text) for each in phone.messages.values())


def heard(phone: Phone) -> str | None:
    """The voice on the last screen."""
    return phone.screen.items[0].file if phone.screen.items else None
