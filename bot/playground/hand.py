"""A hand that holds one phone of the pocket Telegram: it opens, presses, says, and waits for an answer."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.playground.phone import Phone
from bot.playground.pocket import Pocket
from bot.playground.wire import Call

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds to wait for the bot before giving up."""
GLANCE = 0.005
"""Seconds between two looks at the wire."""


class Hand:
    """Somebody with a phone who talks with the bot in private."""

    def __init__(self, pocket: Pocket, name: str, language: str) -> None:
        self.id = pocket.add_person(name, language).id
        self._pocket = pocket
        self._phone = Phone(pocket, self.id)

    async def opens(self, link: str) -> None:
        """Open a deep link."""
        before = self._last_call()
        self._phone.open(link)
        await self._answered(before)

    async def says(self, text: str) -> None:
        """Write something."""
        before = self._last_call()
        self._phone.say(self.id, text)
        await self._answered(before)

    async def presses(self, link: str) -> None:
        """Press the newest button whose link begins like this, as soon as there is one."""
        found = await self._seen(lambda: self._button(link))
        before = self._last_call()
        self._phone.press(self.id, *found)
        await self._answered(before)

    def _button(self, link: str) -> tuple[int, str] | None:
        """The message and the whole link."""
        for message in reversed(self._pocket.chats[self.id].log.values()):
            for button in (button for row in message.keyboard for button in row):
                if button.action == "callback_data" and button.value.startswith(link):
                    return message.id, button.value
        return None

    def _last_call(self) -> int:
        calls = self._pocket.wire.since(0)
        return calls[-1].number if calls else 0

    async def _answered(self, before: int) -> None:
        """Wait until the bot has shown something in this chat."""
        await self._seen(lambda: any(map(self._shows, self._pocket.wire.since(before))) or None)

    def _shows(self, call: Call) -> bool:
        return call.method.startswith(("send", "edit")) and str(call.params.get("chat_id")) == str(self.id)

    async def _seen(self, look: Callable[[], T | None]) -> T:
        """What a look finds, looking again until it does. Raises TimeoutError."""
        for _ in range(int(PATIENCE / GLANCE)):
            if (found := look()) is not None:
                return found
            await asyncio.sleep(GLANCE)
        raise TimeoutError("the bot did not answer")
