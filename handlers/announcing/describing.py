"""Describing to whom an announcement goes: in plain sentences, with how many that is now."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from db import picks, recipients
from db.announcements import Announcement
from db.audiences import Audience, Facet, Met, Since
from db.people import Role
from db.picks import Side
from db.recipients import Reach
from db.rhythm import local_date
from handlers.kit import languages, needs
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines

NAMED = 4
"""So many are called by name; the others are counted."""


def whole(turn: Turn, announcement: Announcement) -> Markup:
    """To whom, rule by rule, and how many that is."""
    reach = recipients.reach(turn.session, announcement, turn.now)
    return lines([*said(turn, announcement, reach), counted(turn, reach)])


def said(turn: Turn, announcement: Announcement, reach: Reach) -> list[Markup]:
    """To whom, a sentence for each rule."""
    _ = turn.words._
    audience = Audience.from_row(announcement.audience)
    rooms = _rooms(turn, reach, audience)
    if not audience.private:
        return [_("Nobody in private."), *rooms]
    everyone = _("Everyone in {programme}.", programme=announcement.programme.name)
    return [
        *([] if audience.only else [everyone]),
        *[_only(turn, announcement, *rule) for rule in audience.only.items()],
        *[_without(turn, announcement, *rule) for rule in audience.without.items()],
        *rooms,
    ]


def counted(turn: Turn, reach: Reach) -> Markup:
    """How many people and groups would get it now."""
    n_ = turn.words.n_
    people, rooms = reach.people, len(reach.rooms)
    return lines(
        [
            n_("It goes to {n} person.", "It goes to {n} people.", people),
            n_("It goes to {n} group.", "It goes to {n} groups.", rooms) if rooms else None,
        ]
    )


def roles(words: Words) -> dict[str, Markup]:
    """Those who have each role, inside a sentence."""
    return {
        Role.MENTEE: words._("newcomers"),
        Role.MENTOR: words._("mentors"),
        Role.COORDINATOR: words._("coordinators"),
    }


def values(turn: Turn, facet: Facet, ticks: Sequence[str]) -> Markup:
    """The ticks of a facet, as they stand in a sentence."""
    words = turn.words
    if facet is Facet.ROLE:
        return words.listed([roles(words)[tick] for tick in ticks])
    if facet is Facet.LANGUAGE:
        return words.listed([languages.name(tick) for tick in ticks])
    if facet is Facet.NEED:
        return words.dotted(needs.labels(words, list(ticks)))
    since = turn.now - max(Since(tick).span for tick in ticks)
    return words.month_day(local_date(since, turn.person.zone))


def _only(turn: Turn, announcement: Announcement, facet: Facet, ticks: Sequence[str]) -> Markup:
    _ = turn.words._
    match facet:
        case Facet.ROLE:
            return _("Only {people}.", people=values(turn, facet, ticks))
        case Facet.LANGUAGE:
            return _("They read {languages}.", languages=values(turn, facet, ticks))
        case Facet.NEED:
            return _("They need or offer: {needs}.", needs=values(turn, facet, ticks))
        case Facet.NEW:
            return _("They joined after {day}.", day=values(turn, facet, ticks))
        case Facet.PEOPLE:
            return _("Only chosen people: {names}.", names=_ticked(turn, announcement, Side.ONLY))
    if Met(ticks[0]) is Met.LATELY:
        return _("They met in the last three weeks.")
    return _("They did not meet in the last three weeks.")


def _without(turn: Turn, announcement: Announcement, facet: Facet, ticks: Sequence[str]) -> Markup:
    _ = turn.words._
    match facet:
        case Facet.ROLE:
            return _("Without {people}.", people=values(turn, facet, ticks))
        case Facet.LANGUAGE:
            return _("Without those who read {languages}.", languages=values(turn, facet, ticks))
        case Facet.NEED:
            return _("Without those who need or offer: {needs}.", needs=values(turn, facet, ticks))
        case Facet.NEW:
            return _("Without those who joined after {day}.", day=values(turn, facet, ticks))
        case Facet.PEOPLE:
            return _("Without {people}.", people=_ticked(turn, announcement, Side.WITHOUT))
    if Met(ticks[0]) is Met.LATELY:
        return _("Without those who met in the last three weeks.")
    return _("Without those who did not meet in the last three weeks.")


def _ticked(turn: Turn, announcement: Announcement, side: Side) -> Markup:
    chosen = picks.people(turn.session, announcement.id, side)
    return _some(turn, [each.called for each in chosen])


def _some(turn: Turn, names: Sequence[str]) -> Markup:
    """Names, the first few of them where there are many."""
    more = len(names) - NAMED
    few = turn.words.listed(names[:NAMED])
    return turn.words.n_("{names} and {n} more", "{names} and {n} more", more, names=few) if more > 0 else few


def _rooms(turn: Turn, reach: Reach, audience: Audience) -> Iterator[Markup]:
    titles = [each.title for each in reach.rooms]
    if titles:
        yield turn.words._("And in: {groups}.", groups=_some(turn, titles))
    elif audience.groups is not None:
        yield turn.words._("In no group.")
