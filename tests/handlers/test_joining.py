"""Joining: Karim opens his invitation, answers five short questions, and is in."""

import pytest
from sqlalchemy import func, select

from db.heard import Heard
from db.invitations import Invitation
from db.people import Person, Role
from handlers.kit import catalogues, languages
from handlers.kit.turn import Sort
from tests.people import Cast, Who
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
    assert (person.consented_at, person.consent_version) == (cast.talk.clock.now(), 1)


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


def test_a_closed_invitation_keeps_nobody(karim: Phone, rosa: Phone, cast: Cast) -> None:
    token = cast.invitation()
    rosa.opens()
    rosa.presses("Open my desk", "Invite people")
    rosa.presses("{role}: {n} so far", role=rosa.say("Newcomers"), n=0)
    rosa.presses("Close invitation")
    rosa.sees("This invitation is closed.")
    with cast.talk.nothing_changes():
        karim.opens(token)
        karim.sees(CLOSED)


def test_an_invitation_closes_by_itself_after_a_month(karim: Phone, ada: Phone, cast: Cast) -> None:
    token = cast.invitation(Role.MENTOR)
    cast.talk.clock.forward(days=30)
    with cast.talk.nothing_changes():
        karim.opens(token)
        karim.sees(CLOSED)
        ada.opens(token)
        ada.sees(CLOSED)
        ada.may_press("Home")


def test_without_an_invitation_nothing_is_kept(karim: Phone, cast: Cast) -> None:
    with cast.talk.nothing_changes():
        for text in ("hello", "/goals", "Home"):
            karim.says(text)
            karim.sees(UNINVITED)
        karim.sends_photo()
        karim.sees(UNINVITED)
        karim.opens()
        karim.sees(UNINVITED)
        karim.opens("no-such-word")
        karim.sees(CLOSED)
        karim.forges("home.open")
        karim.sees(UNINVITED)


def test_opening_the_invitation_again_asks_nothing_again(karim: Phone, cast: Cast) -> None:
    token = cast.invitation()
    karim.opens(token)
    karim.presses("العربية")
    karim.opens(token)
    karim.sees(CONSENT)
    karim.presses("I agree")
    karim.says("Karim")
    karim.presses("العربية", "Continue", "Housing", "Continue")
    with cast.talk.nothing_changes():
        karim.opens(token)
        karim.may_press("Home")
    assert cast.talk.look(lambda session: session.scalar(select(func.max(Invitation.uses)))) == 1


def test_a_second_invitation_asks_only_what_is_new(ada: Phone, cast: Cast) -> None:
    ada.opens(cast.invitation(Role.MENTOR))
    ada.sees(SPEAKS, "العربية")
    ada.presses("Continue")
    ada.sees("What can you offer?")
    ada.presses("Giving something", "Continue")
    ada.sees("Welcome, {name}.", name="Ada")
    ada.may_press("See goals")


def test_a_mentor_may_become_a_coordinator(nia: Phone, cast: Cast) -> None:
    nia.opens(cast.invitation(Role.COORDINATOR))
    nia.sees("Welcome, {name}.", name="Nia")
    nia.presses("Home")
    nia.may_press("See goals", "Open my desk")


def test_a_coordinator_is_asked_only_for_a_name(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation(Role.COORDINATOR))
    karim.presses("English", "I agree")
    karim.says("Karim")
    karim.sees("Welcome, {name}.", "You coordinate {programme}.", name="Karim", programme="Marseille 2027")
    karim.may_press("Open my desk")


@pytest.mark.parametrize(
    "link",
    [
        "joining.read_in:fr",
        "joining.ask_language",
        "joining.ask_consent",
        "joining.agree",
        "joining.decline",
        "joining.ask_name",
        "profile.ask_speaks",
        "profile.speak:tr:0",
        "profile.toggle_need:work",
        "profile.finish",
    ],
)
def test_old_questions_of_joining_change_nothing_afterwards(ada: Phone, talk: Talk, link: str) -> None:
    with talk.nothing_changes():
        ada.forges(link)
    ada.sees("That is not here any more. Nothing has changed.")
    ada.may_press("See goals")


def test_consent_cannot_be_skipped(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation())
    for link in ("joining.ask_name", "profile.ask_speaks", "profile.toggle_need:work", "profile.finish"):
        karim.forges(link)
        karim.sees("Please choose your language.")
    karim.presses("العربية")
    for link in ("joining.ask_name", "profile.speak:ar:0", "profile.finish", "home.open", "goals.mine"):
        karim.forges(link)
        karim.sees(CONSENT)
    karim.presses("I agree")
    for link in ("profile.ask_speaks", "profile.finish", "settings.ask_name"):
        karim.forges(link)
        karim.sees("What name would you like to use here?")


def test_two_invitations_halfway_lead_to_one_place(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation(Role.COORDINATOR))
    karim.presses("English", "I agree")
    karim.opens(cast.invitation(Role.MENTEE))
    karim.says("Karim")
    karim.presses("English", "Continue", "Health", "Continue")
    karim.sees("The coordinator looks for a partner for you. You will hear it here.")
    karim.may_not_press("Open my desk")


def test_whoever_blocked_us_halfway_comes_back_to_the_question(karim: Phone, cast: Cast) -> None:
    karim.opens(cast.invitation())
    karim.presses("العربية")
    karim.blocks()
    karim.unblocks()
    karim.opens()
    karim.sees(CONSENT)


def test_invitations_of_two_programmes_lead_into_both(cast: Cast) -> None:
    omar = cast.joined(Who("Omar", Role.MENTEE, "en"))
    omar.opens(cast.invitation(Role.MENTEE, elsewhere=True))
    omar.presses("Continue", "Money and shopping", "Continue")
    omar.sees("You are in {programme}.", programme="Marseille 2027")
    omar.sees("You are in {programme}.", programme="Athens 2027")


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
