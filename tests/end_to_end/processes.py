"""The real process: started as an operator would, frozen, killed or told to stop, and what it said."""

import asyncio
import itertools
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.end_to_end.doors import HERE, Door, Trap, free_port
from tests.end_to_end.watching import until

ROOT = Path(__file__).parents[2]


@dataclass
class Passerelle:
    """One `python -m bot …` with its door to Telegram; what it says is in two files."""

    process: asyncio.subprocess.Process
    door: Door
    port: int
    said: Path
    errors: Path

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self.process.returncode is None

    @property
    def log(self) -> str:
        """What it wrote to standard error."""
        return self.errors.read_text("utf-8")

    @property
    def url(self) -> str:
        """Its web port's origin."""
        return f"http://{HERE}:{self.port}"

    @property
    def cores(self) -> set[int]:
        """Where the system may run any of its threads."""
        threads = [int(each.name) for each in Path(f"/proc/{self.process.pid}/task").iterdir()]
        return {core for each in threads for core in os.sched_getaffinity(each)}

    def kill(self) -> None:
        """kill -9."""
        if self.alive:
            self.process.kill()

    def dies_at(self, method: str, nth: int = 1, *, acted: bool = False) -> Trap:
        """Have it killed at the nth call of a method from now on: before Telegram acts, or after."""
        self.door.trap = Trap(method, self.kill, nth, acted)
        return self.door.trap

    async def ended(self, seconds: float = 60) -> int:
        """Wait for its end; the exit code."""
        async with asyncio.timeout(seconds):
            return await self.process.wait()

    async def stop(self) -> int:
        """SIGTERM, as hosts do, and the ten seconds they grant; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return await self.ended(10)

    async def polls(self) -> None:
        """Open its door, and wait until it asks for updates."""
        self.door.open.set()
        await until(lambda: self.door.calls["getUpdates"] or not self.alive, "it polls")
        assert self.alive, self.log

    async def says(self, words: str) -> None:
        """Wait until its log holds these words."""
        await until(lambda: words in self.log or not self.alive, f"{words!r} in the log")
        assert words in self.log, self.log


@dataclass
class Launcher:
    """Starts processes in a folder of their own, so that no `.env` of ours is read."""

    folder: Path
    environment: dict[str, str]
    started: list[Passerelle] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    async def __call__(self, door: Door, *arguments: str, **environment: str) -> Passerelle:
        """Start one. It comes to Telegram through its door."""
        port, number = free_port(), next(self.numbers)
        said, errors = (self.folder / f"{number}.{name}" for name in ("said", "errors"))
        given = {**self.environment, "TELEGRAM_API": door.origin, "PORT": str(port), **environment}
        with said.open("wb") as out, errors.open("wb") as err:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                *(arguments or ("run",)),
                cwd=self.folder,
                env={key: value for key, value in given.items() if value},
                stdout=out,
                stderr=err,
            )
        started = Passerelle(process, door, port, said, errors)
        self.started.append(started)
        return started

    async def end(self) -> None:
        """Nothing we started outlives the test."""
        for each in self.started:
            each.kill()
            await each.ended()


def surroundings(token: str, database_url: str) -> dict[str, str]:
    """The environment of a process: ours, without what is ours alone, with its settings."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "TMPDIR") if key in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "TELEGRAM_TOKEN": token,
        "DATABASE_URL": database_url,
    }
