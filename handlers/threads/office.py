"""Office hours: when a coordinator looks at what members write, changed by taps."""

from zoneinfo import ZoneInfo

from markupsafe import Markup

from db.offices import WEEK
from db.programmes import Programme
from db.rhythm import local_date
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

BEGINS, ENDS = range(6, 22), range(7, 23)
"""When office hours may begin and end."""
topic = Topic("office", coordinators=True)


def promise(turn: Turn, programme: Programme) -> Markup:
    """When somebody looks at what was written just now, by the reader's own clock."""
    _ = turn.words._
    opens, zone = programme.office.opens(turn.now), turn.person.zone
    if opens <= turn.now:
        return _("Somebody answers soon.")
    clock = turn.words.clock(opens.astimezone(ZoneInfo(zone)).time())
    if (day := local_date(opens, zone)) == turn.today:
        return _("Somebody looks at it today from {clock}.", clock=clock)
    return _("Somebody looks at it on {day}, from {clock}.", day=turn.words.day(day), clock=clock)


@topic.page
def show(turn: Turn, programme: Programme) -> Screen:
    """The days and hours as they are now, to be changed."""
    _, hours = turn.words._, programme.office.hours
    week = [(turn.words.first_weekday + n) % len(WEEK) for n in WEEK]
    days = [
        Button(ticked(turn.words.weekday(day), on), set_day.link(programme, day, int(not on)))
        for day, on in ((day, day in programme.office.days) for day in week)
    ]
    span = turn.words.code(f"{hours.first:02}:00–{hours.last:02}:00")
    return Screen(
        paragraphs(
            turn.words.bold(_("Office hours")),
            lines(
                [
                    _("{hours}, on the days with a tick.", hours=span),
                    _("Time zone: {place}", place=turn.words.place(programme.zone)),
                    _("Whoever writes to you hears when you look at it."),
                ]
            ),
        ),
        [*in_rows(days, 2), [Button(_("Change hours"), ask_first.link(programme))]],
        up=programme,
    )


@topic.page
def set_day(turn: Turn, programme: Programme, day: int, on: int) -> Screen:
    """A day more (1) or less (0); one stays."""
    _ = turn.words._
    if day not in WEEK or on not in (0, 1):
        raise Gone
    if not programme.attend(day, bool(on)):
        return show(turn, programme).saying(_("One day has to stay."))
    return show(turn, programme)


@topic.page
def ask_first(turn: Turn, programme: Programme) -> Screen:
    """When they begin."""
    _ = turn.words._
    buttons = [Button(f"{hour:02}:00", ask_last.link(programme, hour)) for hour in BEGINS]
    return Screen(_("When do they begin?"), in_rows(buttons, 4), up=programme)


@topic.page
def ask_last(turn: Turn, programme: Programme, first: int) -> Screen:
    """When they end."""
    _ = turn.words._
    if first not in BEGINS:
        raise Gone
    ends = [Button(f"{hour:02}:00", keep.link(programme, first, hour)) for hour in ENDS if hour > first]
    return Screen(_("When do they end?"), in_rows(ends, 4), up=programme)


@topic.page
def keep(turn: Turn, programme: Programme, first: int, last: int) -> Screen:
    """Keep them."""
    if first not in BEGINS or last not in ENDS or first >= last:
        raise Gone
    programme.office_from, programme.office_to = first, last
    return show(turn, programme)
