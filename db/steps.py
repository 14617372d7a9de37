"""Steps: what, who of us, until when. The smallest thing a pair can tick off."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, bindparam, false, func, select, update
from sqlalchemy.orm import (
    Mapped,
    Session,
    contains_eager,
    foreign,
    lazyload,
    mapped_column,
    relationship,
)
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.interfaces import ORMOption

from db import editions, pairs
from db.base import Id, Numbered, change_once, changing
from db.editions import KEY_LENGTH, Edition
from db.goals import OPEN as GOAL_OPEN
from db.goals import WORDS_LENGTH, Goal
from db.pairs import ONESELF, PEOPLE, Pair, Partner
from db.people import Person


class Step(Numbered):
    """One step of a goal. Without a `doer` the pair does it together, or with `anyone` whoever can.

    `until` is a local date; `slips` counts how often it was moved after it had gone by. A `ready` step
    has no words of its own but the key of those that each reader is shown, and the `edition` that the
    pair's programme made of them, if any. `rank` is its place among the goal's steps, once somebody moved
    it; before that its `id` is.
    """

    __tablename__ = "steps"

    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id", ondelete="CASCADE"), index=True)
    written_by_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    added_at: Mapped[datetime]
    words: Mapped[str] = mapped_column(String(WORDS_LENGTH))
    language: Mapped[str]
    ready: Mapped[str | None] = mapped_column(String(KEY_LENGTH))
    rank: Mapped[int | None] = mapped_column(Id)
    # no foreign key: SQLite could not take it back, and an edition goes with its programme alone
    edition_id: Mapped[int | None] = mapped_column(Id)
    doer_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    anyone: Mapped[bool] = mapped_column(default=False, server_default=false())
    until: Mapped[date | None]
    slips: Mapped[int] = mapped_column(default=0, server_default="0")
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    dropped_at: Mapped[datetime | None]
    rested_at: Mapped[datetime | None]
    goal: Mapped[Goal] = relationship(lazy="raise")
    edition: Mapped[Edition | None] = relationship(
        lazy="selectin", primaryjoin=lambda: foreign(Step.edition_id) == Edition.id
    )

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Step | None":
        """The step with its goal and pair, for those in the pair while it lasts."""
        found = session.scalars(SEEN, {"step": id, "person": person.id}).unique()
        return found.one_or_none()

    @property
    def place(self) -> int:
        """Where it stands among the goal's steps."""
        return self.rank or self.id

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_at is None and self.dropped_at is None and self.rested_at is None

    def reword(self, by: Person, words: str) -> None:
        """Say it in other words, which from then on are this person's, also in place of ready ones."""
        self.ready = self.edition = None
        self.words, self.written_by_id, self.language = words, by.id, by.language or "en"

    def finish(self, session: Session, by: Person, now: datetime) -> bool:
        """Tick it off. False when it was no longer open: two who press at once tick it once."""
        return change_once(session, self, IF_OPEN, done_at=now, done_by_id=by.id)

    def reopen(self, session: Session) -> bool:
        """Take a tick back. False when there was none."""
        return change_once(session, self, IF_DONE, done_at=None, done_by_id=None)

    def drop(self, session: Session, now: datetime) -> bool:
        """Let it go without having done it. False when it was no longer open."""
        return change_once(session, self, IF_OPEN, dropped_at=now)

    def rest(self, session: Session, now: datetime) -> bool:
        """Put it aside for a while. False when it was no longer open."""
        return change_once(session, self, IF_OPEN, rested_at=now)

    def restore(self, session: Session) -> bool:
        """Take back a step that was dropped or put aside. False when it was neither."""
        return change_once(session, self, IF_AWAY, dropped_at=None, rested_at=None)

    def move(self, day: date | None, today: date) -> bool:
        """Give it another date, or none, and count it if the old one has gone by. False if it is the same."""
        if self.until == day:
            return False
        self.slips += self.until is not None and self.until < today
        self.until = day
        return True


def with_pair() -> ORMOption:
    """Load steps with their goal, pair and people; the query joins goal and pair."""
    return contains_eager(Step.goal).contains_eager(Goal.pair).options(PEOPLE)


SEEN = (
    select(Step)
    .join(Step.goal)
    .join(Goal.pair)
    .join(ONESELF, ONESELF.pair_id == Pair.id)
    .join(Pair.partners)
    .join(Partner.person)
    .options(
        contains_eager(Step.goal)
        .contains_eager(Goal.pair)
        .contains_eager(Pair.partners)
        .contains_eager(Partner.person),
        lazyload(Step.edition),  # of one step, which seldom has any: nothing is asked where it has none
    )
    .where(Step.id == bindparam("step"), ONESELF.person_id == bindparam("person"), Pair.ended_at.is_(None))
    .order_by(Partner.id)
)
"""A step in one row for each of the pair, who are the same few people every time."""
PLACE = func.coalesce(Step.rank, Step.id)
OPEN = Step.done_at.is_(None) & Step.dropped_at.is_(None) & Step.rested_at.is_(None)
NEXT = select(Step).join(Step.goal).join(Goal.pair).options(with_pair()).where(GOAL_OPEN, OPEN)
IN_PAIR = (
    select(Step)
    .join(Step.goal)
    .options(contains_eager(Step.goal), lazyload(Step.edition))
    .where(Step.id == bindparam("step"), Goal.pair_id == bindparam("pair"))
)
"""A step of a pair that is at hand."""
IF_OPEN = changing(Step, OPEN)
IF_DONE = changing(Step, Step.done_at.is_not(None))
IF_AWAY = changing(Step, Step.dropped_at.is_not(None) | Step.rested_at.is_not(None))


def add(session: Session, goal: Goal, by: Person, words: str, now: datetime) -> Step:
    """A new step in the writer's words, for both together and without a date until they say more."""
    step = Step(goal=goal, written_by_id=by.id, added_at=now, words=words, language=by.language or "en")
    session.add(step)
    session.flush()
    return step


def pick(session: Session, goal: Goal, by: Person, key: str, now: datetime) -> tuple[Step, bool]:
    """The goal's open ready step of that key, and whether it is new: two who pick it get one."""
    pairs.hold(session, goal.pair)
    if found := picked(session, goal, key):
        return found, False
    step = add(session, goal, by, "", now)
    step.ready, step.edition = key, editions.of(session, goal.pair.programme_id, key)
    session.flush()
    return step, True


def follow(session: Session, edition: Edition) -> None:
    """Have what the programme's pairs picked before there was an edition follow it from now on."""
    theirs = select(Pair.id).where(Pair.programme_id == edition.programme_id)
    session.execute(theirs.order_by(Pair.id).with_for_update(key_share=True))
    goals = select(Goal.id).where(Goal.pair_id.in_(theirs))
    session.execute(
        update(Step).where(Step.ready == edition.key, Step.goal_id.in_(goals)).values(edition_id=edition.id),
        execution_options={"synchronize_session": False},
    )


def picked(session: Session, goal: Goal, key: str) -> Step | None:
    """The goal's open ready step of that key, if there is one."""
    asked = select(Step).where(Step.goal_id == goal.id, Step.ready == key, OPEN)
    return session.scalar(asked.join(Step.goal).join(Goal.pair).options(with_pair()).limit(1))


def of_goal(session: Session, goal: Goal) -> list[Step]:
    """The goal's steps that were not dropped, open ones first, each in the pair's own order."""
    return list(
        session.scalars(
            select(Step)
            .where(Step.goal_id == goal.id, Step.dropped_at.is_(None))
            .order_by(Step.done_at.is_not(None), Step.rested_at.is_not(None), PLACE)
        )
    )


def above(session: Session, step: Step) -> Step | None:
    """The open step that stands right before this one in its goal, as it is by now."""
    asked = select(Step).where(Step.goal_id == step.goal_id, OPEN, step.place > PLACE).order_by(PLACE.desc())
    return session.scalar(asked.limit(1), execution_options={"populate_existing": True})


def move_up(session: Session, step: Step, over: Step) -> bool:
    """Have two steps change places. False when `over` does not stand right before the step any more."""
    pairs.hold(session, step.goal.pair)
    session.refresh(step, ["rank"])
    before = above(session, step)
    if before is None or before.id != over.id:
        return False
    step.rank, before.rank = before.place, step.place
    session.flush()
    return True


def of_pair(session: Session, pair: Pair, id: int) -> Step:
    """A step of the pair, with its goal."""
    step = session.scalars(IN_PAIR, {"step": id, "pair": pair.id}).one()
    set_committed_value(step.goal, "pair", pair)
    return step


def next_open(session: Session, pair: Pair, person: Person) -> Step | None:
    """The step to name next to this person: theirs or for both before another's, then by date."""
    return session.scalar(
        NEXT.where(Goal.pair_id == pair.id)
        .order_by(func.coalesce(Step.doer_id, person.id) != person.id)
        .order_by(Step.until.is_(None), Step.until, PLACE)
        .limit(1)
    )
