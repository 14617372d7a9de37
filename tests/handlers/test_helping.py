"""What becomes of a version somebody was asked for: late, not needed, found again, erased; who may see it."""

from db import askings
from db.askings import Asked
from db.people import Role
from handlers.announcing import helping
from tests.handlers.test_announcements import number, writes
from tests.handlers.test_asking import BETTER, WORDS, asking, asks, hands_in
from tests.handlers.test_versions import ARABIC, ARABIC_NAME, ENGLISH_NAME, FRENCH_NAME, GONE
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk


def test_words_that_come_late_are_kept_for_later_readers(
    rosa: Phone, helper: Phone, samir: Phone, talk: Talk
) -> None:
    asks(rosa, talk)
    rosa.presses("Go back")
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    helper.looks_at(1)
    helper.forges(f"helping.show:{asking(talk)}")
    helper.sees("It has gone out already. There is no hurry.")
    hands_in(helper)
    helper.sees("The announcement has gone out already. We keep your words.")
    talk.delivers()
    rosa.presses("Use it")
    samir.forges(f"bulletin.read:{number(talk)}")
    samir.sees(WORDS)
    talk.passes(hours=1)
    helper.sees("The announcement has gone out. Thank you for {language}.", language=ENGLISH_NAME)


def test_words_that_come_after_others_went_out_are_kept(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    rosa.presses("Go back", "Languages", ENGLISH_NAME, "I write it")
    rosa.says(BETTER)
    rosa.presses("Go back")
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    helper.forges(f"helping.show:{asking(talk)}")
    hands_in(helper)
    talk.delivers()
    rosa.sees(WORDS, "It has gone out in other words. These are kept here.")
    rosa.may_not_press("Use it")
    with talk.nothing_changes():
        rosa.forges(f"asking.approve:{asking(talk)}")


def test_a_draft_that_was_thrown_away_needs_nobody(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    rosa.forges(f"dropping.drop:{number(talk)}")
    helper.presses("I write it")
    helper.sees("It is not needed any more. Thank you.")
    with talk.nothing_changes():
        helper.says("Words for nobody")
        for page in ("decline", "hand_in", "write"):
            helper.forges(f"helping.{page}:{asking(talk)}")
    talk.passes(days=3)
    rosa.sees("This draft is thrown away.")


def test_handing_in_twice_tells_once(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    helper.presses("I write it")
    helper.says(WORDS)
    helper.presses_again("Hand it in")
    assert talk.delivers() == 1
    with talk.nothing_changes():
        helper.forges(f"helping.decline:{asking(talk)}")
        helper.forges(f"helping.write:{asking(talk)}")
        helper.says("Something else")


def test_empty_hands_are_not_handed_in(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    with talk.nothing_changes():
        helper.forges(f"helping.hand_in:{asking(talk)}")
        helper.presses("I write it")
        helper.says("  ")
        rosa.forges(f"asking.approve:{asking(talk)}")
        rosa.forges(f"asking.ask_change:{asking(talk)}")
    rosa.sees("No answer from {name} yet.", name="Nia")


def test_what_was_begun_is_found_again_in_the_settings(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    helper.presses("I write it")
    helper.says(WORDS)
    helper.opens()
    helper.presses("Settings", "Help to translate", ENGLISH_NAME)
    helper.sees(WORDS, "This is how it will look.")
    helper.presses("Hand it in")
    helper.forges("helping.offer")
    helper.may_not_press(ENGLISH_NAME)


def test_a_question_does_not_disturb_at_night(rosa: Phone, helper: Phone, talk: Talk) -> None:
    talk.clock.at("Tuesday 22:00")
    writes(rosa)
    rosa.presses("Languages", ENGLISH_NAME, "Ask somebody", "Nia")
    assert talk.delivers() == 0
    talk.clock.at("Wednesday 09:00")
    assert talk.delivers() == 1


def test_an_asking_is_between_two(rosa: Phone, helper: Phone, cast: Cast) -> None:
    talk, ines, bea = cast.talk, cast.phones["Ines"], cast.phones["Bea"]
    asks(rosa, talk)
    helper.presses("I write it")
    helper.says(WORDS)
    number_ = asking(talk)
    with talk.nothing_changes():
        for page in ("show", "write", "hand_in", "decline", "thanks"):
            for phone in (ines, bea, rosa):
                phone.forges(f"helping.{page}:{number_}")
                phone.sees(GONE)
        for page in ("look", "approve", "ask_change"):
            for phone in (ines, bea, helper):
                phone.forges(f"asking.{page}:{number_}")
                phone.sees(GONE)
        for page in ("choose:{}:en", "leaf:{}:en:0", "ask:{}:en:1"):
            for phone in (ines, bea, helper):
                phone.forges("asking." + page.format(number(talk)))
                phone.sees(GONE)
        rosa.forges(f"asking.choose:{number(talk)}:xx")
        rosa.sees(GONE)
        rosa.forges(f"asking.ask:{number(talk)}:en:{cast.place('Ines')}")
        rosa.forges(f"helping.thanks:{number_}")


def test_their_words_are_shown_and_erased_with_them(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    hands_in(helper)
    helper.forges("privacy.know")
    helper.presses_through("Read on")
    helper.sees("A picnic on Sunday.")
    helper.forges("privacy.forget")
    rows = talk.rows()
    assert rows["asked_versions"] == []
    assert WORDS not in str(rows)


def test_a_wish_is_erased_with_whoever_wished(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    hands_in(helper)
    talk.delivers()
    rosa.presses("Ask for a change")
    rosa.says("Please mention the beach")
    rosa.forges("privacy.forget")
    assert "mention the beach" not in str(talk.rows())
    helper.forges(f"helping.show:{asking(talk)}")
    helper.sees(WORDS)


def test_the_clock_and_the_page_agree_on_the_link(rosa: Phone, helper: Phone, talk: Talk) -> None:
    asks(rosa, talk)
    asked = talk.look(lambda session: session.get_one(Asked, asking(talk)))
    assert askings.link(asked) == helping.show.link(asked)
    assert askings.link(asked, askings.THANKS) == helping.thanks.link(asked)


def test_many_helpers_are_leafed(rosa: Phone, cast: Cast) -> None:
    for count in range(9):
        cast.joined(Who(f"Leo {count}", Role.COORDINATOR, "en", ["en", "fr"]))
    writes(rosa)
    rosa.presses("Languages", ENGLISH_NAME, "Ask somebody", "More people")
    rosa.may_press("Leo 8")
    rosa.may_not_press("Leo 7", FRENCH_NAME)
    rosa.presses("More people")
    rosa.may_press("Leo 0")


def test_ada_is_asked_and_thanked_in_arabic(rosa: Phone, ada: Phone, samir: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Help to translate", "I want to help")
    writes(rosa)
    rosa.presses("Languages", ARABIC_NAME, "Ask somebody", "Ada")
    talk.delivers()
    ada.sees("{name} asks: can you write this in {language}?", name="Rosa", language=ARABIC_NAME)
    hands_in(ada, ARABIC)
    talk.delivers()
    rosa.sees(ARABIC, "{name} wrote this in {language}.", name="Ada", language=ARABIC_NAME)
    rosa.presses("Use it", "Go back")
    rosa.presses("Send to {n} people", n=5)
    talk.passes(minutes=1)
    samir.sees(ARABIC)
    talk.passes(hours=1)
    ada.sees("{n} person got your words.", n=2)
