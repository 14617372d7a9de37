"""Meetings of a pair: those to come, those gone by, and how often the two would like to meet."""

from markupsafe import Markup

from db import meetings
from db.meetings import Meeting
from db.pairs import Pair, Rhythm
from handlers import afterwards, noting, proposing, when_and_where
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs, plain

PAST = 3
"""How many meetings gone by are listed."""

topic = Topic("meetings")


@topic.page
def overview(turn: Turn, pair: Pair) -> Screen:
    """What is to come, what was lately, and how often."""
    _ = turn.words._
    when_and_where.lasting(pair)
    found = meetings.to_come(turn.session, pair, turn.now)
    found += meetings.past(turn.session, pair, turn.now, PAST)
    return Screen(
        paragraphs(
            turn.words.bold(_("Meetings")),
            None if found else _("No meeting yet. The first one may be short."),
            _pace(turn, pair),
        ),
        [
            *[[Button(_label(turn, each), turn.link_to(each))] for each in found],
            [Button(_("Propose a meeting"), proposing.ask_day.link(pair, turn.today))],
            [Button(_("Note a meeting"), noting.ask_day.link(pair, turn.today))],
            [Button(_("Change rhythm"), ask_rhythm.link(pair))],
        ],
    )


def _label(turn: Turn, meeting: Meeting) -> str:
    return plain(turn.words.moment(meeting.begins_at, turn.person.zone))


def _pace(turn: Turn, pair: Pair) -> Markup:
    _ = turn.words._
    return {
        Rhythm.WEEKLY: _("Your rhythm: every week."),
        Rhythm.FORTNIGHTLY: _("Your rhythm: every two weeks."),
        Rhythm.MONTHLY: _("Your rhythm: every month."),
    }[pair.rhythm]


@topic.page
def ask_rhythm(turn: Turn, pair: Pair) -> Screen:
    """How often the two would like to meet; either may say."""
    _ = turn.words._
    when_and_where.lasting(pair)
    return Screen(
        paragraphs(_("How often would you like to meet?"), _pace(turn, pair)),
        [
            [Button(_("Every week"), set_rhythm.link(pair, Rhythm.WEEKLY))],
            [Button(_("Every two weeks"), set_rhythm.link(pair, Rhythm.FORTNIGHTLY))],
            [Button(_("Every month"), set_rhythm.link(pair, Rhythm.MONTHLY))],
        ],
    )


@topic.page
def set_rhythm(turn: Turn, pair: Pair, rhythm: Rhythm) -> Screen:
    """Keep it; the next date that we propose follows it."""
    when_and_where.lasting(pair)
    pair.rhythm = rhythm
    return overview(turn, pair)


def next_line(turn: Turn, pair: Pair) -> Markup | None:
    """The pair's next meeting, for Home; None where there is none the reader comes to or may come to."""
    _ = turn.words._
    found = meetings.to_come(turn.session, pair, turn.now)
    meeting = next((each for each in found if each.coming(turn.person).comes is not False), None)
    if meeting is None:
        return None
    line = when_and_where.line(turn, meeting)
    if meeting.agreed and meeting.coming(turn.person).comes:
        return _("Next meeting: {meeting}", meeting=line)
    return _("Meeting proposed: {meeting}", meeting=line)


def kept(turn: Turn) -> list[Markup | None]:
    """Every meeting somebody has a part in, with their own answer to how it was."""
    _ = turn.words._
    return [
        line
        for meeting in meetings.of_person(turn.session, turn.person)
        for line in (
            _("Meeting: {meeting}", meeting=when_and_where.line(turn, meeting)),
            afterwards.felt(turn, meeting),
        )
    ]
