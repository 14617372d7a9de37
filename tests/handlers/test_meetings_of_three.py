"""Meetings of more than two: who is asked, who comes, and what each hears of it."""

import pytest

from db.people import Role
from tests.handlers.test_afterwards import FACE
from tests.handlers.test_meetings import line, meeting, proposes
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk
from tests.vocabulary import read

Three = tuple[Phone, Phone, Phone]


@pytest.fixture
def three(cast: Cast) -> Three:
    """Maya reads English, Omar Arabic, and their mentor Lea French."""
    maya = cast.joined(Who("Maya", Role.MENTEE, "en"))
    omar = cast.joined(Who("Omar", Role.MENTEE, "ar"))
    lea = cast.joined(Who("Lea", Role.MENTOR, "fr"))
    cast.pairs("Maya", "Omar", "Lea")
    return maya, omar, lea


def test_all_are_asked_and_two_are_enough(three: Three, talk: Talk) -> None:
    maya, omar, lea = three
    proposes(maya)
    assert talk.delivers() == 2
    lea.presses("I come")
    lea.sees("{name} comes.", name="Maya")
    lea.sees("No answer from {name} yet.", name="Omar")
    assert talk.delivers() == 1, "who comes hears it, who has not answered does not"
    maya.sees("{name} comes.", name="Lea")
    omar.presses("I cannot")
    omar.sees("All right. The others can meet without you.")
    assert talk.delivers() == 2
    for phone in (maya, lea):
        phone.sees("{name} cannot come.", name="Omar")
        phone.opens()
        phone.sees("Next meeting: {meeting}", meeting=line(phone))
    omar.opens()
    omar.sees_not(line(omar))


def test_whoever_has_not_answered_has_a_proposal_at_home(three: Three, talk: Talk) -> None:
    maya, omar, lea = three
    agree(maya, lea, talk)
    omar.opens()
    omar.sees("Meeting proposed: {meeting}", meeting=line(omar))


def test_only_those_who_come_are_reminded_and_asked(three: Three, talk: Talk) -> None:
    maya, omar, lea = three
    agree(maya, lea, talk)
    omar.presses("I cannot")
    talk.delivers()
    for when in ("Wednesday 18:00", "Thursday 16:00"):
        talk.clock.at(when)
        talk.delivers()
    for phone in (maya, lea):
        phone.sees("You meet today:")
    omar.sees_not("You meet today:")
    talk.clock.at("Thursday 20:00")
    talk.delivers()
    assert was_asked(maya)
    assert not was_asked(omar)
    maya.presses("Yes", FACE)
    omar.forges(f"meeting.show:{meeting(talk)}")
    omar.sees("The others met without you this time.")
    omar.may_not_press("I was not there")


def test_one_of_three_stays_away_and_the_others_meet(three: Three, talk: Talk) -> None:
    maya, omar, lea = three
    agree(maya, lea, talk)
    omar.presses("I come", "Call it off")
    omar.sees("The others can also meet without you.")
    omar.presses("I cannot")
    talk.delivers()
    for phone in (maya, lea):
        phone.sees(
            "{name} cannot come.",
            name="Omar",
        )
        phone.sees("You come.")


def test_called_off_and_moved_reach_all(three: Three, talk: Talk) -> None:
    maya, omar, lea = three
    agree(maya, lea, talk)
    omar.presses("I cannot")
    talk.delivers()
    lea.presses("Another time", "5", "19:00", "Propose it")
    assert talk.delivers() == 2
    for phone in (maya, omar):
        phone.sees("Another time, proposed by {name}:", name="Lea")
        phone.sees("Does this suit you?")
    lea.presses("Call it off", "Call it off")
    assert talk.delivers() == 2
    for phone in (maya, omar):
        phone.sees("Called off by {name}. Another time, perhaps.", name="Lea")


def test_a_single_one_who_comes_is_not_asked_whether_they_met(three: Three, talk: Talk) -> None:
    maya, omar, lea = three
    agree(maya, lea, talk)
    for phone in (lea, omar):
        phone.forges(f"agreeing.decline:{meeting(talk)}:1")
    talk.delivers()
    for when in ("Wednesday 18:00", "Thursday 16:00", "Thursday 20:00"):
        talk.clock.at(when)
        talk.delivers()
        maya.sees_not("You meet today:", "You meet tomorrow:")
    assert not was_asked(maya)


def test_a_meeting_noted_by_one_is_for_each_to_say(three: Three, talk: Talk) -> None:
    maya, omar, lea = three
    lea.opens()
    lea.presses(
        "Meetings", "Note a meeting", str(lea.words.day(talk.clock.now().date())), "09:00", "In a park"
    )
    assert talk.delivers() == 2
    omar.sees("A meeting of yours was noted:")
    omar.presses("I was not there")
    omar.sees("The others met without you this time.")
    maya.presses(FACE)
    faces = {row["face"]: row["comes"] for row in talk.rows()["comings"] if row["person_id"]}
    assert (faces[None], faces[4]) in ((False, True), (True, True))
    omar.presses("Say how it was", FACE)
    assert [row["comes"] for row in talk.rows()["comings"]] == [True, True, True]


def test_a_meeting_stays_when_its_proposer_leaves(three: Three, talk: Talk) -> None:
    maya, omar, lea = three
    proposes(maya)
    maya.forges("privacy.forget")
    talk.delivers()
    number = meeting(talk)
    omar.forges(f"agreeing.accept:{number}:1")
    lea.forges(f"agreeing.accept:{number}:1")
    lea.sees("{name} comes.", name="Omar")
    omar.forges(f"agreeing.call_off:{number}:1")
    omar.forges("privacy.forget")
    lea.forges(f"meeting.show:{number}")
    lea.sees("That is not here any more. Nothing has changed.")


def test_what_was_called_off_by_somebody_who_left_is_called_off(three: Three, talk: Talk) -> None:
    maya, _, lea = three
    agree(maya, lea, talk)
    maya.presses("Call it off", "Call it off")
    maya.forges("privacy.forget")
    lea.forges(f"meeting.show:{meeting(talk)}")
    lea.sees("Called off. Another time, perhaps.")


def test_in_a_pair_nobody_stays_away_from_what_happened(ada: Phone, nia: Phone, talk: Talk) -> None:
    proposes(ada)
    talk.clock.at("Friday 10:00")
    with talk.nothing_changes():
        ada.forges(f"afterwards.absent:{meeting(talk)}")
    ada.sees("That is not here any more. Nothing has changed.")


def was_asked(phone: Phone) -> bool:
    """Whether the question after a meeting came."""
    return any(phone.say("Did you meet?") in read(screen.text) for screen in phone.messages.values())


def agree(maya: Phone, lea: Phone, talk: Talk) -> None:
    """Maya proposes, Lea comes; nobody else has answered."""
    proposes(maya)
    talk.delivers()
    lea.presses("I come")
    talk.delivers()
