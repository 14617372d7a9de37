"""A machine that does not answer, and processes that end while it is asked."""

import asyncio
from dataclasses import replace

import pytest

from db import translations
from db.translations import MOST_TRIES
from tests.handlers.test_announcements import PICNIC
from tests.translating.desk import Desk
from tests.translating.machine import Machine

BACKWARDS = PICNIC[::-1]


async def test_a_limit_is_waited_for(desk: Desk, machine: Machine) -> None:
    desk.asks()
    machine.mood = "limit"
    assert await desk.waits() == 0
    assert await desk.waits() == 0
    assert len(machine.heard) == 1
    machine.mood = ""
    desk.talk.clock.forward(seconds=6)
    assert await desk.waits() == 1
    desk.rosa.sees(BACKWARDS)


async def test_tries_have_an_end(desk: Desk, machine: Machine) -> None:
    desk.asks()
    machine.mood = "down"
    for _ in range(MOST_TRIES + 2):
        await desk.waits()
        desk.talk.clock.forward(minutes=2)
    assert len(machine.heard) == MOST_TRIES
    desk.rosa.sees("The machine does not answer. Please try again later.")
    machine.mood = ""
    desk.rosa.presses("Ask again")
    assert await desk.waits() == 1
    desk.rosa.sees(BACKWARDS)


@pytest.mark.parametrize(
    ("mood", "said"),
    [
        ("quota", "The machine has written enough for this month."),
        ("other", "The machine gave no words that we can use."),
    ],
)
async def test_what_trying_again_does_not_help(desk: Desk, machine: Machine, mood: str, said: str) -> None:
    desk.asks()
    machine.mood = mood
    assert await desk.waits() == 1
    desk.rosa.sees(said)
    desk.rosa.presses("I write it")
    desk.rosa.says("A picnic on Sunday.")
    desk.rosa.sees("A picnic on Sunday.")


async def test_a_wrong_key_is_said(desk: Desk) -> None:
    desk.translating.engine = replace(desk.translating.engine, key=None)
    desk.asks()
    assert await desk.waits() == 1
    desk.rosa.sees("The machine does not let us in. Its key is wrong.")


async def test_a_process_that_ended_in_the_middle(desk: Desk, machine: Machine) -> None:
    desk.asks()
    machine.mood = "silent"
    at_work = asyncio.create_task(desk.translating.work())
    await machine.came.wait()
    await desk.translating.finish()
    await at_work
    machine.mood = ""
    assert await desk.waits() == 0, "another process may still be at it"
    desk.talk.clock.forward(minutes=1)
    assert await desk.waits() == 1
    desk.rosa.sees(BACKWARDS)


async def test_one_that_ends_in_the_middle_every_time(desk: Desk, machine: Machine) -> None:
    desk.asks()
    for _ in range(MOST_TRIES):
        desk.talk.look(lambda session: translations.claim(session, desk.talk.clock.now()) and None)
        desk.talk.clock.forward(minutes=2)
    assert await desk.waits() == 1
    assert machine.heard == []
    desk.rosa.sees("The machine does not answer. Please try again later.")
