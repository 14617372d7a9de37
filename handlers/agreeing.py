"""Agreeing: somebody comes or cannot, a meeting is called off, and the others hear of each at once."""

from db import deliveries
from db.kinds import Kind
from db.meetings import Meeting
from db.moments import presses
from db.people import Person
from handlers import reminding, when_and_where
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs

topic = Topic("agreeing")


def tell(turn: Turn, meeting: Meeting, link: Link, pressing: bool = False) -> None:
    """Have the others open a link now; in the quiet hours too where it presses. A sign of the pair."""
    meeting.pair.stir(turn.now)
    for other in meeting.pair.others(turn.person):
        _have_open(turn, other, link, pressing)


def _answer(turn: Turn, meeting: Meeting, pressing: bool = False) -> None:
    """Have those who come hear what somebody has answered; the others see it when they look."""
    meeting.pair.stir(turn.now)
    for other in meeting.pair.others(turn.person):
        if meeting.coming(other).comes:
            _have_open(turn, other, answered.link(meeting, turn.person.id), pressing)


def _have_open(turn: Turn, other: Person, link: Link, pressing: bool) -> None:
    kind = Kind.MEETING_TODAY if pressing else Kind.MEETING
    deliveries.take_back(turn.session, link, other.id)
    deliveries.plan(turn.session, kind, link, turn.now, person_id=other.id)


@topic.page
def invited(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """Somebody proposes a meeting. Gone once it begins, is moved or called off."""
    _ = turn.words._
    _current(turn, meeting, version)
    screen, name = turn.show(meeting), _proposer(meeting)
    return screen.saying(_("Meeting proposed by {name}:", name=name)) if name else screen


@topic.page
def moved(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """Somebody proposes another time."""
    _ = turn.words._
    _current(turn, meeting, version)
    screen, name = turn.show(meeting), _proposer(meeting)
    return screen.saying(_("Another time, proposed by {name}:", name=name)) if name else screen


@topic.page
def elsewhere(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """The place is another one."""
    _ = turn.words._
    _current(turn, meeting, version)
    return turn.show(meeting).saying(_("Your meeting has another place now:"))


@topic.page
def answered(turn: Turn, meeting: Meeting, who: int) -> Screen:
    """Somebody comes, or cannot; what they say now counts."""
    if not any(each.person_id == who and each.comes is not None for each in meeting.comings):
        raise Gone
    _current(turn, meeting, meeting.version)
    return turn.show(meeting)


@topic.page
def called_off(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """It does not take place."""
    if meeting.version != version or not meeting.called_off_at:
        raise Gone
    return turn.show(meeting)


@topic.page
def accept(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """Come to a meeting as it was proposed; if it has changed meanwhile, it is only shown."""
    _ = turn.words._
    if not _as_read(turn, meeting, version):
        return _look_again(turn, meeting)
    if meeting.answer(turn.session, turn.person, comes=True):
        _answer(turn, meeting)
        reminding.plan(turn, meeting)
    return turn.show(meeting).saying(_("Good. We will remind you."))


@topic.page
def decline(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """Somebody cannot come; nobody has to say why."""
    _ = turn.words._
    if not _as_read(turn, meeting, version):
        return _look_again(turn, meeting)
    if meeting.answer(turn.session, turn.person, comes=False):
        _answer(turn, meeting, _presses(turn, meeting))
    remark = (
        _("All right. The others can meet without you.")
        if meeting.agreed
        else _("All right. You can propose another time.")
    )
    return turn.show(meeting).saying(remark)


@topic.page
def ask_call_off(turn: Turn, meeting: Meeting) -> Screen:
    """Asked once, since the others hear of it at once."""
    _ = turn.words._
    if not _open(turn, meeting):
        return turn.show(meeting)
    alone = [Button(_("I cannot"), decline.link(meeting, meeting.version))]
    return Screen(
        paragraphs(
            _("Shall we call off this meeting?"),
            turn.words.bold(when_and_where.line(turn, meeting)),
            _("The others can also meet without you.") if meeting.pair.many else None,
        ),
        [
            [Button(_("Call it off"), call_off.link(meeting, meeting.version))],
            *([alone] if meeting.pair.many else []),
            [Button(_("Keep as it is"), turn.link_to(meeting))],
        ],
    )


@topic.page
def call_off(turn: Turn, meeting: Meeting, version: int) -> Screen:
    """It does not take place; the others hear of it at once, at night too if it is today."""
    if not _as_read(turn, meeting, version):
        return _look_again(turn, meeting)
    if meeting.call_off(turn.session, turn.person, turn.now):
        tell(turn, meeting, called_off.link(meeting, version), _presses(turn, meeting))
    return turn.show(meeting)


def _as_read(turn: Turn, meeting: Meeting, version: int) -> bool:
    """Whether the meeting still is as its reader saw it, also while another moves it in the same moment."""
    meeting.hold(turn.session)
    return meeting.version == version and _open(turn, meeting)


def _look_again(turn: Turn, meeting: Meeting) -> Screen:
    return turn.show(meeting).saying(turn.words._("Something has changed meanwhile. Please look again."))


def _open(turn: Turn, meeting: Meeting) -> bool:
    return meeting.stands and meeting.begins_at > turn.now


def _current(turn: Turn, meeting: Meeting, version: int) -> None:
    if meeting.version != version or not _open(turn, meeting):
        raise Gone


def _presses(turn: Turn, meeting: Meeting) -> bool:
    return any(presses(meeting.begins_at, other.zone, turn.now) for other in meeting.pair.others(turn.person))


def _proposer(meeting: Meeting) -> str:
    """Who proposed it; empty where they have left."""
    names = {each.person_id: each.person.called for each in meeting.pair.partners}
    return names.get(meeting.proposed_by_id or 0, "")
