"""Partings: how a pair has ended, in its time or before it, as the task it leaves to the coordinators."""

import enum
from datetime import datetime

from sqlalchemy import Delete, ForeignKey, Select, Update, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import pairs
from db.base import Numbered, choice
from db.comings import Coming
from db.goals import Goal
from db.meetings import Meeting
from db.pairs import PEOPLE, Pair, Partner
from db.people import Person
from db.programmes import Programme
from db.seasons import REST, after_months
from db.steps import OPEN, Step


class Way(enum.StrEnum):
    """How a pair came to its end. Who wanted it is kept nowhere."""

    SEASON = "season"
    ENDED = "ended"
    NO_FIT = "no-fit"
    LEFT = "left"


class Parting(Numbered):
    """The end of a pair, to be followed up until `noted_at`."""

    __tablename__ = "partings"

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), unique=True)
    way: Mapped[Way] = mapped_column(choice(Way))
    parted_at: Mapped[datetime]
    noted_at: Mapped[datetime | None]
    pair: Mapped[Pair] = relationship(lazy="raise")

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> "Parting | None":
        """The parting with its pair, for the coordinators of the programme."""
        found = session.scalar(_whole(select(cls)).where(cls.id == id))
        return found if found and Programme.coordinated_by(session, person, found.pair.programme_id) else None


def _whole(partings: Select[Parting]) -> Select[Parting]:
    return partings.options(joinedload(Parting.pair).options(PEOPLE))


def part(session: Session, pair: Pair, way: Way, now: datetime) -> Parting | None:
    """End a pair. None if it was over: of two who end it at once, one does."""
    pairs.hold(session, pair)
    session.refresh(pair, ["ended_at"])
    if pair.ended_at:
        return None
    pair.end(now)
    parting = Parting(pair_id=pair.id, way=way, parted_at=now)
    session.add(parting)
    session.flush()
    return parting


def leave(session: Session, pair: Pair, person: Person) -> bool:
    """Take somebody out of more than two, who go on without them. False where there are only two.

    Their open steps fall to all together, and they come to no meeting that is still ahead.
    """
    pairs.hold(session, pair)
    session.refresh(pair, ["ended_at"])
    many = session.scalars(select(func.count()).where(Partner.pair_id == pair.id)).one() > 2
    if pair.ended_at or not many:
        return False
    for change in _without(pair, person):
        session.execute(change, execution_options={"synchronize_session": False})
    return True


def _without(pair: Pair, person: Person) -> list[Update | Delete]:
    goals = select(Goal.id).where(Goal.pair_id == pair.id)
    ahead = select(Meeting.id).where(Meeting.pair_id == pair.id, Meeting.met.is_(None))
    return [
        update(Step).where(Step.goal_id.in_(goals), Step.doer_id == person.id, OPEN).values(doer_id=None),
        delete(Coming).where(Coming.meeting_id.in_(ahead), Coming.person_id == person.id),
        delete(Partner).where(Partner.pair_id == pair.id, Partner.person_id == person.id),
    ]


def of_pair(session: Session, pair: Pair) -> Parting | None:
    """How a pair parted, if it did."""
    return session.scalar(select(Parting).where(Parting.pair_id == pair.id))


def over(session: Session, now: datetime) -> list[Pair]:
    """Pairs whose season has come to its end and who have not parted, with their people; held till the end
    of the turn, so that nobody gives them more time meanwhile."""
    ended = Pair.ended_at.is_(None) & (Pair.ends_at <= now)
    held = select(Pair).options(PEOPLE).where(ended).order_by(Pair.id).with_for_update(key_share=True)
    return list(session.scalars(held))


def of_person(session: Session, person: Person) -> list[Parting]:
    """How the person's pairs have parted that are over and still kept, the last one first."""
    return list(
        session.scalars(
            _whole(select(Parting))
            .join(Parting.pair)
            .join(Partner, Partner.pair_id == Pair.id)
            .where(Partner.person_id == person.id)
            .order_by(Parting.id.desc())
        )
    )


def resting(session: Session, programme: Programme, now: datetime) -> dict[int, datetime]:
    """Until when people (by id) of the programme rest after a season, before they are offered anew."""
    asked = (
        select(Partner.person_id, func.max(Parting.parted_at))
        .join(Parting, Parting.pair_id == Partner.pair_id)
        .join(Pair, Pair.id == Parting.pair_id)
        .where(Pair.programme_id == programme.id, Parting.way == Way.SEASON, Parting.parted_at > now - REST)
        .group_by(Partner.person_id)
    )
    return {person: parted + REST for person, parted in session.execute(asked).all()}


def erased_at(session: Session, pair: Pair) -> datetime:
    """When all of a pair is erased by itself, as long as it ends when it is planned to."""
    programme = session.get_one(Programme, pair.programme_id)
    return after_months(pair.ended_at or pair.ends_at, programme.keep_months, programme.zone)


def erase(session: Session, now: datetime) -> int:
    """Erase, for good, all of the pairs that have been kept long enough; and say how many they were.

    Everything that belongs to a pair goes with its row. What the programme was told has no name, and stays.
    """
    ended = session.scalars(select(Pair).where(Pair.ended_at.is_not(None))).all()
    gone = [pair.id for pair in ended if erased_at(session, pair) <= now]
    session.execute(delete(Pair).where(Pair.id.in_(gone)), execution_options={"synchronize_session": False})
    session.expire_all()
    return len(gone)


def together(session: Session, people: list[int]) -> set[int]:
    """Which of these people (ids) are in an open pair."""
    paired = select(Partner.person_id).join(Pair, Pair.id == Partner.pair_id)
    return set(session.scalars(paired.where(Pair.ended_at.is_(None), Partner.person_id.in_(people))))


def put_off(session: Session, pair: Pair, ends: datetime) -> bool:
    """Give a pair another end of its season. False where it is over by now."""
    pairs.hold(session, pair)
    session.refresh(pair, ["ended_at"])
    if pair.ended_at:
        return False
    pair.ends_at = ends
    session.flush()
    return True


def to_note(session: Session, programme: Programme, limit: int) -> list[Parting]:
    """Partings of a programme that nobody has followed up, oldest first."""
    return list(
        session.scalars(
            _whole(select(Parting))
            .join(Parting.pair)
            .where(Pair.programme_id == programme.id, Parting.noted_at.is_(None))
            .order_by(Parting.id)
            .limit(limit)
        )
    )
