"""kill -9 at every stage of intake: nothing that people wrote is lost, and nothing is handled twice."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.end_to_end.doors import Telegram
from tests.end_to_end.locks import held
from tests.end_to_end.processes import Launcher, Passerelle
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

AHEAD = 1
"""Processes that start while another still runs; they wait at their doors until it is their turn."""

IN_HAND = 32
"""Turns that may be under way at once: so many answers, at most, are not seen."""


@dataclass
class Rush:
    """At one stage, one of each pair writes a goal and why; the process that hears it is killed."""

    town: Town
    telegram: Telegram
    number: int
    bot: Passerelle

    def __post_init__(self) -> None:
        self.town.ask(self.number % 2)

    def goal(self, n: int) -> tuple[str, str]:
        """What one of the nth pair writes: first a goal, then why."""
        return f"Goal {n} of rush {self.number}.", f"Reason {n} of rush {self.number}."

    @property
    def written(self) -> list[tuple[str, str]]:
        """Everything that is written in this rush."""
        return [self.goal(n) for n in range(len(self.town.twos))]

    def people_write(self) -> None:
        """Everybody at once, two messages each."""
        for n, two in enumerate(self.town.twos):
            for words in self.goal(n):
                self.telegram.says(two.chats[self.number % 2], words)

    def unanswered(self) -> int:
        """How many of the answers, two a person, nobody saw."""
        chats = [two.chats[self.number % 2] for two in self.town.twos]
        seen = [
            sum(self.goal(n)[0] in text for text in self.telegram.shown(chat)) for n, chat in enumerate(chats)
        ]
        return sum(2 - each for each in seen)


Stage = Callable[[Rush], Awaitable[None]]


async def returned_but_not_stored(rush: Rush) -> None:
    """The updates are on their way to a database that takes nothing just now."""
    with held(rush.town.database.engine, "heard"):
        rush.people_write()
        await until(lambda: _updates_left(rush), "updates went out")
        assert rush.town.unhandled() == 0
        rush.bot.kill()
        await rush.bot.ended()


async def stored_but_not_confirmed(rush: Rush) -> None:
    """Telegram does not hear the next offset, and brings all of them again."""
    await _dies_writing(rush, "getUpdates")
    assert rush.town.unhandled() > 0
    assert len(rush.telegram.pocket.updates) == 2 * len(rush.town.twos)


async def confirmed_but_not_handled(rush: Rush) -> None:
    """Telegram has heard the offset and forgotten them; only our database knows."""
    await _dies_writing(rush, "getUpdates")
    rush.telegram.pocket.updates.confirm(rush.telegram.pocket.updates.next_id)
    assert rush.town.unhandled() > 0


async def committed_but_not_shown(rush: Rush) -> None:
    """A turn is over, and its answer never leaves."""
    await _dies_writing(rush, "sendMessage", nth=10)


STAGES: dict[str, list[Stage]] = {
    "sqlite": [returned_but_not_stored, stored_but_not_confirmed],
    "postgresql": [
        returned_but_not_stored,
        stored_but_not_confirmed,
        confirmed_but_not_handled,
        committed_but_not_shown,
    ],
}
"""By database. What follows the commit is the same for both."""


async def test_nothing_written_is_lost_or_handled_twice(
    telegram: Telegram, town: Town, launch: Launcher
) -> None:
    waiting = [await launch(await telegram.door()) for _ in range(AHEAD)]
    stages = STAGES[town.database.engine.dialect.name]
    rushes = []
    for number, stage in enumerate(stages):
        waiting.append(await launch(await telegram.door()))
        bot = await _caught_up(waiting.pop(0), town)
        rushes.append(Rush(town, telegram, number, bot))
        await stage(rushes[-1])
    await _caught_up(waiting.pop(0), town)
    _count(town, rushes)


async def _caught_up(bot: Passerelle, town: Town) -> Passerelle:
    """The next process, once it has handled what the one before it left."""
    await bot.polls()
    await until(lambda: not len(town.telegram.pocket.updates) and not town.unhandled(), "all is handled")
    return bot


async def _dies_writing(rush: Rush, method: str, nth: int = 1, *, acted: bool = False) -> None:
    trap = rush.bot.dies_at(method, nth, acted=acted)
    rush.people_write()
    await until(lambda: trap.sprung, f"{method} was called")
    await rush.bot.ended()


def _updates_left(rush: Rush) -> bool:
    """Whether a poll was answered with something: in the first rush only what was just written."""
    return any(call.updates for call in rush.telegram.calls("getUpdates"))


def _count(town: Town, rushes: list[Rush]) -> None:
    """What is in the database against what was written; the table is seen with `pytest -s`."""
    goals, acts, stages = town.goals(), town.acts(), STAGES[town.database.engine.dialect.name]
    print(f"\n{town.database.engine.dialect.name}: {'killed when':30} written  lost  twice  answers not seen")
    for rush, stage in zip(rushes, stages, strict=True):
        lost = sum(goals[each] == 0 for each in rush.written)
        twice = sum(goals[each] > 1 or acts[each[0]] > 1 for each in rush.written)
        print(f"{stage.__name__:42} {2 * len(rush.written):7} {lost:5} {twice:6} {rush.unanswered():8}")
        assert (lost, twice) == (0, 0), stage.__name__
        assert rush.unanswered() <= IN_HAND, stage.__name__
    assert goals.total() == acts.total() == sum(len(rush.written) for rush in rushes)
