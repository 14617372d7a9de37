"""Pairs: a mentee and a mentor who take some steps together, and the acts each hears of the other."""

import enum
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, UniqueConstraint, bindparam, select
from sqlalchemy.orm import (
    Mapped,
    Session,
    aliased,
    contains_eager,
    joinedload,
    mapped_column,
    relationship,
    selectinload,
)

from db.base import Id, Numbered, choice
from db.people import Person, Role
from db.programmes import Member, Programme
from db.seasons import Season, season, season_end


class Rhythm(enum.StrEnum):
    """How often a pair would like to meet (facts of the field: every two weeks)."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"

    @property
    def weeks(self) -> int:
        """Weeks from one meeting to the next."""
        return {Rhythm.WEEKLY: 1, Rhythm.FORTNIGHTLY: 2, Rhythm.MONTHLY: 4}[self]


class Hush(enum.StrEnum):
    """How far we are with a pair of which nothing was heard for a while."""

    ASKED, TOLD, NOTED = "asked", "told", "noted"


SIGN = timedelta(hours=1)
"""How exactly it is known when a pair gave its last sign."""

MOST = 6
"""How many people a pair has at most: a family, a team."""


class Pair(Numbered):
    """People matched by a coordinator: two, or up to six. Over once `ended_at` is set.

    `ends_at` is when their season will be over, unless a coordinator gives them more time. `stirred_at` is
    when the others last heard of something one of them did; `hush` how far we are where that is long ago.
    """

    __tablename__ = "pairs"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    matched_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    rhythm: Mapped[Rhythm] = mapped_column(
        choice(Rhythm), default=Rhythm.FORTNIGHTLY, server_default=Rhythm.FORTNIGHTLY.value
    )
    stirred_at: Mapped[datetime | None] = mapped_column(index=True)
    hush: Mapped[Hush | None] = mapped_column(choice(Hush))
    partners: Mapped[list["Partner"]] = relationship(
        lazy="raise", order_by="Partner.id", passive_deletes=True
    )

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Pair | None":
        """The pair with its people, for those in it, also after its end."""
        return session.scalars(SEEN, {"pair": id, "person": person.id}).unique().one_or_none()

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> "Pair | None":
        """The pair with its people, for the coordinators of the programme."""
        pair = session.scalar(select(cls).options(PEOPLE).where(cls.id == id))
        ours = pair and Programme.coordinated_by(session, person, pair.programme_id)
        return pair if ours else None

    def season(self, zone: str) -> Season:
        """The days the pair has together, as they are counted in a zone."""
        return season(self.matched_at, min(self.ended_at or self.ends_at, self.ends_at), zone)

    def others(self, person: Person) -> list[Person]:
        """Everybody in the pair but this person."""
        return [partner.person for partner in self.partners if partner.person_id != person.id]

    def place_of(self, person: Person) -> "Partner":
        """The person's own row in the pair."""
        return next(partner for partner in self.partners if partner.person_id == person.id)

    @property
    def people(self) -> list[Person]:
        """Everybody in the pair."""
        return [partner.person for partner in self.partners]

    @property
    def many(self) -> bool:
        """Whether there are more than two."""
        return len(self.partners) > 2

    def stir(self, now: datetime) -> None:
        """One of them gave a sign of the pair."""
        if self.hush or self.stirred_at is None or now >= self.stirred_at + SIGN:
            self.stirred_at, self.hush = now, None

    def end(self, now: datetime) -> None:
        """Close the pair; what was written stays readable to those who remain."""
        self.ended_at = self.ended_at or now


class Partner(Numbered):
    """One person in a pair. Every act up to the one numbered `told_act` has been told them."""

    __tablename__ = "partners"
    __table_args__ = (UniqueConstraint("pair_id", "person_id"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role] = mapped_column(choice(Role))
    told_act: Mapped[int] = mapped_column(Id, default=0)
    person: Mapped[Person] = relationship(lazy="raise")


PEOPLE = selectinload(Pair.partners).joinedload(Partner.person)
"""Load pairs with everybody in them."""

LASTING = select(Pair).options(PEOPLE).where(Pair.ended_at.is_(None)).order_by(Pair.id)

ONESELF = aliased(Partner)
OURS = (
    select(Pair)
    .join(ONESELF, ONESELF.pair_id == Pair.id)
    .join(Pair.partners)
    .join(Partner.person)
    .options(contains_eager(Pair.partners).contains_eager(Partner.person))
    .where(ONESELF.person_id == bindparam("person"))
    .order_by(Pair.id, Partner.id)
)
"""A person's pairs, in one row for each of the few people in them."""

SEEN = OURS.where(Pair.id == bindparam("pair"))
THEIRS = OURS.where(Pair.ended_at.is_(None))
TOGETHER = (
    select(Partner.person_id)
    .join(ONESELF, ONESELF.pair_id == Partner.pair_id)
    .join(Pair, Pair.id == Partner.pair_id)
    .where(ONESELF.person_id == bindparam("person"), Pair.ended_at.is_(None))
)
"""Everybody (ids) in a person's open pairs, themself among them."""


def match(session: Session, programme: Programme, members: list[Member], now: datetime) -> Pair:
    """A new pair of these members of the programme."""
    pair = Pair(
        programme_id=programme.id,
        matched_at=now,
        ends_at=season_end(now, programme.season_months, programme.zone),
        partners=[Partner(person_id=each.person_id, role=each.role) for each in members],
    )
    session.add(pair)
    session.flush()
    return pair


def of_person(session: Session, person: Person) -> list[Pair]:
    """The person's open pairs with their people, oldest first."""
    return list(session.scalars(THEIRS, {"person": person.id}).unique())


def of_programme(session: Session, programme: Programme) -> list[Pair]:
    """The programme's open pairs with their people, oldest first."""
    return list(session.scalars(LASTING.where(Pair.programme_id == programme.id)))


def waiting(session: Session, programme: Programme) -> list[Member]:
    """Those who are in no open pair of the programme: newcomers, then mentors, longest waiting first."""
    matched = (
        select(Partner.person_id)
        .join(Pair, Pair.id == Partner.pair_id)
        .where(Pair.programme_id == programme.id, Pair.ended_at.is_(None))
    )
    free = (
        select(Member)
        .options(joinedload(Member.person))
        .where(Member.programme_id == programme.id, Member.role.in_([Role.MENTEE, Role.MENTOR]))
        .where(Member.joined_at.is_not(None), Member.person_id.not_in(matched))
    )
    longest = (Member.role == Role.MENTOR, Member.joined_at, Member.id)
    return list(session.scalars(free.order_by(*longest)))


HELD = select(Pair.id).where(Pair.id == bindparam("pair")).with_for_update(key_share=True)


def hold(session: Session, pair: Pair) -> None:
    """Hold the pair's row until the end of the turn, so that its acts are numbered as they are told.

    SQLite lets one turn write at a time anyway.
    """
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        connection.execute(HELD, {"pair": pair.id})
