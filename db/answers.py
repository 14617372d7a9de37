"""Answers to icebreakers: closed until everybody in the pair gave one, then open to all of them at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, bindparam, delete, false, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship
from sqlalchemy.orm.attributes import set_committed_value

from db import pairs
from db.base import Numbered, change_once, changing, choice
from db.contents import Medium
from db.icebreakers import Icebreaking
from db.pairs import PEOPLE, Pair, Partner
from db.people import Person

ANSWER_LENGTH = 300
"""UTF-16 units of an answer: two of them stand below a photo, with the prompt."""

REMINDED_AFTER = timedelta(days=7)
GIVEN_BACK_AFTER = timedelta(days=10)
"""After the first answer: a soft word to whoever gave none, and then it is closed."""


class Answer(Numbered):
    """What somebody answered: words, perhaps below a voice message or photo, or that they skip it.

    The channel keeps the sound or picture; `file` is its name for it. `taken_back_at` is set, and nothing
    else kept, once the writer has taken back what the others could read.
    """

    __tablename__ = "answers"
    __table_args__ = (UniqueConstraint("icebreaking_id", "person_id"),)

    icebreaking_id: Mapped[int] = mapped_column(ForeignKey("icebreakings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    words: Mapped[str | None] = mapped_column(String(ANSWER_LENGTH))
    medium: Mapped[Medium | None] = mapped_column(choice(Medium))
    channel: Mapped[str | None]
    file: Mapped[str | None] = mapped_column(String(255))
    language: Mapped[str]
    skipped: Mapped[bool] = mapped_column(default=False, server_default=false())
    answered_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]
    icebreaking: Mapped[Icebreaking] = relationship(lazy="raise")
    person: Mapped[Person] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Answer | None":
        """An answer of one's own; of the others in a pair, once all are open."""
        ours = select(Partner.pair_id).where(Partner.person_id == person.id)
        found = session.scalar(_whole(select(cls)).where(cls.id == id))
        if found is None or found.person_id == person.id:
            return found
        idea, there = found.icebreaking, {each.id for each in found.icebreaking.pair.people}
        seen = idea.answered_at and found.person_id in there and idea.pair_id in set(session.scalars(ours))
        return found if seen else None

    @property
    def stands(self) -> bool:
        """Whether there is something to read, hear or see."""
        return not self.skipped and self.taken_back_at is None


@dataclass(frozen=True)
class Exchange:
    """A prompt with what those who are in the pair said to it, first to last."""

    idea: Icebreaking
    said: Sequence[Answer]
    people: frozenset[int]

    def of(self, person: Person) -> Answer | None:
        """The person's own."""
        return next((each for each in self.said if each.person_id == person.id), None)

    @property
    def standing(self) -> list[Answer]:
        """The answers that hold something."""
        return [each for each in self.said if each.stands]

    @property
    def first(self) -> datetime | None:
        """When the first answer came; None while there is none."""
        return min((each.answered_at for each in self.said if not each.skipped), default=None)

    @property
    def open(self) -> bool:
        """Whether each reads what the others said."""
        return self.idea.answered_at is not None

    @property
    def ready(self) -> bool:
        """Whether it is to be opened: everybody has answered or skipped, and at least two have answered."""
        complete = {each.person_id for each in self.said} >= self.people
        return not self.open and complete and len(self.standing) > 1

    def waited(self, now: datetime) -> bool:
        """Whether it is no longer waited for whoever has not answered."""
        return self.first is not None and now >= self.first + GIVEN_BACK_AFTER

    def closed(self, now: datetime) -> bool:
        """Whether it was given back unopened: one answer waited too long, or the pair is over."""
        alone = self.waited(now) and len(self.standing) < 2
        return not self.open and (alone or self.idea.pair.ended_at is not None)

    def asks(self, person: Person, now: datetime) -> bool:
        """Whether somebody else has answered and waits for the person."""
        waits = self.first is not None and not self.open and not self.closed(now)
        return waits and self.of(person) is None


def _whole(answers: Select[Answer]) -> Select[Answer]:
    idea = joinedload(Answer.icebreaking).joinedload(Icebreaking.pair).options(PEOPLE)
    return answers.options(idea, joinedload(Answer.person))


HAD = (
    select(Icebreaking, Answer)
    .outerjoin(Answer, Answer.icebreaking_id == Icebreaking.id)
    .where(Icebreaking.pair_id == bindparam("pair"))
    .order_by(Icebreaking.given_at, Icebreaking.id, Answer.id)
)
ONE = HAD.where(Icebreaking.id == bindparam("idea"))


def of_pair(session: Session, pair: Pair) -> list[Exchange]:
    """Each prompt the pair has had with what was said to it, oldest first."""
    return _exchanges(session, pair, HAD, {"pair": pair.id})


def of(session: Session, idea: Icebreaking) -> Exchange:
    """A prompt with what was said to it, both as they are by now."""
    [found] = _exchanges(session, idea.pair, ONE, {"pair": idea.pair_id, "idea": idea.id})
    return found


def _exchanges(
    session: Session, pair: Pair, asked: Select[Icebreaking, Answer], which: Mapping[str, int]
) -> list[Exchange]:
    """Prompts and answers put together with the pair and its people, who are at hand."""
    session.flush()
    people = frozenset(each.person_id for each in pair.partners)
    found: dict[Icebreaking, list[Answer]] = {}
    for idea, answer in session.execute(asked, which, execution_options={"populate_existing": True}):
        set_committed_value(idea, "pair", pair)
        said = found.setdefault(idea, [])
        if answer and answer.person_id in people:
            set_committed_value(answer, "icebreaking", idea)
            set_committed_value(answer, "person", session.get_one(Person, answer.person_id))
            said.append(answer)
    return [Exchange(idea, said, people) for idea, said in found.items()]


def say(session: Session, idea: Icebreaking, answer: Answer) -> Exchange:
    """Keep what somebody says in place of what they said before; nothing once it is open or closed.

    Of two who answer at once, the second one finds the answer of the first.
    """
    pairs.hold(session, idea.pair)
    session.refresh(idea.pair, ["ended_at"])
    before = of(session, idea)
    if before.open or before.closed(answer.answered_at):
        return before
    own = before.of(answer.person)
    if own:
        answer.answered_at = answer.answered_at if own.skipped else own.answered_at
        session.execute(delete(Answer).where(Answer.id == own.id))
    answer.icebreaking_id = idea.id
    session.add(answer)
    return of(session, idea)


IF_CLOSED = changing(Icebreaking, Icebreaking.answered_at.is_(None))


def open_all(session: Session, found: Exchange, now: datetime) -> bool:
    """Let each read what the others said, if it is time to. Whether they can from now on.

    Where several have answered, nobody's silence gives it back: it opens when it has waited long enough.
    """
    enough = found.waited(now) and len(found.standing) > 1 and not found.closed(now)
    return (found.ready or enough) and change_once(session, found.idea, IF_CLOSED, answered_at=now)


def take_back(session: Session, answer: Answer, now: datetime) -> None:
    """Keep nothing of an answer; where the others could read it, only that it was there."""
    if answer.icebreaking.answered_at is None:
        session.delete(answer)
    else:
        answer.words = answer.medium = answer.channel = answer.file = None
        answer.taken_back_at = answer.taken_back_at or now
    session.flush()


def forget_skips(session: Session, idea: Icebreaking) -> None:
    """Whoever skipped a prompt is asked anew."""
    session.execute(delete(Answer).where(Answer.icebreaking_id == idea.id, Answer.skipped))


def skipped(session: Session, pair: Pair) -> set[str]:
    """Keys of the pair's prompts that somebody skipped."""
    asked = select(Icebreaking.key).join(Answer, Answer.icebreaking_id == Icebreaking.id)
    return set(session.scalars(asked.where(Icebreaking.pair_id == pair.id, Answer.skipped)))


def counted(session: Session, person: Person) -> tuple[int, int]:
    """How many prompts somebody skipped, and how many they answered by voice or with a photo."""
    skipped, held = func.count().filter(Answer.skipped), func.count(Answer.medium)
    found = session.execute(select(skipped, held).where(Answer.person_id == person.id)).one()
    return found[0], found[1]


def of_person(session: Session, person: Person) -> list[Answer]:
    """Everything somebody answered, newest first."""
    asked = _whole(select(Answer)).where(Answer.person_id == person.id, Answer.skipped.is_(False))
    return list(session.scalars(asked.where(Answer.taken_back_at.is_(None)).order_by(Answer.id.desc())))
