"""How long from the command to the first poll, and what a bot holds when idle."""

import time
from pathlib import Path

from tests.bench.bots import ECHO, Kind, product
from tests.bench.databases import Grounds
from tests.bench.results import Result, Row, medians, verdict
from tests.bench.server import null_server

CALM = 1.0
"""Seconds after the first poll: by then a bot has introduced itself."""


def measure(grounds: Grounds, rounds: int) -> Result:
    """The bare echo and the product on a migrated database, in turn; medians."""
    echo, ours = [], []
    with grounds.fresh("SQLite") as (url, folder):
        for _ in range(rounds):
            echo.append(_run(ECHO, folder))
            ours.append(_run(product(url), folder))
    return _result(medians(echo), medians(ours))


def _run(kind: Kind, folder: Path) -> Row:
    with null_server() as server, kind.running(server.origin, folder) as bot:
        report = server.when(lambda report: report.polls > 0)
        time.sleep(CALM)
        memory = bot.memory()
    first = (report.first_poll - bot.started) * 1000
    return {"first poll, ms": first, "RSS, MiB": memory["Rss"], "PSS, MiB": memory["Pss"]}


def _result(echo: dict[str, float], ours: dict[str, float]) -> Result:
    times = {name: ours[name] / echo[name] for name in ours}
    return Result(
        "d  Start and idle memory",
        [{"": ECHO.name, **echo}, {"": "Passerelle", **ours}, {"": "times", **times}],
        [verdict(name, ratio, 2.0) for name, ratio in times.items()],
    )
