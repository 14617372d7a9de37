"""Which icebreaker fits a pair or a group now. Pure: no draw, no clock, no database."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db import seasons
from handlers.kit.prompts import Company, Effort, Level, Phase, Prompt, Theme, TimeOfYear

STAGES = {
    seasons.Phase.WELCOME: Phase.FIRST_WEEKS,
    seasons.Phase.KNOWING: Phase.MONTHS_1_2,
    seasons.Phase.HALF_TIME: Phase.DOING,
    seasons.Phase.CLOSING: Phase.CLOSING,
    seasons.Phase.AFTER: Phase.CLOSING,
}
"""Which prompts belong to which phase of a season; its long doing has the town first."""

PHASES, LEVELS = tuple(Phase), tuple(Level)


@dataclass(frozen=True)
class Fitting:
    """What a prompt is chosen for. The same for everybody in a pair, so that all get the same prompt.

    `phase`: where the pair is (see `stage`). A group has none of its own: `DOING` lets in all but the last.
    `month`: 1–12, where they are; add six south of the equator, for spring is March to May.
    `company`: two or a group; never `BOTH`. `level`: the least of what each can say in a common language.
    `likes`: themes that all like. `efforts`: those they answered before.
    `had`: keys of what they were given, oldest first; of one given twice, the last time counts.
    """

    phase: Phase
    month: int
    company: Company = Company.PAIR
    level: Level = Level.SOME
    likes: Collection[Theme] = ()
    efforts: Collection[Effort] = ()
    had: Collection[str] = ()

    @cached_property
    def _phases(self) -> Sequence[Phase]:
        """Those that have begun."""
        return PHASES[: PHASES.index(self.phase) + 1]

    @cached_property
    def _levels(self) -> Sequence[Level]:
        """Those they can answer in."""
        return LEVELS[: LEVELS.index(self.level) + 1]

    def takes(self, prompt: Prompt) -> bool:
        """Whether it fits: not too early, not too hard, of this time of the year, and for so many."""
        return (
            prompt.phase in self._phases
            and prompt.language in self._levels
            and (prompt.season is None or prompt.season == TimeOfYear.of(self.month))
            and prompt.company in (self.company, Company.BOTH)
        )

    def rank(self, prompt: Prompt) -> tuple[bool, ...]:
        """How well it fits, the lowest best: this phase, liked, an effort they make, of this season."""
        return (
            prompt.phase not in (self.phase, Phase.ANY),
            prompt.theme not in self.likes,
            prompt.effort not in self.efforts,
            prompt.season is None,
        )


def choose(prompts: Iterable[Prompt], fitting: Fitting) -> Prompt | None:
    """The fitting prompt that ranks first, of equals the first; the same for the same question, always.

    None comes twice until all that fit were had; then the one given longest ago. None only if nothing fits.
    """
    given = {key: number for number, key in enumerate(fitting.had)}
    fit = [prompt for prompt in prompts if fitting.takes(prompt)]
    fresh = [prompt for prompt in fit if prompt.key not in given]
    if fresh:
        return min(fresh, key=fitting.rank)
    return min(fit, key=lambda prompt: given[prompt.key], default=None)


def stage(season: seasons.Season, today: date) -> Phase:
    """Where a pair's prompts are on a day of its season: the town before half-time, doing after it."""
    now = season.phase(today)
    if now is seasons.Phase.DOING:
        return Phase.TOWN if season.week(today) * 2 < season.weeks else Phase.DOING
    return STAGES[now]
