"""Everything somebody wrote that we still keep, wherever it stands, to be read or to be erased."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db import people, relayers
from db.answers import Answer
from db.askings import Asked
from db.editions import Wording
from db.goals import Goal
from db.lessons import Lesson
from db.pairs import Pair, Partner
from db.people import Person
from db.places import Place
from db.remarks import Remark
from db.steps import Step
from db.thanks import Thanks
from db.threads import Message
from db.versions import Version


def of(session: Session, person: Person) -> list[str]:
    """A person's own words, oldest first within each sort: of a pair, then of a programme."""
    asked = (
        select(Goal.words).where(Goal.written_by_id == person.id).order_by(Goal.id),
        select(Goal.why).where(Goal.why_by_id == person.id).order_by(Goal.id),
        select(Step.words).where(Step.written_by_id == person.id).order_by(Step.id),
        select(Lesson.words).where(Lesson.person_id == person.id).order_by(Lesson.id),
        select(Place.words)
        .where(Place.added_by_id == person.id, Place.words.is_not(None))
        .order_by(Place.id),
        select(Remark.words)
        .where(Remark.person_id == person.id, Remark.words.is_not(None))
        .order_by(Remark.id),
        select(Thanks.words)
        .where(Thanks.person_id == person.id, Thanks.words.is_not(None))
        .order_by(Thanks.id),
        select(Answer.words)
        .where(Answer.person_id == person.id, Answer.words.is_not(None))
        .order_by(Answer.id),
        select(Message.words)
        .where(Message.author_id == person.id, Message.words.is_not(None))
        .order_by(Message.id),
        select(Version.words).where(Version.writer_id == person.id).order_by(Version.id),
        select(Asked.words)
        .where(Asked.helper_id == person.id, Asked.approved_at.is_(None))
        .order_by(Asked.id),
        select(Asked.wish).where(Asked.asker_id == person.id).order_by(Asked.id),
        select(Wording.words).where(Wording.written_by_id == person.id).order_by(Wording.id),
    )
    return [words for each in asked for words in session.scalars(each) if words]


def picked(session: Session, person: Person) -> tuple[list[Goal], list[Step]]:
    """Goals and steps in ready words that the person chose, oldest first."""
    goals = select(Goal).where(Goal.written_by_id == person.id, Goal.words == "").order_by(Goal.id)
    steps = select(Step).where(Step.written_by_id == person.id, Step.ready.is_not(None)).order_by(Step.id)
    return list(session.scalars(goals)), list(session.scalars(steps))


def forget(session: Session, person: Person) -> None:
    """Erase a person, and what they wrote into things that stay because others wrote them."""
    session.execute(update(Goal).where(Goal.why_by_id == person.id).values(why=None, why_by_id=None))
    session.execute(update(Asked).where(Asked.asker_id == person.id).values(wish=None))
    _hand_over(session, person)
    relayers.forget(session, person)
    people.erase(session, person)


def _hand_over(session: Session, person: Person) -> None:
    """Leave goals and steps in ready words, which nobody wrote, to those who go on together."""
    others = select(Partner.person_id).join(Pair, Pair.id == Partner.pair_id).order_by(Partner.id).limit(1)
    others = others.where(Partner.person_id != person.id, Pair.ended_at.is_(None))
    of_goal = others.where(Pair.id == Goal.pair_id).scalar_subquery()
    of_step = others.join(Goal, Goal.pair_id == Pair.id).where(Goal.id == Step.goal_id).scalar_subquery()
    for table, heir in ((Goal, of_goal), (Step, of_step)):
        theirs = (table.written_by_id == person.id) & (table.words == "") & heir.is_not(None)
        session.execute(
            update(table).where(theirs).values(written_by_id=heir),
            execution_options={"synchronize_session": False},
        )
