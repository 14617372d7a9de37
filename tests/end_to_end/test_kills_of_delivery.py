"""kill -9 while messages are due: an announcement reaches everybody, a nudge comes once or not at all."""

from dataclasses import dataclass

import pytest

from tests.end_to_end.doors import Telegram
from tests.end_to_end.processes import Launcher, Passerelle
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

LATENCY = 0.2
"""Seconds a message takes: at 25 a second, five are on their way at any time."""
WORDS = "The choir meets on Saturday at ten."
NUDGED = 12
"""Pairs of whom both are nudged."""


@dataclass(frozen=True)
class Killed:
    """When a process was killed, and how many messages it had claimed that have no outcome."""

    when: str
    in_flight: int


@dataclass(frozen=True)
class Count:
    """Of so many people, how many got nothing, and how many messages were one too many."""

    people: int
    lost: int
    twice: int

    @classmethod
    def of(cls, messages: list[int]) -> "Count":
        """From the number of messages each has."""
        return cls(len(messages), messages.count(0), sum(max(0, each - 1) for each in messages))


@dataclass
class Relay:
    """One process after the other, each killed at the nth message from now on."""

    town: Town
    waiting: list[Passerelle]

    async def begin(self) -> Passerelle:
        """The next process may send at once: the half minute of the one before it is over."""
        bot = self.waiting.pop(0)
        self.town.expire_lease()
        bot.door.open.set()
        await bot.says("draining")
        return bot

    async def killed(self, when: str, nth: int, *, acted: bool) -> Killed:
        """Let a process send until it dies."""
        bot = await self.begin()
        trap = bot.dies_at("sendMessage", nth, acted=acted)
        await until(lambda: trap.sprung, "enough was sent")
        await bot.ended()
        return Killed(when, self.town.uncertain())

    async def finish(self) -> None:
        """Let a process send what is left."""
        bot = await self.begin()
        await until(lambda: not self.town.under_way(), "nothing is due any more")
        bot.kill()


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
async def test_announcements_reach_all_and_nudges_come_at_most_once(
    telegram: Telegram, town: Town, launch: Launcher
) -> None:
    telegram.fault("sendMessage", "delay", seconds=LATENCY, times=1_000)
    town.nudge(NUDGED)
    town.announce(WORDS)
    clocks = [await launch(await telegram.door(), "run", "--only", "clock") for _ in range(3)]
    relay = Relay(town, clocks)
    kills = [
        await relay.killed("sent, not recorded (nudges)", 8, acted=True),
        await relay.killed("claimed, not sent (announcement)", 30, acted=False),
    ]
    await relay.finish()
    nudged = [chat for two in town.twos[:NUDGED] for chat in two.chats]
    announced = town.reached(WORDS)
    announcement = Count.of(list(announced.values()))
    nudge = Count.of([len(telegram.shown(chat)) - announced[chat] for chat in nudged])
    _tell(town, kills, announcement=announcement, nudge=nudge)
    in_flight = sum(each.in_flight for each in kills)
    assert (announcement.lost, nudge.twice) == (0, 0)
    assert announcement.twice + nudge.lost <= in_flight


def _tell(town: Town, kills: list[Killed], **counts: Count) -> None:
    """A table to be seen with `pytest -s`."""
    print(f"\n{town.database.engine.dialect.name}: {'killed when':34} in flight")
    for each in kills:
        print(f"            {each.when:34} {each.in_flight:9}")
    for what, count in counts.items():
        print(f"            {what:14} to {count.people}: lost {count.lost}, twice {count.twice}")
