"""Parting: either may end the pair, at any moment, without a reason and without fault."""

from markupsafe import Markup

from db import deliveries, partings, programmes
from db.kinds import Kind
from db.pairs import Pair
from db.partings import Way
from db.programmes import Programme
from handlers import ceasing, following, pausing, remarks
from handlers.ice import opened
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("parting")


def step_out(turn: Turn, pair: Pair) -> bool:
    """Somebody leaves more than two, who hear it kindly and go on. False where there are only two."""
    if not partings.leave(turn.session, pair, turn.person):
        return False
    own = (pair.programme_id, pair.place_of(turn.person).role)
    for place in programmes.places(turn.session, turn.person):
        if (place.programme_id, place.role) == own:
            following.tell_free(turn, place)
    ceasing.let_go(turn.session, pair, [turn.person.id], turn.now)
    opened.without(turn, pair)
    for other in pair.others(turn.person):
        deliveries.plan(turn.session, Kind.PARTING, left.link(pair), turn.now, person_id=other.id)
    return True


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """What ending means, asked once; a pause instead is one tap away."""
    _ = turn.words._
    if pair.ended_at:
        return told(turn, pair)
    others = turn.others(pair)
    return Screen(
        paragraphs(
            _("Would you like to stop with {names}?", names=others)
            if pair.many
            else _("Shall we end your pair with {names}?", names=others),
            lines(
                [
                    _("You need no reason. Nobody is at fault."),
                    _("We tell {names} with a kind word.", names=others),
                    *_closes(turn, pair),
                    _("The coordinator can look for somebody new."),
                ]
            ),
        ),
        [
            [Button(label(turn, pair), end.link(pair))],
            [Button(_("Take a pause"), pausing.show.link())],
            *(_word_row(turn, pair) if pair.many else []),
        ],
        up=pair,
    )


def _closes(turn: Turn, pair: Pair) -> list[Markup]:
    """What becomes of what they did."""
    _, n_ = turn.words._, turn.words.n_
    if pair.many:
        return [_("The others go on together.")]
    months = turn.session.get_one(Programme, pair.programme_id).keep_months
    return [
        _("Goals and meetings of the pair close."),
        n_("After {n} month we erase them.", "After {n} months we erase them.", months),
    ]


def label(turn: Turn, pair: Pair) -> str:
    """What one taps to part."""
    _ = turn.words._
    return _("Stop here") if pair.many else _("End our pair")


@topic.page
def end(turn: Turn, pair: Pair) -> Screen:
    """It is over, and the others hear it kindly. Safe to press twice, and both at once."""
    _ = turn.words._
    if step_out(turn, pair):
        return _stopped(turn)
    if ceasing.close(turn.session, pair, Way.ENDED, turn.now):
        for other in pair.others(turn.person):
            deliveries.plan(turn.session, Kind.PARTING, told.link(pair), turn.now, person_id=other.id)
    return Screen(
        paragraphs(
            lines(
                [
                    turn.words.bold(_("Your pair has come to its end.")),
                    _("Nobody is at fault."),
                    _("Thank you for the steps you took together."),
                ]
            ),
            _next(turn, pair),
        ),
        _word_row(turn, pair),
    )


def _stopped(turn: Turn) -> Screen:
    _ = turn.words._
    return Screen(
        lines(
            [
                turn.words.bold(_("This is over for you now.")),
                _("Nobody is at fault."),
                _("Thank you for the steps you took together."),
            ]
        )
    )


@topic.page
def left(turn: Turn, pair: Pair) -> Screen:
    """The kind sentence for those who stay together. Gone where they are no more."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    return Screen(
        paragraphs(
            _("One of you does not go on. Nobody is at fault."),
            _("You go on together with {names}.", names=turn.others(pair)),
        ),
        [[Button(_("See goals"), turn.link_to(pair))]],
    )


@topic.page
def told(turn: Turn, pair: Pair) -> Screen:
    """The kind sentence: the same for everybody who hears it, whoever wished it."""
    _ = turn.words._
    parting = partings.of_pair(turn.session, pair)
    if parting is None:
        raise Gone
    return Screen(
        paragraphs(_kindly(turn, pair, parting.way), _next(turn, pair)),
        _word_row(turn, pair),
    )


def _kindly(turn: Turn, pair: Pair, way: Way) -> Markup:
    _ = turn.words._
    if way == Way.NO_FIT:
        everybody = turn.called(pair.people)
        return lines(
            [
                turn.words.bold(_("{names}: this time it did not fit.", names=everybody)),
                _("That happens often. Nobody is at fault."),
                _("Thank you for trying."),
            ]
        )
    return lines(
        [
            turn.words.bold(_("Your pair with {names} has come to its end.", names=turn.others(pair))),
            _("Sometimes life takes another way. Nobody is at fault."),
            _("Thank you for the steps you took together. They stay yours."),
        ]
    )


def _next(turn: Turn, pair: Pair) -> Markup | None:
    """What follows, for those whose programme has coordinators."""
    _ = turn.words._
    if not programmes.coordinators(turn.session, pair.programme_id):
        return None
    return lines(
        [
            _("The coordinator knows that you are free again."),
            _("Would you like to tell why, or ask something? Nobody has to."),
        ]
    )


def _word_row(turn: Turn, pair: Pair) -> list[Row]:
    _ = turn.words._
    if not programmes.coordinators(turn.session, pair.programme_id):
        return []
    return [[Button(_("Say a word"), remarks.ask.link(pair))]]
