"""kill -9 while messages are due: an announcement reaches everybody, a nudge comes once or not at all."""

from dataclasses import dataclass

from tests.end_to_end.doors import Telegram
from tests.end_to_end.processes import Launcher, Passerelle
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

AHEAD = 1
LATENCY = 0.2
"""Seconds a message takes: at 25 a second, five are on their way at any time."""
WORDS = "The choir meets on Saturday at ten."
FIRST_WORDS_OF_A_NUDGE = ("خطوتكما", "فكرة")


@dataclass(frozen=True)
class Killed:
    """When a process was killed, and how many messages it had claimed that have no outcome."""

    when: str
    in_flight: int


@dataclass
class Relay:
    """One process after the other, each killed at the nth message from now on."""

    town: Town
    launch: Launcher
    waiting: list[Passerelle]

    async def begin(self) -> Passerelle:
        """The next process may send at once: the half minute of the one before it is over."""
        door = await self.town.telegram.door()
        self.waiting.append(await self.launch(door, "run", "--only", "clock"))
        if len(self.waiting) <= AHEAD:
            return await self.begin()
        self.town.expire_lease()
        self.waiting[0].door.open.set()
        await self.waiting[0].says("draining")
        return self.waiting.pop(0)

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


async def test_announcements_reach_all_and_nudges_come_at_most_once(
    telegram: Telegram, town: Town, launch: Launcher
) -> None:
    telegram.fault("sendMessage", "delay", seconds=LATENCY, times=1_000)
    relay = Relay(town, launch, [])
    town.announce(WORDS)
    announcement = [
        await relay.killed("claimed, not sent", 20, acted=False),
        await relay.killed("sent, not recorded", 20, acted=True),
    ]
    await relay.finish()
    reached = town.reached(WORDS)
    _tell(town, "announcement", announcement, list(reached.values()))
    assert set(reached.values()) <= {1, 2, 3}
    assert sum(each - 1 for each in reached.values()) <= sum(each.in_flight for each in announcement)
