"""Days somebody chose: nobody else knows of one until its owner says so, and then only their partners do."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db import pairs
from db.agendas import Agenda
from db.base import Numbered, choice, insert_new
from db.deliveries import Delivery, Outcome
from db.kinds import Kind
from db.observances import Observance
from db.pairs import Pair, Partner
from db.people import Person
from db.programmes import Programme


class ChosenDay(Numbered):
    """A day of culture that somebody chose.

    Since `shared_at` those know who were their partners by then; somebody matched later does not.
    """

    __tablename__ = "chosen_days"
    __table_args__ = (UniqueConstraint("person_id", "observance"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    observance: Mapped[Observance] = mapped_column(choice(Observance))
    shared_at: Mapped[datetime | None]

    def known_in(self, pair: Pair) -> bool:
        """Whether those of a pair of its owner's know of it."""
        return self.shared_at is not None and pair.matched_at <= self.shared_at


def of_person(session: Session, person: Person) -> dict[Observance, ChosenDay]:
    """What somebody chose."""
    found = session.scalars(select(ChosenDay).where(ChosenDay.person_id == person.id).order_by(ChosenDay.id))
    return {each.observance: each for each in found}


def choose(session: Session, person: Person, observance: Observance) -> None:
    """Choose a day; once is enough."""
    insert_new(session, ChosenDay, person_id=person.id, observance=observance)


def drop(session: Session, person: Person, observance: Observance) -> None:
    """Not any more, and nobody knows of it any more."""
    mine = (ChosenDay.person_id == person.id) & (ChosenDay.observance == observance)
    session.execute(delete(ChosenDay).where(mine))


def share(session: Session, person: Person, which: Iterable[Observance], now: datetime | None) -> None:
    """Those who are partners now know of these days; without a moment nobody does any more."""
    mine = (ChosenDay.person_id == person.id) & ChosenDay.observance.in_(list(which))
    session.execute(update(ChosenDay).where(mine).values(shared_at=now))


def agenda(session: Session, person: Person) -> Agenda:
    """Of what somebody hears: closed days only in a pair that lasts, and until they switch them off."""
    ours = pairs.of_person(session, person)
    countries = _countries(session, ours) if person.closed_days else ()
    return Agenda(frozenset(of_person(session, person)), _shared(session, person, ours), countries)


def _shared(session: Session, person: Person, ours: list[Pair]) -> dict[Observance, tuple[Person, ...]]:
    others = {(other.id, pair.id): (other, pair) for pair in ours for other in pair.others(person)}
    ids = {id for id, _ in others}
    asked = select(ChosenDay).where(ChosenDay.person_id.in_(ids), ChosenDay.shared_at.is_not(None))
    chosen = list(session.scalars(asked.order_by(ChosenDay.id))) if ids else []
    found: dict[Observance, tuple[Person, ...]] = {}
    for other, pair in others.values():
        for each in chosen:
            if (
                each.person_id == other.id
                and each.known_in(pair)
                and other not in found.get(each.observance, ())
            ):
                found[each.observance] = (*found.get(each.observance, ()), other)
    return found


def _countries(session: Session, ours: list[Pair]) -> tuple[str, ...]:
    ids = {pair.programme_id for pair in ours}
    asked = select(Programme.country).where(Programme.id.in_(ids)).order_by(Programme.id)
    return tuple(dict.fromkeys(code for code in session.scalars(asked) if code)) if ids else ()


def listeners(programme: Programme) -> Select[int]:
    """Ids of everybody in a pair of the programme that lasts."""
    lasting = (Pair.programme_id == programme.id) & Pair.ended_at.is_(None)
    return select(Partner.person_id).join(Pair, Pair.id == Partner.pair_id).where(lasting).distinct()


def told(session: Session, person: Person) -> set[str]:
    """Links of what somebody was told already, which a change of zone or hour does not repeat."""
    asked = select(Delivery.link).where(Delivery.person_id == person.id, Delivery.kind == Kind.DAY)
    return set(session.scalars(asked.where(Delivery.outcome == Outcome.SENT)))
