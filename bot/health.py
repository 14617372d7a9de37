"""How we are: whether the database answers, how long ago something came in, how late what is due is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.time import Clock
from db import deliveries, heard
from db.engine import Database

LATE = timedelta(minutes=10)


@dataclass(frozen=True)
class Found:
    """What was found. Ages in seconds; None where there is nothing to measure."""

    database: bool
    intake_age: float | None = None
    delivery_lag: float | None = None

    @property
    def well(self) -> bool:
        """Whether there is nothing to worry about."""
        return self.database and (self.delivery_lag or 0) < LATE.total_seconds()

    def shown(self) -> dict[str, object]:
        """The figures for a monitor."""
        return {
            "ok": self.well,
            "database": self.database,
            "intake_age_seconds": self.intake_age,
            "delivery_lag_seconds": self.delivery_lag,
        }


@dataclass(frozen=True)
class Health:
    """Looks at what the database knows."""

    database: Database
    clock: Clock

    async def look(self) -> Found:
        """A look, now."""
        try:
            return await self.database.run(lambda session: self._found(session, self.clock.now()))
        except SQLAlchemyError:
            return Found(database=False)

    def _found(self, session: Session, now: datetime) -> Found:
        last, due = heard.last_heard(session), deliveries.next_due(session)
        return Found(
            True,
            (now - last).total_seconds() if last else None,
            max(0.0, (now - due).total_seconds()) if due else None,
        )
