"""Rounds: the same three questions to everybody in a programme, before all meet and talk in small groups."""

import enum
from datetime import datetime, time, timedelta
from typing import Self

from sqlalchemy import ForeignKey, Select, delete, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import programmes
from db.base import Numbered, change_once, changing
from db.people import Person, Role
from db.programmes import Member, Programme
from db.rhythm import local_date, local_moment

LENGTHS = (3, 7, 14)
USUAL = 7
"""How many days a round may last, and how many it does unless somebody chooses."""
EVENING = time(20)
"""When it closes on its last day, where the programme is."""
IS_ASKED = Member.role.in_([Role.MENTEE, Role.MENTOR]) & Member.joined_at.is_not(None)
"""Whether a round asks whoever has a place."""
KEPT = timedelta(days=90)
"""How long after its end a round is kept, with all that was said."""


class Question(enum.StrEnum):
    """What is asked, by the method: what goes well, what is hard, what we propose."""

    GOES_WELL = "goes-well"
    HARD = "hard"
    PROPOSAL = "proposal"


class Round(Numbered):
    """One asking of a programme: it takes answers until `closes_at`, or until somebody closes it before.

    Answers are read once `closed_at` is set, and tied to nobody from then on. What came out is written down
    for everybody as an announcement. Small groups have at most `size` people; `lot` counts how often they
    were drawn, and is what the next drawing begins with.
    """

    __tablename__ = "rounds"
    __table_args__ = ({"sqlite_autoincrement": True},)

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    announcement_id: Mapped[int | None] = mapped_column(
        ForeignKey("announcements.id", ondelete="SET NULL"), index=True
    )
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    size: Mapped[int] = mapped_column(default=4, server_default="4")
    lot: Mapped[int] = mapped_column(default=0, server_default="0")
    programme: Mapped[Programme] = relationship(lazy="raise")
    opened_by: Mapped[Person | None] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """A round, for everybody whom it asks."""
        found = cls._found(session, id)
        if found is None:
            return None
        mine = asked(found.programme_id).where(Member.person_id == person.id)
        return found if session.scalar(mine) else None

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """A round, for the coordinators of its programme."""
        found = cls._found(session, id)
        return found if found and Programme.coordinated_by(session, person, found.programme_id) else None

    @classmethod
    def _found(cls, session: Session, id: int) -> Self | None:
        whole = select(cls).options(joinedload(cls.programme), joinedload(cls.opened_by))
        return session.scalar(whole.where(cls.id == id))

    def lasts(self, now: datetime) -> bool:
        """Whether it takes answers."""
        return self.closed_at is None and now < self.closes_at

    @property
    def half(self) -> datetime:
        """The middle of its time."""
        return self.opened_at + (self.closes_at - self.opened_at) / 2

    def close_once(self, session: Session, now: datetime) -> bool:
        """Take no more answers. False where somebody did so before."""
        return change_once(session, self, IF_OPEN, closed_at=now)


IF_OPEN = changing(Round, Round.closed_at.is_(None))


def closing(now: datetime, days: int, zone: str) -> datetime:
    """When a round closes that begins now: in the evening of its last day."""
    return local_moment(local_date(now, zone) + timedelta(days=days), EVENING, zone)


def begin(session: Session, programme: Programme, by: Person, days: int, now: datetime) -> Round | None:
    """A new round. None while another one is not closed."""
    programmes.hold(session, programme)
    if any(each.closed_at is None for each in of_programme(session, programme)):
        return None
    found = Round(programme=programme, opened_by=by, opened_at=now)
    found.closes_at = closing(now, days, programme.zone)
    session.add(found)
    session.flush()
    return found


def hold(session: Session, found: Round) -> None:
    """Hold a round, as it is by now, until the end of the turn: nobody else closes it or seats anybody."""
    session.flush()
    session.refresh(found, ["closed_at", "announcement_id", "lot"], with_for_update={"key_share": True})


def takes(session: Session, found: Round, now: datetime) -> bool:
    """Whether it takes answers; then it does so until the end of the turn."""
    hold(session, found)
    return found.lasts(now)


def asked(programme_id: int) -> Select[int]:
    """Ids of the people a round asks: newcomers and mentors who have joined, each once."""
    return select(Member.person_id).where(Member.programme_id == programme_id, IS_ASKED).distinct()


def reach(session: Session, programme: Programme) -> int:
    """How many people a round would ask now."""
    return session.scalars(select(func.count()).select_from(asked(programme.id).subquery())).one()


def of_programme(session: Session, programme: Programme) -> list[Round]:
    """The programme's rounds, the newest first."""
    theirs = select(Round).where(Round.programme_id == programme.id).order_by(Round.id.desc())
    return list(session.scalars(theirs.options(joinedload(Round.programme), joinedload(Round.opened_by))))


def asking(session: Session, person: Person, now: datetime) -> list[Round]:
    """The rounds that take somebody's answers now."""
    places = select(Member.programme_id).where(Member.person_id == person.id, IS_ASKED)
    lasting = select(Round).options(joinedload(Round.programme)).where(Round.programme_id.in_(places))
    return list(session.scalars(lasting.where(Round.closed_at.is_(None), Round.closes_at > now)))


def over(session: Session, now: datetime) -> list[Round]:
    """The rounds whose time is up and that nobody has closed."""
    return list(session.scalars(select(Round).where(Round.closed_at.is_(None), Round.closes_at <= now)))


def erase(session: Session, before: datetime) -> None:
    """Delete the rounds that were closed before a moment, with all that was said."""
    session.execute(
        delete(Round).where(Round.closed_at < before), execution_options={"synchronize_session": False}
    )


def places(session: Session, programme: Programme) -> list[Member]:
    """The places of everybody whom a round asks, one of each person, longest first."""
    theirs = select(Member).options(joinedload(Member.person))
    theirs = theirs.where(Member.programme_id == programme.id, IS_ASKED)
    longest: dict[int, Member] = {}
    for each in session.scalars(theirs.order_by(Member.joined_at, Member.id)):
        longest.setdefault(each.person_id, each)
    return list(longest.values())
