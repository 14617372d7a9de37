"""Telegram's pace as a strict server would count it: what left within any one second."""

from collections import deque
from math import ceil

EVERYBODY = 30
"""Messages a second to all chats; one a second to each (core.telegram.org/bots/faq)."""


class Sliding:
    """Windows of one second, over all and for each chat. What is refused does not count."""

    def __init__(self) -> None:
        self._all: deque[float] = deque(maxlen=EVERYBODY)
        self._chats: dict[int, float] = {}

    def wait(self, chat: int | None, now: float) -> int:
        """Whole seconds to wait, 0 if it may go. Without a chat (an edit) it counts over all only."""
        free = self._all[0] + 1 if len(self._all) == EVERYBODY else now
        if chat is not None:
            free = max(free, self._chats.get(chat, now - 1) + 1)
        if free > now:
            return ceil(free - now)
        self._all.append(now)
        if chat is not None:
            self._chats[chat] = now
        return 0
