"""What is due in the playground and what became of it, with the reasons, for whoever watches."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.deliveries import Delivery, Outcome
from db.groups import Group
from db.people import Person

WAITING, DECIDED = 50, 100
"""How many are shown of those to come and of those that are decided."""


@dataclass(frozen=True)
class Decision:
    """A message nobody waits for: to whom, what and when (ISO, UTC). Without an outcome it still waits."""

    who: str
    what: str
    due: str
    outcome: str | None
    reason: str | None

    def json(self) -> dict[str, str | None]:
        """As the page reads it."""
        return asdict(self)


def lately(session: Session) -> list[Decision]:
    """What comes, the soonest first, and then what was decided, the newest first."""
    asked = (
        select(Delivery, Person.name, Group.title)
        .outerjoin(Person, Person.id == Delivery.person_id)
        .outerjoin(Group, Group.id == Delivery.group_id)
    )
    waiting = asked.where(Delivery.outcome.is_(None)).order_by(Delivery.due_at, Delivery.id)
    decided = asked.where(Delivery.outcome.is_not(None)).order_by(
        Delivery.settled_at.desc(), Delivery.id.desc()
    )
    rows = [
        *session.execute(waiting.limit(WAITING)).all(),
        *session.execute(decided.limit(DECIDED)).all(),
    ]
    return [_decision(delivery, name or title or "") for delivery, name, title in rows]


def last_sent(session: Session) -> datetime | None:
    """When something reached somebody last."""
    return session.scalar(select(func.max(Delivery.settled_at)).where(Delivery.outcome == Outcome.SENT))


def _decision(delivery: Delivery, who: str) -> Decision:
    when = (delivery.settled_at or delivery.due_at).isoformat()
    return Decision(who, delivery.kind, when, delivery.outcome, delivery.reason)
