"""Two coordinators: one takes what a member wrote, the other sees it in its place and may take it over."""

import pytest

from db.contents import Medium
from db.people import Role
from handlers.kit.held import HOLDING
from tests.handlers.test_announcements import tells
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

WHERE, THERE = "Where is it?", "Au Prado."
TAKES = "{name} answers {member}."


@pytest.fixture
def maud(cast: Cast) -> Phone:
    """Maud coordinates the same programme."""
    return cast.joined(Who("Maud", Role.COORDINATOR))


@pytest.fixture
def asked(maud: Phone, rosa: Phone, samir: Phone, talk: Talk) -> None:
    """Samir has answered Rosa's announcement, and both coordinators read it."""
    tells(rosa)
    samir.replies(WHERE)
    samir.sees("Only the coordinators read it: {names}.", names=samir.words.listed(["Rosa", "Maud"]))
    assert talk.passes(minutes=2) == 2
    for phone in (rosa, maud):
        phone.sees("Samir", WHERE)
        phone.may_press("Answer", "I take it", "Done")
    talk.passes(minutes=1)


@pytest.mark.usefixtures("asked")
def test_whoever_takes_it_is_named_where_it_stands(rosa: Phone, maud: Phone, talk: Talk) -> None:
    notice, count = maud.last, len(maud.messages)
    rosa.presses("I take it")
    rosa.sees("You answer {name}.", name="Samir")
    talk.delivers()
    assert len(maud.messages) == count, "nothing new comes"
    maud.looks_at(notice)
    maud.sees(TAKES, name="Rosa", member="Samir")
    maud.sees(WHERE)
    maud.may_not_press("Answer", "I take it", "Done")
    maud.opens()
    maud.presses("Open my desk", "{n} answer waits", n=1)
    maud.presses(TAKES, name="Rosa", member="Samir")
    maud.sees(WHERE)


@pytest.fixture(params=HOLDING)
def medium(request: pytest.FixtureRequest, maud: Phone, rosa: Phone, samir: Phone) -> Medium:
    """Samir has answered with a voice message or a photo, and both coordinators have it."""
    tells(rosa)
    samir.presses("Answer")
    (samir.sends_voice if request.param == Medium.VOICE else samir.sends_photo)()
    maud.talk.passes(minutes=3)
    return Medium(request.param)


def test_a_voice_or_a_photo_stays_and_below_it_is_named_who_takes_it(
    maud: Phone, rosa: Phone, talk: Talk, medium: Medium
) -> None:
    notice, count = maud.last, len(maud.messages)
    assert [each.medium for each in maud.screen.items] == [medium]
    rosa.presses("I take it")
    talk.delivers()
    assert len(maud.messages) == count, "nothing new comes"
    maud.looks_at(notice)
    maud.sees(TAKES, name="Rosa", member="Samir")
    maud.may_not_press("Answer", "I take it", "Done")
    maud.presses("Only read it")
    assert [each.medium for each in maud.screen.items] == [medium]
    maud.may_press("Take it over")


@pytest.mark.usefixtures("asked")
def test_two_press_at_once_and_the_second_is_asked(
    rosa: Phone, maud: Phone, samir: Phone, talk: Talk
) -> None:
    rosa.presses("Answer")
    maud.presses("Answer")
    maud.sees("<b>{name}</b> has taken it: {moment}", name="Rosa", moment=at(maud, talk))
    assert maud.screen.awaits is None
    maud.presses("Only read it")
    maud.sees(WHERE)
    maud.presses("Take it over")
    maud.sees("Would you like to answer instead?")
    maud.presses_again("Take it over")
    maud.sees("You answer {name}.", name="Samir")
    rosa.says(THERE)
    rosa.sees(THERE, "Your answer is kept, but not sent.")
    rosa.sees(TAKES, name="Maud", member="Samir")
    assert samir.text != THERE
    rosa.presses("Do not send it")
    assert [row["words"] for row in talk.rows()["thread_messages"]] == [WHERE]
    maud.presses("Answer")
    maud.says("Au Prado, à midi.")
    talk.delivers()
    samir.sees("<b>{name}</b> answers:", name="Maud")
    samir.sees("Au Prado, à midi.")


@pytest.mark.usefixtures("asked")
def test_what_was_written_too_late_can_still_be_sent(
    rosa: Phone, maud: Phone, samir: Phone, talk: Talk
) -> None:
    notice = maud.last
    rosa.presses("I take it")
    maud.replies(THERE, notice)
    maud.sees(THERE, "Your answer is kept, but not sent.")
    drop = maud.link("Do not send it")
    rosa.forges(maud.link("Send it"))
    rosa.sees_not(THERE)
    maud.presses_again("Send it")
    maud.forges(drop)
    maud.sees(THERE, "You answer {name}.", name="Samir")
    talk.delivers()
    samir.sees("<b>{name}</b> answers:", name="Maud")
    assert len([row for row in talk.rows()["deliveries"] if row["link"] == "answering_back.heard:2"]) == 1


@pytest.mark.usefixtures("asked")
def test_what_comes_next_goes_to_whoever_sees_to_it(
    rosa: Phone, maud: Phone, samir: Phone, talk: Talk
) -> None:
    notice, seen = rosa.last, maud.last
    rosa.replies(THERE, notice)
    talk.delivers()
    samir.replies("And when?")
    assert talk.passes(minutes=2) == 1
    rosa.sees("And when?")
    assert maud.last == seen
    maud.opens()
    maud.presses("Open my desk")
    maud.may_press("{n} answer waits", n=1)
    rosa.blocks()
    samir.says("And who?")
    talk.passes(minutes=2)
    maud.sees("And when?", "And who?")


@pytest.mark.usefixtures("asked")
def test_while_rosa_is_on_holiday_maud_hears_too(rosa: Phone, maud: Phone, samir: Phone, talk: Talk) -> None:
    rosa.replies(THERE)
    rosa.forges(f"pausing.until:{talk.clock.now().date().replace(day=20)}")
    samir.says("And when?")
    talk.passes(minutes=2)
    maud.sees("And when?", TAKES, name="Rosa", member="Samir")


@pytest.mark.usefixtures("asked")
def test_taken_before_the_others_heard_they_hear_nothing(
    rosa: Phone, maud: Phone, ines: Phone, talk: Talk
) -> None:
    seen = maud.last
    ines.replies("Je viens !")
    rosa.opens()
    rosa.presses("Open my desk", "{n} answers wait", "Ines", "I take it", n=2)
    talk.passes(minutes=2)
    assert maud.last == seen


@pytest.mark.usefixtures("asked")
def test_the_list_has_the_longest_first_and_what_is_done_leaves_it(
    rosa: Phone, maud: Phone, cast: Cast, talk: Talk
) -> None:
    for name in ("Ines", "Nia"):
        phone = cast.phones[name]
        phone.replies("Je viens !")
        talk.passes(minutes=2)
    maud.opens()
    maud.presses("Open my desk", "{n} answers wait", n=3)
    assert maud.labels[:3] == ["Samir", "Ines", "Nia"]
    maud.presses("Samir", "Done")
    maud.may_press("{n} answers wait", n=2)
    with talk.nothing_changes():
        rosa.forges("seeing_to.put_aside:1")
        rosa.sees("<b>{name}</b> has taken it: {moment}", name="Maud", moment=at(rosa, talk))
    maud.presses("{n} answers wait", "Ines", "Done", n=2)
    maud.presses("{n} answer waits", "Nia", "Done", n=1)
    maud.presses("Messages to us")
    maud.sees("No answer waits now.")


@pytest.mark.usefixtures("asked")
def test_what_came_meanwhile_still_waits(rosa: Phone, samir: Phone, talk: Talk) -> None:
    notice = rosa.last
    samir.says("And may my sister come?")
    rosa.replies(THERE, notice)
    rosa.sees("And may my sister come?")
    samir.says("She is twelve.")
    rosa.replies("Bien sûr.", notice)
    talk.passes(minutes=2)
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.presses("{n} answer waits", n=1)
    rosa.presses("You answer {name}.", name="Samir")
    rosa.sees("She is twelve.", "Bien sûr.")
    rosa.presses("Done")
    rosa.may_press("Messages to us")


@pytest.mark.usefixtures("asked")
def test_all_that_waits_is_shown(rosa: Phone, samir: Phone, talk: Talk) -> None:
    for n in range(5):
        samir.says(f"More of it, {n}")
    talk.passes(minutes=2)
    rosa.sees(WHERE, *[f"More of it, {n}" for n in range(5)])
    rosa.presses("Done")
    rosa.may_press("Messages to us")


@pytest.mark.usefixtures("asked")
def test_what_there_is_no_room_for_comes_next(rosa: Phone, samir: Phone, talk: Talk) -> None:
    for n in range(9):
        talk.clock.forward(seconds=1)
        samir.says(f"More of it, {n}")
    talk.passes(minutes=2)
    notice = rosa.last
    rosa.sees(WHERE, "More of it, 6")
    rosa.sees_not("More of it, 7")
    rosa.presses("Done")
    rosa.sees("More of it, 7", "More of it, 8")
    rosa.looks_at(notice)
    rosa.presses("See newer")
    rosa.sees("More of it, 7", "More of it, 8")
    rosa.presses("Done")
    rosa.may_press("Messages to us")


@pytest.mark.usefixtures("asked")
def test_whoever_leaves_leaves_it_to_the_others(rosa: Phone, maud: Phone, samir: Phone, talk: Talk) -> None:
    rosa.presses("I take it")
    rosa.forges("privacy.forget")
    talk.delivers()
    maud.opens()
    maud.presses("Open my desk", "{n} answer waits", "Samir", n=1)
    maud.sees(WHERE)
    maud.may_press("Answer", "I take it")


def at(phone: Phone, talk: Talk) -> str:
    return phone.words.moment(talk.clock.now(), "Europe/Paris")
