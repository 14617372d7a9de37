"""Thanks: one sentence from each of a pair to the others, opened for all at once."""

import enum
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import meetings, pairs
from db.base import Numbered, choice
from db.goals import WORDS_LENGTH
from db.pairs import Pair
from db.people import Person
from db.seasons import LAST_MEETING


class Ready(enum.StrEnum):
    """What can be said by one tap; each reads it in their own language."""

    TIME = "time"
    PATIENCE = "patience"
    LISTENING = "listening"
    LAUGHTER = "laughter"
    LEARNT = "learnt"
    COURAGE = "courage"


class Thanks(Numbered):
    """One person's sentence: typed, in the language of its writer, or a ready one."""

    __tablename__ = "thanks"
    __table_args__ = (UniqueConstraint("pair_id", "person_id"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    words: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    ready: Mapped[Ready | None] = mapped_column(choice(Ready))
    language: Mapped[str]
    written_at: Mapped[datetime]
    person: Mapped[Person] = relationship(lazy="raise")


@dataclass(frozen=True)
class Bouquet:
    """The sentences of a pair of so many people, first to last.

    Open once all are there, or at the end: it is `over`, or they have met in its last two weeks.
    """

    found: list[Thanks]
    people: int
    over: bool

    def of(self, person: Person) -> Thanks | None:
        """The person's own."""
        return next((each for each in self.found if each.person_id == person.id), None)

    @property
    def open(self) -> bool:
        """Whether each may read what the others wrote."""
        return bool(self.found) and (self.over or len(self.found) == self.people)


def of_pair(session: Session, pair: Pair) -> Bouquet:
    """The sentences of those who are in the pair, each with its writer."""
    session.flush()
    people = [each.person_id for each in pair.partners]
    whole = select(Thanks).options(joinedload(Thanks.person))
    asked = whole.where(Thanks.pair_id == pair.id, Thanks.person_id.in_(people))
    found = session.scalars(asked.order_by(Thanks.id), execution_options={"populate_existing": True})
    over = pair.ended_at is not None or last_meetings(session, pair) > 0
    return Bouquet(list(found), len(pair.partners), over)


def last_meetings(session: Session, pair: Pair) -> int:
    """How often a pair has met in the last two weeks of its season."""
    return meetings.count_held(session, pair, pair.ends_at - LAST_MEETING)


def say(session: Session, pair: Pair, thanks: Thanks) -> Bouquet:
    """Keep somebody's sentence in place of an earlier one, unless that is open by now."""
    pairs.hold(session, pair)
    before = of_pair(session, pair)
    own = before.of(thanks.person)
    if own and before.open:
        return before
    if own:
        own.words, own.ready, own.language = thanks.words, thanks.ready, thanks.language
    else:
        thanks.pair_id = pair.id
        session.add(thanks)
    return of_pair(session, pair)


def of_person(session: Session, person: Person) -> list[Thanks]:
    """Every sentence somebody gave, oldest first."""
    return list(session.scalars(select(Thanks).where(Thanks.person_id == person.id).order_by(Thanks.id)))
