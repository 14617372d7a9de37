"""Ceasing: a pair is over, and nothing of it comes to anybody any more."""

from datetime import datetime

from sqlalchemy.orm import Session

from db import deliveries, meetings, outlook, partings
from db.deliveries import Delivery
from db.kinds import RULES, About, Kind
from db.pairs import Pair
from db.partings import Way
from db.rhythm import Reason
from handlers import following
from handlers.kit.links import split


def close(session: Session, pair: Pair, way: Way, now: datetime) -> bool:
    """End a pair at once; the coordinators hear of it. False if it was over."""
    parting = partings.part(session, pair, way, now)
    if parting is None:
        return False
    let_go(session, pair, [each.person_id for each in pair.partners], now)
    following.tell_all(session, parting, pair.programme_id)
    return True


def let_go(session: Session, pair: Pair, people: list[int], now: datetime) -> None:
    """Nothing of the pair comes to these (ids) any more; no weekly word either, to whoever is in no other."""
    over = {About.PAIR: {pair.id}, About.MEETING: meetings.ids(session, pair), About.NEITHER: set[int]()}
    outlook.end(session, Kind.NUDGE, set(people) - partings.together(session, people))
    rows = [row for row in deliveries.coming(session, people) if _first(row) in over[RULES[row.kind].about]]
    deliveries.let_go(session, rows, Reason.PARTED, now)


def _first(row: Delivery) -> int:
    """The number that a link gives first."""
    _, given, _ = split(row.link)
    return int(given[0]) if given and given[0].isdecimal() else 0
