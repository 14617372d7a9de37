"""As little of HTTP/1.1 as the clients of a Bot API speak: requests with a length, connections kept."""

import asyncio
from typing import cast

from tests.bench.null_api import NullApi

END = b"\r\n\r\n"
LENGTH = b"content-length:"
REASONS = {200: "OK", 429: "Too Many Requests"}


class Connection(asyncio.Protocol):
    """One connection; the calls on it come one after the other."""

    def __init__(self, api: NullApi) -> None:
        self._api = api
        self._got = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's are no subclass

    def data_received(self, data: bytes) -> None:
        self._got += data
        head, found, rest = self._got.partition(END)
        length = _length(head) if found else 0
        if not found or len(rest) < length:
            return
        self._got = rest[length:]
        path = head.split(b" ", 2)[1].partition(b"?")[0]
        self._api.take(path.rpartition(b"/")[2].decode(), rest[:length], self._reply)

    def _reply(self, status: int, answer: bytes) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        line = f"HTTP/1.1 {status} {REASONS[status]}\r\nContent-Type: application/json\r\n"
        self._transport.write(f"{line}Content-Length: {len(answer)}\r\n\r\n".encode() + answer)


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        if line.lower().startswith(LENGTH):
            return int(line[len(LENGTH) :])
    return 0
