"""Who may know of somebody's days: partners in pairs that last, as far as they were told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db import days, pairs
from db.days import ChosenDay
from db.observances import Observance
from db.pairs import Pair
from db.people import Person
from handlers.kit.turn import Turn


@dataclass(frozen=True)
class Knowing:
    """What somebody chose, and their pairs that last."""

    person: Person
    chosen: Mapping[Observance, ChosenDay]
    ours: Sequence[Pair]

    @property
    def partners(self) -> list[Person]:
        """Everybody with whom one is in a pair that lasts."""
        return self._others(self.ours)

    def of(self, observance: Observance) -> list[Person]:
        """Who of them knows of a day."""
        chosen = self.chosen.get(observance)
        return self._others([pair for pair in self.ours if chosen and chosen.known_in(pair)])

    @property
    def told(self) -> list[Observance]:
        """Days of which somebody knows."""
        return [each for each in self.chosen if self.of(each)]

    @property
    def untold(self) -> list[Observance]:
        """Days of which not all partners know."""
        return [each for each in self.chosen if self.of(each) != self.partners]

    def _others(self, ours: Sequence[Pair]) -> list[Person]:
        return list(dict.fromkeys(other for pair in ours for other in pair.others(self.person)))


def look(turn: Turn) -> Knowing:
    """Who knows of the reader's days."""
    chosen, ours = days.of_person(turn.session, turn.person), pairs.of_person(turn.session, turn.person)
    return Knowing(turn.person, chosen, ours)


def partners(turn: Turn) -> list[Person]:
    """Everybody with whom the reader is in a pair that lasts."""
    return look(turn).partners
