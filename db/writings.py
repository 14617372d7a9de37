"""Everything somebody wrote that we still keep, wherever it stands."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.announcements import Announcement
from db.goals import Goal
from db.people import Person
from db.steps import Step


def of(session: Session, person: Person) -> list[str]:
    """A person's own words, oldest first within each sort: goals, reasons, steps, announcements."""
    asked = (
        select(Goal.words).where(Goal.added_by_id == person.id).order_by(Goal.id),
        select(Goal.why).where(Goal.added_by_id == person.id, Goal.why.is_not(None)).order_by(Goal.id),
        select(Step.words).where(Step.added_by_id == person.id).order_by(Step.id),
        select(Announcement.words).where(Announcement.author_id == person.id).order_by(Announcement.id),
    )
    return [words for each in asked for words in session.scalars(each) if words]
