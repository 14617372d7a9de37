"""Which icebreakers a pair has had; the prompts themselves are content (locales/icebreakers.toml)."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Id, insert_new
from db.pairs import Pair


class Icebreaking(Base):
    """A prompt, by its key, that a pair has been given: never again for them."""

    __tablename__ = "icebreakings"
    __table_args__ = (UniqueConstraint("pair_id", "key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    key: Mapped[str]
    given_at: Mapped[datetime]


def given(session: Session, pair: Pair) -> dict[str, datetime]:
    """Keys the pair has had, with when, oldest first."""
    had = select(Icebreaking.key, Icebreaking.given_at).where(Icebreaking.pair_id == pair.id)
    return dict(session.execute(had.order_by(Icebreaking.given_at, Icebreaking.id)).all())


def give(session: Session, pair: Pair, key: str, now: datetime) -> None:
    """Remember that the pair has had it."""
    insert_new(session, Icebreaking, pair_id=pair.id, key=key, given_at=now)
