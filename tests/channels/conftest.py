"""A channel on a wire that goes nowhere."""

import pytest

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.gate import Gate
from tests.channels.wire import Wire, connected


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
async def channel(wire: Wire) -> Telegram:
    return Telegram(await connected(wire), Gate())
