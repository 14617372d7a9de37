"""How a day of culture is said: when and whose it is, and what is told on the day or the evening before."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from markupsafe import Markup

from db import almanac, days
from db.agendas import Agenda
from db.observances import Observance
from db.people import Person
from handlers.culture import content
from handlers.culture.knowing import Knowing
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

MOST_CLOSED = 3
Shared = tuple[Observance, tuple[Person, ...]]


def about(turn: Turn, observance: Observance) -> Markup:
    """Its name and next date, what people do, what a friend may say, and something to talk about."""
    return paragraphs(
        lines([turn.words.bold(content.name(turn.words, observance)), _when(turn, observance)]),
        content.fact(turn.words, observance),
        lines([content.greeting(turn.words, observance), content.question(turn.words, observance)]),
    )


def whose(turn: Turn, observance: Observance, known: Knowing) -> Markup:
    """Whose day it is, and who has been told."""
    _ = turn.words._
    owners = days.agenda(turn.session, turn.person).shared.get(observance, ())
    mine, told = observance in known.chosen, turn.called(known.of(observance))
    return lines(
        [
            _("A special day for {name}.", name=turn.called(owners)) if owners else None,
            _("This is one of your days.") if mine else None,
            _("You have told {names}.", names=told) if told else None,
            _("Nobody else knows of it.") if mine and not told else None,
        ]
    )


def _when(turn: Turn, observance: Observance) -> Markup | None:
    _ = turn.words._
    day = almanac.next_date(observance, turn.today)
    if day is None:
        return None
    said = turn.words.day(day)
    return said if content.exact(observance) else _("Around {day}. The exact day may differ.", day=said)


def dated(turn: Turn, day: date, observance: Observance, owners: Sequence[Person]) -> Markup:
    """A line of a list: when, what, and whose if it is not one's own."""
    _ = turn.words._
    name = content.name(turn.words, observance)
    said = turn.words.dotted([name, *(each.called for each in owners)])
    if content.exact(observance):
        return _("{day}: {name}", day=turn.words.day(day), name=said)
    return _("Around {day}: {name}", day=turn.words.day(day), name=said)


def of_own(turn: Turn, found: Sequence[Observance], paired: bool) -> Markup:
    """What somebody's own day is, on its morning; of several only the names, for each has its page."""
    only = found[0] if len(found) == 1 else None
    return paragraphs(
        lines(_today(turn, each) for each in found),
        content.fact(turn.words, only) if only else None,
        content.question(turn.words, only) if only and paired else None,
    )


def _today(turn: Turn, observance: Observance) -> Markup:
    _ = turn.words._
    name = content.name(turn.words, observance)
    if content.exact(observance):
        return _("<b>Today: {name}</b>", name=name)
    return _("<b>Around today: {name}</b>", name=name)


def of_others(turn: Turn, found: Sequence[Shared], begun: bool) -> Markup | None:
    """What others' day tomorrow is, or today where it has `begun`; of several only the names."""
    only = found[0][0] if len(found) == 1 else None
    return paragraphs(
        lines(_theirs(turn, each, begun) for each in found) or None,
        content.fact(turn.words, only) if only else None,
        lines([content.greeting(turn.words, only), content.question(turn.words, only)]) if only else None,
    )


def _theirs(turn: Turn, shared: Shared, begun: bool) -> Markup:
    _ = turn.words._
    observance, people = shared
    said = {"name": turn.called(people), "day": content.name(turn.words, observance)}
    if not content.exact(observance):
        return _("These days are special for {name}: <b>{day}</b>", **said)
    if begun:
        return _("Today is special for {name}: <b>{day}</b>", **said)
    return _("Tomorrow is special for {name}: <b>{day}</b>", **said)


def of_closed(turn: Turn, names: Sequence[str], begun: bool) -> Markup | None:
    """Why offices are closed tomorrow, or today, in the words that stand on their doors."""
    _ = turn.words._
    if not names:
        return None
    said = turn.words.dotted(names)
    if begun:
        return _("Today: {name}. Offices and many shops are closed.", name=said)
    return _("Tomorrow: {name}. Offices and many shops are closed.", name=said)


def closed_ahead(turn: Turn, agenda: Agenda) -> Markup | None:
    """The next days on which offices are closed."""
    _ = turn.words._
    found = list(islice(agenda.closed_ahead(turn.today), MOST_CLOSED))
    if not found:
        return None
    said = [_("{day}: {name}", day=turn.words.day(day), name=name) for day, name in found]
    return lines([turn.words.bold(_("Offices and many shops are closed:")), *said])
