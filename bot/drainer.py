"""The loop that empties the table of what is due: one claimed, prepared, sent and recorded at a time."""

import asyncio
from dataclasses import dataclass, field

import structlog

from bot.channels import Channel, Slot
from bot.lease import Lease
from bot.parcels import Parcel
from bot.postman import Postman
from bot.time import Clock
from bot.undeliverable import NotAllowed, SlowDown, Undeliverable
from db import deliveries
from db.deliveries import Claim
from db.engine import AWAY, Database

WORKERS = 16
log = structlog.get_logger()


@dataclass(frozen=True)
class Drainer:
    """Sends what is due, as long as this process holds the lease."""

    database: Database
    postman: Postman
    channel: Channel
    lease: Lease
    clock: Clock
    _at_work: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def drain(self) -> None:
        """Deliver until nothing is due any more, or the lease is lost."""
        async with self._at_work:
            if not self.lease.held or not await self._anything_due():
                return
            async with asyncio.TaskGroup() as group:
                workers = [group.create_task(self._work()) for _ in range(WORKERS)]
            if not all(worker.result() for worker in workers):
                await self.lease.renew()

    async def finish(self) -> None:
        """Send what is in hand, and nothing more."""
        self.lease.drop()
        async with self._at_work:
            pass

    async def _anything_due(self) -> bool:
        due = await self.database.run(deliveries.next_due)
        return due is not None and due <= self.clock.now()

    async def _work(self) -> bool:
        """False if the database went away: then nothing is sent until the lease is taken anew."""
        try:
            while self.lease.held and await self.deliver_one():
                pass
        except AWAY:
            log.exception("the database did not answer; what is claimed waits")
            self.lease.drop()
            return False
        return True

    async def deliver_one(self) -> bool:
        """Deliver one message; False when there was none. A place at the gate comes before the claim,

        so that what is claimed is sent at once, and a crash leaves uncertain only what was in flight.
        """
        async with self.channel.slot() as slot:
            now = self.clock.now()
            claimed = await self.database.run(lambda session: deliveries.claim(session, now, limit=1))
            if not claimed:
                return False
            parcel = await self._prepare(claimed[0])
            if parcel:
                await self._send(parcel, slot)
            return True

    async def _prepare(self, claim: Claim) -> Parcel | None:
        now = self.clock.now()
        try:
            return await self.database.run(lambda session: self.postman.prepare(session, claim, now))
        except AWAY:
            raise
        except Exception as error:
            log.exception("delivery broke", delivery=claim.id, link=claim.link)
            fault = type(error).__name__
            await self.database.run(lambda session: self.postman.broken(session, claim, fault, now))
            return None

    async def _send(self, parcel: Parcel, slot: Slot) -> None:
        await slot.chat(parcel.chat)
        try:
            posted = await self.channel.show(parcel.chat, parcel.screen, parcel.over)
        except Undeliverable as problem:
            await self._failed(parcel, problem)
        else:
            now = self.clock.now()
            await self.database.run(lambda session: self.postman.sent(session, parcel, posted, now))
            if parcel.screen.pinned:
                await self._pin(parcel, posted.message)

    async def _pin(self, parcel: Parcel, message: int) -> None:
        """Pin what was sent. Where that fails it stands there all the same."""
        try:
            await self.channel.pin(parcel.chat, message)
        except Undeliverable as problem:
            log.info("not pinned", delivery=parcel.claim.id, reason=problem.reason)
            self._heeds(problem)
            if isinstance(problem, NotAllowed):
                now = self.clock.now()
                await self.database.run(lambda session: self.postman.unpinned(session, parcel, now))

    async def _failed(self, parcel: Parcel, problem: Undeliverable) -> None:
        log.warning(
            "not delivered", delivery=parcel.claim.id, why=type(problem).__name__, reason=problem.reason
        )
        self._heeds(problem)
        now = self.clock.now()
        await self.database.run(lambda session: self.postman.failed(session, parcel, problem, now))

    def _heeds(self, problem: Undeliverable) -> None:
        if isinstance(problem, SlowDown):
            self.channel.slow_down(problem.seconds)
