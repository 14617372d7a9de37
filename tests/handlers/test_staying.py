"""Staying in touch: ticked privately, told at the end and only where both agree; nobody learns a "no"."""

import pytest

from tests.handlers.seasons import PREPARED, ends, keepsake, moves_to
from tests.handlers.test_settings import GONE
from tests.phones import Phone
from tests.talk import Talk

QUESTION = "Would you like to stay in touch with {names}?"
SHARED = "You all would like: {ways}"


def ticks(phone: Phone, *ways: str) -> None:
    phone.opens()
    phone.presses("The last weeks", "Stay in touch")
    for way in ways:
        phone.presses(way)


def test_two_taps_and_one_more_for_each_way(ada: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    ticks(ada, "Write or call", "Go on as now")
    ada.sees(QUESTION, names="Nia")
    ada.sees("Nobody sees your ticks. A “no” is never told.")
    assert [label for label in ada.labels if label.endswith("✓")] == [
        f"{ada.say('Write or call')} ✓",
        f"{ada.say('Go on as now')} ✓",
    ]


def test_pressing_twice_leaves_the_tick_and_a_no_stands_alone(ada: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    ticks(ada)
    ada.presses_again("Write or call")
    assert stayings(talk) == [["write"]]
    ada.presses("Rather not")
    assert stayings(talk) == [["none"]]
    ada.presses("Meet now and then")
    assert stayings(talk) == [["meet"]]
    ada.presses("Meet now and then")
    assert stayings(talk) == [[]]


def test_at_the_end_both_hear_what_both_ticked(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    ticks(ada, "Write or call", "Go on as now")
    ticks(nia, "Write or call", "Meet now and then")
    talk.passes(minutes=5)
    nia.sees_not(SHARED.replace("{ways}", "").strip())
    ends(talk)
    for phone in (ada, nia):
        phone.sees(SHARED, ways=phone.say("Write or call"))
        phone.sees_not("Go on as now", "Meet now and then")
        assert any(phone.say("Write or call") in each for each in keepsake(phone).album.farewell)


@pytest.mark.parametrize("other", [(), ("Rather not",), ("Go on as now",)])
def test_a_no_looks_like_no_answer(ada: Phone, nia: Phone, talk: Talk, other: tuple[str, ...]) -> None:
    moves_to(talk, PREPARED)
    ticks(ada, "Write or call")
    ticks(nia, *other)
    ends(talk)
    for phone in (ada, nia):
        phone.sees_not(phone.say(SHARED, ways="").strip())
        assert len(keepsake(phone).album.farewell) == 1
        phone.presses("What you did with {names}", names="Nia" if phone is ada else "Ada")
        phone.sees_not(phone.say(SHARED, ways="").strip(), "Rather not")


def test_one_sees_ones_own_in_what_we_know(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    ticks(ada, "Rather not")
    for phone, seen in ((ada, True), (nia, False)):
        phone.opens()
        phone.presses("Settings", "What you know of me")
        assert (phone.say("Rather not") in phone.text) == seen


def test_it_is_nobody_elses_and_over_at_the_end(ada: Phone, samir: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    for link in ("staying.ask:1", "staying.choose:1:write:1"):
        with talk.nothing_changes():
            samir.forges(link)
            samir.sees(GONE)
    with talk.nothing_changes():
        ada.forges("staying.choose:1:write:7")
        ada.sees(GONE)
    ends(talk)
    with talk.nothing_changes():
        ada.forges("staying.choose:1:write:1")
        ada.sees(GONE)


def stayings(talk: Talk) -> list[list[str]]:
    return [row["ties"] for row in talk.rows()["stayings"]]
