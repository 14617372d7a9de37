"""Which icebreakers a pair has had and who opened them; the prompts are in locales/icebreakers.toml."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Numbered, insert_new
from db.pairs import Pair, Partner
from db.people import Person


class Icebreaking(Numbered):
    """A prompt, by its key, that a pair has been given: never again for them."""

    __tablename__ = "icebreakings"
    __table_args__ = (UniqueConstraint("pair_id", "key"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    key: Mapped[str]
    given_at: Mapped[datetime]


class Opening(Numbered):
    """That somebody has opened a prompt of their pair, and when first."""

    __tablename__ = "openings"
    __table_args__ = (UniqueConstraint("icebreaking_id", "person_id"),)

    icebreaking_id: Mapped[int] = mapped_column(ForeignKey("icebreakings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    opened_at: Mapped[datetime]


def given(session: Session, pair: Pair) -> dict[str, datetime]:
    """Keys the pair has had, with when, oldest first."""
    had = select(Icebreaking.key, Icebreaking.given_at).where(Icebreaking.pair_id == pair.id)
    return dict(session.execute(had.order_by(Icebreaking.given_at, Icebreaking.id)).all())


def give(session: Session, pair: Pair, key: str, now: datetime) -> None:
    """Remember that the pair has had it."""
    insert_new(session, Icebreaking, pair_id=pair.id, key=key, given_at=now)


def open(session: Session, pair: Pair, key: str, person: Person, now: datetime) -> None:
    """Remember that somebody has opened a prompt of the pair."""
    which = select(Icebreaking.id).where(Icebreaking.pair_id == pair.id, Icebreaking.key == key)
    icebreaking = session.scalars(which).one()
    insert_new(session, Opening, icebreaking_id=icebreaking, person_id=person.id, opened_at=now)


def opened(session: Session, pair: Pair, person: Person) -> set[str]:
    """Keys of the pair's prompts that somebody has opened."""
    asked = select(Icebreaking.key).join(Opening, Opening.icebreaking_id == Icebreaking.id)
    return set(session.scalars(asked.where(Icebreaking.pair_id == pair.id, Opening.person_id == person.id)))


def shared(session: Session, pair: Pair) -> dict[str, datetime]:
    """Keys of the prompts that everybody in the pair has opened, with when the last one did, in that order.

    Nothing is shared by one alone, where the others have left.
    """
    everybody = select(func.count(Partner.id)).where(Partner.pair_id == pair.id).scalar_subquery()
    readers, last = func.count(Opening.id), func.max(Opening.opened_at)
    asked = (
        select(Icebreaking.key, last)
        .join(Opening, Opening.icebreaking_id == Icebreaking.id)
        .where(Icebreaking.pair_id == pair.id)
        .group_by(Icebreaking.id, Icebreaking.key)
        .having(readers > 1, readers == everybody)
    )
    return dict(session.execute(asked.order_by(last, Icebreaking.id)).all())


def opened_by(session: Session, person: Person) -> int:
    """How many prompts somebody has opened."""
    return session.scalar(select(func.count(Opening.id)).where(Opening.person_id == person.id)) or 0
