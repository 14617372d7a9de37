"""What the weekly word is about: the decision table, row by row, over all pairs of a person."""

from datetime import timedelta

import pytest

from db.kinds import Why
from db.people import Role
from handlers.nudges import TABLE
from tests.handlers.test_goals import adds_a_goal
from tests.handlers.test_steps import FIVE, adds_a_step, step
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import goes_well, signs, thursday

NO_GOAL = "No goal at the moment. A small one is a fine start."


def has_a_step(ada: Phone, talk: Talk, days: int) -> None:
    """A step for both, due in so many days; nobody stirs for half a week after."""
    adds_a_step(ada)
    goes_well(talk)
    day = talk.clock.now().date() + timedelta(days=days)
    ada.forges(f"dates.set_until:{step(talk)}:{day}")
    talk.passes(minutes=2)


def me(talk: Talk, name: str) -> int:
    """The number of somebody."""
    return int(next(row["id"] for row in talk.rows()["people"] if row["name"] == name))


def whys(talk: Talk, name: str) -> list[str]:
    """Why each weekly word came to somebody, oldest first."""
    found = [row for row in talk.rows()["deliveries"] if row["person_id"] == me(talk, name)]
    return [row["reason"] for row in found if row["kind"] == "nudge" and row["outcome"] == "sent"]


def test_the_rows_stand_in_their_order() -> None:
    assert [row.why for row in TABLE] == [
        Why.OVERDUE,
        Why.SOON,
        Why.MEETING,
        Why.NO_GOAL,
        Why.REVIEW,
        Why.MATTERS,
        Why.PULSE,
        Why.HALF_TIME,
        Why.IDEA,
    ]


@pytest.mark.parametrize(("days", "why"), [(2, Why.OVERDUE), (3, Why.SOON), (6, Why.SOON), (7, Why.IDEA)])
def test_a_step_whose_day_is_there_or_near(ada: Phone, talk: Talk, days: int, why: Why) -> None:
    has_a_step(ada, talk, days)
    thursday(talk)
    assert whys(talk, "Ada") == [why]
    if why != Why.IDEA:
        ada.sees("Your next step:", FIVE, "You do it together.")
        ada.may_press("Done", "Later", "Change it", "Make it smaller", "Fewer messages", "Home")


def test_two_are_not_asked_about_one_thing_on_one_day(ada: Phone, nia: Phone, talk: Talk) -> None:
    has_a_step(ada, talk, 2)
    thursday(talk)
    ada.sees("Your next step:", FIVE)
    nia.sees("Idea to share")
    nia.sees_not(FIVE)


def test_the_step_of_somebody_else_is_theirs(ada: Phone, nia: Phone, talk: Talk) -> None:
    has_a_step(ada, talk, 2)
    ada.forges(f"planning.set_who:{step(talk)}:{me(talk, 'Ada')}:step")
    thursday(talk)
    assert (whys(talk, "Ada"), whys(talk, "Nia")) == ([Why.OVERDUE], [Why.IDEA])


def test_without_a_goal_one_of_two_hears_of_it_and_not_again_next_week(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    thursday(talk)
    ada.sees(NO_GOAL)
    ada.may_press("Add a goal", "Later", "Fewer messages")
    nia.sees("Idea to share")
    thursday(talk)
    assert whys(talk, "Ada")[1] != Why.NO_GOAL


def test_when_the_rhythm_of_a_pair_has_passed_a_meeting_is_to_be_agreed(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    adds_a_goal(ada)
    thursday(talk)
    thursday(talk)
    assert Why.MEETING not in whys(talk, "Ada")
    thursday(talk)
    ada.sees("No meeting is planned now.")
    ada.presses("Propose a meeting")
    ada.sees("Which day suits you?")
    assert whys(talk, "Nia")[-1] == Why.IDEA
    thursday(talk)
    assert (whys(talk, "Ada")[-1], whys(talk, "Nia")[-1]) == (Why.IDEA, Why.MEETING)


def test_half_a_season(ada: Phone, talk: Talk) -> None:
    goes_well(talk)
    for _ in range(15):
        thursday(talk)
    spoken = " ".join(whys(talk, "Ada"))
    first = "idea idea idea idea review pulse idea idea"
    assert spoken == f"{first} review matters idea idea review pulse half-time"
    ada.sees("This is the middle of your time together.")
    ada.may_press("Our path", "See goals", "Later")


def test_whoever_was_active_these_days_hears_nothing(ada: Phone, nia: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 10:00")
    adds_a_step(ada)
    talk.passes(minutes=2)
    shown = ada.last, nia.last
    thursday(talk)
    assert (ada.last, nia.last) == shown
    assert [row["reason"] for row in talk.rows()["deliveries"] if row["outcome"] == "let-go"][:2] == [
        "active these days",
        "active these days",
    ]
    thursday(talk)
    assert ada.last != shown[0]


def test_of_two_pairs_the_one_left_alone_longest_is_spoken_of(nia: Phone, cast: Cast, talk: Talk) -> None:
    omar = cast.joined(Who("Omar", Role.MENTEE, "en"))
    cast.pairs("Omar", "Nia")
    talk.clock.at("Tuesday 10:00")
    adds_a_goal(omar)
    talk.passes(minutes=2)
    signs(talk)
    thursday(talk)
    nia.sees("Idea to share")
    [pair] = {row["pair_id"] for row in talk.rows()["icebreakings"] if row["pair_id"] != 2}
    assert pair == 1, "the other one was active"


def test_a_step_done_meanwhile_is_not_spoken_of(ada: Phone, nia: Phone, talk: Talk) -> None:
    has_a_step(ada, talk, 2)
    thursday(talk)
    link = f"occasions.step:{step(talk)}"
    ada.presses("Done")
    nia.forges(link)
    nia.sees("That is not here any more. Nothing has changed.")
