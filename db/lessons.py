"""Lessons: one line on what helped with a step, by whoever wrote it last."""

from sqlalchemy import ForeignKey, String, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db import pairs
from db.base import Numbered
from db.goals import WORDS_LENGTH, Goal
from db.pairs import Pair
from db.people import Person
from db.steps import Step


class Lesson(Numbered):
    """What helped with a step, in its writer's language."""

    __tablename__ = "lessons"

    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id", ondelete="CASCADE"), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(String(WORDS_LENGTH))
    language: Mapped[str]


OF_STEP = select(Lesson).where(Lesson.step_id == bindparam("step"))


def of_step(session: Session, step: Step) -> Lesson | None:
    """What helped, if somebody said."""
    return session.scalar(OF_STEP, {"step": step.id})


def of_pair(session: Session, pair: Pair) -> dict[int, Lesson]:
    """What helped in the steps of a pair, by the steps' numbers."""
    asked = select(Lesson).join(Step, Step.id == Lesson.step_id).join(Step.goal)
    return {each.step_id: each for each in session.scalars(asked.where(Goal.pair_id == pair.id))}


def keep(session: Session, step: Step, by: Person, words: str) -> Lesson:
    """Keep what helped, in place of what was said before."""
    pairs.hold(session, step.goal.pair)
    lesson = of_step(session, step) or Lesson(step_id=step.id)
    lesson.person_id, lesson.words, lesson.language = by.id, words, by.language or "en"
    session.add(lesson)
    session.flush()
    return lesson
