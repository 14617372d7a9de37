"""One meeting: when and where, who comes or how it was, and all that can be done about it."""

from markupsafe import Markup

from db.meetings import Meeting
from handlers import afterwards, agreeing, meetings, moving, when_and_where
from handlers.ice import outing
from handlers.kit.documents import CalendarEntry
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs, plain

topic = Topic("meeting")


@topic.page
def show(turn: Turn, meeting: Meeting) -> Screen:
    """One meeting: when and where, who comes or how it was, and what one can do."""
    state = _state(turn, meeting)
    rows = [*_rows(turn, meeting), [Button(turn.words._("Meetings"), meetings.overview.link(meeting.pair))]]
    return Screen(paragraphs(turn.words.bold(when_and_where.line(turn, meeting)), lines(state)), rows)


def _state(turn: Turn, meeting: Meeting) -> list[Markup | None]:
    _ = turn.words._
    if meeting.called_off_at:
        names = {each.person_id: each.person.called for each in meeting.pair.partners}
        name = names.get(meeting.called_off_by_id or 0, "")
        return [
            _("Called off by {name}. Another time, perhaps.", name=name)
            if name
            else _("Called off. Another time, perhaps.")
        ]
    if meeting.met is not None:
        return _gone_by(turn, meeting)
    if meeting.begins_at <= turn.now:
        return [_("Did you meet?")]
    return [_comes(turn, meeting), *_others(turn, meeting)]


def _gone_by(turn: Turn, meeting: Meeting) -> list[Markup | None]:
    _ = turn.words._
    if not meeting.met:
        return [_("You did not meet this time.")]
    if meeting.coming(turn.person).comes is False:
        return [_("The others met without you this time.")]
    return [_("You met."), afterwards.felt(turn, meeting)]


def _comes(turn: Turn, meeting: Meeting) -> Markup:
    _ = turn.words._
    return {
        True: _("You come."),
        False: _("You cannot come."),
        None: _("Does this suit you?"),
    }[meeting.coming(turn.person).comes]


def _others(turn: Turn, meeting: Meeting) -> list[Markup]:
    _ = turn.words._
    said = {each.person_id: each.comes for each in meeting.comings}
    return [
        {
            True: _("{name} comes.", name=other.called),
            False: _("{name} cannot come.", name=other.called),
            None: _("No answer from {name} yet.", name=other.called),
        }[said.get(other.id)]
        for other in meeting.pair.others(turn.person)
    ]


def _rows(turn: Turn, meeting: Meeting) -> list[Row]:
    _ = turn.words._
    another = Button(_("Another time"), moving.ask_day.link(meeting, turn.today))
    if meeting.met:
        return [
            [Button(_("Say how it was"), afterwards.ask_face.link(meeting))],
            *_missing(turn, meeting),
            [Button(_("We did not meet"), afterwards.not_this_time.link(meeting))],
        ]
    if meeting.begins_at <= turn.now and not meeting.called_off_at:
        return _whether(turn, meeting)
    return _answers(turn, meeting, another) if meeting.stands else [[another]]


def _whether(turn: Turn, meeting: Meeting) -> list[Row]:
    _ = turn.words._
    return [
        [Button(_("Yes"), afterwards.yes.link(meeting))],
        [Button(_("Moved"), moving.ask_day.link(meeting, turn.today))],
        [Button(_("Not this time"), afterwards.not_this_time.link(meeting))],
        *_missing(turn, meeting),
    ]


def _missing(turn: Turn, meeting: Meeting) -> list[Row]:
    """Of more than two, some may meet without the others."""
    there = meeting.coming(turn.person).comes is not False
    if not (meeting.pair.many and there):
        return []
    return [[Button(turn.words._("I was not there"), afterwards.absent.link(meeting))]]


def _answers(turn: Turn, meeting: Meeting, another: Button) -> list[Row]:
    _ = turn.words._
    cannot = Button(_("I cannot"), agreeing.decline.link(meeting, meeting.version))
    there = when_and_where.way_there(turn, meeting.place)
    if not meeting.coming(turn.person).comes:
        return [
            *there,
            [Button(_("I come"), agreeing.accept.link(meeting, meeting.version))],
            [another],
            [cannot],
        ]
    return [
        *there,
        *([[Button(_("Add to calendar"), file.link(meeting))]] if meeting.agreed else []),
        [another, Button(_("Another place"), moving.ask_place.link(meeting))],
        *outing.row(turn, meeting),
        *([[cannot]] if meeting.pair.many else []),
        [Button(_("Call it off"), agreeing.ask_call_off.link(meeting))],
    ]


@topic.page
def file(turn: Turn, meeting: Meeting) -> Screen:
    """A meeting as a file for somebody's own calendar."""
    _ = turn.words._
    if not meeting.stands:
        raise Gone
    names = turn.others(meeting.pair)
    entry = CalendarEntry(
        meeting.id,
        meeting.version,
        plain(_("Meeting with {names}", names=names)),
        plain(when_and_where.named(turn.words, meeting.place)),
        meeting.begins_at,
        turn.now,
    )
    return Screen(
        paragraphs(
            turn.words.bold(when_and_where.line(turn, meeting)),
            _("Open this file to keep the meeting in your calendar."),
        ),
        [[Button(_("See meeting"), show.link(meeting))]],
        document=entry,
    )
