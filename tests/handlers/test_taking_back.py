"""Taking an answer back: it leaves every chat it stands in, as far as that can be done, and honestly."""

import pytest

from db.kinds import Kind
from tests.handlers.sharing import SEA, TEA, answers, asks, both_answer
from tests.handlers.test_settings import GONE
from tests.phones import Phone
from tests.talk import Talk

TAKEN = "<i>This answer was taken back.</i>"
STAYS = "The app keeps it in their chat. Only its words are taken out."


def everything(phone: Phone) -> str:
    """All that stands in a chat, media by their names."""
    return "".join(
        f"{screen.text}{screen.items[0].file if screen.items else ''}" for screen in phone.messages.values()
    )


def takes_back(phone: Phone) -> None:
    phone.presses("Take answer back")
    phone.sees("It is taken out of all your chats.")
    phone.presses("Take it back")
    phone.sees("It is taken back.", "You can also erase your message in this chat.")


def test_words_leave_both_chats_and_the_page_says_so(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    shown = nia.last
    takes_back(ada)
    assert talk.delivers() == 3, "the chat of whoever wrote it says so too"
    nia.looks_at(shown)
    nia.sees(TAKEN, TEA)
    assert SEA not in everything(nia)
    ada.forges("icebreakers.show:1")
    ada.sees(TAKEN, TEA)
    ada.may_not_press("Take answer back")
    [row] = [row for row in talk.rows()["answers"] if row["taken_back_at"]]
    assert (row["words"], row["file"]) == (None, None)


def test_a_photo_is_deleted_from_the_other_chat(ada: Phone, nia: Phone, talk: Talk) -> None:
    asks(ada)
    ada.sends_photo("حديقة", file="Ada's")
    answers(nia, TEA)
    assert "Ada's" in everything(nia)
    talk.passes(minutes=2)
    takes_back(ada)
    talk.delivers()
    assert "Ada's" not in everything(nia)
    assert "حديقة" not in everything(nia)
    nia.forges("sharing.of_pair:1:0")
    nia.presses(nia.labels[0])
    nia.sees(TAKEN, TEA)


def test_what_shows_the_others_answer_alone_stays(ada: Phone, nia: Phone, talk: Talk) -> None:
    asks(ada)
    ada.sends_voice(file="Ada's")
    asks(nia)
    nia.sends_photo(file="Nia's")
    nia.presses("Your photo")
    own = nia.last
    talk.passes(minutes=2)
    takes_back(ada)
    talk.delivers()
    nia.looks_at(own)
    nia.sees("Nia", "Photo")
    assert "Ada's" not in everything(nia)


@pytest.mark.parametrize("hours", [1, 49])
def test_of_an_old_voice_message_it_says_what_stays(ada: Phone, nia: Phone, talk: Talk, hours: int) -> None:
    asks(ada)
    ada.sends_voice(file="Ada's")
    answers(nia, TEA)
    talk.passes(minutes=2)
    talk.clock.forward(hours=hours)
    ada.presses("Take answer back")
    (ada.sees if hours > 48 else ada.sees_not)(STAYS)


def test_pressed_twice_and_with_an_old_button(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    ada.presses("Take answer back")
    ada.presses_again("Take it back")
    ada.sees(GONE)
    assert len([row for row in talk.rows()["deliveries"] if row["kind"] == Kind.TAKEN_BACK]) == 3
    for link in ("taking_back.ask:1", "opened.hear:1", "sharing.own:1"):
        nia.forges(link)
        nia.sees_not(SEA)


def test_nobody_takes_back_what_is_the_others(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    mine = talk.rows()["answers"]
    for link in ("taking_back.ask:1", "taking_back.do:1"):
        nia.forges(link)
        nia.sees(GONE)
    assert talk.rows()["answers"] == mine


def test_both_take_theirs_back(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    for phone in (ada, nia):
        phone.forges("icebreakers.show:1")
        takes_back(phone)
        talk.delivers()
    for phone in (ada, nia):
        assert SEA not in everything(phone)
        phone.forges("icebreakers.show:1")
        phone.sees(TAKEN)


def test_with_forget_me_every_answer_leaves_the_others_chat(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    ada.forges("privacy.know")
    ada.sees("You wrote:", SEA)
    ada.presses("What you answered")
    ada.presses(ada.labels[0])
    ada.sees(SEA)
    ada.forges("privacy.forget")
    talk.passes(minutes=2)
    assert SEA not in everything(nia)
    assert [row["person_id"] for row in talk.rows()["answers"]] == [3]
    nia.forges("sharing.of_pair:1:0")
    nia.presses(nia.labels[0])
    nia.sees(TEA)


def test_a_pair_that_is_erased_takes_all_of_it_along(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_answer(ada, nia, talk)
    nia.forges("parting.end:1")
    talk.clock.forward(days=200)
    talk.keeps_house()
    for table in ("icebreakings", "answers", "showings"):
        assert talk.rows()[table] == []
