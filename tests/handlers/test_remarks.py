"""Remarks: kept for oneself, or sent word for word to those whom the screen names, and to nobody else."""

import pytest

from db.people import Role
from tests.handlers.test_pulse import says_how_it_is
from tests.handlers.test_settings import GONE
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

WORDS = "We seldom find the time"


@pytest.fixture
def written(ada: Phone) -> None:
    """Ada has said how it is, and written a line."""
    says_how_it_is(ada)
    ada.says(WORDS)


@pytest.mark.usefixtures("written")
def test_a_line_stays_with_whoever_wrote_it(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    ada.sees(WORDS, "Now only you see this.")
    ada.sees("It goes to: {names}. To nobody else.", names="Rosa")
    assert talk.delivers() == 0
    for phone in (nia, rosa):
        phone.opens()
        phone.sees_not(WORDS)
        phone.presses("Settings", "What you know of me")
        phone.sees_not(WORDS)
        with talk.nothing_changes():
            for page in ("remarks.show:1", "received.said:1", "received.filed:1", "remarks.erase:1"):
                phone.forges(page)
                phone.sees(GONE)


@pytest.mark.usefixtures("written")
def test_it_is_sent_word_for_word_and_noted(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    ada.presses("Send to {names}", names="Rosa")
    ada.sees(WORDS, "This went to the coordinator.")
    assert talk.delivers() == 1
    rosa.sees("<b>{name}</b> writes to you:", name="Ada")
    rosa.sees(WORDS)
    rosa.sees("<i>Written in {language}</i>", language="العربية")
    rosa.sees("About the pair with {names}.", names="Nia")
    rosa.sees_not("😕")
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.presses("From {name}", name="Ada")
    rosa.sees(WORDS)
    rosa.presses("Done")
    rosa.may_not_press("From {name}", name="Ada")
    nia.opens()
    nia.sees_not(WORDS)


@pytest.mark.usefixtures("written")
def test_pressing_twice_sends_once(ada: Phone, rosa: Phone, talk: Talk) -> None:
    ada.presses_again("Send to {names}", names="Rosa")
    assert talk.delivers() == 1
    assert len(talk.rows()["readers"]) == 1


@pytest.mark.usefixtures("written")
def test_it_goes_to_nobody_who_was_not_named(ada: Phone, rosa: Phone, cast: Cast) -> None:
    old = ada.last
    maud = cast.joined(Who("Maud", Role.COORDINATOR))
    with cast.talk.nothing_changes():
        ada.presses("Send to {names}", on=old, names="Rosa")
    ada.sees("Something has changed meanwhile. Please look again.")
    ada.sees("It goes to: {names}. To nobody else.", names=ada.words.listed(["Rosa", "Maud"]))
    ada.presses("Send to {names}", names=ada.words.listed(["Rosa", "Maud"]))
    assert cast.talk.delivers() == 2
    maud.sees(WORDS)


@pytest.mark.usefixtures("written")
def test_whoever_coordinates_later_does_not_see_it(ada: Phone, cast: Cast) -> None:
    ada.presses("Send to {names}", names="Rosa")
    maud = cast.joined(Who("Maud", Role.COORDINATOR))
    maud.opens()
    maud.presses("Open my desk")
    maud.may_not_press("From {name}", name="Ada")
    maud.forges("received.said:1")
    maud.sees(GONE)


@pytest.mark.usefixtures("written")
def test_other_words_before_it_goes_and_not_after(ada: Phone, rosa: Phone, talk: Talk) -> None:
    ada.presses("Change words")
    ada.says("We meet too seldom")
    ada.sees("We meet too seldom", "Now only you see this.")
    ada.presses("Send to {names}", names="Rosa")
    with talk.nothing_changes():
        ada.forges("remarks.ask_words:1")
    ada.sees("This went to the coordinator.")
    talk.delivers()
    rosa.sees("We meet too seldom")


@pytest.mark.usefixtures("written")
def test_it_is_erased_also_after_it_was_sent(ada: Phone, rosa: Phone, talk: Talk) -> None:
    ada.presses("Send to {names}", names="Rosa")
    ada.presses("Erase it")
    ada.sees("It is erased.")
    assert talk.delivers() == 0, "what was not yet told is not told"
    assert talk.rows()["remarks"] == talk.rows()["readers"] == []
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.may_not_press("From {name}", name="Ada")
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees_not(WORDS)


def test_taps_alone_reach_the_coordinator_in_her_language(ada: Phone, rosa: Phone, talk: Talk) -> None:
    says_how_it_is(ada)
    ada.presses("Say a word", "Please call me")
    ada.sees("Please call me", "Now only you see this.")
    ada.presses("Send to {names}", names="Rosa")
    talk.delivers()
    rosa.sees("Please call me")
    rosa.sees_not("<i>Written in {language}</i>", language="العربية")
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees("You wrote:", "Please call me")


def test_the_same_tap_twice_keeps_one(ada: Phone, talk: Talk) -> None:
    says_how_it_is(ada)
    ada.presses("Say a word")
    ada.presses_again("Please call me")
    assert len(talk.rows()["remarks"]) == 1


@pytest.mark.usefixtures("written")
def test_forget_me_takes_it_along(ada: Phone, talk: Talk) -> None:
    ada.presses("Send to {names}", names="Rosa")
    ada.forges("privacy.forget")
    assert talk.rows()["remarks"] == talk.rows()["pulses"] == talk.rows()["readers"] == []


def test_without_a_coordinator_nothing_can_be_sent(ada: Phone, rosa: Phone, talk: Talk) -> None:
    rosa.forges("privacy.forget")
    says_how_it_is(ada)
    ada.says(WORDS)
    ada.sees("Now only you see this.")
    ada.may_not_press("Send to {names}", names="")
    with talk.nothing_changes():
        ada.forges("remarks.send:1:0")


def test_white_space_alone_is_no_line(ada: Phone, talk: Talk) -> None:
    says_how_it_is(ada)
    ada.says("  \n ")
    ada.sees("What would you like to say? Tap, or write it.")
    assert talk.rows()["remarks"] == []
