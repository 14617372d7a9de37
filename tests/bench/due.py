"""What is due, found and claimed among many rows: as fast among a million as among a hundred thousand."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, suppress
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy import text, update
from sqlalchemy.orm import Session

from db import deliveries
from db.deliveries import Delivery
from db.engine import Database, connect
from tests.bench import seed
from tests.bench.databases import Grounds, filled
from tests.bench.results import Result, Row, medians, verdict

DUE = 1000
SIZES = (100_000, 1_000_000)
NOW = datetime(2027, 3, 4, 12, tzinfo=UTC)
HEARTBEAT = 0.001
"""Seconds between two beats; what comes later than that is a stall."""

# One person's rows, a minute apart: DUE of them before NOW, all others after it.
NUMBERS = {
    "SQLite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :size) "
    "SELECT 1, 'nudges.word', 'nudge', 0, "
    "strftime('%Y-%m-%d %H:%M:%S.000000', :first, (i * 60) || ' seconds') FROM n",
    "PostgreSQL": "SELECT 1, 'nudges.word', 'nudge', 0, "
    "CAST(:first AS timestamptz) + i * interval '1 minute' FROM generate_series(1, :size) AS n(i)",
}
COLUMNS = "INSERT INTO deliveries (person_id, link, kind, tries, due_at) "


def measure(grounds: Grounds, rounds: int) -> Result:
    """Both databases, both sizes, round by round; medians."""
    with ExitStack() as stack:
        places = {}
        for kind in grounds.kinds:
            for size in SIZES:
                url, _ = stack.enter_context(grounds.fresh(kind))
                filled(url, partial(_fill, kind=kind, size=size))
                database = Database(connect(url))
                stack.callback(database.close)
                places[kind, size] = database
        found: dict[tuple[str, int], list[Row]] = {place: [] for place in places}
        for _ in range(rounds):
            for place, database in places.items():
                found[place].append(asyncio.run(_round(database)))
    return _result({place: medians(rows) for place, rows in found.items()})


def _fill(session: Session, kind: str, size: int) -> None:
    seed.pairs(session, 1)
    first = (NOW - timedelta(minutes=DUE)).strftime("%Y-%m-%d %H:%M:%S")
    values = {"first": first if kind == "SQLite" else f"{first}+00", "size": size}
    session.execute(text(COLUMNS + NUMBERS[kind]), values)


async def _round(database: Database) -> Row:
    at_once = await _claimed(database, lambda: _take(database, DUE))
    one_by_one = await _claimed(database, lambda: _take_each(database))
    return {
        "at once, ms": at_once[0],
        "one by one, ms": one_by_one[0],
        "idle look, ms": (await _claimed(database, lambda: _take(database, 1), expected=0))[0],
        "longest stall, ms": max(at_once[1], one_by_one[1]),
    }


async def _claimed(
    database: Database, take: Callable[[], Awaitable[int]], expected: int = DUE
) -> tuple[float, float]:
    """Milliseconds to claim what is due, and of the loop's longest stall meanwhile."""
    if expected:
        await database.run(_give_back)
    stalls: list[float] = []
    heart = asyncio.create_task(_beat(stalls))
    await asyncio.sleep(0)
    began = time.perf_counter()
    count = await take()
    taken = time.perf_counter() - began
    heart.cancel()
    with suppress(asyncio.CancelledError):
        await heart
    assert count == expected, count
    return taken * 1000, max(stalls, default=0.0) * 1000


async def _take(database: Database, limit: int) -> int:
    return len(await database.run(lambda session: deliveries.claim(session, NOW, limit)))


async def _take_each(database: Database) -> int:
    count = 0
    while await _take(database, 1):
        count += 1
    return count


async def _beat(stalls: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(HEARTBEAT)
        stalls.append(time.perf_counter() - before - HEARTBEAT)


def _give_back(session: Session) -> None:
    claimed = update(Delivery).where(Delivery.claimed_at.is_not(None)).values(claimed_at=None)
    session.execute(claimed, execution_options={"synchronize_session": False})


def _result(found: dict[tuple[str, int], dict[str, float]]) -> Result:
    rows: list[Row] = [{"": kind, "rows": size, **figures} for (kind, size), figures in found.items()]
    small, large = SIZES
    grown = {kind: found[kind, large]["at once, ms"] / found[kind, small]["at once, ms"] for kind, _ in found}
    return Result(
        f"c  {DUE} due rows found and claimed",
        rows,
        [verdict(f"{kind}, ten times the rows", ratio, 1.5) for kind, ratio in grown.items()],
    )
