"""Icebreakers of two sides: an answer stays closed until the other one is there, then both open at once."""

from functools import partial

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.icebreakers import Icebreaking
from handlers.kit.links import split
from handlers.kit.prompts import library
from tests.handlers.sharing import CLOSED, OPEN, SEA, TEA, WAITS, answers, asks, both_answer, given
from tests.handlers.test_settings import GONE
from tests.people import Cast
from tests.phones import Phone
from tests.talk import START, Talk

HEARD = "<b>{name}</b> has answered. When you answer too, you both see it."
LOOKING = ("icebreakers.show:1", "opened.show:1", "opened.told:1:1", "opened.hear:1", "sharing.own:1")


def test_an_answer_is_closed_and_the_other_hears_only_that_it_is_there(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    asks(ada)
    ada.sees("Idea to share", "Answer with words, voice or a photo.", CLOSED)
    ada.says(SEA)
    ada.sees(SEA, "Your answer", WAITS)
    assert talk.passes(minutes=2) == 1
    nia.sees(HEARD, nia.say(given(talk)[0].words), name="Ada")
    nia.may_press("Answer", "Skip", "Home")
    for link in LOOKING:
        nia.forges(link)
        nia.sees_not(SEA)
        assert not nia.screen.items


def test_with_the_second_answer_both_are_open_side_by_side(ada: Phone, nia: Phone, talk: Talk) -> None:
    answers(ada, SEA)
    talk.passes(minutes=2)
    nia.presses("Answer")
    nia.says(TEA)
    assert talk.passes(minutes=2) == 1
    follow = given(talk)[0].follow
    for phone in (ada, nia):
        phone.sees(OPEN, "Ada", SEA, "Nia", TEA, *([phone.say(follow)] if follow else []))
    ada.sees("<i>Written in {language}</i>", language="Français")
    nia.sees("<i>Written in {language}</i>", language="العربية")


def test_whoever_presses_twice_or_answers_late_changes_nothing(ada: Phone, nia: Phone, talk: Talk) -> None:
    answers(ada, SEA)
    talk.hears_again()
    nia.forges("icebreakers.show:1")
    nia.says(TEA)
    ada.sees(WAITS)
    said = talk.rows()["answers"]
    talk.hears_again()
    for phone in (ada, nia):
        for link in ("icebreakers.change:1", "icebreakers.skip:1"):
            phone.forges(link)
            phone.sees(SEA, TEA)
    assert (talk.rows()["answers"], len(said)) == (said, 2)


def test_what_is_closed_can_be_changed(ada: Phone, nia: Phone, talk: Talk) -> None:
    answers(ada, "Le désert")
    ada.presses("Change it")
    ada.says(SEA)
    answers(nia, TEA)
    nia.sees(SEA, TEA)
    nia.sees_not("Le désert")
    assert talk.passes(minutes=5) == 1, "that there is an answer is no news any more"


def test_what_shows_answers_stays_to_be_read(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    shown = ada.last
    ada.presses("Home")
    assert ada.last != shown
    ada.looks_at(shown)
    ada.sees(TEA)


def test_skipping_needs_no_reason_and_tells_nobody(ada: Phone, nia: Phone, talk: Talk) -> None:
    answers(ada, SEA)
    talk.passes(minutes=2)
    nia.presses("Skip")
    nia.sees("All right. You need no reason.")
    assert talk.passes(days=6) == 0 or "NEWS" not in str(talk.rows()["deliveries"][-1]["kind"])
    ada.forges("icebreakers.show:1")
    ada.sees(SEA, WAITS)
    nia.forges("icebreakers.skip:1")
    nia.presses("Answer after all")
    nia.says(TEA)
    nia.sees(SEA, TEA)


def test_what_one_skips_is_known_to_them_alone_and_not_on_the_path(ada: Phone, nia: Phone) -> None:
    asks(ada)
    asks(nia)
    nia.presses("Skip")
    nia.forges("privacy.know")
    nia.sees("You skipped {n} idea.", n=1)
    for phone in (ada, nia):
        phone.forges("path.overview:1:0")
        phone.sees("It begins here. You will see your steps and meetings on it.")


def test_another_one_for_both(ada: Phone, nia: Phone, talk: Talk) -> None:
    asks(ada)
    ada.presses("Another idea")
    for phone in (ada, nia):
        asks(phone)
        phone.sees(phone.say(given(talk)[1].words))
    assert len(given(talk)) == 2
    answers(ada, SEA)
    ada.presses("Another idea")
    asks(nia)
    nia.sees(nia.say(given(talk)[1].words), HEARD, name="Ada")


def test_who_shows_something_takes_turns(ada: Phone, nia: Phone, talk: Talk) -> None:
    key = next(key for key, prompt in library().items() if prompt.teaches)
    talk.look(lambda session: session.add(Icebreaking(pair_id=1, key=key, given_at=START, taught=0)))
    for turns, (leads, learns) in enumerate([(ada, nia), (nia, ada)]):
        change = update(Icebreaking).values(taught=turns)
        talk.look(partial(Session.execute, statement=change))
        leads.forges("icebreakers.show:1")
        leads.sees("This time you show it.")
        learns.forges("icebreakers.show:1")
        learns.sees("This time {name} shows it.", name="Ada" if leads is ada else "Nia")


def test_nobody_else_reads_it(cast: Cast, ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    for name in ("Samir", "Ines", "Rosa", "Bea"):
        other = cast.phones[name]
        for link in (
            *LOOKING,
            "sharing.of_pair:1:0",
            "taking_back.ask:1",
            "taking_back.do:1",
            "taking_back.gone:1",
        ):
            with talk.nothing_changes():
                other.forges(link)
            other.sees(GONE)


def test_the_desk_shows_nothing_of_it(rosa: Phone, ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    assert {split(row["link"])[0] for row in talk.rows()["deliveries"] if row["person_id"] == 1} == set()
    rosa.opens()
    rosa.presses("Open my desk", "See pairs")
    rosa.sees_not(SEA, TEA)


def test_an_answer_that_is_too_long(ada: Phone, talk: Talk) -> None:
    asks(ada)
    with talk.nothing_changes():
        ada.says("a" * 301)
    ada.sees("That is too long for me, so I have not kept it. Please write it shorter.")
