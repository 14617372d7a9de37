"""Which icebreakers a pair has had and who opened them; the prompts are in locales/icebreakers.toml."""

from datetime import datetime
from functools import cache

from sqlalchemy import ForeignKey, UniqueConstraint, bindparam, delete, func, select
from sqlalchemy.orm import (
    Mapped,
    Session,
    joinedload,
    make_transient_to_detached,
    mapped_column,
    relationship,
)
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql.dml import ReturningInsert

from db.base import Numbered, insert_new, inserting_new
from db.pairs import PEOPLE, Pair, Partner
from db.people import Person


class Icebreaking(Numbered):
    """A prompt, by its key, that a pair has been given, and when last.

    From `answered_at` on, each reads what the others answered. `taught` is set where one shows the others
    something: how many such prompts the pair had answered before, which tells whose turn it is.
    """

    __tablename__ = "icebreakings"
    __table_args__ = (UniqueConstraint("pair_id", "key"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    key: Mapped[str]
    given_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    taught: Mapped[int | None]
    pair: Mapped[Pair] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Icebreaking | None":
        """A prompt with its pair and the people in it, for those in it, also after the pair's end."""
        ours = select(Partner.pair_id).where(Partner.person_id == person.id)
        whole = select(cls).options(joinedload(cls.pair).options(PEOPLE))
        return session.scalar(whole.where(cls.id == id, cls.pair_id.in_(ours)))


class Opening(Numbered):
    """That somebody has opened a prompt of their pair, and when first."""

    __tablename__ = "openings"
    __table_args__ = (UniqueConstraint("icebreaking_id", "person_id"),)

    icebreaking_id: Mapped[int] = mapped_column(ForeignKey("icebreakings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    opened_at: Mapped[datetime]


OF_PAIR = (
    select(Icebreaking)
    .where(Icebreaking.pair_id == bindparam("pair"))
    .order_by(Icebreaking.given_at, Icebreaking.id)
)


def of_pair(session: Session, pair: Pair) -> list[Icebreaking]:
    """What the pair has had, oldest first."""
    session.flush()
    return [_within(pair, each) for each in session.scalars(OF_PAIR, {"pair": pair.id})]


def _within(pair: Pair, idea: Icebreaking) -> Icebreaking:
    """A prompt with the pair it was read through."""
    set_committed_value(idea, "pair", pair)
    return idea


def given(session: Session, pair: Pair) -> dict[str, datetime]:
    """Keys the pair has had, with when, oldest first."""
    return {each.key: each.given_at for each in of_pair(session, pair)}


NAMED = select(Icebreaking).where(
    Icebreaking.pair_id == bindparam("pair"), Icebreaking.key == bindparam("key")
)


@cache
def _giving(dialect: str) -> ReturningInsert[int]:
    return inserting_new(dialect, Icebreaking).returning(Icebreaking.__table__.c.id)


def give(session: Session, pair: Pair, key: str, now: datetime, taught: int | None = None) -> Icebreaking:
    """Remember that the pair has had it; where it had it before, as it is since then."""
    connection = session.connection()
    row = {"pair_id": pair.id, "key": key, "given_at": now, "taught": taught}
    number = connection.scalar(_giving(connection.dialect.name), row)
    if number is None:
        return _within(pair, session.scalars(NAMED, {"pair": pair.id, "key": key}).one())
    idea = Icebreaking(id=number, answered_at=None, **row)
    make_transient_to_detached(idea)  # as if it had been read: all of it is known
    session.add(idea)
    return _within(pair, idea)


def give_again(session: Session, idea: Icebreaking, now: datetime) -> None:
    """Give a prompt that nobody answered the last time, as if it were new to everybody."""
    idea.given_at = now
    session.execute(delete(Opening).where(Opening.icebreaking_id == idea.id))


def open(session: Session, idea: Icebreaking, person: Person, now: datetime) -> bool:
    """Remember that somebody has opened a prompt of their pair. Whether they had not before."""
    return insert_new(session, Opening, icebreaking_id=idea.id, person_id=person.id, opened_at=now)


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
