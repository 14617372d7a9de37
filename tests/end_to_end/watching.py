"""Waiting for something to have happened: by looking again and again, never by letting time pass."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

GLANCE = 0.005
"""Seconds between two looks."""


async def until(happened: Callable[[], T], what: str, seconds: float = 60) -> T:
    """What a look finds, looking again while that is nothing. Fails with `what` when it never comes."""
    for _ in range(int(seconds / GLANCE)):
        if found := happened():
            return found
        await asyncio.sleep(GLANCE)
    raise AssertionError(f"it never came to this: {what}")
