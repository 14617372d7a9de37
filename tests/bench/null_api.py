"""A Bot API that costs next to nothing: canned answers, a backlog given out, and a note of when."""

import json
from asyncio import AbstractEventLoop
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.bench.sliding import Sliding

SHOWS = ("sendMessage", "editMessageText")
HOLD = 8.0
"""Seconds a poll is held when there is nothing: less than python-telegram-bot waits by default."""
BATCH = 100

MESSAGE = {"message_id": 7, "date": 1800000000, "chat": {"id": 1, "type": "private"}, "text": "…"}
ME = {"id": 4242, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
ANSWERS = {
    "getMe": ME,
    "sendMessage": MESSAGE,
    "editMessageText": MESSAGE,
    "getMyCommands": [],
    "getMyName": {"name": ""},
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}

Reply = Callable[[int, bytes], None]


def ok(result: object) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


CANNED = {method: ok(result) for method, result in ANSWERS.items()}
TRUE = ok(True)


@dataclass
class Report:
    """What happened since the last reset. Moments in seconds of the monotonic clock, nan before the first."""

    polls: int = 0
    first_poll: float = float("nan")
    served: float = float("nan")
    sent: int = 0
    sent_last: float = float("nan")
    edited: int = 0
    shown: float = float("nan")
    refused: int = 0
    waits: list[float] = field(default_factory=list)


class NullApi:
    """One bot's server. `latency` is there and back, in seconds; `limited` enforces Telegram's pace."""

    def __init__(self, loop: AbstractEventLoop, latency: float, limited: bool) -> None:
        self._loop = loop
        self._way = latency / 2
        self._sliding = Sliding() if limited else None
        self._backlog: deque[bytes] = deque()
        self._polls: list[Reply] = []
        self._pressed: dict[int, float] = {}
        self._report = Report()

    def feed(self, updates: list[bytes], chat: int = 0) -> None:
        """Have updates waiting. With a `chat`, note how long until its message is edited."""
        if chat:
            self._pressed[chat] = self._loop.time()
        self._backlog.extend(updates)
        self._serve()

    def report(self) -> Report:
        """What happened since the last reset."""
        return self._report

    def reset(self) -> None:
        """Count anew."""
        self._report = Report()

    def take(self, method: str, body: bytes, reply: Reply) -> None:
        """A call, answered once it has travelled."""
        if not self._way:
            return self._arrived(method, body, reply)
        self._loop.call_later(self._way, self._arrived, method, body, self._travelling(reply))
        return None

    def _travelling(self, reply: Reply) -> Reply:
        return lambda status, answer: (self._loop.call_later(self._way, reply, status, answer), None)[1]

    def _arrived(self, method: str, body: bytes, reply: Reply) -> None:
        if method == "getUpdates":
            self._poll(reply)
        elif method in SHOWS:
            self._show(method, body, reply)
        else:
            reply(200, CANNED.get(method, TRUE))

    def _poll(self, reply: Reply) -> None:
        if not self._report.polls:
            self._report.first_poll = self._loop.time()
        self._report.polls += 1
        self._polls.append(reply)
        self._serve()
        if reply in self._polls:
            self._loop.call_later(HOLD, self._empty, reply)

    def _serve(self) -> None:
        if not (self._backlog and self._polls):
            return
        if self._report.served != self._report.served:
            self._report.served = self._loop.time()
        batch = [self._backlog.popleft() for _ in range(min(BATCH, len(self._backlog)))]
        self._polls.pop(0)(200, b'{"ok":true,"result":[' + b",".join(batch) + b"]}")

    def _empty(self, reply: Reply) -> None:
        if reply in self._polls:
            self._polls.remove(reply)
            reply(200, ok([]))

    def _show(self, method: str, body: bytes, reply: Reply) -> None:
        if self._sliding and not self._passes(self._sliding, method, body, reply):
            return
        self._report.shown = self._loop.time()
        if method == "sendMessage":
            self._report.sent += 1
            self._report.sent_last = self._report.shown
        else:
            self._report.edited += 1
        reply(200, CANNED[method])

    def _passes(self, sliding: Sliding, method: str, body: bytes, reply: Reply) -> bool:
        """Whether the pace allows it; answered with 429 if not."""
        now, chat = self._loop.time(), int(json.loads(body)["chat_id"])
        wait = sliding.wait(chat if method == "sendMessage" else None, now)
        if wait:
            self._report.refused += 1
            reply(429, _flood(wait))
        elif chat in self._pressed:
            self._report.waits.append(now - self._pressed.pop(chat))
        return not wait


def _flood(seconds: int) -> bytes:
    said = f"Too Many Requests: retry after {seconds}"
    refusal = {
        "ok": False,
        "error_code": 429,
        "description": said,
        "parameters": {"retry_after": seconds},
    }
    return json.dumps(refusal).encode()
