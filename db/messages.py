"""Messages of ours in people's chats: where what was sent stands by now, if it had to be said anew."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.deliveries import UNSYNCHRONIZED, Claim, Delivery


def moved(session: Session, claimed: Claim, message: int, further: list[int] | None) -> None:
    """What stood where this one went over it stands here now: as a message, with what belongs to it."""
    mine = Delivery.person_id == claimed.person_id, Delivery.group_id == claimed.group_id
    stood = update(Delivery).where(mine[claimed.person_id is None], Delivery.message == claimed.message)
    session.execute(stood.values(message=message, further=further), execution_options=UNSYNCHRONIZED)
