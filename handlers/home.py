"""Home: the one screen from which everything is near, and a kind word for whoever is lost."""

from markupsafe import Markup

from db import pairs, partings, programmes, steps
from db.pairs import Pair
from db.people import Role
from db.programmes import Member, Programme
from db.rhythm import local_date
from handlers import (
    closing,
    coming,
    ending,
    goals,
    help,
    how_we_are,
    matters,
    meetings,
    path,
    pausing,
    settings,
)
from handlers.announcing import writing
from handlers.coordinator import desk
from handlers.ice import answering
from handlers.kit import ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import CONTENT, Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import asking

topic = Topic("home")


@topic.page
def open(turn: Turn) -> Screen:
    """What is next, and the ways on."""
    _ = turn.words._
    ours = pairs.of_person(turn.session, turn.person)
    places = _places(turn)
    desks = _desks(places)
    rows = _rows_of(turn, ours[0]) if len(ours) == 1 else [_door(turn, pair) for pair in ours]
    rows += ending.rows(turn)
    rows += asking.rows(turn)
    rows += [[Button(_desk_label(turn, len(desks) > 1, each.name), desk.open.link(each))] for each in desks]
    rows += [[Button(_("What will come"), coming.overview.link())]]
    rows += [[Button(_("Settings"), settings.overview.link()), Button(_("Help"), help.overview.link())]]
    return Screen(
        paragraphs(
            *[_pair_lines(turn, pair) for pair in ours],
            *([] if ours else [_waiting(turn, place) for place in places]),
        ),
        rows,
        ends=True,
    )


def _places(turn: Turn) -> list[Member]:
    return [each for each in programmes.places(turn.session, turn.person) if each.joined_at]


def _desks(places: list[Member]) -> list[Programme]:
    return [place.programme for place in places if place.role == Role.COORDINATOR]


def _pair_lines(turn: Turn, pair: Pair) -> Markup:
    _ = turn.words._
    names = turn.others(pair)
    step = steps.next_open(turn.session, pair, turn.person)
    return lines(
        [
            _("<b>You and {names}</b>", names=names),
            pausing.of_others(turn, pair),
            meetings.next_line(turn, pair),
            _("Next step: {step}", step=ready.step(turn.words, step))
            if step
            else _("No open step at the moment."),
            closing.line(turn, pair),
        ]
    )


def _door(turn: Turn, pair: Pair) -> Row:
    """The way to one pair, for those who are in several."""
    return [Button(turn.others(pair), beside.link(pair))]


@topic.page
def beside(turn: Turn, pair: Pair) -> Screen:
    """One pair, for those who are in several: what it is at, and where everything of it is."""
    if pair.ended_at:
        raise Gone
    return Screen(_pair_lines(turn, pair), _rows_of(turn, pair))


def _rows_of(turn: Turn, pair: Pair) -> list[Row]:
    _ = turn.words._
    return [
        *([[Button(_("The last weeks"), closing.open.link(pair))]] if closing.near(turn, pair) else []),
        [
            Button(_("See goals"), goals.overview.link(pair)),
            Button(_("Meetings"), meetings.overview.link(pair)),
        ],
        [Button(_("What matters now"), matters.open.link(pair))],
        [Button(_("Break the ice"), answering.current.link(pair))],
        [
            Button(_("How we are"), how_we_are.overview.link(pair)),
            Button(_("Our path"), path.overview.link(pair, 0)),
        ],
    ]


def _desk_label(turn: Turn, several: bool, programme: str) -> str:
    _ = turn.words._
    return _("Desk of {programme}", programme=programme) if several else _("Open my desk")


def _waiting(turn: Turn, place: Member) -> Markup:
    _ = turn.words._
    if place.role == Role.COORDINATOR:
        return _("You coordinate {programme}.", programme=place.programme.name)
    rest = partings.resting(turn.session, place.programme, turn.now).get(turn.person.id)
    day = turn.words.day(local_date(rest, turn.person.zone)) if rest else None
    return lines(
        [
            _("You are in {programme}.", programme=place.programme.name),
            _("Now is a time to rest. After {day} you wait for somebody new.", day=day)
            if day
            else _("The coordinator looks for a partner for you. You will hear it here."),
        ]
    )


@topic.page
def lost(turn: Turn) -> Screen:
    """A button that leads nowhere any more, or never did for this person."""
    _ = turn.words._
    return open(turn).saying(_("That is not here any more. Nothing has changed."))


@topic.page
def puzzled(turn: Turn) -> Screen:
    """Something nobody asked for. A coordinator may announce it, so it is held until they choose."""
    _ = turn.words._
    brought = turn.brought if turn.said.sort in CONTENT else None
    desks = _desks(_places(turn)) if brought else []
    if not (desks and brought):
        return open(turn).saying(_("I did not ask for this, so I have not kept it. Please choose here."))
    several = len(desks) > 1
    rows: list[Row] = [
        [Button(each.name if several else _("Announce this"), writing.this.link(each))] for each in desks
    ]
    return Screen(_("I did not ask for this. Do you want to announce it?"), rows, holds=brought)


@topic.page
def wordless(turn: Turn) -> Screen:
    """A picture, a sticker or a voice message where words are awaited."""
    _ = turn.words._
    return Screen(_("I can only read written words here. Please write it."))


@topic.page
def lengthy(turn: Turn) -> Screen:
    """More words than we can keep."""
    _ = turn.words._
    return Screen(_("That is too long for me, so I have not kept it. Please write it shorter."))


@topic.page
def broken(turn: Turn) -> Screen:
    """A fault of ours."""
    _ = turn.words._
    return Screen(_("Something went wrong on our side. Nothing has changed. Please try again."))
