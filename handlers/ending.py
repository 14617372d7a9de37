"""Ending: a season ends by itself, with a warm word and a keepsake; what was done stays to be read."""

from datetime import datetime

from markupsafe import Markup
from sqlalchemy.orm import Session

from db import deliveries, partings, paths, thanks
from db.kinds import RULES, Kind
from db.pairs import Pair
from db.partings import Parting, Way
from db.rhythm import local_date
from db.seasons import last_word, word_after
from handlers import ceasing, keepsake, path, scenery, staying, survey, thanking
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

SHOWN = 3
"""How many pairs that are over Home leads to, the last ones."""

topic = Topic("ending")


def tidy(session: Session, now: datetime) -> None:
    """End every pair whose season is over, and erase what has been kept long enough."""
    for pair in partings.over(session, now):
        if ceasing.close(session, pair, Way.SEASON, now):
            _farewell(session, pair, now)
    partings.erase(session, now)


def _farewell(session: Session, pair: Pair, now: datetime) -> None:
    """The last word with the keepsake, at everybody's own hour, and the one question three months later."""
    ahead = RULES[Kind.CLOSING].before
    for each in pair.partners:
        person = each.person
        due = max(last_word(pair.ends_at, person.zone, person.hour), now)
        deliveries.plan(session, Kind.KEEPSAKE, over.link(pair), due, person_id=person.id)
        later = word_after(now, person.weekly) - ahead
        deliveries.plan(session, Kind.CLOSING, survey.later.link(pair), later, person_id=person.id)


@topic.page
def over(turn: Turn, pair: Pair) -> Screen:
    """The last word, and the keepsake with it."""
    _ = turn.words._
    _kept(turn, pair)
    return Screen(
        paragraphs(
            lines(
                [
                    turn.words.bold(_("Your time together is complete.")),
                    _("Thank you for every step you took together."),
                    _("This keepsake is yours. It stays in your chat."),
                ]
            ),
            staying.agreed(turn, pair),
            erased(turn, pair),
        ),
        [*survey.rows(turn, pair), [Button(_called(turn, pair), show.link(pair))]],
        document=keepsake.of(turn, pair),
    )


@topic.page
def show(turn: Turn, pair: Pair) -> Screen:
    """What a pair that is over did together, and until when it can be read here."""
    _ = turn.words._
    found = _kept(turn, pair)
    done = [said for _sign, said in scenery.legend(turn.words, paths.of_pair(turn.session, pair))]
    open = thanks.of_pair(turn.session, pair).open
    return Screen(
        paragraphs(
            turn.words.bold(_called(turn, pair)),
            turn.words.dotted(done) if done else None,
            staying.agreed(turn, pair),
            erased(turn, pair),
        ),
        [
            [Button(_("See what we did"), path.overview.link(pair, 0))],
            *([[Button(_("See thanks"), thanking.show.link(pair))]] if open else []),
            [Button(_("Get the keepsake"), get.link(pair))],
            *(survey.rows(turn, pair) if found.way == Way.SEASON else []),
        ],
    )


@topic.page
def get(turn: Turn, pair: Pair) -> Screen:
    """The keepsake once more."""
    _ = turn.words._
    _kept(turn, pair)
    return Screen(
        paragraphs(_("This keepsake is yours. It stays in your chat."), erased(turn, pair)),
        [[Button(_called(turn, pair), show.link(pair))]],
        document=keepsake.of(turn, pair),
    )


def rows(turn: Turn) -> list[Row]:
    """The ways from Home to what was done in pairs that are over."""
    found = [each for each in partings.of_person(turn.session, turn.person) if _readable(each)]
    return [[Button(_called(turn, each.pair), show.link(each.pair))] for each in found[:SHOWN]]


def _readable(parting: Parting) -> bool:
    """Where the first meeting did not fit, nobody is led back to it."""
    return parting.way != Way.NO_FIT


def _kept(turn: Turn, pair: Pair) -> Parting:
    """How the pair has ended. Raises Gone where it lasts, or there is nothing to look back on."""
    found = partings.of_pair(turn.session, pair)
    if found is None or not _readable(found):
        raise Gone
    return found


def _called(turn: Turn, pair: Pair) -> Markup:
    _ = turn.words._
    names = turn.others(pair)
    return _("What you did with {names}", names=names) if names else _("What you did")


def erased(turn: Turn, pair: Pair) -> Markup:
    """What is erased when, as far as one can know."""
    _ = turn.words._
    day = local_date(partings.erased_at(turn.session, pair), turn.person.zone)
    return _("On {day} we erase all the rest: goals, steps, meetings.", day=turn.words.dated(day))


def erasing(turn: Turn) -> list[Markup]:
    """What is kept of somebody's pairs that are over, and until when."""
    _ = turn.words._
    return [
        lines([_called(turn, each.pair), erased(turn, each.pair)])
        for each in partings.of_person(turn.session, turn.person)
    ]
