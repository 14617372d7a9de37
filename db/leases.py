"""A lease: which process does a job that only one may do at a time; a standby takes over when it ends."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, insert_new


class Lease(Base):
    """Who holds a job, until when."""

    __tablename__ = "leases"

    job: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]


def hold(session: Session, job: str, holder: str, now: datetime, life: timedelta) -> bool:
    """Take or renew the lease. False while somebody else's is running.

    `now` is the wall clock, never a clock that a playground moves.
    """
    insert_new(session, Lease, job=job, holder=holder, until=now + life)
    renewed = session.execute(
        update(Lease)
        .where(Lease.job == job, (Lease.holder == holder) | (Lease.until < now))
        .values(holder=holder, until=now + life)
        .returning(Lease.job),
        execution_options={"synchronize_session": False},
    )
    return renewed.first() is not None


def release(session: Session, job: str, holder: str, now: datetime) -> None:
    """Let a standby in at once."""
    session.execute(update(Lease).where(Lease.job == job, Lease.holder == holder).values(until=now))
