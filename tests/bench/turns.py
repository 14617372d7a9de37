"""How many full turns a second, and what one costs: kept, pressed, page read, written, edited."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench import seed, updates
from tests.bench.bots import ECHO, OBVIOUS, Kind, product
from tests.bench.databases import Grounds, filled
from tests.bench.null_api import Report
from tests.bench.results import Result, Row, medians, verdict
from tests.bench.server import Server, null_server

PAIRS, WARMING = 200, 50
"""Pairs who press, and those who do before anything is measured, so that every bot has done so before.

Two people a pair and two presses each: few enough a person for the gate to hold nobody.
"""
CALM = 0.5
"""Seconds for what a bot does at its start, such as introducing itself."""
DEEDS = {"one write": updates.choosing, "a tick that the partner hears of": updates.ticking}
"""What is pressed: a page with reads and one write (a topic ticked on the list of what matters now), and
the daily one, which also keeps an act for the partner and has them hear of it: three writes."""

Contender = tuple[Kind, Path, list[bytes]]
Entrant = Callable[[Grounds], AbstractContextManager[Contender]]


def measure(grounds: Grounds, rounds: int) -> Result:
    """Everybody in turn, round by round; medians."""
    found: dict[str, list[Row]] = {}
    ours = [partial(_ours, name=name, deed=deed) for name in grounds.kinds for deed in DEEDS]
    entrants: list[Entrant] = [_echo, _obvious, *ours]
    for _ in range(rounds):
        for entrant in entrants:
            with entrant(grounds) as contender:
                found.setdefault(contender[0].name, []).append(_run(contender))
    return _result({name: medians(rows) for name, rows in found.items()})


@contextmanager
def _echo(grounds: Grounds) -> Iterator[Contender]:
    with grounds.fresh("SQLite") as (_, folder):
        yield ECHO, folder, updates.greeting(_people())


@contextmanager
def _obvious(grounds: Grounds) -> Iterator[Contender]:
    with grounds.fresh("SQLite") as (_, folder):
        yield OBVIOUS, folder, updates.ticking(_people())


@contextmanager
def _ours(grounds: Grounds, name: str, deed: str) -> Iterator[Contender]:
    with grounds.fresh(name) as (url, folder):
        everybody = filled(url, lambda session: seed.pairs(session, PAIRS + WARMING))
        filled(url, seed.awake)
        kind = product(url)
        yield replace(kind, name=f"{kind.name}, {deed}"), folder, DEEDS[deed](everybody)


def _people() -> range:
    return range(1, 2 * (PAIRS + WARMING) + 1)


def _run(contender: Contender) -> Row:
    kind, folder, backlog = contender
    warming, backlog = backlog[: 4 * WARMING], backlog[4 * WARMING :]
    with null_server() as server, kind.running(server.origin, folder) as bot:
        _settle(server)
        _press(server, warming)
        server.reset()
        before = bot.cpu()
        report = _press(server, backlog)
        spent = bot.cpu() - before
    return {
        "turns/s": len(backlog) / (report.shown - report.served),
        "CPU ms a turn": spent / len(backlog) * 1000,
    }


def _press(server: Server, backlog: list[bytes]) -> Report:
    server.feed(backlog)
    return server.when(lambda report: report.sent + report.edited >= len(backlog))


def _settle(server: Server) -> None:
    server.when(lambda report: report.polls > 0)
    time.sleep(CALM)


def _result(found: dict[str, dict[str, float]]) -> Result:
    pace = {name: figures["turns/s"] for name, figures in found.items()}
    rows: list[Row] = [
        {
            "": name,
            **figures,
            "× echo": pace[name] / pace[ECHO.name],
            "× obvious": pace[name] / pace[OBVIOUS.name],
        }
        for name, figures in found.items()
    ]
    slowest = min(pace[name] for name in found if name.endswith(", one write"))
    return Result(
        f"a  A full durable turn ({4 * PAIRS} presses a round)",
        rows,
        [
            verdict(
                "one write, on the slower database, against the bare echo",
                slowest / pace[ECHO.name],
                0.4,
                least=True,
            ),
            "The echo keeps nothing and makes one call an update; the others answer the press and edit.",
        ],
    )
