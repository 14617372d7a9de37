"""Joining: an invitation is opened, five short questions are answered, and somebody is in."""

from db import invitations, people, programmes
from db.people import NAME_LENGTH, Asking, Person, Role
from handlers import profile
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs, plain

WORDING = 3
"""The version of the consent's words; raised whenever they change in substance."""

topic = Topic("joining", doorstep=True)


@topic.page
def invitation(turn: Turn, token: str) -> Screen:
    """What an invitation's link opens: a place in the programme, and the first open question."""
    _ = turn.words._
    found = invitations.by_token(turn.session, token)
    if found is None or not found.opens(turn.now):
        return Screen(_("This invitation is closed. Please ask for a new one."), ends=turn.person.id is None)
    if turn.person.id is None:
        found.programme.lends(turn.person)
        people.welcome(turn.session, turn.person, turn.address)
    place = programmes.admit(turn.session, turn.person, found.programme, found.role)
    if place.joined_at is None and turn.person.joining is None:
        turn.person.joining = _first_question(turn.person)
        invitations.used(turn.session, found)
        if place.role == Role.COORDINATOR and turn.person.joining == Asking.SPEAKS:
            return profile.enter(turn)
    return resume(turn)


@topic.page
def resume(turn: Turn) -> Screen:
    """The question somebody is at; a kind word to those without an invitation."""
    _ = turn.words._
    if turn.person.id is None:
        return Screen(
            paragraphs(
                _("Hello. This is Passerelle."),
                _("You need an invitation to come in. An association near you can give you one."),
            ),
            ends=True,
        )
    if turn.person.joining is None:
        return Screen(_("Your place is ready."))
    return QUESTIONS[turn.person.joining](turn)


@topic.reply
def again(turn: Turn) -> Screen:
    """Whatever is written where a button is wanted shows the question once more."""
    return resume(turn)


@topic.page
def ask_language(turn: Turn) -> Screen:
    """The first screen: languages in their own script, the app's own first."""
    profile.asking(turn, Asking.LANGUAGE)
    near = turn.catalogues.nearest(turn.person.app_language)
    codes = sorted(turn.catalogues.languages, key=lambda code: code != near)
    asked = [turn.catalogues.words(code)._("Please choose your language.") for code in codes]
    buttons = [Button(languages.name(code), read_in.link(code)) for code in codes]
    return Screen(
        lines(turn.words.said(plain(each)) for each in asked),
        [[button] for button in buttons],
        awaits=again.link(),
        ends=True,
    )


@topic.page
def read_in(turn: Turn, language: str) -> Screen:
    """Take the language; the next screen is already in it."""
    profile.asking(turn, Asking.LANGUAGE)
    if language not in turn.catalogues.languages:
        raise Gone
    turn.person.language = language
    return ask_consent(turn)


@topic.page
def ask_consent(turn: Turn) -> Screen:
    """Who we are, what we keep, who sees what; in under 60 words."""
    _ = turn.words._
    profile.asking(turn, Asking.CONSENT)
    programme = profile.place(turn).programme.name
    return Screen(
        paragraphs(
            _("Hello. This is Passerelle, the helper of {programme}.", programme=programme),
            _("It helps people take small steps together."),
            _("We keep your name, languages, choices, goals, steps and meetings."),
            _("Your partners see your name, goals, steps and meetings."),
            _("Coordinators see your name, languages and choices. Never your goals or meetings."),
            _("You can see and erase everything at any time."),
        ),
        [[Button(_("I agree"), agree.link())], [Button(_("No, thank you"), decline.link())]],
        awaits=again.link(),
        ends=True,
    )


@topic.page
def agree(turn: Turn) -> Screen:
    """Keep the consent with its time and the version of its words."""
    profile.asking(turn, Asking.CONSENT)
    person = turn.person
    if person.consented_at is None:
        person.consented_at, person.consent_version = turn.now, WORDING
    return ask_name(turn)


@topic.page
def decline(turn: Turn) -> Screen:
    """Keep nothing of somebody who says no before they are in."""
    _ = turn.words._
    if turn.person.id is not None:
        if any(place.joined_at for place in programmes.places(turn.session, turn.person)):
            raise Gone
        people.erase(turn.session, turn.person)
    return Screen(_("All right. We have kept nothing. You can open the invitation again later."), ends=True)


@topic.page
def ask_name(turn: Turn) -> Screen:
    """How they would like to be called."""
    _ = turn.words._
    profile.asking(turn, Asking.NAME)
    return Screen(
        paragraphs(_("What name would you like to use here?"), _("Please write it.")),
        awaits=take_name.link(),
        ends=True,
    )


@topic.reply
def take_name(turn: Turn) -> Screen:
    """Keep the name."""
    name = turn.text(NAME_LENGTH)
    if not name:
        return ask_name(turn)
    turn.person.name = name
    if profile.place(turn).role == Role.COORDINATOR:
        return profile.enter(turn)
    return profile.ask_speaks(turn)


QUESTIONS = {
    Asking.LANGUAGE: ask_language,
    Asking.CONSENT: ask_consent,
    Asking.NAME: ask_name,
    Asking.SPEAKS: profile.ask_speaks,
    Asking.NEEDS: profile.ask_needs,
}


def _first_question(person: Person) -> Asking:
    """Where somebody begins: who is in already, in another programme or role, is only asked what is new."""
    return Asking.SPEAKS if person.consented_at and person.name else Asking.LANGUAGE
