"""Waking hours: in which hours nothing comes, and when others may reach somebody, each in a few taps."""

from datetime import time

from markupsafe import Markup

from db.hours import Hours
from db.waking import NIGHT_BEGINS, NIGHT_ENDS
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows
from handlers.kit.turn import Turn
from handlers.kit.words import lines

REACH = (Hours(9, 12), Hours(12, 17), Hours(17, 21), Hours(9, 17))
topic = Topic("waking")


@topic.page
def show(turn: Turn) -> Screen:
    """Both as they are now."""
    _ = turn.words._
    return Screen(
        lines([quiet_line(turn), _("Then nothing comes that can wait."), reach_line(turn)]),
        [
            [Button(_("Change quiet hours"), ask_begin.link())],
            [Button(_("News from others"), ask_reach.link())],
        ],
    )


def quiet_line(turn: Turn) -> Markup:
    """The quiet hours."""
    first, last = turn.person.quiet.first, turn.person.quiet.last
    return turn.words._("Quiet hours: {hours}", hours=_span(turn, Hours(first, last)))


def reach_line(turn: Turn) -> Markup:
    """When what others do is told."""
    _ = turn.words._
    reach = turn.person.reach
    if reach is None:
        return _("News from others: at any other hour")
    return _("News from others: {hours}", hours=_span(turn, reach))


def _span(turn: Turn, hours: Hours) -> Markup:
    return turn.words.code(f"{time(hours.first):%H:%M}–{time(hours.last):%H:%M}")


@topic.page
def ask_begin(turn: Turn) -> Screen:
    """When quiet hours begin."""
    _ = turn.words._
    buttons = [Button(f"{hour}:00", ask_end.link(hour)) for hour in NIGHT_BEGINS]
    return Screen(_("When do your quiet hours begin?"), in_rows(buttons, 3))


@topic.page
def ask_end(turn: Turn, first: int) -> Screen:
    """When they end."""
    _ = turn.words._
    if first not in NIGHT_BEGINS:
        raise Gone
    buttons = [Button(f"{hour:02}:00", keep_quiet.link(first, hour)) for hour in NIGHT_ENDS]
    return Screen(_("When do they end?"), in_rows(buttons, 3))


@topic.page
def keep_quiet(turn: Turn, first: int, last: int) -> Screen:
    """Keep them."""
    if first not in NIGHT_BEGINS or last not in NIGHT_ENDS:
        raise Gone
    turn.person.sleeps(first, last)
    return show(turn)


@topic.page
def ask_reach(turn: Turn) -> Screen:
    """When others' acts, announcements and matches may come."""
    _ = turn.words._
    spans = [Button(plain_span(each), keep_reach.link(each.first, each.last)) for each in REACH]
    return Screen(
        _("When may news from others come?"),
        [*in_rows(spans, 2), [Button(_("At any other hour"), any_hour.link())]],
    )


def plain_span(hours: Hours) -> str:
    """Hours on a button."""
    return f"{hours.first:02}–{hours.last:02}"


@topic.page
def keep_reach(turn: Turn, first: int, last: int) -> Screen:
    """Keep these hours."""
    if Hours(first, last) not in REACH:
        raise Gone
    turn.person.reach_from, turn.person.reach_to = first, last
    return show(turn)


@topic.page
def any_hour(turn: Turn) -> Screen:
    """At any hour that is not quiet."""
    turn.person.reach_from = turn.person.reach_to = 0
    return show(turn)
