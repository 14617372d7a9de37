"""A short memory of the calls the bot made, for the wire log and for tests."""

from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

MOST_CALLS = 5_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call: when it came (UTC), how long it took, how it ended, and the fault it met."""

    at: datetime
    method: str
    params: dict[str, Any]
    milliseconds: float = 0
    code: int | None = None
    error: str | None = None
    fault: str | None = None
    updates: int | None = None
    number: int = 0

    def json(self) -> dict[str, Any]:
        told = {
            "n": self.number,
            "at": self.at.isoformat(),
            "method": self.method,
            "params": self.params,
            "ok": self.error is None,
            "ms": round(self.milliseconds, 1),
        }
        optional = {"code": self.code, "error": self.error, "fault": self.fault, "updates": self.updates}
        return told | {name: value for name, value in optional.items() if value is not None}

    def event(self) -> dict[str, Any]:
        """The line the page's wire log shows."""
        told = self.json()
        chat = told.pop("params").get("chat_id")
        return {"type": "wire", **told} | ({} if chat is None else {"chat": chat})


class Wire:
    """A bounded ring of calls, numbered from 1 in the order they ended."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=MOST_CALLS)
        self._last = 0

    def keep(self, call: Call) -> Call:
        self._last += 1
        numbered = replace(call, number=self._last)
        self._calls.append(numbered)
        return numbered

    def since(self, number: int) -> list[Call]:
        """The calls after that number, as far as they are remembered."""
        return [call for call in self._calls if call.number > number]
