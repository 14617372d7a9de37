"""Privacy: everything we know of somebody in readable form, and forgetting it after one question."""

from datetime import datetime

from markupsafe import Markup

from db import icebreakers, outlook, pairs, programmes, wishes, writings
from db.people import Role
from db.rhythm import local_date
from handlers import (
    ending,
    going_on,
    meetings,
    pairing,
    pulse,
    remarks,
    staying,
    survey,
    thanking,
    timing,
    waking,
)
from handlers.community import contributing
from handlers.coordinator import relaying
from handlers.culture import choosing
from handlers.events import keeping
from handlers.ice import sharing, taking_back
from handlers.kit import languages, needs, ready
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import saying
from handlers.threads import answering_back, incoming

topic = Topic("privacy")


@topic.page
def know(turn: Turn) -> Screen:
    """Everything kept about a person: who, where, since when, and every word they wrote."""
    _ = turn.words._
    return Screen(
        paragraphs(
            turn.words.bold(_("What we know about you")),
            lines(_self(turn)),
            *[lines(_place(turn, place)) for place in programmes.places(turn.session, turn.person)],
            lines([*_together(turn), *ending.erasing(turn), _opened(turn), *sharing.kept(turn)]),
            lines(meetings.kept(turn)),
            lines([*_wished(turn), _picked(turn)]),
            lines([*pulse.kept(turn), *going_on.kept(turn)]),
            lines(choosing.kept(turn)),
            lines([*thanking.kept(turn), staying.kept(turn), survey.kept(turn)]),
            lines([*contributing.kept(turn), *relaying.kept(turn)]),
            lines(keeping.kept(turn)),
            lines(saying.kept(turn)),
            lines(_written(turn)),
        ),
        [
            *sharing.kept_row(turn),
            *answering_back.kept_row(turn),
            [Button(_("Forget me"), ask_forget.link())],
        ],
    )


def _self(turn: Turn) -> list[Markup | None]:
    _ = turn.words._
    person, channel = turn.person, turn.address
    spoken = [languages.name(code) for code in person.speaks or []]
    upcoming = outlook.pending(turn.session, person, 1)
    return [
        _("Name: {name}", name=person.called),
        _("You read: {language}", language=languages.name(turn.words.language)),
        _("You speak: {languages}", languages=turn.words.listed(spoken)) if spoken else None,
        _("You help to translate announcements.") if person.translates else None,
        _("Your app is set to: {language}", language=languages.name(person.app_language)),
        _(
            "Account: {channel} {number}",
            channel=channel[0].capitalize(),
            number=turn.words.code(str(channel[1])),
        ),
        _("Time zone: {place}", place=turn.words.place(person.zone)),
        timing.summary(turn),
        waking.quiet_line(turn),
        waking.reach_line(turn),
        _("Here since: {day}", day=_day(turn, person.created_at)),
        _("Last here: {day}", day=turn.words.dated(person.seen_on)) if person.seen_on else None,
        _("You agreed: {day}", day=_day(turn, person.consented_at)) if person.consented_at else None,
        _("Paused until: {day}", day=_day(turn, person.paused_until)) if person.paused_until else None,
        _("Next message from us: {moment}", moment=turn.words.moment(upcoming[0].due_at, person.zone))
        if upcoming
        else None,
    ]


def _place(turn: Turn, place: programmes.Member) -> list[Markup | None]:
    _ = turn.words._
    name = place.programme.name
    wished = turn.words.dotted(needs.labels(turn.words, place.needs)) if place.needs else ""
    return [
        {
            Role.MENTEE: _("In {programme} as a newcomer", programme=name),
            Role.MENTOR: _("In {programme} as a mentor", programme=name),
            Role.COORDINATOR: _("In {programme} as a coordinator", programme=name),
        }[place.role],
        _("You chose: {needs}", needs=wished) if wished else None,
        _("A machine may translate announcements: {host}", host=turn.words.code(turn.translator))
        if turn.translator and place.role == Role.COORDINATOR
        else None,
    ]


def _together(turn: Turn) -> list[Markup | None]:
    _ = turn.words._
    return [
        line
        for pair in pairs.of_person(turn.session, turn.person)
        for line in (
            _(
                "In a pair with {names} since {day}",
                names=turn.others(pair),
                day=_day(turn, pair.matched_at),
            ),
            ending.erased(turn, pair),
        )
    ]


def _wished(turn: Turn) -> list[Markup | None]:
    _ = turn.words._
    found = wishes.of_person(turn.session, turn.person)
    chosen = [turn.words.dotted(needs.labels(turn.words, [*wish.needs, *_learnt(wish)])) for wish in found]
    return [_("Mattered to you: {needs}", needs=each) for each in chosen]


def _learnt(wish: wishes.Wish) -> list[str]:
    return [wish.learn] if wish.learn else []


def _picked(turn: Turn) -> Markup | None:
    _ = turn.words._
    goals, steps = writings.picked(turn.session, turn.person)
    said = [ready.goal(turn.words, goal) for goal in goals] + [ready.step(turn.words, step) for step in steps]
    return _("Ready words you picked: {words}", words=turn.words.dotted(said)) if said else None


def _opened(turn: Turn) -> Markup | None:
    count = icebreakers.opened_by(turn.session, turn.person)
    return turn.words.n_("You have opened {n} idea.", "You have opened {n} ideas.", count) if count else None


def _written(turn: Turn) -> list[Markup | None]:
    _ = turn.words._
    found = [*map(turn.words.said, writings.of(turn.session, turn.person)), *remarks.kept(turn)]
    return [_("You wrote:"), *found] if found else []


def _day(turn: Turn, moment: datetime) -> Markup:
    return turn.words.dated(local_date(moment, turn.person.zone))


@topic.page
def ask_forget(turn: Turn) -> Screen:
    """What is erased, asked once."""
    _ = turn.words._
    return Screen(
        lines(
            [
                _("Shall we erase everything about you?"),
                _("Your goals and steps go too. The others get a kind word.")
                if any(pair.many for pair in pairs.of_person(turn.session, turn.person))
                else _("Your goals and steps go too. Your partner gets a kind word."),
                _("This cannot be undone."),
            ]
        ),
        [
            [Button(_("Erase everything"), forget.link())],
            [Button(_("Keep as it is"), know.link())],
        ],
    )


@topic.page
def forget(turn: Turn) -> Screen:
    """Erase the person; those who stay hear it kindly."""
    _ = turn.words._
    taking_back.withdraw_all(turn)
    incoming.withdraw_all(turn)
    goodbye = Screen(_("Everything about you is erased. We wish you well."), ends=True)
    for pair in pairs.of_person(turn.session, turn.person):
        pairing.farewell(turn, pair)
    contributing.forget(turn)
    keeping.forget(turn)
    writings.forget(turn.session, turn.person)
    return goodbye
