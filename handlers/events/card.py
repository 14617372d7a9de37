"""The card of an event: what, when and where it is and how many come, in its reader's words."""

from zoneinfo import ZoneInfo

from markupsafe import Markup

from db import attendance
from db.events import Event
from handlers import headline, when_and_where
from handlers.community import faces
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs


def title(turn: Turn, event: Event) -> str:
    """What its announcement is known by."""
    return headline.read(turn, event.announcement)


def titled(turn: Turn, event: Event) -> Markup:
    """All there is to know, where the announcement itself is not at hand."""
    return paragraphs(turn.words.bold(title(turn, event)), told(turn, event))


def told(turn: Turn, event: Event) -> Markup:
    """When, where and how many, below the words of the announcement."""
    if turn.group:
        return in_group(turn, event)
    return lines(
        [when(turn.words, event), _own_clock(turn, event), where(turn.words, event), room(turn, event)]
    )


def in_group(turn: Turn, event: Event) -> Markup:
    """The same in each language of a group. Who comes is nobody's business there."""
    return faces.in_each(turn, lambda words: invitation(words, event))


def invitation(words: Words, event: Event) -> Markup:
    """When and where, in any language."""
    return lines([when(words, event), where(words, event)])


def when(words: Words, event: Event) -> Markup:
    """From when to when, on the clock of the programme."""
    _ = words._
    zone = event.programme.zone
    begins, ends = (each.astimezone(ZoneInfo(zone)) for each in (event.begins_at, event.ends_at))
    return lines(
        [
            _("This event is called off.") if event.called_off_at else None,
            words.bold(words.moment(begins, zone)),
            _("Until {clock}", clock=words.clock(ends.time())),
        ]
    )


def _own_clock(turn: Turn, event: Event) -> Markup | None:
    """When that is for a reader whose clock shows something else."""
    _ = turn.words._
    here, there = (event.begins_at.astimezone(ZoneInfo(each)) for each in _zones(turn, event))
    if here.replace(tzinfo=None) == there.replace(tzinfo=None):
        return None
    return _("On your clock: {moment}", moment=turn.words.moment(event.begins_at, turn.person.zone))


def _zones(turn: Turn, event: Event) -> tuple[str, str]:
    return turn.person.zone, event.programme.zone


def where(words: Words, event: Event) -> Markup:
    """Its place."""
    return words._("Place: {place}", place=when_and_where.named(words, event.place))


def room(turn: Turn, event: Event) -> Markup | None:
    """How many come, and how many places are left; nobody, where it is called off."""
    _, n_ = turn.words._, turn.words.n_
    if event.called_off_at:
        return None
    counted = attendance.counts(turn.session, event)
    come = n_("{n} person comes.", "{n} people come.", counted.come) if counted.come else None
    if counted.left is None or not event.stands(turn.now):
        return come
    if counted.left == 0:
        return lines([come, _("All places are taken.")])
    return lines([come, n_("{n} place is left.", "{n} places are left.", counted.left)])
