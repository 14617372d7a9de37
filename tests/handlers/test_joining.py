"""Joining: Karim opens his invitation, answers five short questions, and is in."""

import pytest
from sqlalchemy import func, select

from db.heard import Heard
from db.people import Person, Role
from handlers.kit import catalogues, languages
from handlers.kit.turn import Sort
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk

CONSENT = "You can see and erase everything at any time."
CLOSED = "This invitation is closed. Please ask for a new one."
SPEAKS = "Which languages do you speak? A little counts too."
UNINVITED = "You need an invitation to come in. An association near you can give you one."


def test_karim_joins_in_five_answers(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation())
    karim.sees("Please choose your language.")
    karim.presses("العربية")
    karim.sees(CONSENT)
    karim.presses("I agree")
    karim.sees("What name would you like to use here?")
    karim.says("Karim")
    karim.sees(SPEAKS)
    karim.may_not_press("Continue")
    karim.presses("العربية", "Français", "Continue")
    karim.sees("What would help you?")
    karim.may_not_press("Continue")
    karim.presses("Housing", "Health", "Continue")
    karim.sees("Welcome, {name}.", name="Karim")
    karim.sees("The coordinator looks for a partner for you. You will hear it here.")
    karim.may_press("Settings", "Help")


def test_the_coordinator_hears_that_somebody_waits(karim: Phone, rosa: Phone, cast: Cast) -> None:
    joins(karim, cast)
    assert cast.talk.delivers() == 1
    rosa.sees("Marseille 2027")
    rosa.presses("See who waits")
    rosa.sees("Karim", "Would like: {needs}", needs=rosa.say("Housing"))


def test_the_language_of_the_app_comes_first(cast: Cast) -> None:
    for number, app in enumerate(["ar", "fr", "fr-CA", "en-GB", "xx", ""]):
        phone = Phone(cast.talk, 3000 + number, app)
        phone.opens(cast.invitation())
        near = cast.talk.catalogues.nearest(app)
        assert phone.labels[0] == languages.name(near)
        assert len(phone.labels) == len(cast.talk.catalogues.languages)


@pytest.mark.parametrize("language", catalogues.load().languages)
def test_the_consent_is_short_in_every_language(karim: Phone, cast: Cast, language: str) -> None:
    karim.opens(cast.invitation())
    karim.presses(languages.name(language))
    karim.sees(CONSENT)
    assert len(karim.text.split()) < 60
    karim.may_press("I agree", "No, thank you")


def test_consent_is_kept_with_its_time_and_wording(karim: Phone, cast: Cast) -> None:
    joins(karim, cast)
    person = kept(cast.talk, "Karim")
    assert (person.consented_at, person.consent_version) == (cast.talk.clock.now(), 3)


def test_declining_keeps_nothing(karim: Phone, cast: Cast) -> None:
    token = cast.invitation()
    before = without_uses(cast.talk)
    karim.opens(token)
    karim.presses("العربية", "No, thank you")
    karim.sees("All right. We have kept nothing. You can open the invitation again later.")
    assert without_uses(cast.talk) == before
    assert updates_from(cast.talk, karim) == 0
    karim.says("hello")
    karim.sees(UNINVITED)
    assert without_uses(cast.talk) == before


def test_who_declined_may_come_back(karim: Phone, cast: Cast) -> None:
    token = cast.invitation()
    karim.opens(token)
    karim.presses("العربية", "No, thank you")
    joins(karim, cast, token)


def test_saying_no_after_all_erases_too(karim: Phone, cast: Cast) -> None:
    before = len(cast.talk.rows()["people"])
    karim.opens(cast.invitation())
    karim.presses("العربية")
    consent = karim.last
    karim.says("?")
    karim.presses("I agree")
    karim.presses("No, thank you", on=consent)
    karim.sees("All right. We have kept nothing. You can open the invitation again later.")
    assert len(cast.talk.rows()["people"]) == before


def test_leaving_halfway_loses_nothing(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation())
    karim.presses("العربية", "I agree")
    karim.says("Karim")
    karim.presses("العربية")
    cast.talk.clock.forward(days=3)
    karim.says("Hello, are you there?")
    karim.sees(SPEAKS, "العربية")
    karim.presses("Continue", "Housing")
    karim.opens()
    karim.sees("What would help you?")
    karim.presses("Continue")
    karim.sees("Welcome, {name}.", name="Karim")


def test_whatever_is_sent_meanwhile_the_question_is_asked_again(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation())
    asked_again(karim, "Please choose your language.")
    karim.presses("العربية")
    asked_again(karim, CONSENT)
    karim.presses("I agree")
    for wrong in (Sort.OTHER, Sort.VOICE, Sort.PHOTO):
        karim.sends(wrong)
        karim.sees("What name would you like to use here?")
    karim.says("   ")
    karim.sees("What name would you like to use here?")
    karim.says("Karim")
    asked_again(karim, SPEAKS)
    karim.presses("العربية", "Continue")
    asked_again(karim, "What would help you?")


def asked_again(karim: Phone, question: str) -> None:
    for text in ("français", "yes", "/help", "/desk", "Home"):
        karim.says(text)
        karim.sees(question)
    karim.sends_sticker()
    karim.sees(question)
    karim.forges("home.open")
    karim.sees(question)


def test_a_tick_is_taken_away_by_a_second_tap(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation())
    karim.presses("العربية", "I agree")
    karim.says("Karim")
    karim.presses("More languages", "More languages")
    karim.presses("Ελληνικά")
    assert "Ελληνικά ✓" in karim.labels
    karim.presses("Ελληνικά")
    karim.may_not_press("Continue")


def test_a_coordinator_is_asked_only_for_a_name(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation(Role.COORDINATOR))
    karim.presses("English", "I agree")
    karim.says("Karim")
    karim.sees("Welcome, {name}.", "You coordinate {programme}.", name="Karim", programme="Marseille 2027")
    karim.may_press("Open my desk")


def test_whoever_blocked_us_halfway_comes_back_to_the_question(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation())
    karim.presses("العربية")
    karim.blocks()
    karim.unblocks()
    karim.opens()
    karim.sees(CONSENT)


def joins(karim: Phone, cast: Cast, token: str | None = None) -> None:
    karim.opens(token or cast.invitation())
    karim.presses("العربية", "I agree")
    karim.says("Karim")
    karim.presses("العربية", "Français", "Continue", "Housing", "Continue")
    karim.sees("Welcome, {name}.", name="Karim")


def kept(talk: Talk, name: str) -> Person:
    return talk.look(lambda session: session.scalars(select(Person).where(Person.name == name)).one())


def without_uses(talk: Talk) -> object:
    """Everything kept, but for how often an invitation was opened."""
    return {name: rows for name, rows in talk.rows().items() if name != "invitations"}


def updates_from(talk: Talk, phone: Phone) -> int:
    """How many updates are kept that name the chat."""
    asked = select(func.count()).select_from(Heard).where(Heard.lane == phone.number)
    return talk.look(lambda session: session.scalars(asked).one())
