"""Staying in touch: each ticks privately what suits them; at the end all hear what everybody ticked."""

from markupsafe import Markup

from db import stayings
from db.pairs import Pair
from db.stayings import Tie
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

topic = Topic("staying")


def ties(words: Words) -> dict[Tie, Markup]:
    """What each way is called."""
    _ = words._
    return {
        Tie.WRITE: _("Write or call"),
        Tie.MEET: _("Meet now and then"),
        Tie.GO_ON: _("Go on as now"),
        Tie.NONE: _("Rather not"),
    }


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """Everything that suits; it can be changed until the end."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    chosen = stayings.of(turn.session, pair, turn.person)
    names = turn.others(pair)
    return Screen(
        paragraphs(
            turn.words.bold(_("Would you like to stay in touch with {names}?", names=names)),
            lines(
                [
                    _("Tick all that suits you."),
                    _("Nobody sees your ticks. A “no” is never told."),
                    _("At the end you all hear only what each of you ticked."),
                ]
            ),
        ),
        [
            [Button(ticked(label, tie in chosen), choose.link(pair, tie, int(tie not in chosen)))]
            for tie, label in ties(turn.words).items()
        ],
    )


@topic.page
def choose(turn: Turn, pair: Pair, tie: Tie, on: int) -> Screen:
    """Tick a way, or take the tick away. Safe to press twice."""
    if pair.ended_at or on not in (0, 1):
        raise Gone
    mine = stayings.begin(turn.session, pair, turn.person)
    if on:
        mine.tick(tie)
    else:
        mine.untick(tie)
    turn.session.flush()
    return ask(turn, pair)


def agreed(turn: Turn, pair: Pair) -> Markup | None:
    """What everybody ticked, once the season is over; nothing where there is nothing."""
    _ = turn.words._
    labels = ties(turn.words)
    found = [labels[tie] for tie in stayings.agreed(turn.session, pair)] if pair.ended_at else []
    return _("You all would like: {ways}", ways=turn.words.dotted(found)) if found else None


def kept(turn: Turn) -> Markup | None:
    """What somebody ticked."""
    _ = turn.words._
    labels = ties(turn.words)
    found = [labels[tie] for tie in stayings.of_person(turn.session, turn.person)]
    return _("To stay in touch you ticked: {ways}", ways=turn.words.dotted(found)) if found else None
