"""What comes again: its successor is planned in the transaction that decides what becomes of it."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from db import deliveries, groups, outlook
from db.deliveries import Claim
from db.groups import Group
from db.kinds import RULES
from db.people import Person
from db.rhythm import next_weekly, seldom

DAY = timedelta(days=1)


def came(session: Session, claim: Claim, person: Person, now: datetime) -> None:
    """What comes every week comes again; less often to who chose so, or does not answer."""
    if RULES[claim.kind].recurs:
        weeks = seldom(person.appetite.weeks, person.unanswered + 1)
        outlook.succeed(session, claim, person.weekly_in(weeks), now)


def goes_on(session: Session, claim: Claim, now: datetime) -> None:
    """One time that it did not come does not end what comes again: out of reach, let go, a fault of ours."""
    rule = RULES[claim.kind]
    person = session.get(Person, claim.person_id) if claim.person_id else None
    group = session.get(Group, claim.group_id) if claim.group_id else None
    if rule.recurs and person:
        outlook.succeed(session, claim, person.weekly_in(1), now)
    elif rule.chained and person:
        deliveries.plan(session, claim.kind, claim.link, now + DAY, person_id=person.id)
    elif rule.chained and group and (weekly := groups.weekly(session, group)):
        deliveries.plan(session, claim.kind, claim.link, next_weekly(now, weekly), group_id=group.id)
