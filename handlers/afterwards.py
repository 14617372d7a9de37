"""After a meeting: whether it happened, how it was for each alone, what is next, and when to meet again."""

from markupsafe import Markup

from db import meetings, steps
from db.meetings import Meeting
from db.moments import next_meeting
from db.steps import Step
from handlers import going_on, proposing, thanking, when_and_where
from handlers.kit import faces, ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("afterwards")


@topic.page
def yes(turn: Turn, meeting: Meeting) -> Screen:
    """They met. Whoever says so first says it for all."""
    if meeting.begins_at > turn.now or meeting.called_off_at:
        return turn.show(meeting)
    meeting.pair.stir(turn.now)
    if meeting.settle(turn.session, met=True):
        going_on.begin(turn, meeting.pair)
        thanking.open(turn, meeting.pair)
    return ask_face(turn, meeting)


@topic.page
def not_this_time(turn: Turn, meeting: Meeting) -> Screen:
    """They did not meet: no fault, and no question why."""
    _ = turn.words._
    if meeting.begins_at > turn.now:
        return turn.show(meeting)
    meeting.settle(turn.session, met=False)
    return turn.show(meeting).saying(_("All right. That happens."))


@topic.page
def ask_face(turn: Turn, meeting: Meeting) -> Screen:
    """Five faces, for nobody else's eyes."""
    _ = turn.words._
    if not meeting.met:
        raise Gone
    missing = [Button(_("I was not there"), absent.link(meeting))] if meeting.pair.many else None
    return Screen(
        paragraphs(
            turn.words.bold(when_and_where.line(turn, meeting)),
            lines([_("How was it for you?"), _("Nobody else sees your answer.")]),
        ),
        [
            faces.row(lambda number: set_face.link(meeting, number)),
            *([missing] if missing else []),
            [Button(_("Skip"), on.link(meeting))],
        ],
    )


@topic.page
def absent(turn: Turn, meeting: Meeting) -> Screen:
    """The others met without this one: no fault, and no question why."""
    _ = turn.words._
    if not (meeting.pair.many and meeting.stands) or meeting.begins_at > turn.now:
        raise Gone
    own = meeting.coming(turn.person)
    own.comes, own.face = False, None
    return turn.show(meeting).saying(_("All right. That happens."))


def felt(turn: Turn, meeting: Meeting) -> Markup | None:
    """The reader's own face, which nobody else is shown."""
    _ = turn.words._
    face = meeting.coming(turn.person).face
    return _("For you: {face} (only you see this)", face=faces.SHOWN[face]) if face else None


@topic.page
def set_face(turn: Turn, meeting: Meeting, face: int) -> Screen:
    """Keep it; another one can be chosen later."""
    if not meeting.met or face not in faces.SHOWN:
        raise Gone
    own = meeting.coming(turn.person)
    own.comes, own.face = True, face
    return on(turn, meeting)


@topic.page
def on(turn: Turn, meeting: Meeting) -> Screen:
    """The next step and the next date, each one tap away."""
    _ = turn.words._
    step = steps.next_open(turn.session, meeting.pair, turn.person)
    text, row = _again(turn, meeting)
    return Screen(
        paragraphs(
            _("Thank you."),
            _("Next step: {step}", step=ready.step(turn.words, step))
            if step
            else _("No open step at the moment."),
            text,
        ),
        [*row, [_step_button(turn, meeting, step)]],
    )


def _step_button(turn: Turn, meeting: Meeting, step: Step | None) -> Button:
    _ = turn.words._
    if step:
        return Button(ready.step(turn.words, step), turn.link_to(step))
    return Button(_("See goals"), turn.link_to(meeting.pair))


def _again(turn: Turn, meeting: Meeting) -> tuple[Markup, list[Row]]:
    """The next meeting, or a date for one: by the pair's rhythm, at the same hour and place."""
    _ = turn.words._
    coming = meetings.to_come(turn.session, meeting.pair, turn.now)
    if coming:
        return (
            _("Next meeting: {meeting}", meeting=when_and_where.line(turn, coming[0])),
            [[Button(_("See meeting"), turn.link_to(coming[0]))]],
        )
    other = [Button(_("Another day"), proposing.ask_day.link(meeting.pair, turn.today))]
    if meeting.place is None:
        return _("When do you meet again?"), [other]
    begins = next_meeting(meeting.begins_at, turn.person.zone, meeting.pair.rhythm.weeks, turn.now)
    return (
        _("Next meeting, perhaps: {meeting}", meeting=when_and_where.said(turn, begins, meeting.place)),
        [
            [Button(_("Propose it"), proposing.propose.link(meeting.pair, begins, meeting.place))],
            other,
        ],
    )
