"""How we are: one's own answers, a pause, and the way out, in one place near Home."""

from markupsafe import Markup

from db import pauses, pulses
from db.pairs import Pair
from handlers import parting, pausing, pulse
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

SHOWN = 3
"""How many of one's latest answers are listed."""

topic = Topic("how_we_are")


@topic.page
def overview(turn: Turn, pair: Pair) -> Screen:
    """What one said lately, for nobody else's eyes, and what one can do."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    return Screen(
        paragraphs(turn.words.bold(_("How we are")), _lately(turn, pair), pausing.of_others(turn, pair)),
        [
            [Button(_("Say how it is"), pulse.ask.link(pair))],
            [Button(_pause(turn), pausing.show.link())],
            [Button(parting.label(turn, pair), parting.ask.link(pair))],
        ],
    )


def _lately(turn: Turn, pair: Pair) -> Markup:
    _ = turn.words._
    mine = [each for each in pulses.of_person(turn.session, turn.person) if each.pair_id == pair.id]
    if not mine:
        return _("Nobody else sees what you say here.")
    return lines([_("Only you see this:"), *[pulse.told(turn, each) for each in mine[-SHOWN:]]])


def _pause(turn: Turn) -> str:
    _ = turn.words._
    return _("See my pause") if pauses.lasts(turn.person, turn.now) else _("Take a pause")
