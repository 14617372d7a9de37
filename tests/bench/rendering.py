"""A thousand weekly words decided and written for their readers, one after the other in one thread."""

import time
from collections import Counter
from datetime import date, timedelta
from functools import partial

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from bot.conversation import Conversation
from bot.postman import Postman
from db import deliveries, meetings, places
from db.deliveries import Delivery
from db.engine import Database, connect
from db.kinds import Kind
from db.pairs import LASTING, Pair
from db.places import Spot
from db.steps import Step
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
            filled(url, _live)
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
    why = Counter(str(parcel.screen.why) for parcel in written if parcel)
    return {**dict(sorted(why.items())), **spent}


def _live(session: Session) -> None:
    """A third of the pairs has a step due soon, one has not met for long, one is new and lacks nothing."""
    seed.pairs(session, DUE)
    soon, young = NOW.date() + timedelta(days=2), NOW - timedelta(weeks=3)
    session.execute(update(Step).where(Step.id % 6 == 1).values(until=soon))
    session.execute(update(Pair).where(Pair.id % 3 == 0).values(matched_at=young))
    for pair in session.scalars(LASTING.where(Pair.id % 3 == 0)).all():
        place = places.at_spot(session, pair, pair.people[0], Spot.CAFE, young)
        meetings.propose(session, place, pair.people[0], NOW + timedelta(days=9), young)


def _plan(session: Session) -> None:
    """One due for one person of each pair, and nothing else."""
    session.execute(delete(Delivery))
    due = NOW - timedelta(seconds=1)
    row = {"kind": Kind.NUDGE, "link": nudges.word.link(), "tries": 0, "due_at": due}
    mentees = range(1, 2 * DUE, 2)
    session.execute(insert(Delivery), [{**row, "person_id": id} for id in mentees])
