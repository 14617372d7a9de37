"""Seating: what small groups are drawn from, and how they are told: in words, in a picture, honestly."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from db import pairs, rounds, seats, versions
from db.people import Person
from db.rounds import Round
from handlers.drawing.circles import Circle, Circles
from handlers.drawing.letters import legible
from handlers.kit import languages
from handlers.kit.turn import Turn
from handlers.kit.words import lines, plain
from handlers.rounds import drawing_lots
from handlers.rounds.drawing_lots import Guest, Table

Seated = Mapping[int, Sequence[Person]]
"""Who is in which group, by its number."""


def coming(turn: Turn, found: Round) -> list[Person]:
    """Everybody who is asked, but for those who will not be there."""
    away = seats.absent(turn.session, found)
    places = rounds.places(turn.session, found.programme)
    return [each.person for each in places if each.person_id not in away]


def drawn(turn: Turn, found: Round) -> list[list[int]]:
    """Groups of those who come (ids), as the round's lot has it."""
    partners = _partners(turn, found)
    guests = [_guest(each, partners) for each in coming(turn, found)]
    tables = drawing_lots.draw(guests, found.size, found.lot)
    return [[each.number for each in table.guests] for table in tables]


def _partners(turn: Turn, found: Round) -> dict[int, frozenset[int]]:
    """With whom (ids) each is in a pair that lasts."""
    known: dict[int, frozenset[int]] = {}
    for pair in pairs.of_programme(turn.session, found.programme):
        ids = frozenset(each.person_id for each in pair.partners)
        known |= {each: known.get(each, frozenset()) | (ids - {each}) for each in ids}
    return known


def _guest(person: Person, partners: Mapping[int, frozenset[int]]) -> Guest:
    known = versions.read_by(person)
    return Guest(person.id, known[0], frozenset(known), partners.get(person.id, frozenset()))


def table(turn: Turn, number: int, people: Sequence[Person]) -> Markup:
    """Who is in a group, and what all of it speak."""
    _ = turn.words._
    head = turn.words.bold(_("Group {number}", number=number))
    return lines([head, turn.called(people), _all_speak(turn, _shared(people))])


def _shared(people: Sequence[Person]) -> list[str]:
    """The languages that all of a group speak, by name."""
    common = Table(tuple(_guest(each, {}) for each in people)).common
    return [languages.name(code) for code in languages.NAMES if code in common]


def _all_speak(turn: Turn, names: Sequence[str]) -> Markup:
    _ = turn.words._
    return _("All speak: {languages}", languages=turn.words.listed(names)) if names else Markup()


def missing(turn: Turn, found: Round, seated: Seated, comes: int) -> Markup:
    """What could not be met for so many who come, by the numbers of the groups; or that all could."""
    _, n_ = turn.words._, turn.words.n_
    partners = _partners(turn, found)
    known = {
        number: Table(tuple(_guest(each, partners) for each in people)) for number, people in seated.items()
    }
    together = _numbers(turn, [number for number, each in known.items() if each.together])
    alone = _numbers(turn, [number for number, each in known.items() if each.alone])
    apart = _numbers(turn, [number for number, each in known.items() if not each.common])
    sizes = [len(people) for people in seated.values()]
    unseated = comes - sum(sizes)
    told = [
        _("Partners are together in: {groups}", groups=together) if together else None,
        _("Somebody shares no language with anybody in: {groups}", groups=alone) if alone else None,
        _("No language that all speak in: {groups}", groups=apart) if apart else None,
        n_("{n} person has no group yet.", "{n} people have no group yet.", unseated)
        if unseated > 0
        else None,
        _("The groups are not equally large any more.") if max(sizes) - min(sizes) > 1 else None,
    ]
    return lines(told) or _("Nobody is with their partner. Each group has a common language.")


def _numbers(turn: Turn, numbers: Sequence[int]) -> Markup:
    """Groups by their numbers; nothing where there are none."""
    return turn.words.listed([str(each) for each in numbers])


def circles(turn: Turn, found: Round, seated: Seated) -> Circles:
    """The groups as a picture in the reader's words."""
    _ = turn.words._
    return Circles(
        turn.words.language.split("_")[0],
        turn.words.rtl,
        plain(_("Small groups")),
        legible(found.programme.name),
        tuple(_circle(turn, number, people) for number, people in seated.items()),
    )


def _circle(turn: Turn, number: int, people: Sequence[Person]) -> Circle:
    _ = turn.words._
    common = _all_speak(turn, [name for name in _shared(people) if legible(name)])
    names = tuple(legible(each.called) for each in people)
    return Circle(plain(_("Group {number}", number=number)), names, legible(plain(common)))
