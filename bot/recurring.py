"""What comes again: its successor is planned in the transaction that decides what becomes of it."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.in_groups import group_reader
from db import deliveries, outlook
from db.deliveries import Claim
from db.groups import Group
from db.kinds import RULES, Kind
from db.people import Person
from db.rhythm import next_weekly, seldom

DAY = timedelta(days=1)


def goes_on(session: Session, claim: Claim, now: datetime) -> None:
    """One week in which somebody was out of reach, or we failed, does not end what comes every week."""
    group_goes_on(session, claim, now)
    person = session.get(Person, claim.person_id) if claim.person_id else None
    if person:
        plan_next(session, claim, person, now, said=False)


def group_goes_on(session: Session, claim: Claim, now: datetime) -> None:
    """What a group gets every week comes again, though it did not go this time."""
    group = session.get(Group, claim.group_id) if claim.group_id else None
    weekly = group.weekly(group_reader(session, group, "en").zone) if group else None
    if group and weekly and claim.kind is Kind.WEEKLY_POSTING:
        due = next_weekly(now, weekly)
        deliveries.plan(session, claim.kind, claim.link, due, group_id=group.id)


def plan_next(session: Session, claim: Claim, person: Person, now: datetime, said: bool = True) -> None:
    """What comes again plans its successor in the transaction that decides it; what was not said, sooner."""
    rule = RULES[claim.kind]
    if rule.recurs:
        weeks = seldom(person.appetite.weeks, person.unanswered + 1) if said else 1
        outlook.succeed(session, claim, person.weekly_in(weeks), now)
    elif rule.chained and not said:
        deliveries.plan(session, claim.kind, claim.link, now + DAY, person_id=person.id)
