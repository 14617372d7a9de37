"""An announcement's recipients, frozen when it starts: one row each, in how long."""

import time
from contextlib import ExitStack
from functools import partial

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from db import sendings
from db.announcements import Announcement
from db.deliveries import Delivery
from db.engine import Database, connect
from tests.bench import seed
from tests.bench.databases import Grounds, filled
from tests.bench.results import Result, Row, medians, verdict

READERS = 10_000
WANTED = 1.0
"""Seconds a thousand recipients."""


def measure(grounds: Grounds, rounds: int) -> Result:
    """Both databases, round by round; medians."""
    with ExitStack() as stack:
        places = {}
        for kind in grounds.kinds:
            url, _ = stack.enter_context(grounds.fresh(kind))
            filled(url, partial(seed.readers, count=READERS, first=1))
            places[kind] = Database(connect(url))
            stack.callback(places[kind].close)
        found: dict[str, list[Row]] = {kind: [] for kind in places}
        for _ in range(rounds):
            for kind, database in places.items():
                found[kind].append(_round(database))
    rows: list[Row] = [{"": kind, "recipients": READERS, **medians(rows)} for kind, rows in found.items()]
    return Result(
        "g  An announcement's recipients frozen",
        rows,
        [verdict(f"{row['']}, seconds a thousand", float(row["s a thousand"]), WANTED) for row in rows],
    )


def _round(database: Database) -> Row:
    database.work(_forget)
    began = time.perf_counter()
    count = database.work(_freeze)
    took = time.perf_counter() - began
    assert count == READERS, count
    return {"all, s": took, "s a thousand": took * 1000 / READERS}


def _freeze(session: Session) -> int:
    announcement = Announcement.kept(session, None, seed.ANNOUNCEMENT)
    assert announcement
    announcement.send_once(session, seed.THEN, seed.THEN)
    announcement.start_once(session, seed.THEN)
    sendings.freeze(session, announcement, seed.THEN)
    return session.scalars(select(func.count()).select_from(Delivery)).one()


def _forget(session: Session) -> None:
    session.execute(delete(Delivery))
    session.execute(update(Announcement).values(sent_at=None, starts_at=None, started_at=None))
