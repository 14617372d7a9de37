"""Five questions at the end and one later: by taps, counted once, and nobody can tell who said what."""

from db.people import Role
from tests.handlers.seasons import LATER, PREPARED, ends, moves_to
from tests.handlers.test_settings import GONE
from tests.handlers.test_steps import at_once
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

ASKED = "Did you reach a goal?"
LAST = "Would you do it again?"
FIVES = "Counted without names. Answers appear here {n} at a time."


def answers(phone: Phone, *given: str) -> None:
    phone.presses("Five questions", *given)


def test_five_taps_after_the_first(ada: Phone, talk: Talk) -> None:
    ends(talk)
    answers(ada, "Yes", "A little")
    ada.sees("Question {number} of {count}", number=3, count=5)
    ada.sees("Your answer is counted without your name. So it cannot be changed later.")
    ada.presses("Skip", "No", "Perhaps")
    ada.sees("Thank you.", "Your answers help those who come next.")
    one_each = [("goal", "yes"), ("language", "partly"), ("confidence", "no"), ("again", "partly")]
    assert counted(talk) == dict.fromkeys(one_each, 1)


def test_what_was_skipped_can_be_answered_later_and_nothing_twice(ada: Phone, talk: Talk) -> None:
    ends(talk)
    said = ada.last
    answers(ada, "Yes", "Yes", "Skip", "Yes", "Yes")
    ada.forges("survey.give:1:goal:no")
    ada.forges("survey.give:1:goal:yes")
    ada.looks_at(said)
    ada.presses("Five questions")
    ada.sees("Do you know more people here now?")
    ada.presses("A little")
    ada.sees("Your answers help those who come next.")
    assert sum(counted(talk).values()) == 5
    ada.opens()
    ada.presses("What you did with {names}", names="Nia")
    ada.may_not_press("Five questions")


def test_no_row_ties_an_answer_to_anybody(ada: Phone, talk: Talk) -> None:
    before = {name: len(rows) for name, rows in talk.rows().items()}
    ends(talk)
    ended = talk.rows()
    answers(ada, "Yes", "No", "A little", "Yes", "No")
    changed = {name for name, rows in talk.rows().items() if rows != ended[name]}
    assert changed == {"tallies", "ballots"}
    assert before["ballots"] == 0
    assert {name for row in talk.rows()["ballots"] for name in row} == {"pair_id", "person_id", "question"}
    assert {name for row in talk.rows()["tallies"] for name in row} == {
        "programme_id",
        "question",
        "answer",
        "shown",
        "fresh",
    }
    assert len(talk.rows()["tallies"]) == 18, "all at once, so that no order tells anything"


def test_coordinators_see_five_more_at_a_time(rosa: Phone, cast: Cast, talk: Talk) -> None:
    for number in range(4):
        cast.joined(Who(f"Mentee {number}", Role.MENTEE))
        cast.joined(Who(f"Mentor {number}", Role.MENTOR))
        cast.pairs(f"Mentee {number}", f"Mentor {number}")
    ends(talk)
    people = [phone for name, phone in cast.phones.items() if name.startswith(("Me", "Ada", "Nia"))]
    assert len(people) == 10
    for number, phone in enumerate(people, start=1):
        answers(phone, "Yes" if number < 6 else "No")
        rosa.opens()
        rosa.presses("Open my desk", "See answers")
        yes, no = [rosa.say("{answer}: {n}", answer=rosa.say(word), n=5) for word in ("Yes", "No")]
        assert (yes in rosa.text, no in rosa.text) == (number >= 5, number == 10)
        rosa.sees(FIVES, n=5)


def test_only_their_own_coordinators_see_counts(bea: Phone, ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for phone in (bea, ada):
            phone.forges("answers.overview:1")
            phone.sees(GONE)


def test_both_presses_at_once_are_one_answer(ada: Phone, nia: Phone, talk: Talk) -> None:
    ends(talk)
    at_once(talk, "survey.give:1:goal:yes", ada, nia)
    for phone in (ada, nia):
        phone.forges("survey.give:1:goal:yes")
    assert counted(talk) == {("goal", "yes"): 2}


def test_three_months_later_one_question(ada: Phone, nia: Phone, talk: Talk) -> None:
    ends(talk)
    shown = ada.last
    moves_to(talk, LATER)
    assert ada.last == shown + 1
    ada.sees("Three months ago your time with {names} came to its end.", names="Nia")
    ada.sees("Are you still in touch?")
    ada.may_not_press("Skip")
    ada.presses("Now and then")
    ada.sees("Your answers help those who come next.")
    assert counted(talk) == {("touch", "partly"): 1}
    ada.forges("survey.later:1")
    ada.sees(GONE)
    nia.sees("Are you still in touch?")


def test_nothing_is_asked_before_the_end_and_nobody_else(ada: Phone, samir: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    links = ("survey.ask:1:goal", "survey.give:1:goal:yes", "survey.on:1:goal", "survey.later:1")
    with talk.nothing_changes():
        for link in links:
            ada.forges(link)
            ada.sees(GONE)
    ends(talk)
    with talk.nothing_changes():
        for link in links:
            samir.forges(link)
            samir.sees(GONE)


def test_one_sees_that_one_has_answered(ada: Phone, talk: Talk) -> None:
    ends(talk)
    answers(ada, "Yes", "Yes")
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees("You answered {n} questions for the programme. What you said has no name.", n=2)


def counted(talk: Talk) -> dict[tuple[str, str], int]:
    rows = talk.rows()["tallies"]
    counts = {(row["question"], row["answer"]): row["fresh"] + row["shown"] for row in rows}
    return {key: count for key, count in counts.items() if count}
