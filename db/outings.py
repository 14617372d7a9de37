"""What a pair could do at a meeting: one prompt for each, the same for everybody who comes."""

from sqlalchemy import ForeignKey, UniqueConstraint, bindparam, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Numbered, insert_new
from db.meetings import Meeting
from db.pairs import Pair


class Outing(Numbered):
    """A prompt, by its key, for a meeting."""

    __tablename__ = "outings"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    key: Mapped[str]


def of_meeting(session: Session, meeting: Meeting) -> Outing | None:
    """What was chosen for a meeting."""
    return session.scalar(select(Outing).where(Outing.meeting_id == meeting.id))


def choose(session: Session, meeting: Meeting, key: str) -> None:
    """Keep a prompt for a meeting, in place of another."""
    if not insert_new(session, Outing, meeting_id=meeting.id, key=key):
        session.execute(update(Outing).where(Outing.meeting_id == meeting.id).values(key=key))


HAD = (
    select(Outing.key)
    .join(Meeting, Meeting.id == Outing.meeting_id)
    .where(Meeting.pair_id == bindparam("pair"))
    .order_by(Outing.id)
)


def had(session: Session, pair: Pair) -> list[str]:
    """Keys of the prompts of all meetings of a pair, oldest first."""
    return list(session.scalars(HAD, {"pair": pair.id}))
