"""The end of a round: by the clock or by hand; then answers are read, and tied to nobody any more."""

from datetime import timedelta

import pytest

from db.people import Role
from tests import rounds
from tests.handlers.test_careful import tidies
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rounds import SAID, all_answer, answers, asks, closes, number, opens, shows
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."


@pytest.fixture(autouse=True)
def zoe(cast: Cast) -> Phone:
    """Zoe waits for a newcomer; with her, five are asked."""
    return rounds.fifth(cast)


def test_it_closes_by_the_clock_and_every_coordinator_hears(rosa: Phone, cast: Cast) -> None:
    talk, lea = cast.talk, cast.joined(Who("Lea", Role.COORDINATOR))
    asks(rosa)
    all_answer(cast)
    rosa.blocks()
    talk.passes(days=8)
    lea.sees("The round of questions is closed.")
    lea.sees("{answer}: {n}", answer=lea.say("What goes well"), n=5)
    assert {row["person_id"] for row in talk.rows()["opinions"]} == {None}
    ada = cast.phones["Ada"]
    ada.opens()
    ada.may_not_press("Three questions")


def test_it_closes_though_no_coordinator_is_reached_and_is_not_kept_for_ever(rosa: Phone, cast: Cast) -> None:
    talk = cast.talk
    asks(rosa)
    all_answer(cast)
    rosa.blocks()
    tidies(talk, timedelta(days=6))
    assert talk.rows()["rounds"][0]["closed_at"] is None
    tidies(talk, timedelta(days=2))
    assert {row["person_id"] for row in talk.rows()["opinions"]} == {None}
    tidies(talk, timedelta(days=91))
    assert (talk.rows()["rounds"], talk.rows()["opinions"]) == ([], [])


def test_after_the_end_nothing_is_taken_though_nobody_closed_it(rosa: Phone, ada: Phone, talk: Talk) -> None:
    asks(rosa)
    talk.clock.forward(days=7)
    talk.clock.at("Monday 20:30")
    with talk.nothing_changes():
        ada.says("نضحك")
        ada.sees("This round is closed now.", "You will hear what came out of it.")
        ada.forges(f"round.skip:{number(talk)}:hard")
        ada.sees("This round is closed now.")
        ada.forges(f"round.ask:{number(talk)}")
        ada.sees(GONE)
    shows(rosa)
    assert talk.rows()["rounds"][0]["closed_at"]


def test_nobody_can_be_told_by_an_answer_once_it_is_closed(rosa: Phone, cast: Cast) -> None:
    asks(rosa)
    all_answer(cast)
    closes(rosa)
    rows = cast.talk.rows()["opinions"]
    assert len(rows) == 15
    assert {row["person_id"] for row in rows} == {None}
    assert not [name for name in rows[0] if name.endswith("_at") and name != "sorted_at"]
    orders = {
        tuple(row["words"] for row in rows if row["question"] == each) for each in ("goes-well", "hard")
    }
    assert len(orders) == 2, "one's place among the answers to a question says nothing of the next"


def test_as_long_as_it_is_open_rosa_reads_nothing(rosa: Phone, cast: Cast) -> None:
    asks(rosa)
    all_answer(cast)
    shows(rosa)
    rosa.sees("{n} people have answered so far.", n=5)
    rosa.sees("You can read the answers when it is closed.")
    rosa.sees_not("Few answers: names could be guessed.")
    opinion = cast.talk.rows()["opinions"][0]["id"]
    which = number(cast.talk)
    links = [f"{page}:{which}:hard" for page in ("reading.read", "sorting.go_on", "themes.overview")]
    links += [f"outcome.show:{which}", f"themes.left_out:{which}:hard:0", f"outcome.tell:{which}"]
    links += [f"sorting.show:{opinion}", f"sorting.leave_out:{opinion}", f"themes.answer:{opinion}"]
    with cast.talk.nothing_changes():
        for link in links:
            rosa.forges(link)
            rosa.sees(GONE)


def test_few_answers_are_said_to_be_few(rosa: Phone, ada: Phone, talk: Talk) -> None:
    asks(rosa)
    answers(ada, "نضحك")
    shows(rosa)
    rosa.sees("{n} person has answered so far.", n=1)
    rosa.sees("Few answers: names could be guessed.")
    rosa.presses("Close it now")
    rosa.sees("Close this round now?", "Few answers: names could be guessed.")
    rosa.presses("Keep as it is", "Close it now", "Close it now")
    rosa.sees("Few answers: names could be guessed.")
    rosa.presses("What goes well")
    rosa.sees("Few answers: names could be guessed.", "نضحك")
    rosa.sees_not("العربية")


def test_asking_twice_asks_once(rosa: Phone, talk: Talk) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Round of questions", "New round")
    rosa.presses_again("Ask everybody")
    assert talk.delivers() == 5
    assert len(talk.rows()["rounds"]) == 1
    rosa.forges(f"rounds.overview:{talk.rows()['rounds'][0]['programme_id']}")
    rosa.may_not_press("New round")
    closes(rosa)
    opens(rosa)
    assert len(talk.rows()["rounds"]) == 2


def test_what_is_known_is_shown_and_forgotten(rosa: Phone, ada: Phone, cast: Cast) -> None:
    asks(rosa)
    all_answer(cast)
    ada.opens()
    ada.forges("privacy.know")
    ada.sees("{question} You answered:", question=ada.say("What is hard?"))
    ada.sees(*SAID["Ada"])
    ada.forges("privacy.forget")
    rows = cast.talk.rows()["opinions"]
    assert len(rows) == 12
    assert not set(SAID["Ada"]) & {row["words"] for row in rows}


def test_after_the_end_nothing_is_known_of_anybody(rosa: Phone, ada: Phone, cast: Cast) -> None:
    asks(rosa)
    all_answer(cast)
    closes(rosa)
    ada.forges("privacy.know")
    ada.sees_not(*SAID["Ada"])


def test_the_other_coordinators_hear_of_an_early_end_at_once(rosa: Phone, cast: Cast) -> None:
    lea = cast.joined(Who("Lea", Role.COORDINATOR))
    asks(rosa)
    closes(rosa)
    shown = rosa.last
    assert cast.talk.delivers() == 1
    lea.sees("The round of questions is closed.")
    cast.talk.passes(days=8)
    assert rosa.last == shown


def test_only_those_who_are_asked_answer_and_only_coordinators_look(
    rosa: Phone, bea: Phone, ada: Phone, cast: Cast
) -> None:
    asks(rosa)
    answers(cast.phones["Nia"], "On rit beaucoup")
    talk, which = cast.talk, number(cast.talk)
    opinion = talk.rows()["opinions"][0]["id"]
    members = [f"round.{page}:{which}" for page in ("ask", "mine", "remind")]
    members += [f"round.{page}:{which}:hard" for page in ("question", "skip")]
    own = [f"round.allow:{opinion}:1", f"round.take_back:{opinion}", f"round.forget:{opinion}"]
    desk = [f"rounds.{page}:{which}" for page in ("show", "ask_close", "close", "closed")]
    desk += [f"rounds.preview:{cast.programme.id}:7", f"rounds.send:{cast.programme.id}:7"]
    desk += [f"reading.read:{which}:hard", f"tables.show:{which}", f"outcome.tell:{which}"]
    with talk.nothing_changes():
        for phone, links in ((bea, [*members, *own, *desk]), (ada, [*own, *desk]), (rosa, [*members, *own])):
            for link in links:
                phone.forges(link)
                phone.sees(GONE)
                phone.sees_not("On rit beaucoup")


def test_forged_lengths_and_choices_lead_nowhere(rosa: Phone, nia: Phone, cast: Cast) -> None:
    with cast.talk.nothing_changes():
        for link in (f"rounds.send:{cast.programme.id}:8", f"rounds.preview:{cast.programme.id}:0"):
            rosa.forges(link)
            rosa.sees(GONE)
    asks(rosa)
    nia.sends_voice()
    opinion = cast.talk.rows()["opinions"][0]["id"]
    for link in (f"round.allow:{opinion}:2", f"round.question:{number(cast.talk)}:easy"):
        nia.forges(link)
        nia.sees(GONE)
