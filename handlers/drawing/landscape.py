"""The path of a pair as a landscape: goals are paths, steps footprints, meetings places, weeks the ground."""

import enum
from dataclasses import dataclass


class Sign(enum.StrEnum):
    """What stands for something in the picture, as its legend says."""

    STEP = "step"
    MEETING = "meeting"
    GOAL = "goal"
    IDEA = "idea"


@dataclass(frozen=True)
class Trail:
    """A goal: its words, its first and last day, whether it was reached, and the days of its steps."""

    words: str
    begins: int
    ends: int
    reached: bool = False
    steps: tuple[int, ...] = ()


@dataclass(frozen=True)
class Halt:
    """A meeting: its day, what is written beside it, and the sort of its place."""

    day: int
    date: str
    place: str
    spot: str


@dataclass(frozen=True)
class Landscape:
    """All that the picture says, in its reader's words. Days count from the first one, which is 0.

    Trails, halts and ideas come in the order of their days. Words are letters that our fonts have
    (`letters.legible`); a trail or a halt may lack them.
    """

    language: str
    rtl: bool
    title: str
    remark: str
    people: int
    today: int
    trails: tuple[Trail, ...] = ()
    halts: tuple[Halt, ...] = ()
    ideas: tuple[int, ...] = ()
    legend: tuple[tuple[Sign, str], ...] = ()
