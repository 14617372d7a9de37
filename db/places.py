"""Places where a pair meets: one everybody knows by its sort, or one in somebody's own words."""

import enum
import re
from datetime import datetime
from typing import Self

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Numbered, choice
from db.pairs import Pair, Partner
from db.people import Person

WORDS_LENGTH = 120
POINT = re.compile(r"(-?\d{1,2}\.\d{4}), (-?\d{1,3}\.\d{4})")


class Spot(enum.StrEnum):
    """A sort of place that needs no address, said in each reader's own words."""

    CAFE = "cafe"
    PARK = "park"
    LIBRARY = "library"
    CALL = "call"
    LATER = "later"


class Place(Numbered):
    """A place of a pair: either a `spot`, or `words` somebody wrote or shared as coordinates."""

    __tablename__ = "places"

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), index=True)
    added_by_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    added_at: Mapped[datetime]
    words: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    spot: Mapped[Spot | None] = mapped_column(choice(Spot))

    @property
    def point(self) -> tuple[str, str] | None:
        """Latitude and longitude in degrees, of a place that was shared and has no name yet."""
        found = POINT.fullmatch(self.words or "")
        return (found[1], found[2]) if found else None

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The place, for those in its pair while it lasts."""
        return session.scalar(
            select(cls)
            .join(Pair, Pair.id == cls.pair_id)
            .join(Partner, Partner.pair_id == Pair.id)
            .where(cls.id == id, Partner.person_id == person.id, Pair.ended_at.is_(None))
        )


def named(session: Session, pair: Pair, by: Person, words: str, now: datetime) -> Place:
    """The pair's place of that name, new if there is none yet; capitals make no difference."""
    known = session.scalars(select(Place).where(Place.pair_id == pair.id).order_by(Place.id))
    same = (each for each in known if each.words and each.words.casefold() == words.casefold())
    return next(same, None) or _add(session, pair, by, now, words=words)


def at_spot(session: Session, pair: Pair, by: Person, spot: Spot, now: datetime) -> Place:
    """The pair's place of that sort."""
    known = select(Place).where(Place.pair_id == pair.id, Place.spot == spot)
    return session.scalar(known.limit(1)) or _add(session, pair, by, now, spot=spot)


def _add(session: Session, pair: Pair, by: Person, now: datetime, **what: str) -> Place:
    place = Place(pair_id=pair.id, added_by_id=by.id, added_at=now, **what)
    session.add(place)
    session.flush()
    return place
