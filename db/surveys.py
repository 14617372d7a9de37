"""Surveys: what a season was good for, counted without anybody's name, and shown in fives.

An answer is no row but one more in a count, so that nothing ties it to a person, a pair, a role or a day, nor
the five answers of one person to each other. That somebody has answered is kept apart, without what. And
because whoever watches a count can tell the newest answer, a programme is shown five more of them at a time.
"""

import enum

from sqlalchemy import ForeignKey, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db import programmes
from db.base import Base, choice, insert_new
from db.pairs import Pair
from db.people import Person
from db.programmes import Programme

AT_ONCE = 5
"""How many answers are shown together."""


class Question(enum.StrEnum):
    """What is asked: five at the end of a season, the last one three months later."""

    GOAL = "goal"
    LANGUAGE = "language"
    PEOPLE = "people"
    CONFIDENCE = "confidence"
    AGAIN = "again"
    TOUCH = "touch"


AT_THE_END: list[Question] = [each for each in Question if each is not Question.TOUCH]


class Answer(enum.StrEnum):
    """What can be answered."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Tally(Base):
    """How often a programme was given an answer: shown to its coordinators, and not yet."""

    __tablename__ = "tallies"

    programme_id: Mapped[int] = mapped_column(
        ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[Question] = mapped_column(choice(Question), primary_key=True)
    answer: Mapped[Answer] = mapped_column(choice(Answer), primary_key=True)
    shown: Mapped[int] = mapped_column(default=0, server_default="0")
    fresh: Mapped[int] = mapped_column(default=0, server_default="0")


class Ballot(Base):
    """That somebody has answered a question about a pair; what they said is not here."""

    __tablename__ = "ballots"

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    question: Mapped[Question] = mapped_column(choice(Question), primary_key=True)


def answered(session: Session, pair: Pair, person: Person) -> set[Question]:
    """What somebody has answered about a pair."""
    asked = select(Ballot.question).where(Ballot.pair_id == pair.id, Ballot.person_id == person.id)
    return set(session.scalars(asked))


def count(session: Session, pair: Pair, ballot: Ballot, answer: Answer) -> None:
    """Count an answer, once however often it is given."""
    given = {"pair_id": ballot.pair_id, "person_id": ballot.person_id, "question": ballot.question}
    if not insert_new(session, Ballot, **given):
        return
    programme = session.get_one(Programme, pair.programme_id)
    programmes.hold(session, programme)
    _begin(session, programme)
    of_question = (Tally.programme_id == programme.id, Tally.question == ballot.question)
    counted = update(Tally).where(*of_question, Tally.answer == answer)
    session.execute(counted.values(fresh=Tally.fresh + 1), execution_options={"synchronize_session": False})
    if (session.scalar(select(func.sum(Tally.fresh)).where(*of_question)) or 0) >= AT_ONCE:
        more = update(Tally).where(*of_question).values(shown=Tally.shown + Tally.fresh, fresh=0)
        session.execute(more, execution_options={"synchronize_session": False})


def _begin(session: Session, programme: Programme) -> None:
    """All counts at nought, so that not even their order tells who answered what first."""
    for question in Question:
        for answer in Answer:
            row = {"programme_id": programme.id, "question": question, "answer": answer}
            insert_new(session, Tally, **row, shown=0, fresh=0)


def shown(session: Session, programme: Programme) -> dict[Question, dict[Answer, int]]:
    """The counts that may be shown, of the questions that have any."""
    rows = session.scalars(select(Tally).where(Tally.programme_id == programme.id)).all()
    counted = {
        question: {
            answer: sum(row.shown for row in rows if (row.question, row.answer) == (question, answer))
            for answer in Answer
        }
        for question in Question
    }
    return {question: counts for question, counts in counted.items() if any(counts.values())}


def given(session: Session, person: Person) -> int:
    """How many questions somebody has answered, whatever the pair."""
    return session.scalar(select(func.count()).where(Ballot.person_id == person.id)) or 0
