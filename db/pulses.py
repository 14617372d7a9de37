"""Pulses: how it goes with the other, one of five faces now and then, for nobody else's eyes."""

from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, bindparam, or_, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Numbered, insert_new
from db.moments import PULSE_FIRST, pulse_round
from db.pairs import PEOPLE, Pair
from db.people import Person


class Pulse(Numbered):
    """How one person of a pair was at one time: a face from 1 (hard) to 5 (very good), empty until chosen.

    `round` counts the times of asking (`rhythm.pulse_round`). No page shows it to anybody but its owner.
    """

    __tablename__ = "pulses"
    __table_args__ = (
        UniqueConstraint("pair_id", "person_id", "round"),
        CheckConstraint("face BETWEEN 1 AND 5", name="face"),
    )

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    round: Mapped[int]
    asked_at: Mapped[datetime]
    face: Mapped[int | None]
    pair: Mapped[Pair] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """A pulse with its pair, for its owner alone, also after the pair's end."""
        whole = select(cls).options(joinedload(cls.pair).options(PEOPLE))
        return session.scalar(whole.where(cls.id == id, cls.person_id == person.id))


ASKED = (
    select(Pulse.id)
    .where(Pulse.pair_id == bindparam("pair"), Pulse.person_id == bindparam("person"))
    .where(or_(Pulse.round == bindparam("number"), Pulse.asked_at > bindparam("late")))
    .limit(1)
)


def due(session: Session, pair: Pair, person: Person, now: datetime) -> bool:
    """Whether it is time to ask somebody, and they were not asked since it is, nor of late.

    "Of late" is `PULSE_FIRST` days: whoever hears from us once a month also hears of something else.
    """
    number = pulse_round(pair.matched_at, now, person.zone)
    if number <= 0:
        return False
    late = now - timedelta(days=PULSE_FIRST)
    which = {"pair": pair.id, "person": person.id, "number": number, "late": late}
    return session.connection().scalar(ASKED, which) is None


def of_now(session: Session, pair: Pair, person: Person, now: datetime) -> Pulse:
    """The person's pulse of this time, begun if there is none yet."""
    number = pulse_round(pair.matched_at, now, person.zone)
    mine = {"pair_id": pair.id, "person_id": person.id, "round": number}
    insert_new(session, Pulse, **mine, asked_at=now)
    return session.scalars(select(Pulse).filter_by(**mine)).one()


def of_person(session: Session, person: Person) -> list[Pulse]:
    """Every face somebody chose, oldest first, with the pair it is about."""
    return list(
        session.scalars(
            select(Pulse)
            .options(joinedload(Pulse.pair).options(PEOPLE))
            .where(Pulse.person_id == person.id, Pulse.face.is_not(None))
            .order_by(Pulse.id)
        )
    )
