"""The right to drain what is due: one process at a time; a standby takes over when it ends."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

import structlog

from bot.time import Clock, wall
from db import deliveries, leases
from db.engine import Database

JOB = "deliveries"
LIFE = timedelta(seconds=30)
log = structlog.get_logger()


@dataclass
class Lease:
    """Held or not, by the wall's clock; renewed every few seconds."""

    database: Database
    clock: Clock
    holder: str = field(default_factory=lambda: uuid4().hex)
    until: datetime | None = None

    @property
    def held(self) -> bool:
        """Whether this process may send; a little before the end it no longer does."""
        return self.until is not None and wall() < self.until - timedelta(seconds=5)

    async def renew(self) -> None:
        """Take or renew it. Whoever takes it settles what the one before left uncertain."""
        until = wall() + LIFE
        fresh = not self.held
        taken = await self.database.run(lambda session: leases.hold(session, JOB, self.holder, wall(), LIFE))
        if taken and fresh:
            found = await self.database.run(lambda session: deliveries.recover(session, self.clock.now()))
            log.info("draining", uncertain=found)
        self.until = until if taken else None

    def drop(self) -> None:
        """Stop sending until it is taken anew, which settles what is uncertain by now."""
        self.until = None

    async def release(self) -> None:
        """Let a standby in at once."""
        self.until = None
        await self.database.run(lambda session: leases.release(session, JOB, self.holder, wall()))
