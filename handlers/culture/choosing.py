"""Choosing days of culture: ticked by tapping, known to nobody else until one says so."""

from markupsafe import Markup

from db import almanac
from db import days as chosen_days
from db.observances import Observance
from handlers.culture import content, days, knowing
from handlers.culture.knowing import Knowing
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

ON_A_PAGE = 6

topic = Topic("choosing")


@topic.page
def overview(turn: Turn) -> Screen:
    """What somebody chose, who knows of it, and the ways on."""
    _ = turn.words._
    on, known = turn.person.closed_days, knowing.look(turn)
    return Screen(
        paragraphs(
            turn.words.bold(_("Days of culture")),
            _("Choose days that matter to you. We write to you on the day."),
            lines(_state(turn, known)),
        ),
        [
            [Button(_("Choose days"), choose.link(0))],
            *_tell_row(turn, known),
            [Button(_("Days to come"), days.ahead.link())],
            [Button(ticked(_("Public holidays"), on), switch.link(int(not on)))],
        ],
    )


def _state(turn: Turn, known: Knowing) -> list[Markup]:
    """Every day that was chosen, and of which the partners know."""
    _ = turn.words._
    secret = [] if known.told else [_("We show your choice to nobody.")]
    return [*_told(turn, known), *secret]


def _told(turn: Turn, known: Knowing) -> list[Markup]:
    _ = turn.words._
    mine = [_("Your days: {days}", days=content.names(turn, known.chosen))] if known.chosen else []
    told = [_("You have told of: {days}", days=content.names(turn, known.told))] if known.told else []
    return [*mine, *told]


def _tell_row(turn: Turn, known: Knowing) -> list[Row]:
    _ = turn.words._
    if not known.untold:
        return []
    return [[Button(_("Tell {names}", names=turn.called(known.partners)), ask_tell.link())]]


@topic.page
def choose(turn: Turn, page: int) -> Screen:
    """A few of them, the next to come first; tapped again, the tick goes."""
    _ = turn.words._
    mine, found = chosen_days.of_person(turn.session, turn.person), almanac.in_turn(turn.today)
    pages = [found[start : start + ON_A_PAGE] for start in range(0, len(found), ON_A_PAGE)]
    shown = page % len(pages)
    return Screen(
        lines([turn.words.bold(_("Which days matter to you?")), _("We show your choice to nobody.")]),
        [
            *([_tick(turn, each, each in mine)] for each in pages[shown]),
            [
                Button(_("More days"), choose.link((shown + 1) % len(pages))),
                Button(_("Done"), overview.link()),
            ],
        ],
    )


def _tick(turn: Turn, observance: Observance, on: bool) -> Button:
    link = untick.link(observance) if on else tick.link(observance)
    return Button(ticked(content.name(turn.words, observance), on), link)


@topic.page
def tick(turn: Turn, observance: Observance) -> Screen:
    """Choose a day. Safe to press twice."""
    days.take_up(turn, observance)
    return choose(turn, _page_of(turn, observance))


@topic.page
def untick(turn: Turn, observance: Observance) -> Screen:
    """Choose it no more."""
    days.give_up(turn, observance)
    return choose(turn, _page_of(turn, observance))


def _page_of(turn: Turn, observance: Observance) -> int:
    return almanac.in_turn(turn.today).index(observance) // ON_A_PAGE


@topic.page
def switch(turn: Turn, on: int) -> Screen:
    """Hear of public holidays, or not."""
    days.switch_closed(turn, on)
    return overview(turn)


@topic.page
def ask_tell(turn: Turn) -> Screen:
    """Which days the partners would know of, before they do."""
    _ = turn.words._
    known = knowing.look(turn)
    if not known.untold:
        return overview(turn)
    names = turn.called(known.partners)
    return Screen(
        paragraphs(
            _("Shall we tell {names} of these days?", names=names),
            content.names(turn, known.untold),
            _("Then a message comes to {names} the day before.", names=names),
        ),
        [
            [Button(_("Tell {names}", names=names), tell.link())],
            [Button(_("Keep it to myself"), overview.link())],
        ],
    )


@topic.page
def tell(turn: Turn) -> Screen:
    """Those who are partners now know of every day that was chosen."""
    known = knowing.look(turn)
    chosen_days.share(turn.session, turn.person, known.chosen, turn.now)
    days.plan_for(turn, known.partners)
    return overview(turn)


def kept(turn: Turn) -> list[Markup | None]:
    """What is kept of it, for those who ask what we know."""
    _ = turn.words._
    off = None if turn.person.closed_days else _("We do not tell you of public holidays.")
    return [*_told(turn, knowing.look(turn)), off]
