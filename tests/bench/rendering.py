"""A thousand weekly words decided and written for their readers, one after the other in one thread."""

import time
from datetime import date, timedelta
from functools import partial

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from bot.conversation import Conversation
from bot.postman import Postman
from db import deliveries
from db.deliveries import Delivery
from db.engine import Database, connect
from db.kinds import Kind
from handlers import nudges, topics
from handlers.kit import catalogues
from tests.bench import seed
from tests.bench.databases import Grounds, filled
from tests.bench.results import Result, Row, medians, verdict

DUE = 1000
NOW = seed.noon(date(2027, 3, 4))
WANTED = 3.0
"""Seconds."""


def measure(grounds: Grounds, rounds: int) -> Result:
    """Both databases, round by round; medians."""
    rows: list[Row] = []
    for kind in grounds.kinds:
        with grounds.fresh(kind) as (url, _):
            filled(url, lambda session: seed.pairs(session, DUE))
            database = Database(connect(url))
            found = medians([_round(database) for _ in range(rounds)])
            rows.append({"": kind, **found})
            database.close()
    return Result(
        f"f  {DUE} weekly words decided and written",
        rows,
        [verdict(f"{row['']}, seconds of one core", float(row["CPU, s"]), WANTED) for row in rows],
    )


def _round(database: Database) -> Row:
    """Each in its own transaction, as they go; what is sent is nobody's concern here."""
    database.work(_plan)
    conversation = Conversation(topics.book(), catalogues.load(), str)
    postman = Postman(conversation, "telegram")
    claims = database.work(lambda session: deliveries.claim(session, NOW, DUE))
    cpu, wall = time.process_time(), time.perf_counter()
    written = [database.work(partial(postman.prepare, claim=each, now=NOW)) for each in claims]
    spent = {"CPU, s": time.process_time() - cpu, "wall, s": time.perf_counter() - wall}
    return {"written": len([parcel for parcel in written if parcel]), **spent}


def _plan(session: Session) -> None:
    """One due for one person of each pair, and nothing else."""
    session.execute(delete(Delivery))
    due = NOW - timedelta(seconds=1)
    row = {"kind": Kind.NUDGE, "link": nudges.word.link(), "tries": 0, "due_at": due}
    mentees = range(1, 2 * DUE, 2)
    session.execute(insert(Delivery), [{**row, "person_id": id} for id in mentees])
