"""The first and the last word about a pair: you are matched, and somebody has left."""

from db import programmes
from db.pairs import Pair
from handlers import goals, icebreakers, matters
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
    prompt = icebreakers.next_for(turn, pair)
    return Screen(
        paragraphs(
            lines(
                line
                for other in pair.others(turn.person)
                for line in (
                    _("<b>{name}</b> is your partner.", name=other.called),
                    _("{name} speaks {languages}.", name=other.called, languages=_spoken(turn, other.speaks)),
                )
            ),
            _("Coordinators see that you are a pair. They never see what you write."),
            icebreakers.said(turn, prompt) if prompt else None,
        ),
        [
            [Button(_("What matters now"), matters.open.link(pair))],
            [Button(_("Add a first goal"), goals.ask_goal.link(pair))],
        ],
    )


def _spoken(turn: Turn, codes: list[str] | None) -> str:
    return turn.words.listed([languages.name(code) for code in codes or []])


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
