"""Answers to announcements are nobody else's: forged links, and what is left of whoever goes."""

import pytest

from tests.handlers.test_settings import GONE
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk


def test_coordinators_answer_and_do_not_ask(rosa: Phone, told: int, talk: Talk) -> None:
    for letter in list(rosa.messages):
        rosa.may_not_press("Answer")
        with talk.nothing_changes():
            rosa.replies("Hello", letter)
    rosa.forges(f"answering_back.ask:{told}")
    rosa.sees("Members answer you here.")


def test_elsewhere_it_cannot_be_reached(samir: Phone, rosa: Phone, told: int, cast: Cast) -> None:
    bea, ada = cast.phones["Bea"], cast.phones["Ada"]
    samir.replies("Where is it?")
    cast.talk.passes(minutes=2)
    rosa.replies("Au Prado.")
    cast.talk.delivers()
    thread = "1"
    coordinators = [
        "incoming.show:1",
        "incoming.look:1",
        "replying.ask:1",
        "replying.send:2",
        "replying.drop:2",
    ]
    coordinators += [f"seeing_to.{page}:{thread}" for page in ("take", "ask_over", "put_aside")]
    coordinators += ["seeing_to.over:1:1", f"incoming.overview:{cast.programme.id}"]
    coordinators += [f"office.{page}:{cast.programme.id}" for page in ("show", "ask_first")]
    coordinators += [f"office.set_day:{cast.programme.id}:5:1", f"office.keep:{cast.programme.id}:6:7"]
    members = [
        "answering_back.show:1",
        "answering_back.heard:2",
        "answering_back.look:1",
        "answering_back.mine:0",
    ]
    with cast.talk.nothing_changes():
        for phone, links in (
            (bea, [*coordinators, *members, f"answering_back.ask:{told}"]),
            (ada, [*coordinators, *members]),
            (samir, coordinators),
            (rosa, members),
        ):
            for link in links:
                phone.forges(link)
                phone.sees(GONE)
                phone.sees_not("Where is it?", "Au Prado.")


@pytest.mark.usefixtures("told")
def test_it_stands_in_what_we_know_and_goes_with_whoever_leaves(
    samir: Phone, rosa: Phone, talk: Talk
) -> None:
    samir.replies("Where is it?")
    samir.sends_voice(file="Samir's")
    talk.passes(minutes=2)
    old = rosa.last
    rosa.replies("Au Prado.")
    samir.forges("privacy.know")
    samir.sees("Where is it?", "You sent {n} voice message or photo.", n=1)
    samir.presses("What you wrote to us")
    samir.sees("Where is it?", "Voice message", "Au Prado.")
    samir.presses("Your voice message")
    assert samir.screen.items
    rosa.forges("privacy.know")
    rosa.sees("Au Prado.")
    samir.forges("privacy.forget")
    assert talk.rows()["threads"] == talk.rows()["thread_messages"] == []
    talk.delivers()
    assert old not in rosa.messages, "the voice message leaves her chat"
    rosa.replies("Encore un mot", old)
    rosa.sees("I did not ask for this. Do you want to announce it?")
    assert talk.rows()["thread_messages"] == []


@pytest.mark.usefixtures("told")
def test_an_old_notice_leads_to_nobody_elses(samir: Phone, ines: Phone, rosa: Phone, talk: Talk) -> None:
    samir.replies("Where is it?")
    talk.passes(minutes=2)
    old = rosa.last
    samir.forges("privacy.forget")
    ines.replies("Et moi ?")
    rosa.replies("Au Prado.", old)
    rosa.sees(GONE)
    rosa.sees_not("Et moi ?")
    talk.delivers()
    rosa.looks_at(old)
    rosa.sees("Whoever wrote this has left Passerelle.")
    rosa.sees_not("Where is it?")
