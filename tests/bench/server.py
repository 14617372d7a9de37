"""The null Bot API in a process of its own, and the wire to steer it by."""

import asyncio
import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection as Pipe
from typing import Any

import uvloop

from tests.bench.http import Connection
from tests.bench.null_api import NullApi, Report

HOST = "127.0.0.1"
GLANCE = 0.03
"""Seconds between two looks at the report."""


class Server:
    """The handle to the process; one call at a time."""

    def __init__(self, pipe: Pipe, port: int) -> None:
        self._pipe = pipe
        self.origin = f"http://{HOST}:{port}"

    def feed(self, updates: list[bytes], chat: int = 0) -> None:
        """Have updates waiting. With a `chat`, note how long until its message is edited."""
        self._ask("feed", updates, chat)

    def reset(self) -> None:
        """Count anew."""
        self._ask("reset")

    def when(self, true: Callable[[Report], bool], patience: float = 60.0) -> Report:
        """The report once something is true of it. Raises TimeoutError after `patience` seconds."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            report: Report = self._ask("report")
            if true(report):
                return report
            time.sleep(GLANCE)
        raise TimeoutError(f"the bot did not get there: {report}")

    def _ask(self, name: str, *arguments: object) -> Any:
        self._pipe.send((name, arguments))
        return self._pipe.recv()


@contextmanager
def null_server(latency: float = 0.0, *, limited: bool = False) -> Iterator[Server]:
    """A server for the length of a block."""
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    process = spawning.Process(target=_serve, args=(there, latency, limited), daemon=True)
    process.start()
    there.close()
    try:
        yield Server(here, here.recv())
    finally:
        process.terminate()
        process.join()


def _serve(pipe: Pipe, latency: float, limited: bool) -> None:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serving(pipe, latency, limited))


async def _serving(pipe: Pipe, latency: float, limited: bool) -> None:
    loop = asyncio.get_running_loop()
    api = NullApi(loop, latency, limited)
    server = await loop.create_server(lambda: Connection(api), HOST, 0)
    pipe.send(server.sockets[0].getsockname()[1])
    while True:
        name, arguments = await loop.run_in_executor(None, pipe.recv)
        pipe.send(getattr(api, name)(*arguments))
