"""Drawing lots: small groups across pairs and languages. Pure: the same guests and seed, the same groups.

No rule can always be kept. In this order: even sizes, nobody with their own partner, nobody without somebody
to talk to, a language that all of a group speak, and then people of different languages together.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

SMALLEST, USUAL, LARGEST = 3, 4, 6
"""How many people a group has at most, as a coordinator chooses."""
MOVES = 24_000
"""How often two people try to change places. It bounds the time, whatever the number of people."""
WARMTH = (200.0, 0.5)
"""How much worse a change may well be that is taken all the same, at the beginning and at the end."""

WITH_PARTNER, ALONE, SILENT, NO_COMMON, SAME = 1000, 60, 30, 20, 1
"""What it costs: two partners in a group, somebody without a neighbour who shares a language, two neighbours
who share none, a group without a language that all speak, two neighbours who read the same language."""


@dataclass(frozen=True)
class Guest:
    """Somebody to be seated: their number, their partners' numbers, what they read, and all they speak."""

    number: int
    reads: str
    speaks: frozenset[str]
    partners: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Table:
    """A small group."""

    guests: tuple[Guest, ...]

    @property
    def common(self) -> frozenset[str]:
        """The languages that all of it speak."""
        return frozenset.intersection(*(each.speaks for each in self.guests))

    @property
    def alone(self) -> list[Guest]:
        """Those who share no language with anybody else of it."""
        return [each for each in self.guests if not any(_talk(each, other) for other in self.guests)]

    @property
    def together(self) -> list[tuple[Guest, Guest]]:
        """Partners who sit here with each other."""
        return [(one, other) for one, other in _twos(self.guests) if other.number in one.partners]


def draw(guests: Sequence[Guest], size: int, seed: int) -> list[Table]:
    """Groups of at most `size`, whose sizes differ by one at most. No groups of nobody.

    As few as can be; more where that parts partners and leaves nobody without a neighbour to talk to.
    """
    if not guests:
        return []
    order = sorted(guests, key=lambda each: each.number)
    fewest = math.ceil(len(order) / size)
    tables = _drawn(order, max(fewest, _apart(order)), seed)
    lost = len(tables) > fewest and any(each.alone for each in tables)
    return _drawn(order, fewest, seed) if lost else tables


def _drawn(guests: Sequence[Guest], count: int, seed: int) -> list[Table]:
    """So many groups."""
    order, chance = list(guests), Random(seed)
    chance.shuffle(order)
    seats = [list(range(len(order)))[number::count] for number in range(count)]
    if count > 1:
        seats = _improved(Company(order), seats, chance)
    return [Table(tuple(order[each] for each in sorted(seat))) for seat in seats]


def _apart(guests: Sequence[Guest]) -> int:
    """In how many groups all partners can be apart, as long as nobody sits alone."""
    here = {each.number for each in guests}
    near = {each.number: each.partners & here | {each.number} for each in guests}
    circles = [frozenset.intersection(*(near[each] for each in around)) for around in near.values()]
    return max(1, min(max(map(len, circles)), len(guests) // 2))


class Company:
    """Everybody who is to be seated, by place in a list, and what it costs to have some of them together."""

    def __init__(self, guests: Sequence[Guest]) -> None:
        codes = sorted({code for each in guests for code in each.speaks})
        self._tongues = [sum(1 << codes.index(code) for code in each.speaks) for each in guests]
        self._between = [[_between(one, other) for other in guests] for one in guests]
        self._talks = [sum(1 << at for at, other in enumerate(guests) if _talk(one, other)) for one in guests]

    def cost(self, seat: Sequence[int]) -> int:
        """How far a group is from what is wished for; 0 for the best there is."""
        total, common = 0, -1
        for at, one in enumerate(seat):
            common &= self._tongues[one]
            between = self._between[one]
            for other in seat[:at]:
                total += between[other]
        return total if common else total + NO_COMMON + ALONE * self._alone(seat)

    def _alone(self, seat: Sequence[int]) -> int:
        here = sum(1 << each for each in seat)
        return sum(not self._talks[each] & here for each in seat)


def _improved(company: Company, seats: list[list[int]], chance: Random) -> list[list[int]]:
    """The best that comes of letting two people of two groups change places, again and again.

    They do where it costs no more, and at first also where it does.
    """
    costs = [company.cost(seat) for seat in seats]
    least, best = sum(costs), [list(seat) for seat in seats]
    for move in range(MOVES):
        if least == 0:
            break
        one, other = chance.sample(range(len(seats)), 2)
        here, there = int(chance.random() * len(seats[one])), int(chance.random() * len(seats[other]))
        _swap(seats[one], here, seats[other], there)
        changed = company.cost(seats[one]), company.cost(seats[other])
        worse = sum(changed) - costs[one] - costs[other]
        if worse > 0 and chance.random() >= math.exp(-worse / _warmth(move)):
            _swap(seats[one], here, seats[other], there)
            continue
        costs[one], costs[other] = changed
        if worse < 0 and sum(costs) < least:
            least, best = sum(costs), [list(seat) for seat in seats]
    return best


def _swap(seat: list[int], here: int, elsewhere: list[int], there: int) -> None:
    seat[here], elsewhere[there] = elsewhere[there], seat[here]


def _warmth(move: int) -> float:
    hot, cold = WARMTH
    return float(hot * (cold / hot) ** (move / MOVES))


def _between(one: Guest, other: Guest) -> int:
    if one.speaks.isdisjoint(other.speaks):
        return WITH_PARTNER * (other.number in one.partners) + SILENT
    return WITH_PARTNER * (other.number in one.partners) + SAME * (one.reads == other.reads)


def _twos(guests: Sequence[Guest]) -> list[tuple[Guest, Guest]]:
    return [(one, other) for at, one in enumerate(guests) for other in guests[at + 1 :]]


def _talk(one: Guest, other: Guest) -> bool:
    return one.number != other.number and not one.speaks.isdisjoint(other.speaks)
