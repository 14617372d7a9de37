"""Bots in processes of their own, the product and two rivals, and what the machine spends on them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOKEN = "4242:bench-token-of-nobody"
TICKS = os.sysconf("SC_CLK_TCK")
MIB = 1024


@dataclass(frozen=True)
class Bot:
    """A running bot and the moment it was started, in seconds of the monotonic clock."""

    pid: int
    started: float

    def cpu(self) -> float:
        """Seconds of processor it has used, its own and the system's for it."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> dict[str, float]:
        """MiB it holds: `Rss`, and `Pss` with what is shared counted in shares."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()
        found = {name: rest for name, _, rest in (line.partition(":") for line in lines)}
        return {name: int(found[name].split()[0]) / MIB for name in ("Rss", "Pss")}


@dataclass(frozen=True)
class Kind:
    """A sort of bot: what is run, and with which settings beside the server's address."""

    name: str
    command: tuple[str, ...]
    settings: Mapping[str, str]

    @contextmanager
    def running(self, origin: str, folder: Path) -> Iterator[Bot]:
        """One of them for the length of a block, at work in a folder of its own."""
        ours = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API": origin, "PORT": str(_free_port())}
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **ours, **self.settings}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # from its second start on, a bot in use has it
        started = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", *self.command], cwd=folder, env=environment, stdout=subprocess.DEVNULL
        )
        try:
            yield Bot(process.pid, started)
        finally:
            process.kill()
            process.wait()


def product(database_url: str) -> Kind:
    """Passerelle as it is run, on a database."""
    name = "PostgreSQL" if database_url.startswith("postgresql") else "SQLite"
    settings = {"DATABASE_URL": database_url, "LOG_LEVEL": "WARNING"}
    return Kind(f"Passerelle, {name}", ("bot", "run"), settings)


ECHO = Kind("bare echo", ("tests.bench.echo_bot",), {})
OBVIOUS = Kind("the obvious build", ("tests.bench.obvious_bot",), {})


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
