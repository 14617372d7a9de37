"""People to measure with: pairs with a goal and a step each, and a programme full of readers."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from db import announcements
from db.goals import Goal
from db.pairs import Pair, Partner
from db.people import Address, Person, Role
from db.programmes import Member, Programme
from db.steps import Step

THEN = datetime(2026, 1, 1, tzinfo=UTC)
NEVER = THEN.replace(year=THEN.year + 10)
"""After every measurement."""
PAIRS_OF, READERS_OF = 1, 2
"""The two programmes."""
ANNOUNCEMENT = 1
NOON = 12


def pairs(session: Session, count: int) -> list[int]:
    """Pairs of an Arabic-reading mentee and a French-reading mentor; everybody's id, chat and step agree."""
    everybody = list(range(1, 2 * count + 1))
    pair = {id: (id + 1) // 2 for id in everybody}
    session.add(Programme(id=PAIRS_OF, name="Pairs", zone=_zone(), language="fr", created_at=THEN))
    session.flush()
    _join(session, everybody, PAIRS_OF)
    season = {"programme_id": PAIRS_OF, "matched_at": THEN, "ends_at": NEVER}
    together = [{"id": id, **season} for id in range(1, count + 1)]
    session.execute(insert(Pair), together)
    session.execute(
        insert(Partner),
        [{"pair_id": pair[id], "person_id": id, "role": _role(id)} for id in everybody],
    )
    mentees = everybody[::2]
    session.execute(insert(Goal), [{**_wrote(id), "pair_id": pair[id]} for id in mentees])
    session.execute(insert(Step), [{**_wrote(id), "goal_id": mentees[pair[id] - 1]} for id in everybody])
    return everybody


def readers(session: Session, count: int, first: int) -> int:
    """A programme of readers, a draft of an announcement to them, and its coordinator's id: the last one."""
    zone = _zone()
    made = Programme(id=READERS_OF, name="Readers", zone=zone, language="fr", created_at=THEN, grace=0)
    session.add(made)
    session.flush()
    everybody = list(range(first, first + count))
    _join(session, everybody, READERS_OF)
    rosa = everybody[-1]
    session.execute(
        insert(Member),
        [{"person_id": rosa, "programme_id": READERS_OF, "role": Role.COORDINATOR, "joined_at": THEN}],
    )
    words = "The choir sings on Sunday at five. Everybody is welcome. Bring somebody along."
    announcements.write(session, made, session.get_one(Person, rosa), words, THEN)
    return rosa


def _join(session: Session, ids: list[int], programme: int) -> None:
    session.execute(insert(Person), [_person(id) for id in ids])
    session.execute(insert(Address), [{"person_id": id, "channel": "telegram", "ref": id} for id in ids])
    session.execute(
        insert(Member),
        [{"person_id": id, "programme_id": programme, "role": _role(id), "joined_at": THEN} for id in ids],
    )


def _person(id: int) -> dict[str, object]:
    language = "ar" if id % 2 else "fr"
    name = f"Ada {id}" if id % 2 else f"Nia {id}"
    spoken = {"app_language": language, "language": language, "speaks": [language]}
    return {"id": id, "name": name, "zone": _zone(), "created_at": THEN, **spoken}


def _role(id: int) -> Role:
    return Role.MENTEE if id % 2 else Role.MENTOR


def _wrote(id: int) -> dict[str, object]:
    words = "Learn five sentences for the café together"
    return {"id": id, "written_by_id": id, "added_at": THEN, "words": words, "language": "fr"}


def awake(session: Session) -> None:
    """Everybody has pressed something today, and every pair stirred: no press is the first one of a day."""
    now = datetime.now(UTC)
    session.execute(update(Person).values(seen_on=now.astimezone(ZoneInfo(_zone())).date()))
    session.execute(update(Pair).values(stirred_at=now))


def noon(day: date) -> datetime:
    """Noon where they all live."""
    return datetime.combine(day, time(NOON), ZoneInfo(_zone())).astimezone(UTC)


def _zone() -> str:
    """A zone where it is about noon now, so that quiet hours hold nothing back."""
    east = (NOON - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-east:+d}" if east else "Etc/GMT"
