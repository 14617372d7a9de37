"""Pressed buttons that wait for their answer: callback queries, which Telegram forgets quickly."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.playground.refusals import Refusal, Why

ANSWERABLE_FOR = timedelta(seconds=150)
MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Press:
    """One press: who pressed what, where, and when (UTC)."""

    id: str
    person: int
    chat: int
    message: int
    data: str
    at: datetime


class Presses:
    """The unanswered presses."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Press] = OrderedDict()
        self._last = 4_000_000_000_000_000

    def next_id(self) -> str:
        self._last += 1
        return str(self._last)

    def keep(self, press: Press) -> None:
        self._open[press.id] = press
        if len(self._open) > MOST_KEPT:
            self._open.popitem(last=False)

    def answer(self, query_id: str, now: datetime) -> Press:
        """Takes a press out; raises `Refusal` when it is unknown, answered, or older than 150 seconds."""
        press = self._open.pop(query_id, None)
        if press is None or now - press.at > ANSWERABLE_FOR:
            raise Refusal(Why.QUERY_TOO_OLD)
        return press
