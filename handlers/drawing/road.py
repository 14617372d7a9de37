"""The road of a landscape: it winds, it has lanes, and every day of the path has its height on it."""

from dataclasses import dataclass
from math import atan2, degrees, pi, sin

Point = tuple[float, float]

BOTTOM, FOOT, TOP, HORIZON = 1440.0, 1172.0, 556.0, 400.0
"""The heights of the page's end, the first day, the last one where the page is full, and the far end."""
FAR = 1.5
"""How much faster the road narrows near than far away."""
SHORTEST = 42
"""Days that fill the page at least: a pair that has just begun has land before it."""
MIDDLE, SWAY, BEND = 556.0, 50.0, 520.0
"""The road swings by SWAY to both sides of MIDDLE, and is back after BEND."""
LANE, LANES, VERGE = 58.0, 174.0, 14.0
"""How wide a lane is, how wide all of them are at most, and the rim beside them."""
STRIDE = 10.0
"""How far the points of a line are apart."""


@dataclass(frozen=True)
class Road:
    """A road of so many days and lanes."""

    days: int
    lanes: int

    @property
    def lane(self) -> float:
        """How wide a lane is."""
        return min(LANE, LANES / self.lanes)

    @property
    def half(self) -> float:
        """From the middle to the edge."""
        return self.lane * self.lanes / 2 + VERGE

    def aside(self, lane: int) -> float:
        """How far the middle of a lane, counted from 0, is from that of the road."""
        return (lane - (self.lanes - 1) / 2) * self.lane

    def height(self, day: float) -> float:
        """Where a day is."""
        return FOOT - (FOOT - TOP) * day / max(self.days, SHORTEST)

    def weeks(self) -> list[float]:
        """Where each week begins, from the first one to the horizon."""
        week = self.height(0) - self.height(7)
        return [FOOT - week * number for number in range(int((FOOT - HORIZON) / week) + 1)]

    def middle(self, height: float) -> float:
        """How far from the left the middle of the road is."""
        return MIDDLE + SWAY * sin(2 * pi * (FOOT - height) / BEND)

    def slant(self, height: float) -> float:
        """Which way the road points, in degrees from upright."""
        return degrees(atan2(self.middle(height - 4) - self.middle(height), 4))

    def stretch(self, foot: float, top: float) -> list[Point]:
        """The middle of the road from one height up to another."""
        count = max(int((foot - top) / STRIDE), 1)
        heights = [foot + (top - foot) * number / count for number in range(count + 1)]
        return [(self.middle(height), height) for height in heights]

    def edges(self, heights: Point, halves: Point) -> tuple[list[Point], list[Point]]:
        """Both edges from one height up to another, as far from the middle as said for the two."""
        (foot, top), (below, above) = heights, halves
        way = self.stretch(foot, top)
        wide = [above + (below - above) * ((y - top) / (foot - top)) ** FAR for _, y in way]
        left = [(x - half, y) for (x, y), half in zip(way, wide, strict=True)]
        right = [(x + half, y) for (x, y), half in zip(way, wide, strict=True)]
        return left, right
