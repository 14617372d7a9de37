"""What will come: the next three messages, when and why; not this one, or later; what became of others."""

from markupsafe import Markup

from db import outlook
from db.deliveries import Delivery
from db.kinds import RULES
from handlers import later, reasons
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

MOST = 3
topic = Topic("coming")


@topic.page
def overview(turn: Turn) -> Screen:
    """The next three."""
    _ = turn.words._
    found = outlook.pending(turn.session, turn.person, MOST)
    return Screen(
        paragraphs(
            turn.words.bold(_("What will come")),
            *[_line(turn, each) for each in found],
            None if found else _("Nothing is planned now."),
        ),
        [
            *[[Button(_moment(turn, each), show.link(each))] for each in found],
            [Button(_("What became of it"), before.link())],
        ],
    )


@topic.page
def show(turn: Turn, message: Delivery) -> Screen:
    """One of them. Gone once it is decided."""
    _ = turn.words._
    if message.claimed_at:
        raise Gone
    return Screen(
        _line(turn, message),
        [
            [Button(_("Not this one"), decline.link(message)), Button(_("Later"), later.ask.link(message))],
            [Button(_("What will come"), overview.link())],
        ],
    )


@topic.page
def decline(turn: Turn, message: Delivery) -> Screen:
    """It does not come; what recurs is planned for the next time."""
    if outlook.decline(turn.session, message, turn.now) and RULES[message.kind].recurs:
        after = max(message.due_at, turn.now)
        outlook.succeed(turn.session, message, turn.person.weekly_in(1), after)
    return overview(turn)


@topic.page
def before(turn: Turn) -> Screen:
    """What was decided last, and why."""
    _ = turn.words._
    found = outlook.decided(turn.session, turn.person, MOST)
    return Screen(
        paragraphs(
            turn.words.bold(_("What became of it")),
            lines(_decided(turn, each) for each in found) if found else _("Nothing came yet."),
        ),
        [[Button(_("What will come"), overview.link())]],
    )


def _decided(turn: Turn, row: Delivery) -> Markup:
    _ = turn.words._
    at = row.settled_at or row.due_at
    said = reasons.decided(turn.words, row)
    return _("{moment}: {what}", moment=turn.words.moment(at, turn.person.zone), what=said)


def _line(turn: Turn, row: Delivery) -> Markup:
    """Day, hour, what and why."""
    _ = turn.words._
    what = reasons.coming(turn.words, row.kind)
    return lines(
        [
            _("{moment}: {what}", moment=_moment(turn, row), what=what),
            reasons.waiting(turn.words, row.reason),
        ]
    )


def _moment(turn: Turn, row: Delivery) -> Markup:
    return turn.words.moment(row.due_at, turn.person.zone)
