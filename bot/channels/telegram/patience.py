"""Waiting for Telegram when it does not answer, longer each time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from telegram.error import InvalidToken, TelegramError

FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
"""Seconds."""

log = structlog.get_logger()


async def until_answered(call: Callable[[], Awaitable[Any]]) -> None:
    """Call until it succeeds. Raises InvalidToken at once: waiting would not help."""
    wait = FIRST_WAIT
    while True:
        try:
            await call()
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("Telegram does not answer yet", why=type(error).__name__, seconds=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
        else:
            return
