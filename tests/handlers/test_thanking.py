"""Thanks: a sentence from each, closed until all are there, then read by each in their own language."""

from datetime import timedelta

from db.people import Role
from tests.handlers.seasons import PREPARED, ends, moves_to
from tests.handlers.test_settings import GONE
from tests.handlers.test_steps import each_at_once
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

THREE = (("Omar", Role.MENTEE), ("Lea", Role.MENTOR), ("Maya", Role.MENTEE))
TOLD = "thanking.told:1"
CLOSED = "It opens when all have given one, or at your last meeting."


def thanks(phone: Phone, sentence: str) -> None:
    phone.opens()
    phone.presses("The last weeks", "Write thanks", sentence)


def test_three_taps_and_it_stays_closed(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    thanks(ada, "I learnt a lot")
    ada.sees("I learnt a lot", CLOSED)
    nia.opens()
    nia.presses("The last weeks", "Write thanks")
    nia.forges("thanking.show:1")
    nia.sees("A sentence of thanks for {names}", names="Ada")
    assert talk.passes(minutes=5) == 0


def test_with_the_second_one_both_are_open(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    thanks(ada, "I learnt a lot")
    nia.opens()
    nia.presses("The last weeks", "Write thanks")
    nia.says("Merci pour le thé")
    for phone in (nia, ada):
        phone.sees("Your thanks", "I learnt a lot", "Merci pour le thé", "Ada", "Nia")
        if phone is nia:
            assert talk.passes(minutes=2) == 1
    ada.sees("<i>Written in {language}</i>", language="Français")


def test_what_is_closed_can_be_changed_and_what_is_open_cannot(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    thanks(ada, "I learnt a lot")
    ada.presses("Change words", "We laughed together")
    ada.sees("We laughed together")
    old = ada.last
    thanks(nia, "Thanks for patience")
    nia.sees("We laughed together")
    ada.looks_at(old)
    ada.forges("thanking.keep:1:courage")
    ada.sees("We laughed together", "Thanks for patience")
    ada.sees_not("You gave me courage")


def test_both_at_once_and_twice(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    each_at_once(talk, {ada: "thanking.keep:1:time", nia: "thanking.keep:1:courage"})
    ada.forges("thanking.keep:1:time")
    assert len(talk.rows()["thanks"]) == 2
    for phone in (ada, nia):
        phone.forges("thanking.show:1")
        phone.sees("Thanks for your time", "You gave me courage")
    told = [row for row in talk.rows()["deliveries"] if row["link"] == "thanking.told:1"]
    assert len(told) == 1, "whoever came second reads it at once"


def test_at_the_last_meeting_it_opens_also_alone(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED + timedelta(weeks=1))
    thanks(ada, "I learnt a lot")
    ada.forges(f"noting.keep_spot:1:{talk.clock.now() - timedelta(hours=1):%Y%m%dT%H%MZ}:park")
    talk.passes(minutes=2)
    nia.sees("Your thanks", "Ada", "I learnt a lot")
    assert [row["person_id"] for row in talk.rows()["deliveries"] if row["link"] == TOLD] == [3], "Nia"
    nia.presses("Write thanks", "You gave me courage")
    nia.sees("I learnt a lot", "You gave me courage")
    nia.may_not_press("Write thanks")
    talk.passes(minutes=2)
    ada.sees("You gave me courage")
    with talk.nothing_changes():
        nia.forges("thanking.keep:1:time")


def test_an_earlier_meeting_opens_nothing(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    thanks(ada, "I learnt a lot")
    ada.forges(f"noting.keep_spot:1:{talk.clock.now() - timedelta(days=6):%Y%m%dT%H%MZ}:park")
    nia.forges("thanking.show:1")
    nia.sees("Tap one, or write your own.")


def test_at_the_end_it_opens_also_alone(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    thanks(ada, "I learnt a lot")
    ends(talk)
    nia.presses("What you did with {names}", names="Ada")
    nia.presses("See thanks")
    nia.sees("I learnt a lot")
    with talk.nothing_changes():
        for link in ("thanking.ask:1", "thanking.keep:1:time"):
            nia.forges(link)
            nia.sees(GONE)


def test_what_we_know_of_somebody_includes_it(ada: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    thanks(ada, "I learnt a lot")
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees("I learnt a lot")


def test_nobody_elses(samir: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    with talk.nothing_changes():
        for link in ("thanking.ask:1", "thanking.keep:1:time", "thanking.show:1", "thanking.told:1"):
            samir.forges(link)
            samir.sees(GONE)


def test_of_three_all_give_one_and_whoever_leaves_is_not_waited_for(cast: Cast, talk: Talk) -> None:
    three = [cast.joined(Who(name, role)) for name, role in THREE]
    cast.pairs(*(name for name, _ in THREE))
    moves_to(talk, PREPARED)
    for phone, ready, tie in zip(three, ("time", "courage"), ("write", "write"), strict=False):
        phone.forges(f"thanking.keep:3:{ready}")
        phone.forges(f"staying.choose:3:{tie}:1")
    three[0].forges("thanking.show:3")
    three[0].sees(CLOSED)
    three[2].forges("parting.end:3")
    three[0].forges("thanking.show:3")
    three[0].sees("You gave me courage", "Thanks for your time")
    ends(talk)
    three[0].sees("You all would like: {ways}", ways=three[0].say("Write or call"))
