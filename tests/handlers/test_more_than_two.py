"""More than two: a mentor with a couple, who plan, choose and tick together, and go on when one leaves."""

import pytest

from db.people import Role
from tests.handlers.test_goals import ORDER, adds_a_goal
from tests.handlers.test_matching import LEA, OMAR
from tests.handlers.test_matters import chooses, opens_the_question
from tests.handlers.test_meetings import agrees, met_before, proposes
from tests.handlers.test_ready import CAFE, called
from tests.handlers.test_steps import FIVE, adds_a_step, at_once, step
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

MAYA = Who("Maya", Role.MENTEE, "en", ["en"], ["school"])
Three = tuple[Phone, Phone, Phone]

ASK = "Who comes together? Choose two to six people."


@pytest.fixture
def waiting(cast: Cast) -> Three:
    """Omar reads Arabic, Maya English, Lea French; the two newcomers and the mentor wait."""
    omar, maya, lea = (cast.joined(who) for who in (OMAR, MAYA, LEA))
    return omar, maya, lea


@pytest.fixture
def three(cast: Cast, waiting: Three) -> Three:
    """The three, brought together."""
    cast.pairs("Omar", "Maya", "Lea")
    return waiting


def test_rosa_brings_three_together_and_each_learns_the_names(
    rosa: Phone, waiting: Three, talk: Talk
) -> None:
    omar, maya, lea = waiting
    gathers(rosa)
    rosa.presses("Maya", "Continue")
    rosa.sees("Omar", "Maya", "Lea")
    rosa.sees("Shall we bring these people together? All will learn each other's names.")
    rosa.presses_again("Bring together")
    assert len(talk.rows()["pairs"]) == 3
    assert talk.delivers() == 3
    for phone, others in ((omar, ["Maya", "Lea"]), (maya, ["Omar", "Lea"]), (lea, ["Omar", "Maya"])):
        phone.sees("<b>You are together with {names}.</b>", names=phone.words.listed(others))
        phone.sees("Coordinators see that you are together. They never see what you write.")
        for name in others:
            phone.sees(name)
    ideas = {phone.text.splitlines()[-1] for phone in (omar, maya, lea)}
    assert len(ideas) == 3, "one idea in three languages"
    rosa.presses("Home", "Open my desk", "See pairs")
    rosa.sees("Omar, Maya et Lea")


def test_ticks_are_taken_away_again(rosa: Phone, waiting: Three, talk: Talk) -> None:
    gathers(rosa)
    rosa.sees("Newcomers: {names}", names=rosa.words.listed(["Omar", "Maya"]))
    rosa.presses("Lea", "Continue")
    rosa.sees("Please choose at least one newcomer and one mentor.", ASK)
    rosa.presses("Lea", "Omar", "Maya", "Continue", "Choose again", "Continue", "Bring together")
    assert len(talk.rows()["partners"]) == 4 + 2


def test_six_are_the_most(rosa: Phone, waiting: Three, cast: Cast) -> None:
    for number in range(4):
        cast.joined(Who(f"Guest {number}", Role.MENTEE))
    gathers(rosa)
    rosa.presses("Maya", "Guest 0", "Guest 1", "Guest 2", "Guest 3")
    rosa.sees("Six people are the most.")
    rosa.presses("Continue", "Bring together")
    assert cast.talk.delivers() == 6


def test_who_was_matched_meanwhile_is_not_taken_twice(rosa: Phone, waiting: Three, cast: Cast) -> None:
    gathers(rosa)
    rosa.presses("Maya", "Continue")
    cast.pairs("Maya", "Lea")
    rosa.presses("Bring together")
    rosa.sees("One of them is already in a pair.")
    assert len(cast.talk.rows()["pairs"]) == 3
    rosa.may_not_press("Maya", "Lea")


def test_two_coordinators_at_once_make_one_pair(rosa: Phone, waiting: Three, cast: Cast) -> None:
    mona = cast.joined(Who("Mona", Role.COORDINATOR))
    for phone in (rosa, mona):
        gathers(phone)
        phone.presses("Maya")
    at_once(cast.talk, f"gathering.make:{cast.programme.id}", rosa, mona)
    assert len(cast.talk.rows()["pairs"]) == 3


def test_bea_gathers_nobody_from_elsewhere(bea: Phone, waiting: Three, cast: Cast) -> None:
    mentee, mentor, here = cast.place("Omar"), cast.place("Lea"), cast.programme.id
    links = [
        f"begin:{mentee}:{mentor}",
        f"open:{here}",
        f"toggle:{mentee}",
        f"confirm:{here}",
        f"make:{here}",
    ]
    with cast.talk.nothing_changes():
        for link in links:
            bea.forges(f"gathering.{link}")
            bea.sees_not("Omar", "Lea", "Maya")


def test_a_step_names_all_and_anyone_ticks_it(three: Three) -> None:
    omar, maya, lea = three
    omar.opens()
    omar.sees("<b>You and {names}</b>", names=omar.words.listed(["Maya", "Lea"]))
    adds_a_goal(omar)
    omar.presses("Add a step")
    omar.says(FIVE)
    omar.may_press("Me", "Maya", "Lea", "Together", "Anyone of us")
    omar.presses("Maya", "No date", "Change it", "Change who", "Together")
    omar.talk.passes(minutes=2)
    for phone in (maya, lea):
        phone.sees("New step from {name}: {step}", name="Omar", step=FIVE)
    lea.forges(f"steps.finish:{step(lea.talk)}")
    lea.sees("Done.")
    lea.talk.passes(minutes=2)
    for phone in (omar, maya):
        phone.sees("Step done, says {name}: {step}", name="Lea", step=FIVE)


def test_all_three_tick_at_once(three: Three, talk: Talk) -> None:
    omar, maya, lea = three
    adds_a_step(omar)
    at_once(talk, f"steps.finish:{step(talk)}", omar, maya, lea)
    assert [row["verb"] for row in talk.rows()["acts"]].count("step-done") == 1


def test_a_ready_step_of_newcomers_falls_to_no_one_of_two(three: Three) -> None:
    omar, _, _ = three
    adds_a_goal(omar)
    omar.presses("Add a step", "Language", called(omar, CAFE))
    omar.presses("Lea", "No date")
    omar.sees("{name} does it.", name="Lea")


def test_who_has_chosen_sees_all_who_have(three: Three, talk: Talk) -> None:
    omar, maya, lea = three
    chooses(omar, "Language")
    omar.sees("When another of you has chosen too, you see it.")
    talk.passes(minutes=2)
    for phone in (maya, lea):
        phone.sees("{names} chose what matters now.", names="Omar")
        phone.sees("When you have chosen too, you see it.")
        phone.sees_not("Language")
    lea.presses("Choose now", "Language", "Housing", "Continue", "Skip")
    lea.sees("<b>{name}</b>: {needs}", name="Omar", needs=lea.say("Language"))
    lea.sees("Not chosen yet: {names}", names="Maya")
    talk.passes(minutes=2)
    omar.sees("<b>{name}</b>: {needs}", name="Lea", needs=f"{omar.say('Language')} · {omar.say('Housing')}")
    maya.sees("{names} chose what matters now.", names=maya.words.listed(["Omar", "Lea"]))
    maya.sees_not("Language", "Housing")
    maya.presses("Choose now", "Housing", "Continue", "Skip")
    for phone, others in ((omar, ["Lea", "Maya"]), (maya, ["Lea", "Omar"]), (lea, ["Maya", "Omar"])):
        opens_the_question(phone)
        phone.sees(*others, "You share this. Tap to make it a goal:")
        phone.sees_not("Not chosen yet: {names}", names="Maya")
        phone.may_press("Language", "Housing")


def test_choosing_again_hides_ones_own_until_it_is_made(three: Three) -> None:
    omar, _, lea = three
    chooses(omar, "Language")
    chooses(lea, "Housing")
    lea.presses("Choose again", "Health")
    opens_the_question(omar)
    omar.sees("When another of you has chosen too, you see it.")
    omar.sees_not("Housing", "Health")


def test_who_leaves_leaves_the_others_together(three: Three, talk: Talk) -> None:
    omar, maya, lea = three
    adds_a_goal(maya)
    chooses(lea, "Language")
    chooses(omar, "Language")
    opens_the_question(lea)
    lea.presses("Language", "Add a step", called(lea, CAFE), "Omar", "No date")
    adds_a_goal_of_ones_own(lea)
    talk.passes(minutes=2)
    lea.forges("privacy.ask_forget")
    lea.sees("Your goals and steps go too. The others get a kind word.")
    lea.presses("Erase everything")
    talk.delivers()
    for phone, other in ((omar, "Maya"), (maya, "Omar")):
        phone.sees("One of you does not go on. Nobody is at fault.")
        phone.sees("You go on together with {names}.", names=other)
        phone.presses("See goals")
        phone.may_press(ORDER, str(phone.words._("Speak the language with more ease")))
        phone.may_not_press("Only Lea's")
        phone.opens()
        phone.sees("Next step: {step}", step=called(phone, CAFE))
    gone = {row["name"] for row in talk.rows()["people"]}
    assert "Lea" not in gone


def test_who_stops_with_two_others_leaves_them_together(three: Three, rosa: Phone, talk: Talk) -> None:
    omar, maya, lea = three
    adds_a_step(omar)
    omar.presses("Change it", "Change who", "Lea")
    proposes(omar)
    agrees(maya, talk)
    lea.opens()
    lea.presses("How we are", "Stop here")
    lea.sees("Would you like to stop with {names}?", names=lea.words.listed(["Omar", "Maya"]))
    lea.presses_again("Stop here")
    lea.opens()
    lea.sees("The coordinator looks for a partner for you. You will hear it here.")
    talk.delivers()
    rosa.sees("{name} waits again.", name="Lea")
    assert rosa.say("Match {name} anew", name="Lea") not in rosa.labels, "Lea is a mentor"
    for phone, other in ((omar, "Maya"), (maya, "Omar")):
        phone.sees("You go on together with {names}.", names=other)
        phone.opens()
        phone.sees("<b>You and {names}</b>", names=other)
    assert [row["doer_id"] for row in talk.rows()["steps"]] == [None], "who stay do it together"
    assert len(talk.rows()["comings"]) == 2
    lea_row = next(row["id"] for row in talk.rows()["people"] if row["name"] == "Lea")
    coming = [row for row in talk.rows()["deliveries"] if row["person_id"] == lea_row]
    assert {row["outcome"] for row in coming} <= {"sent", "let-go"}, "nothing comes to Lea any more"
    lea.forges(f"steps.show:{step(talk)}")
    lea.may_not_press("Done")


def test_who_stops_may_say_why_before_and_rosa_can_match_them_anew(
    three: Three, rosa: Phone, talk: Talk
) -> None:
    _, maya, _ = three
    maya.opens()
    maya.presses(
        "How we are", "Stop here", "Say a word", "I have little time", "Send to {names}", names="Rosa"
    )
    maya.opens()
    maya.presses("How we are", "Stop here", "Stop here")
    talk.delivers()
    rosa.sees("{name} waits again.", name="Maya")
    rosa.presses("Match {name} anew", name="Maya")
    rosa.sees("Maya")
    rosa.opens()
    rosa.presses("Open my desk", "From {name}", name="Maya")
    rosa.sees("I have little time")


def test_of_three_who_stop_at_once_the_last_two_part_as_two_do(three: Three, talk: Talk) -> None:
    at_once(talk, f"parting.end:{talk.rows()['pairs'][-1]['id']}", *three)
    assert [row["way"] for row in talk.rows()["partings"]] == ["ended"]


def test_three_are_not_asked_whether_they_go_on(three: Three, talk: Talk) -> None:
    met_before(three[0], talk)
    assert "going-on" not in [row["kind"] for row in talk.rows()["deliveries"]]


def test_of_two_who_stay_the_last_hears_that_it_is_over(three: Three, talk: Talk) -> None:
    omar, maya, lea = three
    lea.forges("privacy.forget")
    maya.forges("privacy.forget")
    talk.delivers()
    omar.sees("Your partner has left Passerelle. Nobody is at fault.")
    omar.opens()
    omar.sees("The coordinator looks for a partner for you. You will hear it here.")


def gathers(rosa: Phone) -> None:
    """Rosa chooses Omar and Lea, and wants somebody more."""
    rosa.opens()
    rosa.presses("Open my desk", "See who waits", "Omar", "Lea", "Add a person")
    rosa.sees(ASK)


def adds_a_goal_of_ones_own(phone: Phone) -> None:
    phone.opens()
    phone.presses("See goals", "Add a goal")
    phone.says("Only Lea's")
    phone.presses("Skip")
