"""Meetings of a pair: when and where, who comes, whether it happened, and how it was for each."""

from datetime import datetime

from sqlalchemy import ForeignKey, Select, delete, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship, selectinload

from db import pairs
from db.base import Numbered
from db.comings import Coming
from db.pairs import PEOPLE, Pair, Partner
from db.people import Person
from db.places import Place


class Meeting(Numbered):
    """One meeting, proposed or agreed, to come or gone by; `begins_at` is the moment it begins.

    `version` counts the times it was moved: an answer is to one version, and a reminder of one. `met`
    is empty until somebody says whether it happened.
    """

    __tablename__ = "meetings"

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), index=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id", ondelete="SET NULL"), index=True)
    proposed_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    proposed_at: Mapped[datetime]
    begins_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    called_off_at: Mapped[datetime | None]
    called_off_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    met: Mapped[bool | None]
    pair: Mapped[Pair] = relationship(lazy="raise")
    place: Mapped[Place | None] = relationship(lazy="raise")
    comings: Mapped[list[Coming]] = relationship(lazy="raise", order_by="Coming.id", passive_deletes=True)

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Meeting | None":
        """The meeting with its place and people, for those in the pair while it lasts."""
        return session.scalar(
            whole(select(cls))
            .join(Partner, Partner.pair_id == Pair.id)
            .where(cls.id == id, Partner.person_id == person.id, Pair.ended_at.is_(None))
        )

    @property
    def stands(self) -> bool:
        """Whether it has not been called off, nor said not to have happened."""
        return self.called_off_at is None and self.met is not False

    @property
    def agreed(self) -> bool:
        """Whether at least two come."""
        return len([each for each in self.comings if each.comes]) > 1

    def coming(self, person: Person) -> Coming:
        """The person's own answer."""
        return next(each for each in self.comings if each.person_id == person.id)

    def answer(self, session: Session, person: Person, comes: bool) -> bool:
        """Say whether somebody comes. False when they had said so before."""
        self.hold(session)
        own = self.coming(person)
        if own.comes is comes or not self.stands:
            return False
        own.comes = comes
        return True

    def move(self, session: Session, by: Person, begins: datetime, now: datetime) -> bool:
        """Propose another time: everybody else answers anew. False when it is then anyway, or was."""
        self.hold(session)
        same = self.begins_at == begins and self.stands and self.coming(by).comes
        if same or self.met:
            return False
        self.begins_at, self.met, self.called_off_at, self.called_off_by_id = begins, None, None, None
        self.proposed_by_id, self.proposed_at, self.version = by.id, now, self.version + 1
        for each in self.comings:
            each.comes = True if each.person_id == by.id else None
            each.face = None
        return True

    def move_to(self, session: Session, place: Place) -> bool:
        """Meet elsewhere at the same time. False when it is there anyway."""
        self.hold(session)
        if self.place_id == place.id or not self.stands:
            return False
        self.place, self.version = place, self.version + 1
        return True

    def call_off(self, session: Session, by: Person, now: datetime) -> bool:
        """It does not take place. False when it was called off before."""
        self.hold(session)
        if not self.stands:
            return False
        self.called_off_at, self.called_off_by_id = now, by.id
        return True

    def settle(self, session: Session, met: bool) -> bool:
        """Say whether it happened. False when that was said before."""
        self.hold(session)
        if self.met is met or self.called_off_at:
            return False
        self.met = met
        return True

    def hold(self, session: Session) -> None:
        """Hold the pair until the end of the turn, and look again: two who press at once queue up here."""
        session.flush()
        pairs.hold(session, self.pair)
        again = whole(select(Meeting)).where(Meeting.id == self.id)
        session.scalars(again, execution_options={"populate_existing": True}).one()


def whole(meetings: Select[Meeting]) -> Select[Meeting]:
    """Meetings with all that a page shows of them; the query may go on from the pair."""
    return meetings.join(Meeting.pair).options(
        joinedload(Meeting.pair).options(PEOPLE), joinedload(Meeting.place), selectinload(Meeting.comings)
    )


STANDS = Meeting.called_off_at.is_(None) & Meeting.met.is_not(False)


def propose(
    session: Session, place: Place, by: Person, begins: datetime, now: datetime
) -> tuple[Meeting, bool]:
    """A new meeting at a place, to which whoever proposes it comes; and whether it is new.

    The pair's standing meeting at that moment is taken instead: both may propose the same at once.
    """
    pair = session.scalars(select(Pair).options(PEOPLE).where(Pair.id == place.pair_id)).one()
    pairs.hold(session, pair)
    same = whole(select(Meeting)).where(Meeting.pair_id == pair.id, Meeting.begins_at == begins, STANDS)
    if known := session.scalar(same.order_by(Meeting.id).limit(1)):
        return known, False
    meeting = Meeting(pair=pair, place=place, proposed_by_id=by.id, proposed_at=now, begins_at=begins)
    meeting.comings = [
        Coming(person_id=each.person_id, comes=True if each.person_id == by.id else None)
        for each in pair.partners
    ]
    session.add(meeting)
    session.flush()
    _forget_places(session, place, by)
    return meeting, True


def _forget_places(session: Session, chosen: Place, by: Person) -> None:
    """What somebody wrote or shared on the way and did not choose in the end is not kept."""
    used = select(Meeting.place_id).where(Meeting.place_id.is_not(None))
    session.execute(
        delete(Place)
        .where(Place.pair_id == chosen.pair_id, Place.added_by_id == by.id, Place.words.is_not(None))
        .where(Place.id.not_in(used)),
        execution_options={"synchronize_session": False},
    )


def note(session: Session, place: Place, by: Person, begins: datetime, now: datetime) -> tuple[Meeting, bool]:
    """A meeting that has happened; and whether it is new. Of more than two, each says if they were there."""
    meeting, new = propose(session, place, by, begins, now)
    if not new:
        return meeting, meeting.settle(session, met=True)
    meeting.met = True
    for each in meeting.comings:
        each.comes = True if each.person_id == by.id or not meeting.pair.many else None
    return meeting, True


def to_come(session: Session, pair: Pair, now: datetime) -> list[Meeting]:
    """The pair's meetings that stand and have not begun, soonest first."""
    asked = whole(select(Meeting)).where(Meeting.pair_id == pair.id, STANDS, Meeting.begins_at > now)
    return list(session.scalars(asked.order_by(Meeting.begins_at, Meeting.id)))


def past(session: Session, pair: Pair, now: datetime, limit: int) -> list[Meeting]:
    """The pair's meetings that began and were not called off, latest first."""
    asked = whole(select(Meeting)).where(Meeting.pair_id == pair.id, STANDS, Meeting.begins_at <= now)
    return list(session.scalars(asked.order_by(Meeting.begins_at.desc(), Meeting.id.desc()).limit(limit)))


def ids(session: Session, pair: Pair) -> set[int]:
    """Ids of every meeting the pair has had, or would have had."""
    return set(session.scalars(select(Meeting.id).where(Meeting.pair_id == pair.id)))


def count_held(session: Session, pair: Pair, since: datetime | None = None) -> int:
    """How often the pair has met, or has since a moment."""
    held = select(func.count()).where(Meeting.pair_id == pair.id, Meeting.met.is_(True))
    return session.scalars(held.where(Meeting.begins_at >= since) if since else held).one()


def places(session: Session, pair: Pair, limit: int) -> list[Place]:
    """Where the pair meets, the latest place first."""
    asked = select(Meeting).options(joinedload(Meeting.place)).where(Meeting.pair_id == pair.id)
    found = session.scalars(asked.order_by(Meeting.begins_at.desc(), Meeting.id.desc()).limit(30))
    return list(dict.fromkeys(each.place for each in found if each.place))[:limit]


def of_person(session: Session, person: Person) -> list[Meeting]:
    """Every meeting a person has a part in, oldest first."""
    asked = whole(select(Meeting)).join(Meeting.comings).where(Coming.person_id == person.id)
    return list(session.scalars(asked.order_by(Meeting.begins_at, Meeting.id)).unique())
