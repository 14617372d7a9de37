"""Two processes for the web and two for the clock, on one PostgreSQL: nothing is done twice, nobody waits."""

import asyncio
import io
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
import pytest
from aiohttp import web

from tests.end_to_end.doors import HERE, Telegram, free_port
from tests.end_to_end.locks import held
from tests.end_to_end.processes import Launcher, Passerelle
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

SECRET = "a-secret-between-telegram-and-us"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
WORDS = "The choir meets on Saturday."
LANGUAGES = ["ar", "fr", "en", "fa", "tr", "uk"]

pytestmark = pytest.mark.parametrize("ground", ["postgresql"], indirect=True)


@dataclass
class Balancer:
    """What stands before the web processes; it may bring an update to each of them at once."""

    port: int
    webs: list[Passerelle]
    to_all: bool = False
    taken: int = 0

    @property
    def url(self) -> str:
        """The public address."""
        return f"http://{HERE}:{self.port}"

    async def forward(self, request: web.Request) -> web.Response:
        """One update, to one process in turn or to all; confirmed when all of them confirm it."""
        body = await request.read()
        chosen = self.webs if self.to_all else [self.webs[self.taken % len(self.webs)]]
        secret = {HEADER: request.headers.get(HEADER, "")}
        async with aiohttp.ClientSession(headers=secret) as session:
            answers = await asyncio.gather(*(post(session, each, body) for each in chosen))
        self.taken += 1
        return web.Response(status=max(answers))


async def post(session: aiohttp.ClientSession, bot: Passerelle, body: bytes) -> int:
    """Bring an update to a process; the status of its answer."""
    async with session.post(f"{bot.url}/telegram", data=io.BytesIO(body)) as answer:
        return answer.status


@asynccontextmanager
async def balancer(launch: Launcher, telegram: Telegram) -> AsyncIterator[Balancer]:
    """Two web processes behind one address, known to Telegram."""
    before = Balancer(free_port(), [])
    app = web.Application()
    app.router.add_post("/telegram", before.forward)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, HERE, before.port).start()
    settings = {"WEBHOOK_URL": before.url, "WEBHOOK_SECRET": SECRET}
    before.webs += [await launch(await telegram.door(), "run", "--only", "web", **settings) for _ in range(2)]
    for each in before.webs:
        each.door.open.set()
    await until(lambda: all(each.door.calls["setWebhook"] for each in before.webs), "Telegram knows them")
    try:
        yield before
    finally:
        await runner.cleanup()


async def test_two_webs_and_two_clocks_do_everything_once(
    telegram: Telegram, town: Town, launch: Launcher
) -> None:
    clocks = [await launch(await telegram.door(), "run", "--only", "clock") for _ in range(2)]
    async with balancer(launch, telegram) as before:
        standby = await _one_clock_is_killed(clocks, town)
        await _refuses_strangers(before.webs[0])
        await _takes_an_update_once(before.webs, town)
        await _handles_what_both_hear_once(before, town)
        await _takes_turns(before, town)
        await _is_well(before.webs[1])
        await standby.sends_the_rest()


@dataclass(frozen=True)
class Standby:
    """What was in flight when the one before was killed, and who that was."""

    town: Town
    in_flight: int
    killed: str | None

    async def sends_the_rest(self) -> None:
        """Nobody is left out, and at most what was in flight comes twice."""
        await until(lambda: not self.town.under_way(), "the standby has sent the rest")
        assert self.town.holder() != self.killed
        reached = Counter(self.town.reached(WORDS).values())
        print(f"\nstandby: lost {reached[0]}, twice {reached[2]}, in flight {self.in_flight}")
        assert reached[1] + reached[2] == len(self.town.chats)
        assert reached[2] <= self.in_flight


async def _one_clock_is_killed(clocks: list[Passerelle], town: Town) -> Standby:
    """In the middle of an announcement. The other has not sent anything until then."""
    for clock in clocks:
        clock.door.open.set()
    await until(lambda: all(clock.door.calls["getMe"] for clock in clocks) and town.holder(), "one may send")
    traps = [clock.dies_at("sendMessage", 20) for clock in clocks]
    town.announce(WORDS)
    await until(lambda: any(trap.sprung for trap in traps), "the announcement is on its way")
    killed, standby = clocks if traps[0].sprung else reversed(clocks)
    await killed.ended()
    standby.door.trap = None
    assert standby.door.calls["sendMessage"] == 0
    left = Standby(town, town.uncertain(), town.holder())
    town.expire_lease()
    return left


async def _refuses_strangers(bot: Passerelle) -> None:
    """A webhook without its secret is closed; with it, only an update of a bearable size gets in."""
    assert [await _posted(bot, b"{}", secret) for secret in ("", "another-secret-than-ours")] == [403, 403]
    bodies = (b"garbage", b"[]", b"{}", b'{"update_id": "one"}', b"\xff\xfe", b" " * 1_100_000)
    assert [await _posted(bot, body, SECRET) for body in bodies] == [400, 400, 400, 400, 400, 413]


async def _posted(bot: Passerelle, body: bytes, secret: str) -> int:
    async with aiohttp.ClientSession(headers={HEADER: secret}) as session:
        return await post(session, bot, body)


async def _takes_an_update_once(webs: list[Passerelle], town: Town) -> None:
    """It is in the database when 200 is said, and the same update again changes nothing."""
    town.ask(0)
    chat = town.twos[0].chats[0]
    update = (
        '{"update_id": 77, "message": {"message_id": 9, "date": 1, "text": "By hand.", '
        f'"chat": {{"id": {chat}, "type": "private"}}, '
        f'"from": {{"id": {chat}, "is_bot": false, "first_name": "Ada"}}}}}}'
    ).encode()
    for bot in (*webs, *webs):
        assert await _posted(bot, update, SECRET) == 200
        assert town.heard(77)
    await until(lambda: not town.unhandled(), "it is handled")
    assert town.goals() == {("By hand.", None): 1}


async def _handles_what_both_hear_once(before: Balancer, town: Town) -> None:
    before.to_all = True
    town.ask(1)
    for n, two in enumerate(town.twos):
        town.telegram.says(two.chats[1], f"Goal {n}")
    await until(lambda: before.taken == len(town.twos), "all are brought to both")
    await until(lambda: not town.unhandled(), "all are handled")
    assert town.goals() == {("By hand.", None): 1} | {(f"Goal {n}", None): 1 for n in range(len(town.twos))}
    assert set(town.acts().values()) == {1}
    before.to_all = False


async def _takes_turns(before: Balancer, town: Town) -> None:
    """One person's presses, half of them at each process at the same moment: none undoes another."""
    chat, karim = town.newcomer()
    town.telegram.says(chat, "Hello")
    await until(lambda: town.telegram.shown(chat), "Karim is asked which languages he speaks")
    before.taken = 0
    with held(town.database.engine, "people"):
        for code in LANGUAGES:
            town.telegram.presses(chat, f"profile.speak:{code}:0")
        await until(lambda: before.taken == len(LANGUAGES), "all are brought")
    await until(lambda: not town.unhandled(), "all are handled")
    assert sorted(town.spoken(karim)) == sorted(LANGUAGES)


async def _is_well(bot: Passerelle) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{bot.url}/healthz") as answer:
        found = await answer.json()
    assert (answer.status, found["ok"], found["database"]) == (200, True, True)
    assert 0 <= found["intake_age_seconds"] < 60
    assert 0 <= found["delivery_lag_seconds"] < 60
