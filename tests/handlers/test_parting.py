"""Ending early: at any moment, without a reason, told kindly; nothing of the pair comes any more."""

from db.people import Role
from tests.handlers.test_goals import ORDER
from tests.handlers.test_meetings import agreed, line, proposes
from tests.handlers.test_settings import GONE
from tests.handlers.test_steps import FIVE, adds_a_step, at_once
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import thursday

TOLD = "Your pair with {names} has come to its end."


def ends(ada: Phone) -> None:
    ada.opens()
    ada.presses("How we are", "End our pair", "End our pair")


def test_three_taps_and_no_reason(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("How we are", "End our pair")
    ada.sees("You need no reason. Nobody is at fault.")
    ada.sees("After {n} months we erase them.", n=6)
    ada.sees("We tell {names} with a kind word.", names="Nia")
    ada.may_press("Take a pause", "Go back")
    ada.presses("End our pair")
    ada.sees("Your pair has come to its end.", "Nobody is at fault.")
    assert talk.delivers() == 2
    nia.sees(TOLD, names="Ada")
    nia.sees("Sometimes life takes another way. Nobody is at fault.")
    nia.sees("The coordinator knows that you are free again.")
    rosa.sees("These two parted: {names}", names=rosa.words.listed(["Ada", "Nia"]))
    for phone in (ada, nia):
        phone.opens()
        phone.sees("The coordinator looks for a partner for you. You will hear it here.")


def test_nothing_is_asked_before_it_is_pressed(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        ada.opens()
        ada.presses("How we are", "End our pair", "Go back")


def test_everything_pending_of_the_pair_is_let_go(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    adds_a_step(nia)
    proposes(ada)
    ends(ada)
    kinds = [row["kind"] for row in pending(talk, "Ada", "Nia")]
    assert kinds == ["parting"], "only the kind word to Nia"
    assert len(pending(talk, "Samir", "Ines")) == 6, "what comes to others by itself stays"
    talk.delivers()
    shown = ada.last, nia.last
    for _ in range(10):
        thursday(talk)
    assert (ada.last, nia.last) == shown
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees_not(ada.say("Next message from us: {moment}", moment="").strip())


def test_old_buttons_lead_nowhere(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    adds_a_step(ada)
    talk.passes(minutes=2)
    news = nia.last
    ends(ada)
    nia.presses(FIVE, on=news)
    nia.sees(GONE)
    nia.sees_not(ORDER, FIVE)
    with talk.nothing_changes():
        for link in (
            "goals.overview:1",
            "meetings.overview:1",
            "pulse.ask:1",
            "meeting.show:1",
            "going_on.ask:1",
        ):
            nia.forges(link)
            nia.sees(GONE)
    nia.sees_not(line(nia))


def test_pressing_twice_and_both_at_once_is_one_end(ada: Phone, nia: Phone, talk: Talk) -> None:
    pair = talk.rows()["pairs"][0]["id"]
    at_once(talk, f"parting.end:{pair}", ada, nia)
    ada.forges(f"parting.end:{pair}")
    ada.sees("Your pair has come to its end.")
    assert len(talk.rows()["partings"]) == 1
    told = [row for row in talk.rows()["deliveries"] if row["link"].startswith("parting.told")]
    assert len(told) == 1


def test_asking_after_the_end_shows_the_kind_word(ada: Phone, nia: Phone, talk: Talk) -> None:
    nia.opens()
    nia.presses("How we are")
    ends(ada)
    nia.presses("End our pair")
    nia.sees(TOLD, names="Ada")


def test_a_reason_goes_word_by_word(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    ends(ada)
    ada.presses("Say a word")
    ada.may_press("I have little time", "It does not fit", "Please call me")
    ada.says("I work at night now")
    ada.sees("I work at night now", "Now only you see this.")
    ada.sees("It goes to: {names}. To nobody else.", names="Rosa")
    talk.delivers()
    ada.presses("Send to {names}", names="Rosa")
    assert talk.delivers() == 1
    rosa.sees("<b>{name}</b> writes to you:", name="Ada")
    rosa.sees("I work at night now")
    nia.opens()
    nia.sees_not("I work at night now")


def test_whoever_is_told_may_say_something_too(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    ends(ada)
    talk.delivers()
    nia.presses("Say a word", "Please call me")
    nia.presses("Send to {names}", names="Rosa")
    talk.delivers()
    rosa.sees("Please call me")


def test_rosa_matches_anew_from_the_desk(ada: Phone, rosa: Phone, cast: Cast) -> None:
    lea = cast.joined(Who("Lea", Role.MENTOR))
    ends(ada)
    cast.talk.delivers()
    both = rosa.words.listed(["Ada", "Nia"])
    rosa.sees("Waiting again: {names}", names=both)
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.presses("Parted: {names}", names=both)
    rosa.presses("Match {name} anew", name="Ada")
    rosa.presses("Lea", "Make a pair")
    cast.talk.delivers()
    lea.sees("<b>{name}</b> is your partner.", name="Ada")
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.presses("Parted: {names}", names=both)
    rosa.sees("Waiting again: {names}", names="Nia")
    rosa.may_not_press("Match {name} anew", name="Ada")
    rosa.presses("Done")
    rosa.may_not_press("Parted: {names}", names=both)


def test_no_other_coordinator_sees_it(ada: Phone, bea: Phone, nia: Phone, cast: Cast) -> None:
    ends(ada)
    with cast.talk.nothing_changes():
        for phone in (bea, nia, cast.phones["Samir"]):
            for link in ("following.parted:1", "following.noted:1"):
                phone.forges(link)
                phone.sees(GONE)


def test_samir_cannot_end_what_is_not_his(samir: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for page in ("ask", "end", "told"):
            samir.forges(f"parting.{page}:1")
            samir.sees(GONE)


def test_nobody_is_told_of_an_end_that_is_none(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        ada.forges("parting.told:1")
        ada.sees(GONE)


def test_at_night_the_kind_word_waits_for_the_morning(ada: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Monday 22:00")
    shown = nia.last
    ends(ada)
    talk.delivers()
    assert nia.last == shown
    talk.clock.at("Tuesday 09:00")
    talk.delivers()
    nia.sees(TOLD, names="Ada")


def test_whoever_leaves_altogether_leaves_a_row_on_the_desk(ada: Phone, rosa: Phone, talk: Talk) -> None:
    ada.forges("privacy.forget")
    talk.delivers()
    rosa.sees("Somebody has left Passerelle. Still here: {names}", names="Nia")
    rosa.sees("Waiting again: {names}", names="Nia")
    rosa.sees_not("Ada")


def pending(talk: Talk, *names: str) -> list[dict[str, object]]:
    """What is still to be sent to these people."""
    ids = [row["id"] for row in talk.rows()["people"] if row["name"] in names]
    rows = talk.rows()["deliveries"]
    return [row for row in rows if row["person_id"] in ids and row["claimed_at"] is None]
