"""Introducing: who somebody is in a few lines, and how those who fit are made a pair and told."""

from markupsafe import Markup

from db import deliveries, pairs, partings, programmes
from db.kinds import Kind
from db.pairs import MOST
from db.people import Role
from db.programmes import Member, Programme
from db.rhythm import local_date
from handlers import nudges, pairing
from handlers.culture import days
from handlers.kit import languages, needs
from handlers.kit.turn import Turn
from handlers.kit.words import lines


def about(turn: Turn, member: Member) -> Markup:
    """A member's name, languages, and what they need or offer."""
    _ = turn.words._
    spoken = turn.words.listed([languages.name(code) for code in member.person.speaks or []])
    wished = turn.words.dotted(needs.labels(turn.words, member.needs))
    mentee = member.role == Role.MENTEE
    return lines(
        [
            turn.words.bold(member.person.called),
            _("Newcomer. Speaks {languages}.", languages=spoken)
            if mentee
            else _("Mentor. Speaks {languages}.", languages=spoken),
            _("Would like: {needs}", needs=wished) if mentee else _("Can offer: {needs}", needs=wished),
        ]
    )


def rests(turn: Turn, programme: Programme) -> dict[int, Markup]:
    """Until which day those who wait (by their person's id) rest after a season."""
    found = partings.resting(turn.session, programme, turn.now)
    return {person: turn.words.day(local_date(until, turn.person.zone)) for person, until in found.items()}


def offered(turn: Turn, programme: Programme) -> list[Member]:
    """Everybody who waits and does not rest, newcomers first."""
    resting = rests(turn, programme)
    return [each for each in pairs.waiting(turn.session, programme) if each.person_id not in resting]


def fit(members: list[Member]) -> bool:
    """Whether these could be a pair: two to six people, at least one newcomer and one mentor."""
    people = {each.person_id for each in members}
    both = {Role.MENTEE, Role.MENTOR} == {each.role for each in members}
    return both and len(people) == len(members) <= MOST


def introduce(turn: Turn, programme: Programme, members: list[Member]) -> bool:
    """Match them, tell each, and plan their first weekly word. False where not all of them are free."""
    programmes.hold(turn.session, programme)
    waiting = {each.id for each in pairs.waiting(turn.session, programme)}
    if not fit(members) or {each.id for each in members} - waiting:
        return False
    pair = pairs.match(turn.session, programme, members, turn.now)
    for member in members:
        link = pairing.matched.link(pair)
        deliveries.plan(turn.session, Kind.MATCH, link, turn.now, person_id=member.person_id)
        nudges.begin(turn, pair, member.person)
        days.plan(turn, member.person)
    return True
