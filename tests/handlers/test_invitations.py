"""Invitations: open, closed, a second one, none at all; and no way around the questions behind them."""

import pytest
from sqlalchemy import func, select

from db.invitations import Invitation
from db.people import Role
from tests.handlers.test_joining import CLOSED, CONSENT, SPEAKS, UNINVITED
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk


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


def test_invitations_of_two_programmes_lead_into_both(cast: Cast) -> None:
    omar = cast.joined(Who("Omar", Role.MENTEE, "en"))
    omar.opens(cast.invitation(Role.MENTEE, elsewhere=True))
    omar.presses("Continue", "Money and shopping", "Continue")
    omar.sees("You are in {programme}.", programme="Marseille 2027")
    omar.sees("You are in {programme}.", programme="Athens 2027")
