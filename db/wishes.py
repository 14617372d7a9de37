"""Wishes: what matters to each of a pair now, chosen privately and shown to both once all have chosen."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db import pairs
from db.base import Numbered, choice
from db.needs import Need
from db.pairs import Pair
from db.people import Person

MOST = 3


class Wish(Numbered):
    """One person's choice in one round of a pair: up to three categories, and one to learn from the other.

    It is a draft that nobody else sees until `chosen_at`, and then until everybody has chosen.
    """

    __tablename__ = "wishes"
    __table_args__ = (UniqueConstraint("pair_id", "person_id", "round"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    round: Mapped[int]
    needs: Mapped[list[str]]
    learn: Mapped[Need | None] = mapped_column(choice(Need))
    chosen_at: Mapped[datetime | None]

    def toggle(self, need: Need) -> bool:
        """Tick a category, or take the tick away. False for a fourth one."""
        if need in self.needs:
            self.needs = [each for each in self.needs if each != need]
        elif len(self.needs) < MOST:
            self.needs = [*self.needs, str(need)]
        else:
            return False
        return True

    @property
    def all(self) -> set[str]:
        """Everything chosen, whichever question it answers."""
        return {*self.needs, *([str(self.learn)] if self.learn else [])}


@dataclass(frozen=True)
class Wishes:
    """A pair's wishes as one of them may see them.

    `mine` is one's own of the round under way, `under_way` who else has chosen in it (ids), and `shared`
    holds everybody's of the last round that all have finished; or what is chosen by now in this one, where
    it is one's turn no more and somebody else has chosen too.
    """

    mine: Wish | None
    under_way: set[int]
    shared: list[Wish]

    @property
    def waits(self) -> bool:
        """Whether one has chosen, and nobody else yet."""
        return self.mine is not None and self.mine.chosen_at is not None and not self.under_way

    @property
    def last(self) -> int | None:
        """Who (id) was the last to choose of what is shared."""
        chosen = [(wish.chosen_at, wish.person_id) for wish in self.shared if wish.chosen_at]
        return max(chosen)[1] if chosen else None

    @property
    def common(self) -> list[Need]:
        """What at least two of them chose, in the order of the categories."""
        return [need for need in Need if sum(need in wish.all for wish in self.shared) > 1]

    @property
    def named(self) -> list[Need]:
        """What any of them chose."""
        return [need for need in Need if any(need in wish.all for wish in self.shared)]


OF_PAIR = select(Wish).where(Wish.pair_id == bindparam("pair")).order_by(Wish.round, Wish.id)


def of_pair(session: Session, pair: Pair, person: Person) -> Wishes:
    """What somebody may see: their own choice of the round under way, and everybody's of the last one."""
    found = list(session.scalars(OF_PAIR, {"pair": pair.id}))
    over = _finished(found, pair)
    now = [wish for wish in found if wish.round == over + 1]
    mine = next((wish for wish in now if wish.person_id == person.id), None)
    chosen = [wish for wish in now if wish.chosen_at]
    others = {wish.person_id for wish in chosen if wish is not mine}
    if others and mine in chosen:
        return Wishes(mine, others, chosen)
    return Wishes(mine, others, [wish for wish in found if wish.round == over])


def begin(session: Session, pair: Pair, person: Person) -> Wish:
    """The person's own choice of the round under way, an empty one if there is none."""
    pairs.hold(session, pair)
    found = list(session.scalars(OF_PAIR, {"pair": pair.id}))
    number = _finished(found, pair) + 1
    mine = [wish for wish in found if wish.person_id == person.id and wish.round == number]
    if mine:
        return mine[0]
    wish = Wish(pair_id=pair.id, person_id=person.id, round=number, needs=[])
    session.add(wish)
    return wish


def of_person(session: Session, person: Person) -> list[Wish]:
    """Everything somebody chose, oldest first."""
    return list(session.scalars(select(Wish).where(Wish.person_id == person.id).order_by(Wish.id)))


def _finished(found: list[Wish], pair: Pair) -> int:
    """The last round in which everybody of the pair has chosen; 0 before the first."""
    people = {partner.person_id for partner in pair.partners}
    chosen: dict[int, set[int]] = {}
    for wish in found:
        if wish.chosen_at:
            chosen.setdefault(wish.round, set()).add(wish.person_id)
    return max((number for number, who in chosen.items() if who >= people), default=0)
