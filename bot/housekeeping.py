"""Housekeeping: what is over ends by itself, and what is no longer needed is deleted."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from bot.time import Clock
from db import (
    attendance,
    contributions,
    crowds,
    deliveries,
    drafts,
    groups,
    heard,
    opinions,
    people,
    relayers,
    rounds,
)
from db.engine import Database
from handlers import ending, silence

NUMBERS = timedelta(days=3)
"""How long update numbers are kept: platforms deliver again for a day."""
ASIDE = timedelta(days=30)
"""How long an update that we could not handle is kept, words and all, for whoever mends the fault."""
SETTLED = timedelta(days=90)
"""How long it is known what became of a message."""
UNCONFIRMED = timedelta(days=7)
"""How long a group waits for a coordinator to confirm it."""
LOST = timedelta(days=30)
"""How long a group that does not bear us any more may take us back with its settings."""
ASKED = timedelta(days=30)
"""How long it is known who asked to pass messages on from a group, if nobody allowed it."""
HELD = timedelta(days=1)
"""How long words that look private wait for their writer to say whether to keep them."""


@dataclass(frozen=True)
class Housekeeping:
    """Ends what is over, and deletes what has outlived its use."""

    database: Database
    clock: Clock

    async def tidy(self) -> None:
        """Once over everything, in short transactions: what is over, crowds to come, what is settled."""
        await self.database.run(self._end)
        await self.database.run(lambda session: crowds.ease(session, self.clock.now()))
        await self.database.run(self._tidy)

    def _end(self, session: Session) -> None:
        ending.tidy(session, self.clock.now())
        silence.tidy(session, self.clock.now())
        for each in rounds.over(session, self.clock.now()):
            opinions.end(session, each, self.clock.now())

    def _tidy(self, session: Session) -> None:
        now = self.clock.now()
        heard.purge(session, now - NUMBERS, now - ASIDE)
        deliveries.purge(session, now - SETTLED)
        groups.purge(session, now - UNCONFIRMED, now - LOST)
        relayers.purge(session, now - ASKED)
        people.let_go(session, now - HELD)
        drafts.purge(session, now - HELD)
        contributions.erase(session, now - contributions.KEPT)
        attendance.forget_names(session, now - contributions.KEPT)
        rounds.erase(session, now - rounds.KEPT)
