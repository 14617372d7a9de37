"""Telegram's limits on how fast a bot may write, switched on when wanted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's published pace: 30 messages a second over all, 1 a second a chat, 20 a minute a group.

    Short bursts pass, as they do there: `burst` messages for a chat at once.
    """

    overall_per_second: float = 30
    chat_per_second: float = 1
    burst: int = 3
    group_per_minute: float = 20


@dataclass(slots=True)
class _Bucket:
    """A bucket of `size` messages that fills by `rate` a second."""

    size: float
    rate: float
    level: float
    at: datetime
    shut_until: datetime

    def wait(self, count: int, now: datetime) -> int:
        """Whole seconds until `count` messages may go, 0 for now; a bucket that says wait shuts for it."""
        if now < self.shut_until:
            return ceil((self.shut_until - now).total_seconds())
        filled = max(0.0, (now - self.at).total_seconds()) * self.rate
        self.level, self.at = min(self.size, self.level + filled), now
        # A tiny debt is rounding; an album larger than the bucket needs it full.
        missing = min(count, self.size) - self.level - 1e-9
        seconds = max(0, ceil(missing / self.rate))
        self.shut_until = now + timedelta(seconds=seconds)
        return seconds


class Meter:
    """Counts what the bot writes and says when it must stop."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._buckets: dict[tuple[str, int], _Bucket] = {}

    def charge(self, chat: int | None, count: int, now: datetime) -> int | None:
        """Seconds to wait (at least 1) when the messages come too fast, otherwise None.

        A chat of None (an edit) counts over all only. Who is refused stays refused until the time
        named is over, whatever the bucket holds by then.
        """
        wanted = [self._bucket(name, chat or 0, now) for name in self._names(chat)]
        seconds = max(bucket.wait(count, now) for bucket in wanted)
        if seconds:
            return seconds
        for bucket in wanted:
            bucket.level -= min(count, bucket.size)
        return None

    @staticmethod
    def _names(chat: int | None) -> list[str]:
        if chat is None:
            return ["overall"]
        return ["overall", "chat"] if chat > 0 else ["overall", "chat", "group"]

    def _bucket(self, name: str, chat: int, now: datetime) -> _Bucket:
        key = (name, 0 if name == "overall" else chat)
        if key not in self._buckets:
            size, rate = {
                "overall": (self.limits.overall_per_second, self.limits.overall_per_second),
                "chat": (float(self.limits.burst), self.limits.chat_per_second),
                "group": (self.limits.group_per_minute, self.limits.group_per_minute / 60),
            }[name]
            self._buckets[key] = _Bucket(size, rate, size, now, now)
        return self._buckets[key]
