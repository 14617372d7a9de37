"""SIGTERM: the process ends within ten seconds by itself, what was in hand is finished, nothing is lost."""

from collections import Counter

import pytest

from tests.end_to_end.doors import Telegram
from tests.end_to_end.processes import Launcher
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

LATENCY = 0.3
"""Seconds a message takes."""


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
async def test_what_is_in_hand_is_finished(telegram: Telegram, town: Town, launch: Launcher) -> None:
    bot = await launch(await telegram.door())
    await bot.polls()
    await until(town.holder, "it may send")
    telegram.fault("sendMessage", "delay", seconds=LATENCY, times=1_000)
    town.ask(0)
    town.nudge(12)
    await until(lambda: len(telegram.calls("sendMessage")) >= 3, "nudges are on their way")
    for n, two in enumerate(town.twos):
        telegram.says(two.chats[0], f"Goal {n}")
    await until(lambda: len(town.goals()) > 10, "turns are under way")
    assert len(bot.cores) == 1, "its threads hand over without waking another core"
    assert await bot.stop() == 0
    _nothing_is_half_done(town)
    assert "Traceback" not in bot.log


def _nothing_is_half_done(town: Town) -> None:
    """Every message is either sent and known to be, or still due; every goal kept is answered."""
    goals = Counter(f"Goal {n}" for n in range(len(town.twos)))
    left = town.unhandled() + len(town.telegram.pocket.updates)
    assert sum(town.goals().values()) + left >= goals.total()
    assert not Counter(words for words, _ in town.goals().elements()) - goals
    chats = [two.chats[0] for two in town.twos]
    answered = [
        any(f"Goal {n}" in text for text in town.telegram.shown(chat)) for n, chat in enumerate(chats)
    ]
    assert answered.count(True) == sum(town.goals().values())
    assert town.uncertain() == 0
    nudges = [len(town.telegram.shown(chat)) for chat in town.chats]
    assert sum(nudges) == town.sent() + answered.count(True)
    assert town.lease_is_free()
