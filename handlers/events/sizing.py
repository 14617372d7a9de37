"""Sizing: how long an event takes, how many places it has, and whether each may bring others."""

from markupsafe import Markup

from db import attendance, events
from db.events import MOST_PLACES, Event
from db.guests import MOST_BROUGHT
from handlers.events import telling
from handlers.kit import figures, private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import Words

LENGTHS = (60, 90, 120, 180, 240, 360, 480)
"""Minutes."""
ROOMS = (5, 10, 15, 20, 30, 40, 60, 100)
DIGITS = 5
topic = Topic("sizing", coordinators=True)


def said(turn: Turn, event: Event) -> Markup | None:
    """What members are not told in so many words."""
    return turn.words._("There is room for everybody.") if event.capacity is None else None


def rows(turn: Turn, event: Event) -> list[Row]:
    """What can be said of a draft's event besides when and where."""
    _ = turn.words._
    others = ticked(_("May bring others"), event.most_brought > 0)
    return [
        [Button(_("How long"), ask_length.link(event)), Button(_("Places"), ask_room.link(event))],
        [Button(others, let_bring.link(event, 0 if event.most_brought else 1))],
        [Button(_("Remove date"), remove.link(event))],
    ]


def _open(turn: Turn, event: Event) -> None:
    """Raises Gone for what has gone out, and has begun or is called off."""
    if event.announcement.sent_at and not event.stands(turn.now):
        raise Gone


def _draft(event: Event) -> None:
    """Raises Gone for what has gone out."""
    if event.announcement.sent_at:
        raise Gone


def hours(words: Words, minutes: int) -> Markup:
    """A length as one says it."""
    _, n_ = words._, words.n_
    whole, rest = divmod(minutes, 60)
    if rest:
        return _("{hours} h {minutes} min", hours=whole, minutes=rest)
    return n_("{n} hour", "{n} hours", whole)


@topic.page
def ask_length(turn: Turn, event: Event) -> Screen:
    """How long it takes."""
    _ = turn.words._
    _draft(event)
    return Screen(
        _("How long does it take?"),
        in_rows([Button(hours(turn.words, each), set_length.link(event, each)) for each in LENGTHS], 2),
        up=event.announcement,
    )


@topic.page
def set_length(turn: Turn, event: Event, minutes: int) -> Screen:
    """Keep it."""
    _draft(event)
    if minutes not in LENGTHS:
        raise Gone
    event.minutes = minutes
    event.announcement.edited(turn.person, turn.now)
    return turn.show(event.announcement)


@topic.page
def ask_room(turn: Turn, event: Event) -> Screen:
    """How many places there are."""
    _ = turn.words._
    _open(turn, event)
    numbers = [Button(str(each), set_room.link(event, each)) for each in ROOMS]
    return Screen(
        _("How many people can come? Tap it, or write a number."),
        [*in_rows(numbers, 4), [Button(_("Room for everybody"), set_room.link(event, 0))]],
        awaits=take_room.link(event),
        up=event.announcement,
    )


@topic.reply
def take_room(turn: Turn, event: Event) -> Screen:
    """A number somebody wrote, in digits of any script."""
    words = figures.plain(turn.text(DIGITS, private.nothing))
    if not (words.isascii() and words.isdigit() and int(words) > 0):
        return ask_room(turn, event)
    return set_room(turn, event, int(words))


@topic.page
def set_room(turn: Turn, event: Event, places: int) -> Screen:
    """Have so many places, or room for everybody (0); those who move up hear of it at once."""
    _, n_ = turn.words._, turn.words.n_
    _open(turn, event)
    if places not in range(MOST_PLACES + 1):
        raise Gone
    done, moved = attendance.make_room(turn.session, event, places or None)
    telling.moved_up(turn, event, moved)
    if not done:
        come = attendance.counts(turn.session, event).come
        return ask_room(turn, event).saying(n_("{n} person comes already.", "{n} people come already.", come))
    if event.announcement.sent_at is None:
        event.announcement.edited(turn.person, turn.now)
    return turn.show(event.announcement)


@topic.page
def let_bring(turn: Turn, event: Event, others: int) -> Screen:
    """Whether each may bring others."""
    _draft(event)
    event.most_brought = MOST_BROUGHT if others else 0
    event.announcement.edited(turn.person, turn.now)
    return turn.show(event.announcement)


@topic.page
def remove(turn: Turn, event: Event) -> Screen:
    """The draft invites to nothing any more."""
    announcement = event.announcement
    _draft(event)
    events.remove(turn.session, event)
    announcement.edited(turn.person, turn.now)
    return turn.show(announcement)
