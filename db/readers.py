"""Readers: who of an announcement's people reads which of its versions, before it goes out and after."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from db import recipients, sendings, versions
from db.announcements import Announcement
from db.deliveries import Delivery, Outcome
from db.people import Person

Known = tuple[str, ...]
"""Languages that somebody knows, dearest first."""

SPEAKS = cast(Person.speaks, Text)
"""As text, because PostgreSQL compares no JSON."""


@dataclass(frozen=True)
class Line:
    """How many people read a version; or would, if there were one, instead of those in `instead`."""

    language: str
    people: int
    instead: Known = ()


def spread(session: Session, announcement: Announcement, now: datetime) -> Counter[Known]:
    """How many of its recipients know which languages. Counted by the database: they may be thousands."""
    to_all = recipients.people(announcement, now)
    asked = (
        select(recipients.READS, SPEAKS, func.count())
        .where(Person.id.in_(to_all))
        .group_by(recipients.READS, SPEAKS)
    )
    found: Counter[Known] = Counter()
    for first, speaks, people in session.execute(asked):
        found[tuple(versions.known(first, json.loads(speaks) if speaks else None))] += people
    return found


def lines(spread: Mapping[Known, int], written: Sequence[str], asked: Sequence[str]) -> list[Line]:
    """A line a language: those `written`, those `asked` about, and those that people would rather read.

    The first that was written comes first, then what most people want.
    """
    wanted = [code for known in spread for code in known[:2]]
    codes = list(dict.fromkeys([*written, *asked, *wanted]))
    found = [_line(spread, written, code) for code in codes]
    shown = [each for each in found if each.people or each.language in (*written, *asked)]
    return sorted(shown, key=lambda each: (each.language != written[0], -each.people))


def _line(spread: Mapping[Known, int], written: Sequence[str], language: str) -> Line:
    """One more version is read by whoever holds it dearer than what they read now."""
    there = [*written, *([] if language in written else [language])]
    instead: Counter[str] = Counter()
    for known, people in spread.items():
        if versions.choose(there, known) == language:
            instead[versions.choose(written, known)] += people
    others = () if language in written else tuple(code for code, _ in instead.most_common())
    return Line(language, instead.total(), others)


def by_version(session: Session, announcement: Announcement) -> Counter[str]:
    """How many people got it in which language: of those it has reached by now."""
    sent = *sendings.out(announcement), Delivery.outcome == Outcome.SENT
    asked = select(Delivery.shown, func.count()).where(*sent, Delivery.shown.is_not(None))
    found: Counter[str] = Counter()
    for shown, people in session.execute(asked.group_by(Delivery.shown)):
        found[str(shown).rpartition(":")[2]] += people
    return found
