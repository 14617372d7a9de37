"""Where everything stands in the landscape of a path, in pixels from its top left corner.

Time goes up the page. This is the landscape of somebody who reads from left to right; the template
turns it round for the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from handlers.drawing.landscape import Halt, Landscape, Trail
from handlers.drawing.road import BOTTOM, FOOT, HORIZON, TOP, Point, Road

MOST_GOALS, MOST_NAMED = 6, 6
"""How many goals are drawn, the newest ones, and how many meetings have a sign and a date."""
LENGTH = 64.0
"""How long a trail is at least."""
STEPS_APART, CLOSEST = 44.0, 23.0
"""How far footprints are apart, and how far they are where there is little room."""
GOALS_APART, HALTS_APART, IDEAS_APART = 128.0, 116.0, 26.0
LABELS = (440.0, 1140.0)
"""Between which heights the middles of labels stand."""
MARGIN, BESIDE = 36.0, 52.0
"""How far labels are from the paper's edge, and signs from the road's."""

T = TypeVar("T")


@dataclass(frozen=True)
class Lane:
    """A trail, how far its lane is from the middle of the road, and between which heights it lies."""

    trail: Trail
    aside: float
    foot: float
    top: float


def laid_out(landscape: Landscape) -> dict[str, Any]:
    """Everything the template draws."""
    trails, numbers = in_lanes(landscape.trails)
    road = Road(landscape.today, max(numbers, default=0) + 1)
    lanes = [_lane(road, trail, number) for trail, number in zip(trails, numbers, strict=True)]
    here = road.height(landscape.today)
    return {
        "language": landscape.language.split("_")[0],
        "rtl": landscape.rtl,
        "title": landscape.title,
        "remark": landscape.remark,
        "people": landscape.people,
        "legend": landscape.legend,
        "weeks": road.weeks(),
        "behind": road.edges((BOTTOM, here), (road.half, road.half)),
        "ahead": road.edges((here, HORIZON), (road.half, 0)),
        "here": (road.middle(here), here),
        "lane": road.lane - 8,
        "trails": _trails(road, lanes),
        "halts": _halts(road, landscape.halts),
        "ideas": _ideas(road, landscape.ideas),
    }


def in_lanes(trails: Sequence[Trail]) -> tuple[list[Trail], list[int]]:
    """The newest trails, and for each the number of the first lane that is free by then."""
    newest = list(trails[-MOST_GOALS:])
    free: list[int] = []
    numbers = []
    for trail in newest:
        number = next((at for at, day in enumerate(free) if day < trail.begins), len(free))
        free[number : number + 1] = [trail.ends + 10]
        numbers.append(number)
    return newest, numbers


def _lane(road: Road, trail: Trail, number: int) -> Lane:
    top = road.height(trail.ends)
    return Lane(trail, road.aside(number), max(road.height(trail.begins), top + LENGTH), top)


def _trails(road: Road, lanes: Sequence[Lane]) -> list[dict[str, Any]]:
    labels = spread([(lane.foot + lane.top) / 2 for lane in lanes], GOALS_APART, LABELS)
    return [
        {
            "words": lane.trail.words,
            "points": [(x + lane.aside, y) for x, y in road.stretch(lane.foot, lane.top)],
            "reached": lane.trail.reached,
            "steps": _footprints(road, lane),
            "label": (MARGIN, label),
        }
        for lane, label in zip(lanes, labels, strict=True)
    ]


def _footprints(road: Road, lane: Lane) -> list[tuple[float, float, float, float]]:
    """Footprints: where, which way in degrees from upright, how large; as many as there is room for."""
    room = (lane.top + 20, lane.foot - 16)
    long = room[1] - room[0]
    days = evenly(lane.trail.steps, int(long / CLOSEST) + 1)
    heights = spread([road.height(day) for day in days], STEPS_APART, room)
    size = min(1.0, long / max(len(days) - 1, 1) / STEPS_APART)
    return [(road.middle(each) + lane.aside, each, road.slant(each), size) for each in heights]


def _halts(road: Road, halts: Sequence[Halt]) -> list[dict[str, Any]]:
    named = evenly(range(len(halts)), MOST_NAMED)
    heights = spread([road.height(halts[each].day) for each in named], HALTS_APART, LABELS)
    signs = dict(zip(named, heights, strict=True))
    return [_halt(road, halt, signs.get(number)) for number, halt in enumerate(halts)]


def _halt(road: Road, halt: Halt, sign: float | None) -> dict[str, Any]:
    """A place at the edge of the road, and its sign where it has one."""
    height = road.height(halt.day)
    return {
        "at": (road.middle(height) + road.half, height),
        "sign": None if sign is None else (road.middle(sign) + road.half + BESIDE, sign),
        "date": halt.date,
        "place": halt.place,
        "spot": halt.spot,
    }


def _ideas(road: Road, ideas: Sequence[int]) -> list[Point]:
    """Flowers at the other edge, never quite in line."""
    heights = spread([road.height(day) for day in ideas], IDEAS_APART, (TOP, FOOT))
    return [(road.middle(y) - road.half - 2 - 20 * (number % 2), y) for number, y in enumerate(heights)]


def spread(wanted: Sequence[float], apart: float, room: tuple[float, float]) -> list[float]:
    """Places near the wanted ones, in the same order, as far apart as asked or as the room allows."""
    low, high = room
    order = sorted(range(len(wanted)), key=lambda each: wanted[each])
    apart = min(apart, (high - low) / max(len(wanted) - 1, 1))
    placed = dict.fromkeys(order, low)
    for each in order:
        placed[each] = max(wanted[each], low)
        low = placed[each] + apart
    for each in reversed(order):
        placed[each] = min(placed[each], high)
        high = placed[each] - apart
    return [placed[each] for each in range(len(wanted))]


def evenly(things: Sequence[T], most: int) -> list[T]:
    """The first, the last, and some between."""
    if len(things) <= most:
        return list(things)
    return [things[round(number * (len(things) - 1) / max(most - 1, 1))] for number in range(most)]
