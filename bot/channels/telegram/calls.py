"""Calls of the Bot API, lean: parameters leave as they are, and no objects are made of answers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from telegram import Bot
from telegram.request import RequestData


@dataclass(frozen=True)
class Parameters:
    """What a call without files carries: data that JSON knows, where PTB would look into each value."""

    parameters: Mapping[str, Any]
    contains_files = False

    @property
    def json_payload(self) -> bytes:
        """What leaves: Telegram reads nested values and those in strings alike."""
        return json.dumps(self.parameters).encode()


async def call(bot: Bot, method: str, **parameters: object) -> Any:
    """The result of a method as Telegram words it.

    Raises TelegramError for what Telegram refuses and for what the network swallows.
    """
    given = cast("RequestData", Parameters(parameters))  # PTB hands it on to our own request, unseen
    return await bot.request.post(f"{bot.base_url}/{method}", given)
