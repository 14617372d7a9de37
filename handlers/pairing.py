"""The first and the last word about a pair: you are matched, and somebody has left."""

from markupsafe import Markup

from db import deliveries, programmes
from db.kinds import Kind
from db.pairs import Pair
from db.partings import Way
from handlers import ceasing, goals, matters, parting
from handlers.ice import answering
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("pairing")


@topic.page
def matched(turn: Turn, pair: Pair) -> Screen:
    """Each learns the other's name and languages, with a first idea to share."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    return Screen(
        paragraphs(
            lines([_with(turn, pair), *_spoken(turn, pair)]),
            _("Coordinators see that you are together. They never see what you write.")
            if pair.many
            else _("Coordinators see that you are a pair. They never see what you write."),
            answering.first(turn, pair),
        ),
        [
            [Button(_("What matters now"), matters.open.link(pair))],
            [Button(_("Add a first goal"), goals.ask_goal.link(pair))],
        ],
    )


def _with(turn: Turn, pair: Pair) -> Markup:
    _ = turn.words._
    names = turn.others(pair)
    if pair.many:
        return _("<b>You are together with {names}.</b>", names=names)
    return _("<b>{name}</b> is your partner.", name=names)


def _spoken(turn: Turn, pair: Pair) -> list[Markup]:
    _ = turn.words._
    return [
        _(
            "{name} speaks {languages}.",
            name=other.called,
            languages=turn.words.listed([languages.name(code) for code in other.speaks or []]),
        )
        for other in pair.others(turn.person)
    ]


def farewell(turn: Turn, pair: Pair) -> None:
    """Somebody is erased: a pair ends, of more than two the others go on; all who stay hear it kindly."""
    if parting.step_out(turn, pair):
        return
    ceasing.close(turn.session, pair, Way.LEFT, turn.now)
    for other in pair.others(turn.person):
        deliveries.plan(turn.session, Kind.PARTING, parted.link(pair), turn.now, person_id=other.id)


@topic.page
def parted(turn: Turn, pair: Pair) -> Screen:
    """The kind sentence for whoever stays."""
    _ = turn.words._
    waiting = any(
        place.programme_id == pair.programme_id for place in programmes.places(turn.session, turn.person)
    )
    return Screen(
        paragraphs(
            _("Your partner has left Passerelle. Nobody is at fault."),
            _("Thank you for the steps you took together."),
            _("The coordinator knows that you are free again.") if waiting else None,
        )
    )
