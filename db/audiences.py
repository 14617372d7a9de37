"""Audiences: to whom an announcement goes, as it was tapped together; what we do not understand is nobody."""

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Self

from db.needs import Need
from db.people import Role
from db.picks import Side

VERSION = 1
"""How it is kept. A release that keeps it otherwise counts on, so that this one does not misread it."""


class Facet(enum.StrEnum):
    """What people are told apart by. Several ticks of one facet mean *or*, several facets *and*."""

    ROLE = "role"
    LANGUAGE = "language"
    NEED = "need"
    MET = "met"
    NEW = "new"
    PEOPLE = "people"


class Met(enum.StrEnum):
    """Whether somebody's pair, one that lasts, has met in the last three weeks."""

    LATELY = "lately"
    NOT_LATELY = "not-lately"


LATELY = timedelta(weeks=3)


class Since(enum.StrEnum):
    """How long somebody has been here at most."""

    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"

    @property
    def span(self) -> timedelta:
        """The same as a time."""
        return timedelta(days={Since.FORTNIGHT: 14, Since.MONTH: 30, Since.QUARTER: 91}[self])


READ: Mapping[Facet, Callable[[str], str]] = {
    Facet.ROLE: Role,
    Facet.LANGUAGE: str,
    Facet.NEED: Need,
    Facet.MET: Met,
    Facet.NEW: Since,
}
ONE_OF = (Facet.MET, Facet.NEW)
"""Facets of which one tick takes the place of another."""

Rules = Mapping[Facet, tuple[str, ...]]


@dataclass(frozen=True)
class Audience:
    """Everyone in the programme to whom every rule of `only` applies, and none of `without`.

    Who is ticked by name stands in `db.picks`; here is only that the facet counts. `private`: whether anybody
    gets it in private at all. `groups` are tokens of the groups that were chosen; None is all there are.
    """

    only: Rules = field(default_factory=dict)
    without: Rules = field(default_factory=dict)
    private: bool = True
    groups: tuple[str, ...] | None = None

    @classmethod
    def from_row(cls, row: dict[str, Any] | None) -> Self:
        """An audience as it is kept; nobody, where any of it means nothing to this release."""
        try:
            return cls() if row is None else cls._read(**row)
        except (TypeError, ValueError, AttributeError, KeyError):
            return cls(private=False, groups=())

    @classmethod
    def _read(cls, version: int, private: bool, groups: list[str] | None, **rules: dict[str, Any]) -> Self:
        if version != VERSION or rules.keys() != {*Side} or not isinstance(private, bool):
            raise ValueError("of another release")
        chosen = None if groups is None else tuple(_words(groups))
        return cls(_rules(rules[Side.ONLY]), _rules(rules[Side.WITHOUT]), private, chosen)

    @property
    def row(self) -> dict[str, Any] | None:
        """What is kept of it; None for everyone and all groups."""
        if self == Audience():
            return None
        rules = {
            str(side): {str(facet): [str(each) for each in ticks] for facet, ticks in self.of(side).items()}
            for side in Side
        }
        groups = None if self.groups is None else list(self.groups)
        return {"version": VERSION, "private": self.private, "groups": groups, **rules}

    def of(self, side: Side) -> Rules:
        """The rules of a side."""
        return self.only if side is Side.ONLY else self.without

    def toggled(self, side: Side, facet: Facet, value: str) -> Self:
        """The same with a tick more, or with that tick taken away."""
        ticks = self.of(side).get(facet, ())
        others = () if facet in ONE_OF else tuple(each for each in ticks if each != value)
        return self._with(side, facet, others if value in ticks else (*others, value))

    def named(self, side: Side, any_ticked: bool) -> Self:
        """The same, counting those who are ticked by name, if any are."""
        return self._with(side, Facet.PEOPLE, ("ticked",) if any_ticked else ())

    def _with(self, side: Side, facet: Facet, ticks: tuple[str, ...]) -> Self:
        rules = {each: found for each, found in self.of(side).items() if each is not facet}
        if ticks:
            rules[facet] = ticks
        return replace(self, only=rules) if side is Side.ONLY else replace(self, without=rules)


def _rules(kept: dict[str, list[str]]) -> Rules:
    found = {Facet(name): tuple(_words(ticks)) for name, ticks in kept.items()}
    for facet, ticks in found.items():
        if not ticks:
            raise ValueError("a rule without a tick")
        for tick in ticks if facet is not Facet.PEOPLE else ():
            READ[facet](tick)
    return found


def _words(kept: list[str]) -> list[str]:
    if not isinstance(kept, list) or not all(isinstance(each, str) for each in kept):
        raise TypeError("no list of words")
    return kept
