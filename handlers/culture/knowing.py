"""Who may know of somebody's days: partners in pairs that last, as far as they were told."""

from db import pairs
from db.days import ChosenDay
from db.people import Person
from handlers.kit.turn import Turn


def partners(turn: Turn) -> list[Person]:
    """Everybody with whom one is in a pair that lasts."""
    ours = pairs.of_person(turn.session, turn.person)
    return list(dict.fromkeys(other for pair in ours for other in pair.others(turn.person)))


def of(turn: Turn, chosen: ChosenDay) -> list[Person]:
    """Who of them knows of a day."""
    ours = [pair for pair in pairs.of_person(turn.session, turn.person) if chosen.known_in(pair)]
    return list(dict.fromkeys(other for pair in ours for other in pair.others(turn.person)))
