"""Something to do together at a meeting: a card for everybody who comes, and nothing to answer."""

from dataclasses import replace

from db import outings
from db.meetings import Meeting
from db.rhythm import local_date
from handlers.ice import giving, wording
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.prompts import Effort, Prompt, library
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs

TOGETHER = (Effort.OUTING, Effort.WORD)
"""What can be done while they sit or walk together."""

topic = Topic("outing")


def row(turn: Turn, meeting: Meeting) -> list[Row]:
    """The way to the card of a meeting that is still to come."""
    _ = turn.words._
    ahead = meeting.stands and meeting.begins_at > turn.now
    return [[Button(_("Something to do"), card.link(meeting))]] if ahead else []


@topic.page
def card(turn: Turn, meeting: Meeting) -> Screen:
    """What they could do; the same for all, each in their own language."""
    known = outings.of_meeting(turn.session, meeting)
    found = library().get(known.key) if known else None
    return _shown(turn, meeting, found or _chosen(turn, meeting))


@topic.page
def another(turn: Turn, meeting: Meeting) -> Screen:
    """Something else, for all of them."""
    return _shown(turn, meeting, _chosen(turn, meeting))


def _chosen(turn: Turn, meeting: Meeting) -> Prompt | None:
    """A walk or an errand before a talk; what no meeting had yet before what one had."""
    had = giving.of_pair(turn, meeting.pair)
    ours = [prompt for prompt in library().values() if prompt.effort in TOGETHER and not prompt.teaches]
    fitting = giving.fitting(turn, meeting.pair, had)
    month = local_date(meeting.begins_at, turn.person.zone).month
    chosen = giving.best(ours, replace(fitting, month=month, efforts=[Effort.OUTING]))
    if chosen:
        outings.choose(turn.session, meeting, chosen.key)
    return chosen


def _shown(turn: Turn, meeting: Meeting, prompt: Prompt | None) -> Screen:
    _ = turn.words._
    if prompt is None or not meeting.stands:
        raise Gone
    day = turn.words.day(local_date(meeting.begins_at, turn.person.zone))
    return Screen(
        paragraphs(
            turn.words.bold(_("Something to do together")),
            day,
            wording.of(turn.words, prompt),
            _("You need not answer here. It is for your meeting."),
        ),
        [
            [Button(_("Another idea"), another.link(meeting))],
            [Button(_("See meeting"), turn.link_to(meeting))],
        ],
    )
