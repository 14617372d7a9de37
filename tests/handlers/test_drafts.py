"""Drafts: several of them in a list, with who works on which; thrown away after one question, and undone."""

import pytest

from db.people import Role
from tests.handlers.test_announcements import number, writes
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."


@pytest.fixture
def leo(cast: Cast) -> Phone:
    """Leo coordinates the programme with Rosa and reads English."""
    return cast.joined(Who("Leo", Role.COORDINATOR, "en", ["en", "fr"]))


def lists(phone: Phone) -> None:
    phone.opens()
    phone.presses("Open my desk", "Announcements")


def test_an_empty_list_says_so(rosa: Phone) -> None:
    lists(rosa)
    rosa.sees("Announcements", "There is none yet.")
    rosa.may_not_press("Older ones", "Newer ones")


def test_a_colleague_sees_who_works_on_which(rosa: Phone, leo: Phone, talk: Talk) -> None:
    writes(rosa)
    lists(rosa)
    rosa.sees("A draft.")
    lists(leo)
    leo.sees("Picnic on Sunday. Bring a dish & a…", "{name} is working on this.", name="Rosa")
    talk.passes(minutes=16)
    lists(leo)
    leo.sees("A draft.")
    leo.sees_not("{name} is working on this.", name="Rosa")


def test_whoever_changes_the_words_works_on_it(rosa: Phone, leo: Phone, talk: Talk) -> None:
    writes(rosa)
    talk.passes(minutes=20)
    lists(leo)
    leo.presses("Picnic on Sunday. Bring a dish & a friend.", "Change words")
    lists(rosa)
    rosa.sees("{name} is working on this.", name="Leo")


def test_drafts_stand_above_what_was_sent(rosa: Phone, talk: Talk) -> None:
    writes(rosa, "First")
    rosa.presses("Send to {n} people", n=5)
    lists(rosa)
    rosa.sees(rosa.say("It goes out: {moment}", moment="").strip())
    talk.passes(minutes=2)
    writes(rosa, "Second")
    lists(rosa)
    assert [each for each in rosa.labels if each in ("First", "Second")] == ["Second", "First"]
    rosa.sees("A draft.", rosa.say("Sent: {moment}", moment="").strip())


def test_more_than_five_are_leafed(rosa: Phone, talk: Talk) -> None:
    for count in range(1, 8):
        writes(rosa, f"Walk number {count}")
        talk.passes(minutes=1)
    lists(rosa)
    rosa.may_press(*(f"Walk number {count}" for count in (7, 6, 5, 4, 3)))
    rosa.may_not_press("Walk number 2", "Newer ones")
    rosa.presses("Older ones")
    rosa.may_press("Walk number 2", "Walk number 1")
    rosa.may_not_press("Walk number 3", "Older ones")
    rosa.presses("Newer ones")
    rosa.may_press("Walk number 7")


def test_a_draft_is_thrown_away_after_one_question(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    with talk.nothing_changes():
        rosa.presses("Throw it away")
        rosa.sees("Throw this draft away?", "Picnic on Sunday.")
        rosa.presses("Keep it")
        rosa.sees("This is how it will look.")
    rosa.presses("Throw it away", "Throw it away")
    rosa.sees("This draft is thrown away.", "For a minute you can undo it.")
    lists(rosa)
    rosa.sees("There is none yet.")


def test_for_a_minute_it_can_be_undone(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Throw it away", "Throw it away")
    talk.passes(seconds=59)
    rosa.presses("Undo")
    rosa.sees("Picnic on Sunday.", "This is how it will look.")
    rosa.presses("Throw it away", "Throw it away")
    talk.passes(seconds=61)
    with talk.nothing_changes():
        rosa.presses("Undo")
    rosa.sees("This draft is thrown away.")
    rosa.may_not_press("Undo")


def test_what_is_thrown_away_is_not_sent_nor_changed(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    draft = number(talk)
    rosa.presses("Throw it away", "Throw it away")
    pages = ["sending.send", "announcements.rewrite", "dropping.ask", "dropping.drop"]
    pages += ["audience.show", "audience.everyone", "when.show", "when.after_quiet", "in_groups.show"]
    tick = f"people.tick:{draft}:only:{talk.rows()['members'][1]['id']}"
    with talk.nothing_changes():
        for link in (*(f"{page}:{draft}" for page in pages), tick):
            rosa.forges(link)
            rosa.sees("This draft is thrown away.")
    assert talk.passes(minutes=2) == 0


def test_what_was_sent_is_not_thrown_away(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    with talk.nothing_changes():
        for page in ("ask", "drop", "undo"):
            rosa.forges(f"dropping.{page}:{number(talk)}")
    rosa.sees("{n} message arrived.", n=5)


def test_it_is_nobody_elses_to_throw_away(rosa: Phone, ada: Phone, bea: Phone, cast: Cast) -> None:
    writes(rosa)
    draft = number(cast.talk)
    forged = [f"dropping.{page}:{draft}" for page in ("ask", "drop", "undo")]
    forged += [f"drafts.overview:{cast.programme.id}", f"drafts.leaf:{cast.programme.id}:0"]
    with cast.talk.nothing_changes():
        for phone in (ada, bea):
            for link in forged:
                phone.forges(link)
                phone.sees(GONE)
        for start in ("-1", "99999999", "x"):
            rosa.forges(f"drafts.leaf:{cast.programme.id}:{start}")
            rosa.sees(GONE)
