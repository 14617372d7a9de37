"""An answer that waits: a soft word after a week, a quiet end three days later, and its way back."""

from db.kinds import Kind
from db.people import Role
from tests.handlers.sharing import OPEN, SEA, TEA, WAITS, answers, asks, both_answer
from tests.handlers.test_settings import GONE
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk
from tests.vocabulary import read
from tests.weekly import goes_well

BACK = "Your answer stays with you."
CLOSED_NOW = "This idea is closed now. Nobody else has seen your answer."
SOFT = "It opens when you answer too. Skipping is fine."


def sent(talk: Talk, kind: Kind) -> list[tuple[int, str]]:
    """Whom (by id) something of a kind was due to, and what became of it."""
    rows = [row for row in talk.rows()["deliveries"] if row["kind"] == kind and row["outcome"]]
    return [(row["person_id"], str(row["outcome"])) for row in rows]


def days(talk: Talk, count: int) -> None:
    for _ in range(count * 4):
        talk.passes(hours=6)


def test_a_week_later_a_soft_word_and_then_it_goes_back(ada: Phone, nia: Phone, talk: Talk) -> None:
    answers(ada, SEA)
    days(talk, 6)
    assert sent(talk, Kind.ANSWER_ASKED) == []
    days(talk, 2)
    assert sent(talk, Kind.ANSWER_ASKED) == [(3, "sent")]
    nia.sees("There is an answer of {names}.", SOFT, names="Ada")
    nia.sees_not(SEA)
    days(talk, 4)
    assert sent(talk, Kind.GIVEN_BACK) == [(2, "sent")]
    ada.sees(BACK, SEA, CLOSED_NOW)
    old = talk.rows()["answers"]
    nia.looks_at(max(number for number in nia.messages if nia.say(SOFT) in nia.messages[number].text))
    nia.presses("Answer")
    nia.sees("This idea is closed now.")
    assert talk.rows()["answers"] == old


def test_in_that_week_no_other_word_comes(ada: Phone, nia: Phone, talk: Talk) -> None:
    answers(ada, SEA)
    days(talk, 9)
    told = [row for row in talk.rows()["deliveries"] if row["person_id"] == 3 and row["outcome"] == "sent"]
    assert [row["kind"] for row in told] == [Kind.NEWS, Kind.ANSWER_ASKED]


def test_whoever_answers_after_the_soft_word_opens_both(ada: Phone, nia: Phone, talk: Talk) -> None:
    answers(ada, SEA)
    days(talk, 8)
    nia.presses("Answer")
    nia.says(TEA)
    nia.sees(OPEN, SEA, TEA)
    days(talk, 5)
    assert sent(talk, Kind.GIVEN_BACK) == [(2, "let-go")]


def test_a_skip_ends_like_silence_for_the_other(ada: Phone, nia: Phone, talk: Talk) -> None:
    answers(ada, SEA)
    nia.forges("icebreakers.skip:1")
    days(talk, 9)
    assert sent(talk, Kind.ANSWER_ASKED) == [(3, "let-go")]
    ada.forges("icebreakers.show:1")
    ada.sees(SEA, WAITS)
    days(talk, 3)
    ada.sees(BACK, SEA)


def test_a_photo_comes_back_as_one_and_can_be_erased(ada: Phone, talk: Talk) -> None:
    asks(ada)
    ada.sends_photo("حديقة", file="Ada's")
    days(talk, 12)
    ada.sees(BACK, "حديقة")
    assert ada.screen.items
    ada.presses("Take answer back")
    ada.sees("Nobody else has seen it.")
    ada.presses("Take it back")
    ada.sees("It is taken back.")
    assert talk.rows()["answers"] == []


def test_an_answer_taken_back_in_time_is_no_news(ada: Phone, nia: Phone, talk: Talk) -> None:
    goes_well(talk)
    answers(ada, SEA)
    ada.presses("Take answer back", "Take it back")
    days(talk, 12)
    assert {*sent(talk, Kind.ANSWER_ASKED), *sent(talk, Kind.GIVEN_BACK)} == {(3, "let-go"), (2, "let-go")}
    nia.sees_not("Ada")


def three(cast: Cast) -> tuple[Phone, Phone, Phone]:
    phones = [
        cast.joined(Who(name, role, "en", ["en"]))
        for name, role in (("Omar", Role.MENTEE), ("Maya", Role.MENTEE), ("Lea", Role.MENTOR))
    ]
    cast.pairs("Omar", "Maya", "Lea")
    omar, maya, lea = phones
    return omar, maya, lea


def test_of_three_all_have_to_say_something_and_one_may_skip(cast: Cast, talk: Talk) -> None:
    omar, maya, lea = three(cast)
    answers(omar, "The lake")
    talk.passes(minutes=2)
    lea.sees("There is an answer of {names}.", names="Omar")
    asks(maya)
    maya.sends_voice(file="Maya's")
    maya.sees_not("The lake")
    lea.presses("Skip")
    lea.sees(OPEN, "The lake", "Maya", "Voice message")
    talk.passes(minutes=2)
    for phone in (omar, maya, lea):
        phone.sees("The lake")
        phone.sees_not("Lea")
        assert not phone.screen.items
    omar.presses("Voice of {name}", name="Maya")
    assert omar.screen.items


def test_what_one_of_three_takes_back_shows_nobody_what_is_still_closed(cast: Cast, talk: Talk) -> None:
    omar, maya, lea = three(cast)
    answers(maya, "The wood")
    answers(omar, "The lake")
    shown = omar.last
    omar.presses("Take answer back", "Take it back")
    talk.passes(minutes=2)
    omar.looks_at(shown)
    omar.sees("<i>This answer was taken back.</i>")
    for phone in (omar, lea):
        assert "The wood" not in "".join(each.text for each in phone.messages.values())


def test_one_answer_of_three_is_not_enough(cast: Cast, talk: Talk) -> None:
    omar, maya, lea = three(cast)
    answers(omar, "The lake")
    for phone in (maya, lea):
        phone.forges("icebreakers.skip:1")
        phone.sees("All right. You need no reason.")
    omar.forges("icebreakers.show:1")
    omar.sees("The lake", WAITS)


def test_two_answers_of_three_open_though_the_third_stays_silent(cast: Cast, talk: Talk) -> None:
    omar, maya, lea = three(cast)
    answers(omar, "The lake")
    answers(maya, "The wood")
    days(talk, 9)
    maya.sees_not("The lake")
    days(talk, 4)
    for phone in (omar, maya, lea):
        assert phone.say("The wood") in "".join(read(each.text) for each in phone.messages.values())
    omar.forges("icebreakers.show:1")
    omar.sees(OPEN, "The lake", "The wood")
    omar.sees_not(CLOSED_NOW)


def test_when_the_silent_one_leaves_it_opens_for_the_others(cast: Cast, talk: Talk) -> None:
    omar, maya, lea = three(cast)
    answers(omar, "The lake")
    answers(maya, "The wood")
    lea.forges("parting.end:3")
    talk.passes(minutes=2)
    for phone in (omar, maya):
        phone.forges("icebreakers.show:1")
        phone.sees("The lake", "The wood")
    lea.forges("icebreakers.show:1")
    lea.sees(GONE)


def test_after_the_end_what_is_open_stays_and_what_is_closed_goes_back(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    both_answer(ada, nia, talk)
    answers(ada, "النهر")
    nia.forges("parting.end:1")
    talk.passes(minutes=2)
    for phone in (ada, nia):
        phone.forges("sharing.of_pair:1:0")
        phone.presses(phone.labels[0])
        phone.sees(SEA, TEA)
    nia.forges("icebreakers.show:2")
    nia.sees(GONE)
    ada.forges("icebreakers.show:2")
    ada.sees(BACK, "النهر")
    ada.forges("icebreakers.another:1")
    ada.sees(GONE)
