"""What was heard and not yet handled: updates are kept before they are confirmed, so none is lost."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, bindparam, delete, exists, func, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Id, inserting_new, partial_index

MOST_IN_HAND = 2000
"""More updates than processes hold at once: whatever one of them leaves is taken up whole and in order."""

WAITING = text("handled_at IS NULL AND set_aside IS NULL")


class Heard(Base):
    """One update as it came. Its words are wiped when it is handled; the number stays for a while,
    because platforms deliver twice. `lane` is the chat: one lane's updates are handled in order.
    What nobody could read or handle is set aside with the reason.
    """

    __tablename__ = "heard"
    __table_args__ = (
        partial_index("ix_heard_waiting", "update_id", where=WAITING),
        Index("ix_heard_at", "heard_at"),
    )

    update_id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    lane: Mapped[int] = mapped_column(Id)
    raw: Mapped[str | None] = mapped_column(Text)
    heard_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]
    set_aside: Mapped[str | None]


def keep(session: Session, rows: list[dict[str, Any]]) -> set[int]:
    """Keep updates (`update_id`, `lane`, `raw`, `heard_at`); the ids of those that are new."""
    if not rows:
        return set()
    connection = session.connection()
    keeping = inserting_new(connection.dialect.name, Heard).returning(Heard.update_id)
    return set(connection.scalars(keeping, rows))


HANDLED = (
    update(Heard)
    .where(Heard.update_id == bindparam("number"), WAITING)
    .values(handled_at=bindparam("now"), raw=None)
)


def handle(session: Session, update_id: int, now: datetime) -> bool:
    """Mark an update handled in this transaction and wipe its words. False if it already was."""
    done = session.connection().execute(HANDLED, {"number": update_id, "now": now})
    return done.rowcount == 1


def set_aside(session: Session, update_id: int, reason: str) -> None:
    """Keep an update that could not be read or handled, and do not try it again."""
    session.execute(
        update(Heard).where(Heard.update_id == update_id, WAITING).values(set_aside=reason),
        execution_options={"synchronize_session": False},
    )


def waiting(session: Session, before: datetime, limit: int = MOST_IN_HAND) -> list[tuple[int, int, str]]:
    """Updates heard before a moment that nobody handled: id, lane, words; in the order they came."""
    found = (
        select(Heard.update_id, Heard.lane, Heard.raw)
        .where(WAITING, Heard.heard_at <= before)
        .order_by(Heard.heard_at, Heard.update_id)
        .limit(limit)
    )
    return [(id, lane, raw or "") for id, lane, raw in session.execute(found)]


def waits(session: Session, lane: int) -> bool:
    """Whether anything from a chat is kept and not yet handled."""
    return session.scalar(select(exists().where(WAITING, Heard.lane == lane))) is True


def last_heard(session: Session) -> datetime | None:
    """When the newest update came."""
    return session.scalar(select(func.max(Heard.heard_at)))


def forget(session: Session, lane: int) -> None:
    """Let what came from a chat keep its number and nothing else, save what still waits."""
    settled = Heard.handled_at.is_not(None) | Heard.set_aside.is_not(None)
    session.execute(
        update(Heard).where(Heard.lane == lane, settled).values(lane=0, raw=None),
        execution_options={"synchronize_session": False},
    )


def purge(session: Session, handled_before: datetime, aside_before: datetime) -> None:
    """Forget numbers of what was handled, and what was set aside, heard before these moments."""
    handled = Heard.handled_at.is_not(None) & (Heard.heard_at < handled_before)
    aside = Heard.set_aside.is_not(None) & (Heard.heard_at < aside_before)
    session.execute(delete(Heard).where(handled | aside), execution_options={"synchronize_session": False})
