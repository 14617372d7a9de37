"""The gate, minute by minute, on a clock that leaps to whatever happens next."""

import asyncio
import selectors
from collections import Counter
from collections.abc import Callable, Coroutine
from functools import wraps
from itertools import count, pairwise
from typing import Any, NamedTuple, ParamSpec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.gate import Gate

GROUP = -100
P = ParamSpec("P")
SOON = 1e-6  # seconds, for sums of floats


class Leap(selectors.DefaultSelector):
    """Waits for nothing: the time that would have passed has passed."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "somebody waits for ever"
        self.now += max(timeout, 0)
        return super().select(0)


class LeapingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._leap = Leap()
        super().__init__(self._leap)

    def time(self) -> float:
        return self._leap.now


def leaping(scene: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Play an asynchronous test on such a loop."""

    @wraps(scene)
    def play(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=LeapingLoop) as runner:
            runner.run(scene(*args, **kwargs))

    return play


class Left(NamedTuple):
    at: float
    chat: int
    due: bool
    waited: float


class Town:
    """A gate and all that went through it. Made inside a scene, for it takes the scene's clock."""

    def __init__(self, rate: float = 25.0, latency: float = 0.0, oversleep: float = 0.0) -> None:
        self.now = asyncio.get_running_loop().time
        self.gate = Gate(rate, monotonic=self.now, sleep=lambda seconds: asyncio.sleep(seconds + oversleep))
        self.latency = latency
        self.left: list[Left] = []
        self.under_way = self.most_under_way = 0

    async def say(self, chat: int, *, due: bool, at: float = 0.0) -> None:
        await asyncio.sleep(at - self.now())
        came = self.now()
        async with self.gate.due(chat) if due else self.gate.answer(chat):
            self.left.append(Left(self.now(), chat, due, self.now() - came))
            self.under_way += due
            self.most_under_way = max(self.most_under_way, self.under_way)
            await asyncio.sleep(self.latency)
            self.under_way -= due

    async def pause(self, at: float, seconds: float) -> None:
        await asyncio.sleep(at - self.now())
        self.gate.slow_down(seconds)

    def times(self, *, due: bool) -> list[float]:
        return [round(left.at, 3) for left in self.left if left.due is due]


def most_within(seconds: float, times: list[float]) -> int:
    return max((sum(start <= t < start + seconds - SOON for t in times) for start in times), default=0)


@pytest.mark.parametrize(("latency", "oversleep"), [(0.0, 0.0), (0.3, 0.0), (0.3, 0.02)])
@leaping
async def test_1500_recipients_take_hardly_longer_than_the_pace_allows(
    latency: float, oversleep: float
) -> None:
    town, recipients = Town(latency=latency, oversleep=oversleep), iter(range(1500))

    async def worker() -> None:
        for chat in recipients:
            await town.say(chat, due=True)

    await asyncio.gather(*(worker() for _ in range(16)))
    assert len(town.left) == 1500
    assert town.now() <= 1.05 * 1500 / 25
    assert most_within(1, town.times(due=True)) == 25


@leaping
async def test_answers_leave_at_once_and_due_messages_stand_back() -> None:
    town = Town()
    due = (town.say(chat, due=True) for chat in range(1000, 1200))
    answers = (town.say(chat, due=False, at=chat / 20) for chat in range(1, 100))
    await asyncio.gather(*due, *answers)
    assert max(left.waited for left in town.left if not left.due) < SOON
    assert most_within(1, [left.at for left in town.left]) <= 30


@leaping
async def test_idling_earns_no_burst() -> None:
    town = Town()
    await asyncio.gather(*(town.say(chat, due=True, at=60) for chat in range(8)))
    assert town.times(due=True)[:6] == [60, 60.04, 60.08, 60.12, 60.16, 60.2]


@pytest.mark.parametrize(
    ("chat", "due", "times"),
    [
        (1, True, [0, 1.1, 2.2, 3.3]),
        (1, False, [0, 0, 0, 3.3]),
        (GROUP, True, [0, 1.1, 2.2, 3.3]),
    ],
)
@leaping
async def test_a_chat_has_a_pace_of_its_own(chat: int, due: bool, times: list[float]) -> None:
    town = Town()
    await asyncio.gather(*(town.say(chat, due=due) for _ in times))
    assert town.times(due=due) == times


@leaping
async def test_a_pause_holds_all_and_opens_by_a_crack_answers_first() -> None:
    town = Town()
    town.gate.slow_down(30)
    due = (town.say(chat, due=True) for chat in range(3))
    answers = (town.say(chat, due=False, at=1) for chat in range(10, 13))
    await asyncio.gather(*due, *answers)
    assert town.times(due=False) == [30, 30.08, 30.16]
    assert min(town.times(due=True)) >= 30.24


@leaping
async def test_one_flood_halves_the_pace_once_and_it_comes_back_slowly() -> None:
    town = Town()
    for _ in range(16):  # what was in flight comes back with the same error
        town.gate.slow_down(2)
    await asyncio.gather(*(town.say(chat, due=True) for chat in range(600)))
    steps = [later - earlier for earlier, later in pairwise(town.times(due=True))]
    assert steps[0] == pytest.approx(0.08, abs=0.002)
    assert steps[250] == pytest.approx(1 / (0.75 * 25), abs=0.002)
    assert steps[-1] == pytest.approx(0.04, abs=0.002)


@leaping
async def test_a_slot_without_a_message_costs_the_others_nothing() -> None:
    town = Town()
    for _ in range(100):
        async with town.gate.slot():
            pass
    await town.say(1, due=True)
    assert town.now() < 0.2


@leaping
async def test_a_slot_serves_two_messages_each_in_its_turn() -> None:
    town = Town()
    async with town.gate.slot() as slot:
        await slot.chat(1)
        await slot.chat(1)
    assert town.now() == pytest.approx(1.1)


@leaping
async def test_places_that_grew_stale_do_not_all_leave_at_once() -> None:
    town = Town()
    await asyncio.gather(*(town.say(chat, due=False) for chat in range(16)))
    await asyncio.gather(*(town.say(chat, due=True) for chat in range(16)))
    assert most_within(0.2, town.times(due=True)) <= 0.2 * 25 + 3


@leaping
async def test_who_gives_up_leaves_no_gap() -> None:
    town = Town(rate=1)
    waiting = [asyncio.create_task(town.say(chat, due=True)) for chat in range(40)]
    await asyncio.sleep(0.5)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    before = town.now()
    await asyncio.gather(*(town.say(chat, due=True) for chat in range(100, 103)))
    assert town.now() - before <= 3


@leaping
async def test_quiet_chats_are_forgotten() -> None:
    town = Town()
    await asyncio.gather(*(town.say(chat, due=False, at=chat) for chat in range(1000)))
    assert len(town.gate._chats) <= 63


moments = st.floats(0, 30).map(lambda at: round(at, 2))
messages = st.tuples(st.sampled_from([1, 2, 3, GROUP, GROUP, -200]), st.booleans(), moments)
pauses = st.tuples(moments, st.floats(0.1, 20))


@given(st.lists(messages, max_size=60), st.lists(pauses, max_size=3), st.sampled_from([0.0, 0.05, 2.0]))
@settings(max_examples=60, deadline=None)
@leaping
async def test_whatever_comes_all_leave_and_no_limit_is_broken(
    said: list[tuple[int, bool, float]], floods: list[tuple[float, float]], latency: float
) -> None:
    town = Town(latency=latency)
    held = (town.pause(at, seconds) for at, seconds in floods)
    await asyncio.gather(*held, *(town.say(chat, due=due, at=at) for chat, due, at in said))
    assert Counter((left.chat, left.due) for left in town.left) == Counter(s[:2] for s in said)
    assert not [t for t in town.left for at, length in floods if at + SOON < t.at < at + length - SOON]
    assert town.most_under_way <= 16
    keeps_the_limits_of_chats(town)


def keeps_the_limits_of_chats(town: Town) -> None:
    for chat in {left.chat for left in town.left}:
        here = [left for left in town.left if left.chat == chat]
        assert most_within(60, [left.at for left in here]) <= (20 if chat < 0 else 60)
        assert all(later.at - earlier.at >= 1 for earlier, later in pairwise(here) if later.due)


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 3)), max_size=200))
@settings(max_examples=30, deadline=None)
@leaping
async def test_without_a_flood_no_answer_waits_and_due_keep_the_pace(
    said: list[tuple[bool, float]],
) -> None:
    town, chats = Town(), count(1)
    await asyncio.gather(*(town.say(next(chats), due=due, at=at) for due, at in said))
    assert all(left.waited < SOON for left in town.left if not left.due)
    assert most_within(1, town.times(due=True)) <= 25
