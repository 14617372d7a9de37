"""People's words: whatever they write is shown as they wrote it, and can neither break nor turn a screen."""

import pytest

from handlers.kit.bidi import CONTROLS
from tests.handlers.test_announcements import sends, writes
from tests.handlers.test_goals import adds_a_goal
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

# How words are shown does not depend on the database; tests/db keep words of all scripts on both.
pytestmark = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)

NASTY = [
    "<b>bold</b>",
    "</b><a href='tg://user?id=1'>click</a>",
    "&lt;script&gt; & co.",
    "{name} {goal} {0} {}",
    "%s %(name)s $name",
    "\u202edesrever\u202c \u2067RTL\u2069 \u200fx",
    "\u2068\u2068\u2068open",
    "🙂" * 15,
    "a\0b",
    "عربي English 12:30 عربي",
    "'; DROP TABLE people; --",
]


@pytest.mark.parametrize("words", NASTY)
def test_a_goal_and_a_step(ada: Phone, nia: Phone, talk: Talk, words: str) -> None:
    adds_a_goal(ada, words)
    kept = shown(words)[:30]
    ada.sees(kept)
    ada.presses("Add a step")
    ada.says(words)
    ada.presses("Together", "Today")
    ada.sees(kept)
    talk.passes(minutes=2)
    nia.sees(kept)
    nia.opens()
    nia.sees(kept)
    talk.clock.at("Thursday 18:00")
    talk.delivers()
    ada.sees("Your next step:", kept)


@pytest.mark.parametrize("words", NASTY)
def test_a_name(cast: Cast, words: str) -> None:
    ada, nia, rosa = (cast.phones[name] for name in ("Ada", "Nia", "Rosa"))
    ada.opens()
    ada.presses("Settings", "Change name")
    ada.says(words)
    kept = shown(words)[:15]
    ada.sees(kept)
    nia.opens()
    nia.sees(kept)
    rosa.opens()
    rosa.presses("Open my desk", "See pairs")
    rosa.sees(kept)
    adds_a_goal(ada)
    cast.talk.passes(minutes=2)
    nia.sees(kept)


@pytest.mark.parametrize("words", NASTY)
def test_an_announcement(ada: Phone, rosa: Phone, talk: Talk, words: str) -> None:
    writes(rosa, words)
    rosa.sees(shown(words)[:200])
    rosa.presses_through("Read on")
    sends(rosa)
    talk.delivers()
    ada.sees(shown(words)[:200])


def test_many_short_lines_in_a_language_from_right_to_left(ada: Phone, rosa: Phone, talk: Talk) -> None:
    writes(rosa, "\n".join("x" * 1400))
    sends(rosa)
    talk.delivers()
    ada.presses_through("Read on")
    ada.sees("x\nx")


@pytest.mark.parametrize("words", ["🙂" * 200, "x" * 5000])
def test_too_many_words_are_not_cut(ada: Phone, talk: Talk, words: str) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    with talk.nothing_changes():
        ada.says(words)
    ada.sees("That is too long for me, so I have not kept it. Please write it shorter.")
    ada.says("Shorter")
    ada.sees("Shorter", "Why does it matter to you? Write it, or skip.")


def test_a_name_of_invisible_marks_alone_is_no_name(ada: Phone, nia: Phone) -> None:
    ada.opens()
    ada.presses("Settings", "Change name")
    ada.says("\u200f\u202e\u2068")
    ada.sees("What name would you like to use here?")


def test_a_goal_of_invisible_marks_alone_is_no_goal(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    with talk.nothing_changes():
        ada.says("\u2068\u2069")
    ada.sees("What would you like to work towards together?")


def shown(words: str) -> str:
    """What of somebody's words is shown: all but controls."""
    return CONTROLS.sub("", words).replace("\0", "")
