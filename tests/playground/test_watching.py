"""Live events, the clock, faults and the wire: how one watches and steers the playground."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.playground import live
from bot.playground.decisions import Decision
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket
from bot.playground.server import build_app

from .conftest import Client, HandClock

GO = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


async def fault(client: Client, kind: str, **more: Any) -> None:
    answer = await client.post("/faults", json={"kind": kind, **more})
    assert answer.status == 200


async def test_everything_that_happens_is_told_live(client: Client, bot: Bot, ada: Phone) -> None:
    async with client.ws_connect("/live") as line:
        message = await bot.send_message(ada.id, "x", reply_markup=GO)
        query = ada.press(ada.id, message.message_id, "go")
        await bot.answer_callback_query(query.id, "Done", show_alert=True)
        await message.edit_text("y")
        await message.delete()
        ada.block()
        await bot.set_my_commands([("start", "Begin")])
        wanted: list[dict[str, Any]] = [
            {"type": "message"},
            {"type": "wire", "method": "sendMessage", "ok": True, "chat": ada.id},
            {"type": "pressed", "person": ada.id, "data": "go", "answered": False},
            {"type": "pressed", "person": ada.id, "data": "go", "answered": True},
            {"type": "toast", "person": ada.id, "text": "Done", "alert": True},
            {"type": "wire", "method": "answerCallbackQuery"},
            {"type": "edited"},
            {"type": "wire", "method": "editMessageText"},
            {"type": "deleted", "chat": ada.id, "message": message.message_id},
            {"type": "wire", "method": "deleteMessage"},
            {"type": "people"},
            {"type": "commands"},
        ]
        for expected in wanted:
            event = await line.receive_json(timeout=2)
            assert expected.items() <= event.items()


async def test_a_watcher_who_does_not_read_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "MOST_UNREAD", 2)
    channel = live.Live()
    with channel.watching() as events:
        for _ in range(3):
            channel.tell({"type": "people"})
        assert not channel
        told = [await events.get() for _ in range(3)]
    assert told == [{"type": "people"}, {"type": "people"}, None]


async def test_a_closing_server_hangs_up(client: Client) -> None:
    async with client.ws_connect("/live") as line:
        closing = asyncio.create_task(client.server.close())
        assert (await line.receive(timeout=2)).type.name in ("CLOSE", "CLOSED")
    await closing


async def test_an_error_on_demand_happens_as_often_as_told(bot: Bot, client: Client, ada: Phone) -> None:
    await fault(client, "error", method="sendMessage", times=2, code=400, description="Bad Request: no luck")
    await bot.get_me()
    for _ in range(2):
        with pytest.raises(BadRequest, match="No luck"):
            await bot.send_message(ada.id, "x")
    await bot.send_message(ada.id, "x")


async def test_server_errors_floods_and_deactivated_people_on_demand(
    bot: Bot, client: Client, ada: Phone
) -> None:
    await fault(client, "error", method="*")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(ada.id, "x")
    await fault(client, "flood", method="sendMessage", seconds=7)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(ada.id, "x")
    assert caught.value.retry_after == timedelta(seconds=7)
    await fault(client, "deactivated", method="sendMessage")
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ada.id, "x")
    await fault(client, "flood", method="*")
    await client.delete("/faults")
    await bot.send_message(ada.id, "x")


@pytest.mark.parametrize("kind", ["dropped", "lost"])
async def test_a_connection_breaks_before_or_after_acting(
    bot: Bot, client: Client, ada: Phone, kind: str
) -> None:
    await fault(client, kind, method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ada.id, "x")
    acted = kind == "lost"
    assert len(ada.chat(ada.id).log) == 1 + acted
    (call,) = [call for call in ada.pocket.wire.since(0) if call.method == "sendMessage"]
    assert (call.fault, call.error is None) == (kind, acted)


async def test_a_delay_delays(bot: Bot, client: Client, ada: Phone) -> None:
    await fault(client, "delay", method="sendMessage", seconds=0.01)
    begun = asyncio.get_running_loop().time()
    await bot.send_message(ada.id, "x")
    assert asyncio.get_running_loop().time() - begun >= 0.009


@pytest.mark.parametrize("body", [{"kind": "sabotage"}, {"kind": "error", "times": "often"}, {}])
async def test_faults_there_are_not(client: Client, body: dict[str, str]) -> None:
    assert (await client.post("/faults", json=body)).status in (400, 409)


async def test_the_wire_remembers_calls(bot: Bot, client: Client, ada: Phone, clock: HandClock) -> None:
    await bot.send_message(ada.id, "x", reply_markup=GO)
    with pytest.raises(BadRequest):
        await bot.send_message(1, "x")
    await bot.send_document(ada.id, b"abc", filename="a.txt")
    await bot.get_updates()
    calls = await (await client.get("/wire?since=1")).json()
    assert [call["method"] for call in calls] == ["sendMessage", "sendMessage", "sendDocument", "getUpdates"]
    sent, refused, file, poll = calls
    assert sent["params"] == {"chat_id": ada.id, "text": "x", "reply_markup": GO.to_dict()}
    assert (sent["n"], sent["ok"], sent["at"]) == (2, True, clock().isoformat())
    assert (refused["ok"], refused["code"], refused["error"]) == (False, 400, "Bad Request: chat not found")
    assert file["params"]["document"] == "<a.txt, 3 bytes>"
    assert poll["updates"] == 0
    assert await (await client.get(f"/wire?since={poll['n']}")).json() == []


@dataclass
class HandControls:
    """A clock with a list of things due."""

    clock: HandClock
    due: list[datetime] = field(default_factory=list)

    def now(self) -> datetime:
        return self.clock()

    async def next_due(self) -> datetime | None:
        if not self.due:
            return None
        self.clock.at = self.due.pop(0)
        return self.clock()

    async def shift(self, by: timedelta) -> datetime:
        self.clock.at += by
        return self.clock()

    async def decisions(self) -> list[Decision]:
        return [Decision("Ada", "nudge", each.isoformat(), None, None) for each in self.due]


async def test_what_is_due_can_be_read(pocket: Pocket, clock: HandClock) -> None:
    due = clock() + timedelta(hours=3)
    async with TestClient(TestServer(build_app(pocket, HandControls(clock, [due])))) as client:
        found = await (await client.get("/due")).json()
    waits = {"who": "Ada", "what": "nudge", "due": due.isoformat(), "outcome": None, "reason": None}
    assert found == [waits]


async def test_the_clock_moves_by_its_controls(pocket: Pocket, clock: HandClock) -> None:
    due = clock() + timedelta(hours=3)
    app = build_app(pocket, HandControls(clock, [due]))
    async with TestClient(TestServer(app)) as client, client.ws_connect("/live") as line:
        moves: list[tuple[dict[str, Any], datetime, bool]] = [
            ({"to": "next"}, due, True),
            ({"to": "next"}, due, False),
            ({"by_seconds": 86400}, due + timedelta(days=1), True),
        ]
        for body, now, moved in moves:
            answer = await (await client.post("/clock", json=body)).json()
            assert answer == {"now": now.isoformat(), "moved": moved}
        assert await (await client.get("/clock")).json() == {"now": now.isoformat()}
        assert await line.receive_json(timeout=2) == {"type": "clock", "now": due.isoformat()}


async def test_without_controls_the_clock_stands(client: Client, clock: HandClock) -> None:
    answer = await (await client.post("/clock", json={"to": "next"})).json()
    assert answer == {"now": clock().isoformat(), "moved": False}


async def test_the_page_is_served(client: Client) -> None:
    page = await client.get("/")
    assert (page.status, page.content_type) == (200, "text/html")
